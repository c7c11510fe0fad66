"""Truth values of any kind: how they are joined, and what a clause or a gate is made of."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.cards import All, AnyOf, Clause

Truth = TypeVar("Truth")


@dataclass(frozen=True, slots=True)
class Logic(Generic[Truth]):
    """How truth values are negated and joined: true and false, or decision diagrams."""

    negation: Callable[[Truth], Truth]
    every: Callable[[Iterable[Truth]], Truth]
    some: Callable[[Iterable[Truth]], Truth]

    def differ(self, one: Truth, other: Truth) -> Truth:
        """Tell whether exactly one of two truths holds."""
        return self.some(
            (self.every((one, self.negation(other))), self.every((other, self.negation(one))))
        )

    def judge(self, clause: Clause, leaf: Callable[[Clause], Truth]) -> Truth:
        """Tell whether a clause holds; `leaf` judges a single condition."""
        match clause:
            case All(parts):
                return self.every(self.judge(part, leaf) for part in parts)
            case AnyOf(parts):
                return self.some(self.judge(part, leaf) for part in parts)
            case _:
                return leaf(clause)

    def opens(
        self, gate: Clause | None, unless: Clause | None, leaf: Callable[[Clause], Truth]
    ) -> Truth:
        """Tell whether a question applies: its gate holds, if it has one, and `unless` does not."""
        gates = () if gate is None else (self.judge(gate, leaf),)
        shut = () if unless is None else (self.negation(self.judge(unless, leaf)),)
        return self.every((*gates, *shut))


PLAIN: Logic[bool] = Logic(operator.not_, all, any)
