"""Rules that never fire, and rules that others make redundant."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.audit.anomalies.anomaly import Fault, anomaly
from engine.audit.anomalies.proofs import Clients, Proofs, both, but_not, differ, fires
from engine.base import Kind
from engine.cards import All, RuleCard
from engine.kernel.kernel import Kernel
from kb.vocabulary.question import Answer


@anomaly("A01", "rule-never-fires", "error")
def never_fires(proofs: Proofs) -> Iterator[Fault]:
    """No client meets all conditions of a rule.

    Conditions that exclude each other are most often a slip: an `AND` that was meant as an `OR`,
    two answers to one question, or a conclusion that the other conditions rule out. Correct the
    conditions, or drop the rule. The witness meets the conditions from the first on as far as
    they can be met together.
    """
    for card in proofs.base.cards:
        if proofs.nobody(fires(card)):
            sentence = "no client meets all of its conditions"
            yield Fault(card.name, sentence, card.source, _nearly(proofs, card))


@anomaly("A02", "duplicate-rule", "warning")
def duplicate(proofs: Proofs) -> Iterator[Fault]:
    """Two rules fire for the same clients and conclude the same.

    One of them says nothing new, however differently it is written. Keep the one with the better
    reason, and let it cite the rows of both. The witness makes both fire.
    """
    for card in firing(proofs):
        for other in proofs.base.concluding[card.then[0]]:
            if _repeats(proofs, card, other) and card.place > other.place:
                sentence = f"it fires for exactly the clients of {other.name}, with the same result"
                yield Fault(card.name, sentence, card.source, proofs.witness(fires(card)))


@anomaly("A03", "redundant-rule", "warning")
def redundant(proofs: Proofs) -> Iterator[Fault]:
    """Whenever a rule fires, others conclude all that it does.

    It adds nothing but its reason. Drop it; or, where one other rule subsumes it, narrow that one,
    if it was meant for other clients only. The witness makes the rule and the others fire.
    """
    for card in firing(proofs):
        others = {kind: _others(proofs, card, kind) for kind in card.then}
        if not all(others.values()) or not proofs.nobody(_concluded_alone(card, others)):
            continue
        named = sorted({other.name for each in others.values() for other in each})
        verb = "concludes" if len(named) == 1 else "conclude"
        sentence = f"whenever it fires, {' and '.join(named)} {verb} as much"
        yield Fault(card.name, sentence, card.source, proofs.witness(fires(card)))


def firing(proofs: Proofs) -> tuple[RuleCard, ...]:
    """Return the rules that fire for somebody: of the others nothing else needs to be said."""
    return tuple(card for card in proofs.base.cards if not proofs.nobody(fires(card)))


def _nearly(proofs: Proofs, card: RuleCard) -> Mapping[str, Answer]:
    """Return a client who meets the conditions of a rule as far as they can be met together."""
    parts = card.when.parts if isinstance(card.when, All) else (card.when,)
    met: list[Clients] = []
    for part in parts:
        if not proofs.nobody(both(*met, fires(part))):
            met.append(fires(part))
    return proofs.witness(both(*met))


def _repeats(proofs: Proofs, card: RuleCard, other: RuleCard) -> bool:
    """Tell whether two rules fire for the same clients and conclude the same."""
    if card is other or set(card.then) != set(other.then):
        return False
    return proofs.nobody(differ(fires(card), fires(other)))


def _others(proofs: Proofs, card: RuleCard, kind: Kind) -> tuple[RuleCard, ...]:
    """Return the rules that conclude something for a client of this one, but no duplicates."""
    others = (other for other in proofs.base.concluding[kind] if other is not card)
    meeting = (other for other in others if not proofs.nobody(both(fires(card), fires(other))))
    return tuple(other for other in meeting if not _repeats(proofs, card, other))


def _concluded_alone(card: RuleCard, others: dict[Kind, tuple[RuleCard, ...]]) -> Clients:
    """For whom the rule fires, and one of its conclusions is reached by none of the others."""

    def clients(kernel: Kernel) -> Any:
        return kernel.space.logic.some(
            but_not(fires(card), *map(fires, each))(kernel) for each in others.values()
        )

    return clients
