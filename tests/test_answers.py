"""What counts as an answer, in a file and at a prompt, and how everything else is turned down."""

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.answers import (
    MOST_SHOWN,
    UNKNOWN,
    AnswerError,
    allowed,
    allowed_in_file,
    nearest,
    parse,
    parse_typed,
    shown,
)
from kb.situation import QUESTIONS
from kb.vocabulary import Question, choice, count, several, weeks, yes_no

YES_NO = yes_no("has_boss", "?")
COUNT = count("unmet_needs", "?")
WEEKS = weeks("weeks_since_ask", "?")
CHOICE = choice("issue_fixed", "?", ("no", "partly", "yes"))
ASK = choice("ask_topic", "?", ("promotion", "raise", "remote_day", "lead_project"))
ANY = several("feelings", "?", ("frustrated", "angry", "nervous", "upset"))
TWO = several("preferred_roles", "?", ("teacher", "mentor", "mentee", "leader"), at_most=2)
EVERY_KIND = (YES_NO, COUNT, WEEKS, CHOICE, ANY, TWO)


def refusal(question: Question, raw: object) -> str:
    """Return the words with which a file's value is refused."""
    with pytest.raises(AnswerError) as caught:
        parse(question, raw)
    return str(caught.value)


def typed_refusal(question: Question, text: str) -> str:
    """Return the words with which a typed line is refused."""
    with pytest.raises(AnswerError) as caught:
        parse_typed(question, text)
    return str(caught.value)


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.id)
@pytest.mark.parametrize("raw", ["unknown", " Unknown\n", "UNKNOWN"])
def test_unknown_in_a_file(question: Question, raw: str) -> None:
    """Every question takes "unknown", in any case, for an answer that is not known."""
    assert parse(question, raw) is None


@pytest.mark.parametrize(
    ("raw", "answer"),
    [(True, True), (False, False), ("yes", True), ("NO", False), (" Yes ", True), ("no\t", False)],
)
def test_yes_and_no_in_a_file(raw: object, answer: bool) -> None:
    """A yes/no question takes a truth value or the words yes and no."""
    assert parse(YES_NO, raw) is answer


@pytest.mark.parametrize(
    "raw", [0, 1, 1.0, "y", "true", "", None, [], [True], {}, datetime.date(2026, 1, 31)]
)
def test_what_is_not_yes_or_no(raw: object) -> None:
    """A yes/no question refuses everything else, also the numbers that Python takes for truth."""
    assert 'allowed: true, false or "unknown"' in refusal(YES_NO, raw)


@pytest.mark.parametrize(("question", "most"), [(COUNT, 999), (WEEKS, 2600)])
def test_whole_numbers_in_a_file(question: Question, most: int) -> None:
    """A count and a number of weeks run from nought to their own limit, and not beyond."""
    assert [parse(question, 0), parse(question, 1), parse(question, most)] == [0, 1, most]
    for beyond in (-1, most + 1, 10**400):
        assert f"a whole number from 0 to {most}" in refusal(question, beyond)


@pytest.mark.parametrize(
    "raw", [True, False, 1.0, 0.5, math.nan, math.inf, -math.inf, "3", "", [3], {}, None]
)
def test_what_is_not_a_whole_number(raw: object) -> None:
    """A count refuses truth values, fractions, words and lists."""
    assert "allowed: a whole number from 0 to 999" in refusal(COUNT, raw)


def test_a_number_in_quotes_is_pointed_out() -> None:
    """A count given as a text or with a decimal point is refused with the number that was meant."""
    assert refusal(COUNT, " 3 ").endswith("did you mean 3?")
    assert refusal(COUNT, 3.0).endswith("did you mean 3?")
    assert "did you mean" not in refusal(COUNT, "1000")


def test_choice_in_a_file() -> None:
    """A choice takes one of its words, whatever the case, and no truth value in its place."""
    assert parse(CHOICE, " Partly ") == "partly"
    assert parse(CHOICE, "yes") == "yes"
    assert "found true" in refusal(CHOICE, True)
    assert refusal(CHOICE, "partley").endswith('did you mean "partly"?')
    assert "did you mean" not in refusal(CHOICE, "zebra")


