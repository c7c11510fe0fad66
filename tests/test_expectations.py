"""Expectations on reasons: what a client is told why, and not what merely fired."""

import pytest

from engine.audit.coverage.feasible import reasons_by
from engine.consultation import consult
from engine.expectations import failures
from engine.kernel.kernel import kernel
from engine.scenarios import Expectation
from tests.people import anybody, interviewed

HELD_BACK = {
    "had_setback": True,
    "specific_incident": True,
    "has_boss": True,
    "wants_career_to_move_up": True,
    "knows_top_goal": True,
    "boss_knows_top_goal": False,
}
"""The goal is ready to be told, and waits for the repair: its own rule fires, and is not read."""


@pytest.mark.parametrize(
    ("rule", "wanted", "complaint"),
    [
        ("a_hot_issue_holds_the_ask", "because", ""),
        ("a_hot_issue_holds_the_ask", "not_because", "give no reason, and does"),
        ("a_known_goal_is_told", "because", "give a reason, and gives none"),
        ("a_known_goal_is_told", "not_because", ""),
        ("an_unmet_need_sets_off_the_search", "because", "give a reason, and has not fired"),
        ("an_unmet_need_sets_off_the_search", "not_because", ""),
    ],
)
def test_a_rule_gives_a_reason_where_a_client_reads_it(rule, wanted, complaint):
    """What is held back is told with the reason that holds it back, and not with its own."""
    found = failures(Expectation(**{wanted: (rule,)}), consult(HELD_BACK))
    assert found == ((f"the rule {rule} should {complaint}",) if complaint else ())


@pytest.mark.parametrize("people", [anybody, interviewed])
def test_reasons_are_those_that_are_counted_over_all_clients(people):
    """The rules that a person reads as reasons are those whose diagram holds the person."""
    everybody = kernel(gated=False)
    space, diagrams = everybody.space, reasons_by(everybody)
    untold = 0
    for answers in map(people, range(40)):
        found = consult(answers)
        person = space.assignments({id: answers.get(id) for id in everybody.base.questions})
        reasons = {n for n, who in diagrams.items() if space.restrict(who, person) == space.true}
        assert found.reasons == reasons <= found.rules
        untold += len(found.rules - reasons)
    assert untold > 40
