"""The question that is asked next, where a path is open and none of its steps is due."""

from pathlib import Path

from engine.cases import case_of
from engine.consultation import consult
from engine.scenario_files import load
from engine.scenarios import Scenario
from tests.explaining import flat, written

CORPUS = sorted((Path(__file__).parent / "scenarios").glob("*.toml"))

TALKED_AGAIN = {
    "has_boss": True,
    "already_asked": True,
    "answer_to_ask": "none_yet",
    "weeks_since_ask": 6,
    "followed_up": True,
}


def test_what_a_second_talk_brought_is_asked_before_anything_else():
    """Whether the cause is known decides between another talk and a solution."""
    for more in ({}, {"unmet_needs": 1}):
        assert consult({**TALKED_AGAIN, **more}).next_question == "cause_of_inaction_known"


def test_what_was_never_asked_is_not_claimed():
    """Whoever has talked again may well know the cause: nobody tells them that they do not."""
    text = flat(written(TALKED_AGAIN))
    assert "Your request has not been answered. Finding out why comes before solving it." in text
    assert "you do not know" not in text.casefold()


def test_a_story_that_was_begun_is_heard_first():
    """Who asked and heard nothing is asked for the weeks: on them hangs whether to follow up."""
    told = ("has_boss", "already_asked", "answer_to_ask")
    scenario = Scenario("Asked", {id: TALKED_AGAIN[id] for id in told})
    for exact in (True, False):
        assert case_of(scenario, exact=exact).upcoming == "weeks_since_ask"
    assert case_of(Scenario("Nobody", {})).upcoming == "had_setback"


def test_a_table_names_the_question_that_the_whole_report_names():
    """For clients of the corpus who have nothing to do now, with a path or without."""
    named = 0
    for path in CORPUS:
        scenario = load(path)
        brief, whole = case_of(scenario, exact=False), case_of(scenario)
        if not whole.beyond and not whole.consultation.at("now"):
            assert brief.upcoming == whole.upcoming, path
            named += whole.upcoming is not None
    assert named > 5