def test_list_in_a_file() -> None:
    """A list takes any of its words as a set, and none of them where all may be named."""
    assert parse(ANY, ["angry", " UPSET "]) == frozenset({"angry", "upset"})
    assert parse(ANY, []) == frozenset()
    assert parse(ANY, list(ANY.choices)) == frozenset(ANY.choices)


def test_list_with_a_number_to_pick() -> None:
    """Where a number is to be picked, fewer are taken, but not none and not more."""
    assert parse(TWO, ["mentor"]) == frozenset({"mentor"})
    assert parse(TWO, ["mentor", "leader"]) == frozenset({"mentor", "leader"})
    for raw in ([], ["mentor", "leader", "mentee"]):
        assert "allowed: a list of 1 to 2 of" in refusal(TWO, raw)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (["angry", "Angry"], "found 'angry' twice"),
        (["angry", "unknown"], "found 'unknown'"),
        (["angry", 1], "found 1;"),
        (["agnry"], 'did you mean "angry"?'),
        ("angry", 'did you mean ["angry"]?'),
        ({"angry": True}, "found a table;"),
        (True, "found true;"),
    ],
)
def test_what_is_not_a_list(raw: object, words: str) -> None:
    """A list refuses repeated, foreign and misspelt words, and a word without its brackets."""
    assert words in refusal(ANY, raw)


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.id)
@pytest.mark.parametrize(
    "text", ["u", "U ", "unknown", "don't know", "Don\N{RIGHT SINGLE QUOTATION MARK}t  know"]
)
def test_dont_know_at_the_prompt(question: Question, text: str) -> None:
    """Every question takes "u" and its longer forms for "don't know"."""
    assert parse_typed(question, text) is None


@pytest.mark.parametrize(
    ("text", "answer"), [("y", True), (" YES", True), ("n", False), ("No ", False)]
)
def test_yes_and_no_at_the_prompt(text: str, answer: bool) -> None:
    """A yes/no question takes the words and their first letters."""
    assert parse_typed(YES_NO, text) is answer


@pytest.mark.parametrize("text", ["", " ", "?", "ye", "yess", "1", "true", "\x1b[A"])
def test_what_is_not_yes_or_no_at_the_prompt(text: str) -> None:
    """A yes/no question refuses anything else that is typed, the question mark included."""
    message = typed_refusal(YES_NO, text)
    assert "allowed: y, n or u (don't know)" in message
    assert message.isprintable()


def test_whole_numbers_at_the_prompt() -> None:
    """A count takes digits within its limit, and no other way of writing a number."""
    assert parse_typed(COUNT, " 0 ") == 0
    assert parse_typed(COUNT, "007") == 7
    assert parse_typed(COUNT, "999") == 999
    for text in ("", "1000", "-1", "+1", "1.0", "1e2", "two", "٣", "²", "9" * 5000, "1 2"):
        assert "a whole number up to 999" in typed_refusal(COUNT, text)


def test_choice_at_the_prompt() -> None:
    """A choice is typed as its word, the start of no other word, or its number."""
    assert parse_typed(ASK, "Lead project") == "lead_project"
    assert parse_typed(ASK, "prom") == "promotion"
    assert parse_typed(ASK, "2") == "raise"
    assert parse_typed(CHOICE, "y") == "yes"
    for text in ("0", "5", "", "x"):
        assert "one of: 1 promotion" in typed_refusal(ASK, text)


def test_the_start_of_two_choices() -> None:
    """The start of more than one choice is refused, with all the choices it may stand for."""
    assert typed_refusal(ASK, "r").endswith("did you mean raise or remote_day?")


def test_a_whole_word_beats_a_longer_one() -> None:
    """A word that is a choice is that choice, even where another one begins with it."""
    answer = choice("answer_to_ask", "?", ("none_yet", "no", "yes"))
    assert parse_typed(answer, "no") == "no"


@pytest.mark.parametrize(
    "text", ["angry, upset", "angry upset", "2 4", "a,4", " angry ,, up, ", "UPSET,2"]
)
def test_list_at_the_prompt(text: str) -> None:
    """A list is typed with commas or spaces between words, starts of words and numbers."""
    assert parse_typed(ANY, text) == frozenset({"angry", "upset"})


