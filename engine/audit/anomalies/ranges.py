"""Ranges on one scale: bounds that are off by one, and neighbours with a gap or an overlap."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.audit.anomalies.anomaly import Fault, anomaly
from engine.audit.anomalies.proofs import Proofs, both, differ, fires
from engine.audit.anomalies.rules import firing
from engine.audit.turning import with_leaf
from engine.base import Base
from engine.cards import All, InRange, RuleCard, leaves
from engine.words import condition


@anomaly("A06", "bound-off-by-one", "warning")
def off_by_one(proofs: Proofs) -> Iterator[Fault]:
    """A bound lies one beside the number at which something begins on this scale.

    Where the articles leave a number open it is a named parameter, and every rule on the same
    question divides the scale there, or between none and some. A bound that is one more or one
    less leaves a number out, or counts it on both sides. Write the bound with the parameter. The
    witness is a client who is judged differently by the bound as it was chosen.
    """
    for card in firing(proofs):
        for place, leaf in enumerate(leaves(card.when)):
            if isinstance(leaf, InRange):
                for meant, begins in _as_chosen(leaf, _chosen(proofs.base, leaf.question)):
                    wrong = differ(fires(card), fires(with_leaf(card.when, place, meant)))
                    # Beside a narrower condition the bound decides nothing, wherever it lies.
                    if not proofs.nobody(wrong):
                        sentence = f"the bound ({condition(leaf)}) is one off {begins}"
                        yield Fault(card.name, sentence, card.source, proofs.witness(wrong))


@anomaly("A18", "ranges-do-not-meet", "warning")
def unmet_ranges(proofs: Proofs) -> Iterator[Fault]:
    """Two rules divide a scale between them, and a number falls to both or to neither.

    They ask for the same but for the range of one number, so one of them is meant to begin where
    the other ends. Let the upper one begin right above the lower one. The witness of an overlap
    makes both fire; that of a gap has a number in between, and meets all else.
    """
    divided: dict[object, list[tuple[InRange, RuleCard]]] = {}
    for card in firing(proofs):
        for scale, leaf in _ranges(card):
            divided.setdefault(scale, []).append((leaf, card))
    for sharing in divided.values():
        in_order = sorted(sharing, key=lambda each: (each[0].low, each[1].place))
        for (lower, one), (upper, other) in itertools.pairwise(in_order):
            if lower.high is None and upper.high is None and lower.low == upper.low:
                continue  # the same range, not a part of the scale for each
            if (lower.low, lower.high) == (upper.low, upper.high) or lower.high == upper.low - 1:
                continue
            overlap = lower.high is None or lower.high >= upper.low
            between = replace(lower, low=(lower.high or 0) + 1, high=upper.low - 1)
            clients = fires(one if overlap else _with_range(one, lower, between))
            if overlap:
                clients = both(clients, fires(other))
            sentence = f"({condition(lower)}) and ({condition(upper)}) "
            sentence += "share a number" if overlap else "leave a number between them"
            subject = f"{one.name} + {other.name}"
            yield Fault(subject, sentence, one.source, proofs.witness(clients))


def _ranges(card: RuleCard) -> Iterator[tuple[object, InRange]]:
    """Yield each range that a rule asks for along with all else, and the scale that it divides.

    Rules share a scale that ask for the same number, and the same otherwise, at the same stage.
    """
    parts = card.when.parts if isinstance(card.when, All) else (card.when,)
    for leaf in parts:
        if isinstance(leaf, InRange):
            rest = frozenset(part for part in parts if part is not leaf)
            yield (card.stage, leaf.question, rest), leaf


def _with_range(card: RuleCard, leaf: InRange, other: InRange) -> RuleCard:
    return replace(card, when=with_leaf(card.when, leaves(card.when).index(leaf), other))


def _chosen(base: Base, scale: str) -> Mapping[int, str]:
    """Return where a scale may be divided, each number with why."""
    is_count = scale in base.measures or base.questions[scale].kind == "count"
    natural = {1: "1, where some begin"} if is_count else {}
    parameters = (number for number in base.parameters if number.begins == scale)
    return natural | {int(number): f"{number.id}, which is {number}" for number in parameters}


def _as_chosen(leaf: InRange, chosen: Mapping[int, str]) -> Iterator[tuple[InRange, str]]:
    """Yield the range as it would be with each number that one of its ends lies beside."""
    for off in (-1, 1):
        # From 0 to some number is a part of the scale; from 0 on is all of it.
        divides = leaf.low > 0 or leaf.high is None
        if divides and leaf.low not in chosen and leaf.low + off in chosen:
            yield replace(leaf, low=leaf.low + off), chosen[leaf.low + off]
        ends = None if leaf.high is None else leaf.high + 1
        if ends is not None and ends not in chosen and ends + off in chosen:
            yield replace(leaf, high=ends + off - 1), chosen[ends + off]
