"""What each kind of condition means, case by case."""

import pytest

from engine.cards import (
    All,
    AnyOf,
    Concluded,
    Given,
    InRange,
    Is,
    Names,
    NotConcluded,
)
from engine.evaluation import evaluate, holds, support
from engine.reading import cards_of
from kb.conclusions.findings.boss import NoBoss
from kb.conclusions.findings.roadblock import OnHold, Silence
from kb.knowledge_base import KnowledgeBase
from kb.situation import measures

YES, NO = Is("has_boss", (True,)), Is("has_boss", (False,))


@pytest.mark.parametrize(
    ("clause", "facts", "expected"),
    [
        (YES, {"has_boss": True}, True),
        (YES, {"has_boss": False}, False),
        (NO, {"has_boss": False}, True),
        (YES, {}, False),
        (NO, {}, False),
        (YES, {"has_boss": 1}, False),
        (NO, {"has_boss": 0}, False),
        (Is("answer_to_ask", ("no", "on_hold")), {"answer_to_ask": "on_hold"}, True),
        (Is("answer_to_ask", ("no", "on_hold")), {"answer_to_ask": "yes"}, False),
        (InRange("weeks_since_ask", 2, None), {"weeks_since_ask": 1}, False),
        (InRange("weeks_since_ask", 2, None), {"weeks_since_ask": 2}, True),
        (InRange("weeks_since_ask", 2, None), {"weeks_since_ask": 600}, True),
        (InRange("weeks_since_ask", 0, 1), {"weeks_since_ask": 1}, True),
        (InRange("weeks_since_ask", 0, 1), {"weeks_since_ask": 2}, False),
        (InRange("unmet_needs", 0, 0), {}, False),
        (Names("feelings", "upset", True), {"feelings": frozenset({"upset"})}, True),
        (Names("feelings", "upset", True), {"feelings": frozenset()}, False),
        (Names("feelings", "upset", False), {"feelings": frozenset()}, True),
        (Names("feelings", "upset", False), {"feelings": frozenset({"upset"})}, False),
        (Names("feelings", "upset", False), {}, False),
        (Given("feelings"), {"feelings": frozenset()}, True),
        (Given("feelings"), {}, False),
        (Concluded(Silence), {}, True),
        (Concluded(OnHold), {}, False),
        (NotConcluded(OnHold), {}, True),
        (NotConcluded(Silence), {}, False),
        (All((YES, Concluded(Silence))), {"has_boss": True}, True),
        (All((YES, Concluded(OnHold))), {"has_boss": True}, False),
        (AnyOf((NO, Concluded(Silence))), {"has_boss": True}, True),
        (AnyOf((NO, Concluded(OnHold))), {"has_boss": True}, False),
    ],
)
def test_what_a_condition_means(clause, facts, expected):
    """An unknown answer makes no condition hold, and 1 is not yes."""
    assert holds(clause, facts, {Silence}) is expected


def test_only_branches_that_hold_support_a_rule():
    """The reasons of an OR are those of its true branches."""
    clause = All((YES, AnyOf((Concluded(OnHold), Concluded(Silence)))))
    assert support(clause, {"has_boss": True}, {Silence}) == (YES, Concluded(Silence))


@pytest.mark.parametrize(
    ("answers", "id", "expected"),
    [
        ({}, "rut_sign_count", 0),
        ({"bored_at_work": True, "dreads_sunday_evenings": False}, "rut_sign_count", 1),
        ({"supportive_people": 4, "draining_people": 2}, "balance", True),
        ({"supportive_people": 3, "draining_people": 2}, "balance", False),
        ({"supportive_people": 2, "draining_people": 2}, "balance", False),
        ({"supportive_people": 1, "draining_people": 0}, "balance", True),
        ({"supportive_people": 0, "draining_people": 0}, "balance", None),
        ({"supportive_people": 4}, "balance", None),
    ],
)
def test_what_is_measured(answers, id, expected):
    """A tally counts known yes answers; a comparison needs both counts, and not two zeros."""
    assert measures(answers).get(id) == expected


def test_stages_are_evaluated_one_after_the_other():
    """A finding is there for the rules of later stages."""
    fired = evaluate(cards_of(KnowledgeBase), {"has_boss": False})
    assert {c for card in fired for c in card.then} == {NoBoss}
