"""Clients who were checked: by expectations of a scenario, or by conclusions named in a test."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from engine.answers import complaint, nearest
from engine.audit.coverage.coverage import CheckedClient, Coverage, cover
from engine.audit.coverage.points import conclusions_to_show
from engine.base import Base, our_base
from engine.cards import RuleCard
from engine.consultation import consult, consult_on
from engine.derived import counting
from engine.evaluation import Facts, evaluate
from engine.expectations import are_met
from engine.inference import inferred
from engine.scenarios import Expectation, Scenario
from kb.situation import measures


def checked_client(
    source: str, expected: Expectation, facts: Facts, unknown: Collection[str]
) -> CheckedClient:
    """Return the client of a consultation that was what is expected of it."""

    def would_notice(base: Base) -> bool:
        return not are_met(expected, consult_on(inferred(base, facts), unknown))

    first = (expected.first,) if expected.first else ()
    given = (*first, *expected.advice, *expected.now, *expected.afterwards)
    return CheckedClient(
        source,
        facts,
        frozenset((*given, *expected.not_now, *expected.contradictions)),
        frozenset((*expected.absent, *expected.not_advice)),
        frozenset(expected.because),
        would_notice,
    )


def checked_clients(
    scenarios: Iterable[Scenario],
) -> tuple[tuple[CheckedClient, ...], tuple[str, ...]]:
    """Return the clients of scenarios, and the sources of those whose expectations do not hold.

    A scenario that is wrong shows nothing, and one without expectations checks nothing.
    """
    clients, wrong = [], []
    for scenario in scenarios:
        if scenario.expect is not None:
            consultation = consult(*counting(scenario))
            if are_met(scenario.expect, consultation):
                known = consultation.facts, consultation.unknown
                clients.append(checked_client(scenario.source, scenario.expect, *known))
            else:
                wrong.append(scenario.source)
    return tuple(clients), tuple(wrong)


def coverage_of(scenarios: Iterable[Scenario]) -> tuple[Coverage, tuple[str, ...]]:
    """Return what scenarios show of our knowledge base, and the sources of those left out."""
    clients, wrong = checked_clients(scenarios)
    return cover(our_base(), clients), wrong


def concluding_client(
    base: Base,
    answers: Mapping[str, Any],
    expected: Collection[str],
    absent: Collection[str] = (),
    because: Collection[str] = (),
    not_because: Collection[str] = (),
    source: str = "",
) -> CheckedClient:
    """Return the client of a base for which these conclusions are expected, by id.

    `absent` must not be concluded; the rules `because` must fire, and `not_because` must not.
    Raises ValueError for a name that the class does not know, and AssertionError where it
    concludes something else.
    """
    cards = base.cards
    _refuse_unknown((*expected, *absent), [c.id() for c in conclusions_to_show(base)])
    _refuse_unknown((*because, *not_because), [card.name for card in cards])
    facts = {**answers, **measures(answers)}

    def wrong(fired: Iterable[RuleCard]) -> list[str]:
        fired = tuple(fired)
        concluded = {c.id() for card in fired for c in card.then}
        names = {card.name for card in fired}
        return [
            *(f"{id} should be concluded, and is not" for id in expected if id not in concluded),
            *(f"{id} should not be concluded, and is" for id in absent if id in concluded),
            *(f"the rule {n} should have fired, and has not" for n in because if n not in names),
            *(f"the rule {n} should not have fired, and has" for n in not_because if n in names),
        ]

    if found := wrong(evaluate(cards, facts)):
        raise AssertionError("\n".join(found))
    return CheckedClient(
        source or ", ".join(f"{id} = {answer}" for id, answer in answers.items()),
        facts,
        frozenset(expected),
        frozenset(absent),
        frozenset(because),
        lambda others: bool(wrong(evaluate(others.cards, facts))),
    )


def _refuse_unknown(names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise ValueError(complaint(name, "a rule or conclusion", nearest(name, known)))
