"""How many people get what, group by group, with nothing in it that points at a few of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from engine.base import Base, Kind
from engine.columns.advised import Advised
from engine.columns.arrays import array_of, numbers_in
from engine.columns.spreadsheets import require_groups
from engine.columns.truths import packed
from engine.complaints import ScenarioError
from kb.questions.scope import BEYOND
from kb.vocabulary import Diagnosis, Finding, Path

FEWEST = 5
"""The fewest people that a number may speak of; 0 speaks of nobody."""
MOST_GROUPS = 500


@dataclass(frozen=True, slots=True)
class Line:
    """How many people get one thing: by group, and in all; None is not shown."""

    subject: str
    kind: str
    by_group: tuple[int | None, ...]
    all: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The groups by name, in the order of the alphabet; how many people; and who gets what.

    So many rows were `rejected`; they are in none of the numbers.
    """

    by: str
    rejected: int
    groups: tuple[str, ...]
    people: Line
    lines: tuple[Line, ...]


class Counting:
    """The numbers of people by group, while the parts of a survey come in."""

    def __init__(self, base: Base, by: str) -> None:
        """Begin with nobody."""
        self._by = by
        kinds: tuple[Any, ...] = (Path, Finding, Diagnosis)
        self._subjects = [c for kind in kinds for c in base.reached(kind) if c.told]
        self._counts: dict[str, Any] = {}

    def add(self, table: Any, found: Advised) -> None:
        """Count the advised rows of a part. Raises ScenarioError for too many groups, and lists."""
        require_groups(table, self._by)
        column = pc.cast(table.column(self._by).filter(array_of(found.kept)), pa.string())
        coded = pc.fill_null(column, "").combine_chunks().dictionary_encode()
        if isinstance(coded, pa.ChunkedArray):  # nobody
            return
        codes, names = numbers_in(coded.indices), coded.dictionary.to_pylist()
        whom = {told.conclusion: told.whom for told in found.told if told.when == "note"}
        nobody = found.everybody.nobody
        truths = [packed(found.beyond), *(whom.get(c, nobody) for c in self._subjects)]
        for name, counts in zip(
            names, self._counted(found, truths, codes, len(names)), strict=True
        ):
            group = name.strip() or "(none)"
            self._counts[group] = self._counts.get(group, 0) + counts
        if len(self._counts) > MOST_GROUPS:
            message = f"found more than {MOST_GROUPS} groups; allowed: a column that groups people"
            raise ScenarioError([f"{self._by}: {message}"])

    def _counted(self, found: Advised, truths: Any, codes: Any, groups: int) -> Any:
        """Return a row a group: how many people, and how many of them each truth holds for."""
        holding = found.everybody.unpacked([found.everybody.everybody, *truths])
        return np.stack(
            [np.bincount(codes[column != 0], minlength=groups) for column in holding.T], axis=1
        )

    def summary(self, rejected: int) -> Summary:
        """Return what may be shown, beside so many rows that were rejected."""
        groups = sorted(self._counts)
        table = [[int(self._counts[group][n]) for group in groups] for n in range(self._width)]
        people, *lines = protected(table)
        subjects = [(BEYOND.id, "beyond"), *((c.id(), _kind(c)) for c in self._subjects)]
        return Summary(
            self._by,
            rejected,
            tuple(groups),
            Line("people", "people", *people),
            tuple(
                Line(subject, kind, *line)
                for (subject, kind), line, counts in zip(subjects, lines, table[1:], strict=True)
                if any(counts)
            ),
        )

    @property
    def _width(self) -> int:
        return len(self._subjects) + 2


def _kind(conclusion: Kind) -> str:
    return "path" if issubclass(conclusion, Path) else "finding"


Shown = tuple[tuple[int | None, ...], int | None]
"""The numbers of a line by group, and in all; None is not shown."""


def protected(table: Sequence[Sequence[int]]) -> Iterator[Shown]:
    """Yield the lines of a table as they may be shown: first the sizes of groups, then the rest.

    No number from 1 to 4 is shown, and none that leaves 1 to 4 of a group, or of all: that so many
    do not get something tells as much of them. A group whose size is not shown is hidden in all
    lines. More numbers are hidden until none of those, and none of what they leave, follows from
    the total of its line; where that does not help, the total is hidden instead.
    """
    sizes = table[0]
    people = sum(sizes)
    hidden, total = _hiding(sizes, [people] * len(sizes), people, None)
    yield _shown(sizes, hidden, total)
    for counts in table[1:]:
        more, with_total = _hiding(counts, sizes, people, hidden)
        yield _shown(counts, more, with_total)


def _few(count: int, of: int) -> bool:
    """Tell whether a number speaks of a few people: of those whom it counts, or of the others."""
    return 0 < count < FEWEST or 0 < of - count < FEWEST


def _hiding(
    counts: Sequence[int], wholes: Sequence[int], people: int, hidden: set[int] | None
) -> tuple[set[int], bool]:
    """Return which numbers of a line to hide, and whether its total may be shown.

    `wholes` are those whom each number could count at most, `people` all of them. `hidden` are the
    groups that are hidden in every line, or None where the line is that of their sizes. What gets
    the group nearer to none or all is hidden first; none and all need no hiding themselves.
    """
    few = {place for place, count in enumerate(counts) if _few(count, wholes[place])}
    few |= hidden or set()
    chosen = set(few)
    if _few(sum(counts), people):
        return few, False
    bounds = [
        (0, whole) if place in (hidden or ()) else (1, whole if hidden is None else whole - 1)
        for place, whole in enumerate(wholes)
    ]
    while _few(sum(counts[p] for p in chosen), sum(wholes[p] for p in chosen)) or any(
        _follows(place, chosen, counts, bounds) for place in chosen
    ):
        left = [p for p, whole in enumerate(wholes) if 0 < counts[p] < whole and p not in chosen]
        if not left:
            return few, False
        chosen.add(min(left, key=lambda place: min(counts[place], wholes[place] - counts[place])))
    return chosen, True


def _follows(
    place: int, hidden: set[int], counts: Sequence[int], bounds: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a hidden number can have one value only, given the sum of all hidden ones.

    `bounds` are what a reader may know of each anyway, the sizes of groups among it. What a number
    leaves of its group can have as many values as the number itself then.
    """
    together = sum(counts[each] for each in hidden)
    lowest, highest = bounds[place]
    others = [bounds[each] for each in hidden - {place}]
    at_least = max(lowest, together - sum(most for _, most in others))
    at_most = min(highest, together - sum(least for least, _ in others))
    return at_least >= at_most


def _shown(counts: Sequence[int], hidden: set[int], total: bool) -> Shown:
    by_group = tuple(None if place in hidden else count for place, count in enumerate(counts))
    return by_group, sum(counts) if total else None


def shares(line: Line, people: Line) -> Mapping[int, float]:
    """Return by the place of a group which share of it a line is about, where both are shown."""
    return {
        place: count / size
        for place, (count, size) in enumerate(zip(line.by_group, people.by_group, strict=True))
        if count is not None and size
    }
