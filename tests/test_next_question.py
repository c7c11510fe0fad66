"""The question that is asked next, where a path is open and none of its steps is due."""

from engine.consultation import consult
from tests.explaining import flat, written

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
