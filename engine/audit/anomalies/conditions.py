"""Conditions that make no difference, and bounds that are off by one."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from engine.audit.anomalies.anomaly import Fault, anomaly
from engine.audit.anomalies.proofs import Clients, Proofs, but_not, differ, fires
from engine.audit.anomalies.rules import firing
from engine.audit.turning import without
from engine.base import Base, Kind
from engine.cards import All, AnyOf, Clause, Concluded, RuleCard, leaves
from engine.kernel.kernel import Kernel
from engine.words import condition
from kb.vocabulary import Path


@anomaly("A04", "idle-condition", "warning")
def idle(proofs: Proofs) -> Iterator[Fault]:
    """A rule fires for the same clients without one of its conditions, or of its alternatives.

    What is asked for holds anyway, given the rest; or an alternative decides nothing. A reader
    takes it for a restriction, or a permission, that it is not. Leave it out, or correct it, if
    something else was meant. That a step names its own path is no anomaly: it tells a reader where
    the step belongs. The witness makes the rule fire.
    """
    for card in firing(proofs):
        # What stands alone is a condition, too: it may hold for everybody.
        when = card.when if isinstance(card.when, All) else All((card.when,))
        for role, part, simpler in _simpler(when):
            if _names_its_own(part, card):
                continue
            if proofs.nobody(differ(fires(card), fires(simpler))):
                sentence = f"it fires for the same clients without the {role} ({_words(part)})"
                yield Fault(card.name, sentence, card.source, proofs.witness(fires(card)))


@anomaly("A05", "unnoticed-condition", "note")
def unnoticed(proofs: Proofs) -> Iterator[Fault]:
    """Without one of its conditions a rule fires for more clients, and all are told the same.

    What it concludes is kept from the others by something else, so the condition decides nothing
    today; a change elsewhere may let it decide. That a step names its own path is no anomaly, as
    the steps of a path are told only while it is open. The witness meets all but this condition.
    """
    # Of a rule that adds nothing, no condition is noticed.
    adding = (card for card in firing(proofs) if not {"A02", "A03"} & proofs.codes(card.name))
    for card in adding:
        for place, leaf in enumerate(leaves(card.when)):
            wider = replace(card, when=without(card.when, place))
            more = but_not(fires(wider), fires(card))
            if _names_its_own(leaf, card) or proofs.nobody(more):
                continue
            told_otherwise = _TellingOtherwise(proofs.base, wider)
            # Most are noticed at what the rule itself concludes, and that is quickly compiled.
            if proofs.nobody(told_otherwise.of(card.then)) and proofs.nobody(
                told_otherwise.of(proofs.base.conclusions)
            ):
                sentence = f"without the condition ({condition(leaf)}) everybody is told the same"
                yield Fault(card.name, sentence, card.source, proofs.witness(more))


def _simpler(clause: Clause) -> Iterator[tuple[str, Clause, Clause]]:
    """Yield each part of a clause, with what it is there, and the clause without it."""
    match clause:
        case All(parts) | AnyOf(parts):
            joined, role = (All, "condition") if isinstance(clause, All) else (AnyOf, "alternative")
            for place, part in enumerate(parts):
                before, after = parts[:place], parts[place + 1 :]
                yield role, part, joined((*before, *after))
                for inner_role, inner, simpler in _simpler(part):
                    yield inner_role, inner, joined((*before, simpler, *after))


def _words(clause: Clause) -> str:
    match clause:
        case All(parts):
            return " and ".join(map(_words, parts))
        case AnyOf(parts):
            return " or ".join(map(_words, parts))
        case _:
            return condition(clause)


def _names_its_own(part: Clause, card: RuleCard) -> bool:
    """Tell whether a part only names what the conclusions of the rule belong to anyway."""
    return all(
        isinstance(leaf, Concluded) and all(_belongs(kind, leaf.conclusion) for kind in card.then)
        for leaf in leaves(part)
    )


def _belongs(kind: Kind, to: Kind) -> bool:
    """Tell whether something is a step of a path, or comes along with it, or with its steps."""
    if kind is to or (issubclass(to, Path) and kind in to.steps):
        return True
    return any(_belongs(served, to) for served in kind.serves)


class _TellingOtherwise:
    """For whom something else is said if a rule is replaced by another of its name."""

    def __init__(self, base: Base, other: RuleCard) -> None:
        self._base = base.with_cards(
            other if card.name == other.name else card for card in base.cards
        )
        self._version = functools.cache(lambda kernel: Kernel(kernel.space, self._base))

    def of(self, conclusions: Iterable[Kind]) -> Clients:
        """For whom one of these conclusions is said otherwise."""

        def clients(kernel: Kernel) -> Any:
            others = self._version(kernel).assembly.timings
            pairs = (
                pair
                for kind in conclusions
                for pair in zip(kernel.assembly.timings(kind), others(kind), strict=True)
            )
            space = kernel.space
            return space.logic.some(space.logic.differ(one, two) for (_, one), (_, two) in pairs)

        return clients
