"""A rule as frozen data: the one form that every backend reads."""

import functools
from dataclasses import dataclass

from kb.vocabulary import Conclusion


@dataclass(frozen=True, slots=True)
class Is:
    """The answer is one of `values`: yes or no, a whole number, or a choice."""

    question: str
    values: tuple[bool | int | str, ...]


@dataclass(frozen=True, slots=True)
class InRange:
    """A count, a number of weeks or a tally lies from `low` to `high` (None: no limit)."""

    question: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Names:
    """A list answer was given, and names `choice` or, if not `present`, does not."""

    question: str
    choice: str
    present: bool


@dataclass(frozen=True, slots=True)
class Given:
    """The question has been answered, no matter how."""

    question: str


@dataclass(frozen=True, slots=True)
class Concluded:
    """An earlier stage concluded this."""

    conclusion: type[Conclusion]


@dataclass(frozen=True, slots=True)
class NotConcluded:
    """No earlier stage concluded this."""

    conclusion: type[Conclusion]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Clause", ...]


Clause = Is | InRange | Names | Given | Concluded | NotConcluded | All | AnyOf


@dataclass(frozen=True)
class RuleCard:
    """One rule: `when` it holds, `then` these conclusions follow; `why` is the client's reason.

    `stage` is the salience, `place` the position in the order of definition, and `source` the file
    and line where it stands.
    """

    name: str
    why: str
    when: Clause
    then: tuple[type[Conclusion], ...]
    rows: tuple[str, ...]
    stage: int
    place: int
    source: str = ""

    @functools.cached_property
    def questions(self) -> tuple[str, ...]:
        """The questions and measures that the rule reads."""
        return questions_in(self.when)

    @functools.cached_property
    def reads(self) -> tuple[type[Conclusion], ...]:
        """The conclusions that the rule reads, denied ones too."""
        return conclusions_in(self.when)


def leaves(clause: Clause) -> tuple[Clause, ...]:
    """Return the conditions of a clause without its connectives, in order."""
    match clause:
        case All(parts) | AnyOf(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case _:
            return (clause,)


def forks(clause: Clause) -> bool:
    """Tell whether there is an alternative anywhere in a clause."""
    match clause:
        case All(parts):
            return any(map(forks, parts))
        case _:
            return isinstance(clause, AnyOf)


def needs(clause: Clause) -> tuple[type[Conclusion], ...]:
    """Return conclusions without which a clause cannot hold."""
    parts = clause.parts if isinstance(clause, All) else (clause,)
    return tuple(part.conclusion for part in parts if isinstance(part, Concluded))


def questions_in(clause: Clause) -> tuple[str, ...]:
    """Return the questions and measures that a clause reads, each once, in order."""
    return tuple(
        dict.fromkeys(
            leaf.question
            for leaf in leaves(clause)
            if isinstance(leaf, Is | InRange | Names | Given)
        )
    )


def conclusions_in(clause: Clause) -> tuple[type[Conclusion], ...]:
    """Return the conclusions that a clause reads, denied ones too, each once, in order."""
    return tuple(
        dict.fromkeys(
            leaf.conclusion for leaf in leaves(clause) if isinstance(leaf, Concluded | NotConcluded)
        )
    )