def test_none_at_the_prompt() -> None:
    """An empty list is typed as "none" where it is allowed, and never as an empty line."""
    assert parse_typed(ANY, "None") == frozenset()
    assert "found 'none'" in typed_refusal(TWO, "none")
    for text in ("", " , "):
        assert "any of: 1 frustrated" in typed_refusal(ANY, text)


def test_refused_lists_at_the_prompt() -> None:
    """A typed list is refused for a repeated or unclear word and for too many words."""
    assert "found 'angry' twice" in typed_refusal(ANY, "angry 2")
    assert typed_refusal(TWO, "ment").endswith("did you mean mentor or mentee?")
    assert "1 to 2 of" in typed_refusal(TWO, "1 2 3")
    assert "found 'u'" in typed_refusal(TWO, "mentor u")


def test_allowed_answers_in_words() -> None:
    """The allowed answers are put into words for the prompt."""
    assert [allowed(question) for question in (YES_NO, COUNT, CHOICE, ANY, TWO)] == [
        "y, n or u (don't know)",
        "a whole number up to 999, or u (don't know)",
        "one of: 1 no, 2 partly, 3 yes; or u (don't know)",
        "any of: 1 frustrated, 2 angry, 3 nervous, 4 upset; none; or u (don't know)",
        "1 to 2 of: 1 teacher, 2 mentor, 3 mentee, 4 leader; or u (don't know)",
    ]


def test_no_choice_is_hidden_by_unknown() -> None:
    """No question has a choice that is read as "don't know" or as an empty list."""
    for question in QUESTIONS.values():
        for number, word in enumerate(question.choices, start=1):
            expected = word if question.kind == "choice" else frozenset({word})
            assert parse_typed(question, word) == expected
            assert parse_typed(question, str(number)) == expected
            assert parse(question, word if question.kind == "choice" else [word]) == expected


def test_what_was_found_is_shown_plainly() -> None:
    """What was found is repeated on one line, in ASCII, and cut after sixty characters."""
    assert shown("a\x1b[31m\n\u202eé") == r"'a\x1b[31m\n\u202e\xe9'"
    assert shown(" ") == "nothing"
    assert len(shown("x" * 10_000)) == MOST_SHOWN
    assert shown(16**9000) == "something too large to show"
    nested: list[object] = []
    for _ in range(100_000):
        nested = [nested]
    assert shown(nested) == "something too large to show"


def test_nearest_spelling() -> None:
    """The nearest spelling is found for a slip, and none for a word that is like nothing."""
    assert nearest("Has_Bos", QUESTIONS) == "has_boss"
    assert nearest("zzzz", QUESTIONS) == ""
    assert nearest(3, QUESTIONS) == ""


RAW = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.dates()
    | st.sampled_from([UNKNOWN, "yes", "no", *ANY.choices, *TWO.choices]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=5,
)


@given(st.sampled_from(EVERY_KIND), RAW)
def test_any_value_is_an_answer_or_refused(question: Question, raw: object) -> None:
    """Whatever a file holds is an allowed answer of the right type, or refused on one line."""
    try:
        answer = parse(question, raw)
    except AnswerError as error:
        assert str(error).isprintable()
        assert allowed_in_file(question) in str(error) or "twice" in str(error)
        return
    match question.kind:
        case "yes/no":
            assert answer is None or type(answer) is bool
        case "count" | "weeks":
            assert answer is None or (type(answer) is int and 0 <= answer <= question.at_most)
        case "choice":
            assert answer is None or answer in question.choices
        case "list":
            assert answer is None or isinstance(answer, frozenset)
            assert answer is None or answer <= frozenset(question.choices)


@given(st.sampled_from(EVERY_KIND), st.text() | st.text("0123456789, untymel?-"))
def test_any_line_is_an_answer_or_refused(question: Question, text: str) -> None:
    """Whatever is typed is an answer that a file may hold too, or refused on one line."""
    try:
        answer = parse_typed(question, text)
    except AnswerError as error:
        assert str(error).isprintable()
        return
    raw = sorted(answer) if isinstance(answer, frozenset) else answer
    assert parse(question, UNKNOWN if raw is None else raw) == answer
