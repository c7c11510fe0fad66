"""Mutants of a knowledge base: versions of it with one small mistake each, made from its cards."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from engine.base import Base, Kind
from engine.cards import (
    All,
    AnyOf,
    Clause,
    Concluded,
    InRange,
    Is,
    Names,
    NotConcluded,
    RuleCard,
)
from engine.words import condition
from kb.vocabulary import Precedence

Choice = TypeVar("Choice")
Change = tuple[str, Clause]
"""What was changed, in words, and the clause as it is then."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A version of a base with one mistake; `words` say what was changed.

    `rule` names the rule, or the conclusion that no longer sets aside or defers something.
    """

    operator: str
    rule: str
    words: str
    base: Base


def mutants(base: Base) -> Iterator[Mutant]:
    """Yield every mutant of a base, operator by operator; a mistake made by two counts once."""
    made: dict[str, list[RuleCard]] = {}
    for operator, versions in OPERATORS.items():
        for place, card in enumerate(base.cards):
            for words, other in versions(base, card):
                before, after = base.cards[:place], base.cards[place + 1 :]
                if other is None:
                    yield Mutant(operator, card.name, words, base.with_cards((*before, *after)))
                elif other not in made.setdefault(card.name, [card]):
                    made[card.name].append(other)
                    version = base.with_cards((*before, other, *after))
                    yield Mutant(operator, card.name, words, version)
    yield from _undeclared(base)


Version = tuple[str, RuleCard | None]
"""What was changed, in words, and the rule as it is then; None where it is gone."""


def drop_a_condition(base: Base, card: RuleCard) -> Iterator[Version]:
    """A condition always holds; an alternative falls away."""
    for part, words, when in _dropped(card.when):
        if not isinstance(part, NotConcluded):
            yield words, replace(card, when=when)


def drop_an_exception(base: Base, card: RuleCard) -> Iterator[Version]:
    """A conclusion that must not have been reached is no longer looked at."""
    for part, words, when in _dropped(card.when):
        if isinstance(part, NotConcluded):
            yield words, replace(card, when=when)


def negate_a_condition(base: Base, card: RuleCard) -> Iterator[Version]:
    """A condition asks for the opposite answer; an unknown answer is still none."""

    def negated(leaf: Clause) -> Iterator[Change]:
        if (opposite := _opposite(base, leaf)) is not None:
            yield _turned(leaf, opposite)

    return _with(card, negated)


def swap_a_condition(base: Base, card: RuleCard) -> Iterator[Version]:
    """One condition is enough where all were needed, or the reverse; a choice is its neighbour."""

    def swapped(part: Clause) -> Iterator[Change]:
        match part:
            case All(parts) if len(parts) > 1:
                yield f"one is enough of: {_listed(part)}", AnyOf(parts)
            case AnyOf(parts):
                yield f"all are needed of: {_listed(part)}", All(parts)
            case Is(id, values) if id in base.questions and base.questions[id].choices:
                choices = base.questions[id].choices
                for place, value in enumerate(values):
                    if other := _next(choices, value, values):
                        swap = Is(id, (*values[:place], other, *values[place + 1 :]))
                        yield _turned(part, swap)
            case Names(id, choice, present):
                if other := _next(base.questions[id].choices, choice, (choice,)):
                    yield _turned(part, Names(id, other, present))

    return _with(card, swapped)


def move_a_bound(base: Base, card: RuleCard) -> Iterator[Version]:
    """A bound is one higher or one lower; an exact number also moves as a whole."""

    def moved(leaf: Clause) -> Iterator[Change]:
        if isinstance(leaf, InRange):
            low, high = leaf.low, leaf.high
            lows = [(low - 1, high), (low + 1, high)]
            highs = [] if high is None else [(low, high - 1), (low, high + 1)]
            exact = [(low - 1, low - 1), (low + 1, low + 1)] if low == high else []
            for bottom, top in (*lows, *highs, *exact):
                if bottom >= 0 and (top is None or bottom <= top):
                    yield _turned(leaf, InRange(leaf.question, bottom, top))

    return _with(card, moved)


def drop_a_rule(base: Base, card: RuleCard) -> Iterator[Version]:
    """The rule is gone."""
    yield "the rule is gone", None


def swap_a_conclusion(base: Base, card: RuleCard) -> Iterator[Version]:
    """The rule concludes the next one of the same kind, as its module defines them."""
    for place, conclusion in enumerate(card.then):
        alike = tuple(c for c in base.conclusions if _place_of(c) == _place_of(conclusion))
        if other := _next(alike, conclusion, card.then):
            then = (*card.then[:place], other, *card.then[place + 1 :])
            yield f"{conclusion.id()} turned into: {other.id()}", replace(card, then=then)


OPERATORS: Mapping[str, Callable[[Base, RuleCard], Iterator[Version]]] = {
    operator.__name__.replace("_", " "): operator
    for operator in (
        drop_a_condition,
        negate_a_condition,
        swap_a_condition,
        move_a_bound,
        drop_a_rule,
        swap_a_conclusion,
        drop_an_exception,
    )
}


def _undeclared(base: Base) -> Iterator[Mutant]:
    """Yield the versions in which a conclusion no longer sets aside, or defers, one of those."""
    operator = drop_an_exception.__name__.replace("_", " ")
    for cause in base.concluding:
        deferred = cause.defers if issubclass(cause, Precedence) else ()
        for verb, given_way in (("sets aside", cause.sets_aside), ("defers", deferred)):
            for conclusion in given_way:
                version = replace(base, dropped=base.dropped | {(cause, conclusion)})
                words = f"no longer {verb} {conclusion.id()}"
                yield Mutant(operator, cause.id(), words, version)


def _with(card: RuleCard, change: Callable[[Clause], Iterator[Change]]) -> Iterator[Version]:
    for words, when in _changed(card.when, change):
        yield words, replace(card, when=when)


def _changed(clause: Clause, change: Callable[[Clause], Iterator[Change]]) -> Iterator[Change]:
    """Yield the clause with one part of it changed, or itself."""
    yield from change(clause)
    if isinstance(clause, All | AnyOf):
        for place, part in enumerate(clause.parts):
            for words, other in _changed(part, change):
                yield words, _joined(clause, place, other)


def _dropped(clause: Clause) -> Iterator[tuple[Clause, str, Clause]]:
    """Yield each part, in words, and the clause without it: a condition that always holds."""
    if not isinstance(clause, All):
        clause = All((clause,))
    yield from _dropped_inside(clause)


def _dropped_inside(clause: All | AnyOf) -> Iterator[tuple[Clause, str, Clause]]:
    called = "condition" if isinstance(clause, All) else "alternative"
    for place, part in enumerate(clause.parts):
        yield part, f"without the {called}: {phrase(part)}", _joined(clause, place)
        if isinstance(part, All | AnyOf):
            for inner, words, other in _dropped_inside(part):
                yield inner, words, _joined(clause, place, other)


def _joined(clause: All | AnyOf, place: int, *other: Clause) -> Clause:
    """Return a clause with something else, or nothing, at one place; what is left alone is bare."""
    parts = (*clause.parts[:place], *other, *clause.parts[place + 1 :])
    return parts[0] if len(parts) == 1 else replace(clause, parts=parts)


def _opposite(base: Base, leaf: Clause) -> Clause | None:
    """Return what asks for the opposite of a condition, or None where nothing does."""
    match leaf:
        case Is(id, (bool(value),)):
            return Is(id, (not value,))
        case Is(id, values) if id in base.questions:
            others = tuple(c for c in base.questions[id].choices if c not in values)
            return Is(id, others) if others else None
        case InRange(id, low, high):
            below = (InRange(id, 0, low - 1),) if low > 0 else ()
            above = () if high is None else (InRange(id, high + 1, None),)
            ranges = (*below, *above)
            return ranges[0] if len(ranges) == 1 else AnyOf(ranges) if ranges else None
        case Names(id, choice, present):
            return Names(id, choice, not present)
        case Concluded(conclusion):
            return NotConcluded(conclusion)
        case NotConcluded(conclusion):
            return Concluded(conclusion)
        case _:  # a question that is not answered cannot be asked for: unknown is no answer
            return None


def _next(choices: tuple[Choice, ...], one: Any, taken: tuple[Any, ...]) -> Choice | None:
    """Return the first behind one of the choices that is not taken, beginning anew at the end."""
    start = choices.index(one) + 1
    behind = (*choices[start:], *choices[:start])
    return next((choice for choice in behind if choice not in taken), None)


def _place_of(conclusion: Kind) -> tuple[str, tuple[type, ...]]:
    return conclusion.__module__, conclusion.__bases__


def _turned(before: Clause, after: Clause) -> Change:
    return f"{phrase(before)} turned into: {phrase(after)}", after


def phrase(clause: Clause) -> str:
    """Write a clause in one line."""
    match clause:
        case All(()):
            return "always"
        case All(parts):
            return " and ".join(map(_bracketed, parts))
        case AnyOf(parts):
            return " or ".join(map(_bracketed, parts))
        case _:
            return condition(clause)


def _bracketed(part: Clause) -> str:
    return f"({phrase(part)})" if isinstance(part, All | AnyOf) else phrase(part)


def _listed(clause: All | AnyOf) -> str:
    return "; ".join(map(phrase, clause.parts))
