"""Files that hypothesis thinks of: the corpus with mistakes in it, and tables of anything."""

import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import holds
from benchmarks.mutated import KEYS, VALUES, corpus, mutated
from engine.own_words import OwnWords
from engine.scenario_files import dump
from engine.scenarios import Scenario
from kb.situation import QUESTIONS
from tests.own_words import WORDS

FILES = corpus()
FEW = settings(max_examples=40, deadline=None)

SINGLE = st.one_of(
    st.booleans(), st.integers(), st.floats(), st.text(max_size=30), st.dates(), st.times()
)
ANYTHING = st.recursive(
    SINGLE,
    lambda below: (
        st.lists(below, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=9), below, max_size=4)
    ),
    max_leaves=8,
)
OF_WORDS = st.sampled_from(("name", "role", "influence", "stance", "trust", "what", "met"))
LISTED = st.lists(st.dictionaries(OF_WORDS, SINGLE, max_size=4), max_size=4)
TABLES = st.fixed_dictionaries(
    {"answers": st.dictionaries(st.sampled_from(tuple(QUESTIONS)), ANYTHING, max_size=4)},
    optional={
        **dict.fromkeys(("people", "needs", "wants"), LISTED | ANYTHING),
        **dict.fromkeys(("name", "goal", "date", "request", "expect", "not_applying"), ANYTHING),
    },
)


@FEW
@given(st.randoms(use_true_random=False))
def test_mistakes_in_a_file_break_nothing(rng):
    """Each is advised and handed over, or refused in plain lines."""
    holds(mutated(rng, FILES))


@FEW
@given(TABLES)
def test_tables_of_anything_break_nothing(tables):
    """Whatever stands where an answer, a name or a list is wanted."""
    try:
        text = tomlkit.dumps(tables)
    except (ValueError, UnicodeEncodeError):  # a key or a text that no file holds
        return
    holds(text.encode("utf-8", "replace"))


@FEW
@given(WORDS)
def test_own_words_of_any_kind_are_handed_over(words: OwnWords):
    """Every text that may be said is read again, and in a handout steers nothing."""
    assert holds(dump(Scenario("Ada", {"has_boss": True}, words=words)).encode())


def test_every_value_of_the_mutator_is_tried_as_an_answer():
    """None of them, below any kind of question, breaks a reader."""
    of_each_kind = {question.kind: question.id for question in QUESTIONS.values()}
    for id in (*of_each_kind.values(), "date"):
        for value in VALUES:
            place = "" if id == "date" else "[answers]\n"
            holds(f"{place}{id} = {value}\n[expect]\n".encode())
