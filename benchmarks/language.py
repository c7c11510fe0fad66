"""What a peer says of its language: a word for each kind of condition, and how they are joined."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.base import Base, Kind
from engine.cards import (
    AnyOf,
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

Truth = TypeVar("Truth")


@dataclass(frozen=True, slots=True)
class Language(Generic[Truth]):
    """How conditions are written, as text or as expressions; none holds of what is not answered.

    `one_of` is given a question and answers, `in_range` a question, the least and the most (None:
    no limit), `names` a question, a choice and whether the list has it. `given` is whether there is
    an answer, `concluded` whether something follows.
    """

    logic: Logic[Truth]
    one_of: Callable[[str, tuple[bool | int | str, ...]], Truth]
    in_range: Callable[[str, int, int | None], Truth]
    names: Callable[[str, str, bool], Truth]
    given: Callable[[str], Truth]
    concluded: Callable[[Kind], Truth]

    def write(self, clause: Clause) -> Truth:
        """Return a clause in this language."""
        return self.logic.judge(clause, self._condition)

    def _condition(self, clause: Clause) -> Truth:
        match clause:
            case Is(id, values):
                return self.one_of(id, values)
            case InRange(id, low, high):
                # A bound is a parameter with a name; here it is a plain number.
                return self.in_range(id, int(low), None if high is None else int(high))
            case Names(id, choice, present):
                return self.names(id, choice, present)
            case Given(id):
                return self.given(id)
            case Concluded(conclusion):
                return self.concluded(conclusion)
            case NotConcluded(conclusion):
                return self.logic.negation(self.concluded(conclusion))
            case _:
                raise TypeError(f"not a condition: {clause!r}")


def stages(base: Base) -> tuple[tuple[RuleCard, ...], ...]:
    """Return the rules of a base by stage; a rule reads conclusions of stages before its own."""
    numbers = sorted({card.stage for card in base.cards}, reverse=True)
    return tuple(tuple(card for card in base.cards if card.stage == n) for n in numbers)


def layers(base: Base) -> Iterator[dict[Kind, Clause]]:
    """Yield what each stage concludes, with when it follows: one of the rules that reach it."""
    for cards in stages(base):
        concluded = dict.fromkeys(conclusion for card in cards for conclusion in card.then)
        yield {
            conclusion: AnyOf(tuple(card.when for card in base.concluding[conclusion]))
            for conclusion in concluded
        }
