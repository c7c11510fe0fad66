"""What would be said with other answers, side by side with what is said now."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.answers import AnswerError, did_you_mean, parse_typed, shown
from engine.base import Kind
from engine.explain.person import Fact, Person, RequestError
from kb.situation import QUESTIONS
from kb.vocabulary import Caution, Contradiction, Path, Stance, Step
from kb.vocabulary.question import Answer

MAIN = (Contradiction, Path, Step, Stance, Caution)
"""What a reader looks for, in this order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is said at another time then, or only before, or only afterwards.

    What is `main` is a verdict, or something to do or not to do; the rest goes with it.
    """

    id: str
    text: str
    kind: str
    main: bool
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What other answers would do: the answers, what is said differently, and how much is not.

    What only restates an answer, for rules to read, is left out.

    `began` and `ceased` are the rules that would fire only then, and no longer.
    """

    before: tuple[Fact, ...]
    after: tuple[Fact, ...]
    rows: tuple[Row, ...]
    same: int
    began: tuple[str, ...]
    ceased: tuple[str, ...]


def what_if(person: Person, changes: Iterable[str]) -> WhatIf:
    """Compare what is said with what would be said after changes such as `boss_is_jerk=no`.

    `unknown` takes an answer away. Raises RequestError with everything that cannot be read.
    """
    new = _parsed(changes)
    other = person.changed(new)
    kinds = list(dict.fromkeys((*person.items, *other.items)))
    kinds = [kind for kind in kinds if kind.told]
    differing = [kind for kind in kinds if person.when(kind) != other.when(kind)]
    fired, would_fire = person.consultation.rules, other.consultation.rules
    return WhatIf(
        before=tuple(person.fact(id) for id in new),
        after=tuple(other.fact(id) for id in new),
        rows=tuple(_row(person, other, kind) for kind in sorted(differing, key=rank)),
        same=len(kinds) - len(differing),
        began=tuple(sorted(would_fire - fired)),
        ceased=tuple(sorted(fired - would_fire)),
    )


def _row(person: Person, other: Person, kind: Kind) -> Row:
    item = other.items.get(kind) or person.items[kind]
    main = issubclass(kind, MAIN)
    return Row(item.id, item.text, kind.kind, main, person.when(kind), other.when(kind))


def rank(kind: Kind) -> int:
    """Return the place of a conclusion for a reader; what is not main comes at the end."""
    places = (place for place, each in enumerate(MAIN) if issubclass(kind, each))
    return next(places, len(MAIN))


def _parsed(changes: Iterable[str]) -> dict[str, Answer | None]:
    """Read each `question=answer`; collect every complaint before refusing."""
    new: dict[str, Answer | None] = {}
    wrong: list[str] = []
    for change in changes:
        id, equals, typed = change.partition("=")
        id = id.strip()
        if id not in QUESTIONS:
            hint = did_you_mean(id, QUESTIONS)
            wrong.append(f"no question is called {shown(id)}{hint}")
        elif not equals:
            wrong.append(f"{id}: no answer is given; write {id}=ANSWER")
        elif id in new:
            wrong.append(f"{id} is answered twice")
        else:
            try:
                new[id] = parse_typed(QUESTIONS[id], typed)
            except AnswerError as error:
                wrong.append(f"{id}: {error}")
    if wrong:
        raise RequestError(wrong)
    return new
