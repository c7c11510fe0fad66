"""Conditions as text, for peers whose rules are written with "and", "or" and brackets."""

import json
from collections.abc import Callable, Iterable

from engine.base import Base
from engine.cards import (
    Clause,
    Concluded,
    Given,
    InRange,
    Is,
    Names,
    NotConcluded,
    RuleCard,
)
from engine.logic import Logic


def infix(negation: str, conjunction: str, disjunction: str, true: str, false: str) -> Logic[str]:
    """Return the logic of a language, by its words."""

    def joining(word: str, of_none: str) -> Callable[[Iterable[str]], str]:
        def join(texts: Iterable[str]) -> str:
            parts = tuple(texts)
            return f"({f' {word} '.join(parts)})" if len(parts) > 1 else "".join(parts) or of_none

        return join

    return Logic(
        lambda text: f"({negation} {text})",
        joining(conjunction, true),
        joining(disjunction, false),
    )


def stages(base: Base) -> tuple[tuple[RuleCard, ...], ...]:
    """Return the rules of a base by stage; a rule reads conclusions of stages before its own."""
    numbers = sorted({card.stage for card in base.cards}, reverse=True)
    return tuple(tuple(card for card in base.cards if card.stage == n) for n in numbers)


def condition(clause: Clause, named: Callable[[str, str, bool], str]) -> str:
    """Write a single condition; what is not answered is null, and `named` writes that of a list."""
    match clause:
        case Is(id, values):
            return f"({' or '.join(f'{id} == {json.dumps(value)}' for value in values)})"
        case InRange(id, low, None):
            return f"({id} != null and {id} >= {low})"
        case InRange(id, low, high):
            return f"({id} != null and {id} >= {low} and {id} <= {high})"
        case Names(id, choice, present):
            return f"({id} != null and {named(id, choice, present)})"
        case Given(id):
            return f"{id} != null"
        case Concluded(conclusion):
            return f"c_{conclusion.id()}"
        case NotConcluded(conclusion):
            return f"not c_{conclusion.id()}"
        case _:
            raise TypeError(f"not a condition: {clause!r}")
