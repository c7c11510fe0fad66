"""What would turn an advice: the smallest sets of facts that the person can change."""

import functools
from dataclasses import dataclass

from engine.base import Kind, our_base, settled_by
from engine.cards import Is
from engine.explain.person import Named, Person, advice_called
from engine.explain.turning import Change, bringing, turning
from engine.kernel.kernel import kernel
from kb.vocabulary import Path, Step
from kb.vocabulary.question import Answer


@dataclass(frozen=True, slots=True)
class Move:
    """One change, and the step of the articles that brings it about, if there is one."""

    change: Change
    step: str
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A smallest set of moves, and when the advice is said after it; None if no longer."""

    moves: tuple[Move, ...]
    then: str | None


@dataclass(frozen=True, slots=True)
class WouldChange:
    """The smallest sets of changes of the person's own that turn an advice; none, if none can.

    They take away what is `given`, and bring what is not.
    """

    advice: Named
    given: bool
    turns: tuple[Turn, ...]


def what_would_change(person: Person, id: str) -> WouldChange:
    """Tell what would take advice away that is given, or bring advice that is not.

    Raises RequestError for an id that is none.
    """
    conclusion = advice_called(id)
    when = person.when(conclusion) or ""
    given = person.is_given(conclusion)
    if given:
        target = ~kernel(gated=False).said[conclusion, when]
        sets = turning(person, target, about=conclusion, yours=True)
    else:
        _, sets = bringing(person, conclusion, yours=True)
    turns = (_turn(person, conclusion, changes) for changes in sets)
    # What a step of the articles brings about is worth reading first.
    by_steps = sorted(turns, key=lambda turn: sum(not move.step for move in turn.moves))
    return WouldChange(person.named(conclusion), given, tuple(by_steps))


def turning_points(person: Person) -> tuple[str, ...]:
    """Return what is worth asking about without being named: the open paths, and the first step."""
    paths = [item.id for item in person.items.values() if issubclass(item.conclusion, Path)]
    open_paths = [id for id in paths if person.is_given(advice_called(id))]
    steps = [i.id for i in person.consultation.at("now") if issubclass(i.conclusion, Step)]
    return (*open_paths, *steps[:1])


def _turn(person: Person, conclusion: Kind, changes: tuple[Change, ...]) -> Turn:
    after = person.changed({change.question: change.after for change in changes})
    return Turn(tuple(map(_move, changes)), after.when(conclusion))


def _move(change: Change) -> Move:
    step = _steps_that_settle().get((change.question, change.after))
    return Move(change, step.id() if step else "", step.text() if step else "")


@functools.cache
def _steps_that_settle() -> dict[tuple[str, Answer], type[Step]]:
    """Return the steps that are behind the client with exactly one answer, by that answer."""
    found: dict[tuple[str, Answer], type[Step]] = {}
    for step in our_base().conclusions:
        if issubclass(step, Step):
            match settled_by(step):
                case Is(question, (answer,)):
                    found.setdefault((question, answer), step)
                case _:
                    continue
    return found
