"""Explanations are written for a client: facts and deeds, and not the forms behind them."""

from engine.explain.person import Person
from engine.explain.what_would_change import what_would_change
from engine.report.explained import move_words
from engine.report.handout.reasons import changes, differences
from tests.explaining import NEED, flat, written

WAITING = {"has_boss": True, "already_asked": True, "answer_to_ask": "none_yet"}
SILENT = {**WAITING, "weeks_since_ask": 6}


def test_a_step_that_turns_itself_is_done():
    """The search is no longer to be begun once it is begun; nobody is told to answer anything."""
    (turn,) = what_would_change(Person(NEED), "start_job_search").turns
    assert [move_words(move, "start_job_search") for move in turn.moves] == [
        "Once you have done it."
    ]
    text = flat(written(NEED, what_would_change=("start_job_search",)))
    assert "These are facts about you, and not answers to choose." in text
    assert "in this case: - Once you have done it." in text


def test_a_step_that_turns_another_advice_is_named_with_what_it_brings():
    """The follow-up ends the verdict that the cause is unknown, as soon as the cause is."""
    text = flat(written(SILENT, what_would_change=("awaiting_answer",)))
    assert "Once this is done: Have a follow-up conversation with your manager" in text
    assert "Then this is so: Do you know, from your manager, why nothing has happened? yes." in text


def test_what_no_step_brings_about_is_a_fact():
    """The wish to reshape the job is a fact, then and now."""
    answers = {"wants_better_working_relationships": True}
    question = "Would you like to reshape your job through the people you work with?"
    text = flat(written(answers, what_would_change=("relationship_strategy",)))
    assert f"If this were so: {question} no (now yes)." in text and "answered" not in text


def test_the_handout_says_so_in_the_same_words():
    """One lead and one wording for both."""
    lead, points = changes(Person(NEED))
    assert "These are facts about you, and not answers to choose." in lead.text
    said = [item for point in points.points for item in point.items]
    assert "Once you have done it." in said


def test_what_the_catalogue_calls_a_row_is_not_told():
    """Both voices say what they say, and not that they classify or state it."""
    text = flat(written(SILENT))
    assert "an uncaring boss" in text and "cause unknown" in text
    for verb in ("classify:", "state:", "diagnose:", "warn:"):
        assert verb not in text
    _, points = differences(Person(SILENT))
    assert not any("classify:" in item for point in points.points for item in point.items)
