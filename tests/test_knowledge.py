"""The knowledge base is whole: rows, questions, conflicts, parameters, texts."""

import re

import pytest

from engine.audit.rows import carriers
from engine.base import our_base
from engine.cards import questions_in
from engine.gates import gates, open_questions
from engine.interview import Interview
from engine.reading import cards_of, conclusions_of
from kb.articles import ARTICLES, ROWS
from kb.articles.left_out import LEFT_OUT
from kb.conclusions.paths.bounce_back import ACTIVE_STEPS
from kb.knowledge_base import KnowledgeBase
from kb.parameters import PARAMETERS, READINGS
from kb.situation import MEASURES, QUESTIONS, TOPICS
from kb.vocabulary import Caution, Contradiction, Path, Precedence, Questions, Script, Stance, Step
from kb.vocabulary.parameter import Parameter

CARDS = cards_of(KnowledgeBase)
CONCLUSIONS = conclusions_of(KnowledgeBase)
NINE_KINDS = {
    "classify",
    "diagnose",
    "strategy",
    "action",
    "step order",
    "reflection question",
    "conversation script",
    "warning",
    "stop/exit criterion",
}


def test_the_catalogue_is_whole():
    """314 rows of the seven families, each with its kind and basis."""
    sizes = {"RU": 61, "BO": 38, "RB": 64, "BG": 22, "AC": 29, "PA": 28, "RS": 72}
    assert {f: sum(r.family == f for r in ROWS.values()) for f in sizes} == sizes
    assert {row.kind for row in ROWS.values()} == NINE_KINDS
    bases = [row.basis for row in ROWS.values()]
    assert [bases.count(b) for b in ("explicit", "implicit", "comment")] == [280, 24, 10]


def test_every_row_is_carried_or_left_out_for_a_reason():
    """At least 305 rows are cited by a question, a rule or a text; the rest say why not."""
    found = carriers()
    assert sum(each.carried for each in found) >= 305
    assert {each.row for each in found if not each.carried} == set(LEFT_OUT)


def test_the_questions_are_whole():
    """111 questions, each in one topic, with an owner and a prompt that asks."""
    assert {topic.article for topic in TOPICS} <= set(ARTICLES.values())
    assert len(QUESTIONS) == 111 == sum(len(topic.questions) for topic in TOPICS)
    for question in QUESTIONS.values():
        assert "?" in question.prompt, question.id
        assert question.changed_by in ("you", "your boss", "others", "nobody")


def test_every_question_matters_to_a_rule():
    """No question is asked that no rule reads, by itself or in a measure."""
    read = {id for card in CARDS for id in questions_in(card.when)}
    read |= {question for id in read & set(MEASURES) for question in MEASURES[id].of}
    assert set(QUESTIONS) <= read


def test_a_gate_reads_only_questions_asked_before():
    """Otherwise a question could never be reached in the order of asking."""
    seen = set()
    for question, gate, unless in gates():
        for clause in (gate, unless):
            assert clause is None or set(questions_in(clause)) <= seen, question.id
        seen.add(question.id)


def test_follow_up_questions_wait_for_their_gate():
    """No question on the debrief before the fix, and none on the answer before the request."""
    asked = {question.id for question in open_questions({"had_setback": True})}
    assert "post_mortem_done" not in asked and "answer_to_ask" not in asked
    fixed = {"had_setback": True, "specific_incident": True, "issue_fixed": "yes"}
    asked = {question.id for question in open_questions(fixed)}
    assert "post_mortem_done" in asked and "damage_assessed" not in asked


def test_the_first_question_is_about_a_bad_event():
    """The order of topics begins with what is most urgent."""
    assert Interview().next_question().id == "had_setback"


def test_all_thirty_two_conflicts_are_settled_with_both_sides():
    """K-01 to K-32, each cites rows of either side, and all rows it names."""
    settled = {
        c.conflict: c for c in CONCLUSIONS if issubclass(c, Precedence | Contradiction) and c.sides
    }
    assert set(settled) == {f"K-{n:02}" for n in range(1, 33)}
    for conclusion in settled.values():
        one, other = conclusion.sides
        assert one and other and set(one + other) <= set(conclusion.rows)
        for card in CARDS:
            if conclusion in card.then:
                assert set(one + other) <= set(card.rows), card.name


