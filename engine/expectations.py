"""Whether a consultation is what a scenario file expects, told plainly where it is not."""

import contextlib
from collections.abc import Callable, Iterable, Iterator

from engine.complaints import visible
from engine.consultation import Consultation
from engine.reading import cards_of, conclusions_of
from engine.scenarios import Expectation, KnownIds, Scenario
from kb.knowledge_base import KnowledgeBase
from kb.vocabulary import Contradiction

GIVEN = ("now", "afterwards", "note")

Watcher = Callable[[Expectation, Consultation], None]
_watchers: list[Watcher] = []


def known_ids() -> KnownIds:
    """Return what the expectations of a scenario file may name."""
    conclusions = conclusions_of(KnowledgeBase)
    return KnownIds(
        advice=frozenset(c.id() for c in conclusions),
        rules=frozenset(card.name for card in cards_of(KnowledgeBase)),
        contradictions=frozenset(c.id() for c in conclusions if issubclass(c, Contradiction)),
    )


def verify(
    consulted: Iterable[tuple[Scenario, Consultation]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Check all expectations; return the complaints, and a line that counts, if there were any."""
    complaints: list[str] = []
    total = 0
    for scenario, consultation in consulted:
        if scenario.expect is not None:
            total += scenario.expect.count
            found = failures(scenario.expect, consultation)
            complaints += (f"{visible(scenario.source)}: {failure}" for failure in found)
    counted = f"{total - len(complaints)} of {total} expectations held."
    return tuple(complaints), (counted,) if total else ()


@contextlib.contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Meanwhile, tell somebody of every consultation that is what was expected of it."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)


def failures(expected: Expectation, consultation: Consultation) -> tuple[str, ...]:
    """Return a sentence for each expectation that did not hold."""
    found = tuple(_failures(expected, consultation))
    if not found:
        for watcher in _watchers:
            watcher(expected, consultation)
    return found


def are_met(expected: Expectation, consultation: Consultation) -> bool:
    """Tell whether all expectations hold; nobody is told, as it need not be a real consultation."""
    return next(_failures(expected, consultation), None) is None


def _failures(expected: Expectation, consultation: Consultation) -> Iterator[str]:
    whens = {item.id: item.when for item in consultation.items}
    yield from _all_at(expected.advice, whens, GIVEN, "given")
    for id in expected.not_advice:
        if whens.get(id) in GIVEN:
            yield f"{id} should not be advised, and is ({whens[id]})"
    reported = {item.id: "contradiction" for item in consultation.contradictions}
    for id in expected.absent:
        if found := (reported | whens).get(id):
            yield f"{id} should not be given at all, and is ({found})"
    yield from _all_at(expected.now, whens, ("now",), "a step to take now")
    yield from _all_at(expected.afterwards, whens, ("afterwards",), "coming afterwards")
    yield from _all_at(expected.not_now, whens, ("not_now",), "held back")
    order = [item.id for item in consultation.at("afterwards") if item.id in expected.afterwards]
    wanted = [id for id in expected.afterwards if id in order]
    if order != wanted:
        yield f"afterwards should come in the order {_list(wanted)}, and comes as {_list(order)}"
    now = [item.id for item in consultation.at("now")]
    if expected.first and now[:1] != [expected.first]:
        yield f"the first thing now should be {expected.first}, and is {now[0] if now else 'none'}"
    given = consultation.reasons
    for rule in expected.because:
        if rule not in given:
            found = "gives none" if rule in consultation.rules else "has not fired"
            yield f"the rule {rule} should give a reason, and {found}"
    for rule in expected.not_because:
        if rule in given:
            yield f"the rule {rule} should give no reason, and does"
    for id in expected.contradictions:
        if id not in reported:
            yield f"the contradiction {id} should be reported, and is not"
    if expected.next_question and consultation.next_question != expected.next_question:
        yield (
            f"the next question should be {expected.next_question}, "
            f"and is {consultation.next_question}"
        )


def _all_at(
    ids: Iterable[str], whens: dict[str, str], allowed: tuple[str, ...], words: str
) -> Iterator[str]:
    for id in ids:
        if whens.get(id) not in allowed:
            yield f"{id} should be {words}, and is {whens.get(id, 'not given')}"


def _list(ids: list[str]) -> str:
    return ", ".join(ids)
