"""Which conditions of a clause turn its result on their own, and a clause without one of them."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from engine.cards import All, AnyOf, Clause, leaves
from engine.logic import Logic

Truth = TypeVar("Truth")


def turning(
    clause: Clause, judge: Callable[[Clause], Truth], logic: Logic[Truth]
) -> tuple[Truth, ...]:
    """Return for each condition, in the order of `leaves`, whether it alone turns the clause.

    A condition turns its clause when all that stands beside it in an "every" holds and nothing
    beside it in a "some" does: then the clause is what the condition is. Conditions are looked at
    where they stand, so two that read the same question mask each other and are not held still
    (masking MC/DC).
    """
    return tuple(_turning(clause, judge, logic, logic.every(())))


def _turning(
    clause: Clause, judge: Callable[[Clause], Truth], logic: Logic[Truth], unmasked: Truth
) -> Iterator[Truth]:
    match clause:
        case All(parts) | AnyOf(parts):
            truths = [judge(part) for part in parts]
            quiet = truths if isinstance(clause, All) else [logic.negation(t) for t in truths]
            for place, part in enumerate(parts):
                beside = (*quiet[:place], *quiet[place + 1 :])
                yield from _turning(part, judge, logic, logic.every((unmasked, *beside)))
        case _:
            yield unmasked


def without(clause: Clause, place: int) -> Clause:
    """Return a clause in which the condition at this place always holds."""
    return with_leaf(clause, place, All(()))


def with_leaf(clause: Clause, place: int, other: Clause) -> Clause:
    """Return a clause with another condition at this place, in the order of `leaves`."""
    match clause:
        case All(parts) | AnyOf(parts):
            changed = []
            for part in parts:
                inside = 0 <= place < len(leaves(part))
                changed.append(with_leaf(part, place, other) if inside else part)
                place -= len(leaves(part))
            return All(tuple(changed)) if isinstance(clause, All) else AnyOf(tuple(changed))
        case _:
            return other