def test_all_eleven_open_points_are_settled():
    """P-01 to P-11, as a number with bounds or as a reading in words."""
    assert {p.id for p in (*PARAMETERS, *READINGS)} == {f"P-{n:02}" for n in range(1, 12)}
    assert all(p.low <= p <= p.high and p.why for p in PARAMETERS)
    with pytest.raises(ValueError, match="not between"):
        Parameter("P-00", 5, low=1, high=4, why="a test")


def test_every_text_is_there_and_its_own():
    """Each conclusion has a text, a kind and rows; ids are unique and in snake case."""
    ids = [conclusion.id() for conclusion in CONCLUSIONS]
    assert len(set(ids)) == len(ids)
    for conclusion in CONCLUSIONS:
        assert conclusion.__doc__ and len(conclusion.text()) > 10, conclusion
        assert conclusion.__doc__ != conclusion.__mro__[1].__doc__, conclusion
        assert conclusion.kind in NINE_KINDS and conclusion.rows, conclusion
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", conclusion.id())
        assert bool(conclusion.lines) == issubclass(conclusion, Questions | Script)


def test_a_reader_comment_never_passes_for_the_author():
    """Advice that rests on comments alone says that a reader said it."""
    for conclusion in CONCLUSIONS:
        only_comments = all(ROWS[row].basis == "comment" for row in conclusion.rows)
        if (
            only_comments
            and conclusion.when in ("now", "not_now")
            and not issubclass(conclusion, Step | Path)
        ):
            if conclusion.id() == "prepare_your_answer":
                continue
            assert "reader" in conclusion.text(), conclusion.id()


def test_every_conclusion_is_reached_or_comes_with_something():
    """A conclusion that no rule reaches serves a path, a step or a stance that one does."""
    reached = {c for card in CARDS for c in card.then}
    steps = {step for c in reached if issubclass(c, Path) for step in c.steps}
    for conclusion in our_base().automatic:
        assert any(served in reached for served in conclusion.serves), conclusion.id()
    for conclusion in CONCLUSIONS:
        assert conclusion in reached | steps or conclusion.serves, conclusion.id()


def test_all_advice_has_a_reason():
    """What no rule decides gives its own reason; everything else has that of its rules."""
    automatic = our_base().automatic
    for conclusion in CONCLUSIONS:
        needs_one = conclusion in automatic and issubclass(conclusion, Stance | Caution)
        assert bool(conclusion.why) == needs_one, conclusion.id()


def test_the_ladder_has_eleven_levels():
    """Every path has its place on the ladder, from the hot issue to being content."""
    levels = {c.id(): c.level for c in CONCLUSIONS if issubclass(c, Path)}
    assert set(levels.values()) == set(range(1, 12))
    assert levels["hot_issue"] == 1 and levels["minor_issue"] == 4 and levels["content"] == 11
    assert levels["search_outside"] == levels["leave_this_boss"] == 2


def test_the_procedures_have_their_steps():
    """Six active steps (the fix in two parts, and reputation after them), five passive ones."""
    steps = {c.id(): [s.id() for s in c.steps] for c in CONCLUSIONS if issubclass(c, Path)}
    assert len(ACTIVE_STEPS) == 8 and steps["hot_issue"][-1] == "rebuild_your_reputation"
    assert len(steps["passive_setback"]) == 5
    order = ["gather_information", "find_allies", "get_endorsements", "make_the_ask"]
    assert [s for s in steps["negotiate_inside"] if s in order] == order


@pytest.mark.parametrize(
    ("id", "lines"),
    [
        ("five_questions_on_your_why", 5),
        ("seven_outward_questions", 7),
        ("three_questions_on_the_damage", 3),
        ("follow_up_talk", 3),
        ("promotion_opening", 3),
        ("the_ask", 4),
        ("role_pairs", 3),
    ],
)
def test_scripts_and_questions_are_there_in_full(id, lines):
    """The lists of the articles are given with all their parts."""
    (conclusion,) = (c for c in CONCLUSIONS if c.id() == id)
    assert len(conclusion.lines) == lines


def test_what_a_text_counts_is_measured():
    """A number in a text is the name of a measure."""
    for conclusion in CONCLUSIONS:
        assert set(re.findall(r"{(\w+)}", conclusion.text())) <= set(MEASURES)
