"""What is rejected: which cells are no answers, and why; each reason is kept once, not by cell."""

import functools
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from engine.columns.arrays import array_of, texts_of

Numbers = np.ndarray[Any, Any]

AT_ONCE = 100_000
"""About how many cells are told at once."""


class Misfit(NamedTuple):
    """A cell that is no answer: the column, what was found, made visible and cut, and why not."""

    column: str
    value: str
    reason: str


class Rejected(NamedTuple):
    """A misfit, and the row it stands in, from 1."""

    row: int
    misfit: Misfit


class Misfits(NamedTuple):
    """The misfits of one column, each once; `codes` tells which of them stands in which row."""

    rows: Numbers
    codes: Numbers
    kinds: tuple[Misfit, ...]


@dataclass(frozen=True)
class Rejects:
    """All misfits of some rows, told by row, and in a row in the order of the columns."""

    columns: tuple[Misfits, ...] = ()

    def __len__(self) -> int:
        """Return how many cells are misfits."""
        return sum(len(column.rows) for column in self.columns)

    def __iter__(self) -> Iterator[Rejected]:
        """Yield the misfits one by one."""
        for rows, codes in self._by_row():
            for row, code in zip(rows, codes, strict=True):
                yield Rejected(int(row), self._kinds[code])

    @functools.cached_property
    def rows(self) -> int:
        """How many rows have misfits."""
        return sum(1 + int(np.count_nonzero(np.diff(rows))) for rows, _ in self._by_row())

    def tables(self) -> Iterator[Any]:
        """Yield the misfits as tables of Arrow, some at a time."""
        for rows, codes in self._by_row():
            occurring, places = np.unique(codes, return_inverse=True)
            told = list(zip(*(self._kinds[code] for code in occurring), strict=True))
            columns = {
                name: pa.DictionaryArray.from_arrays(array_of(places), texts_of(texts))
                for name, texts in zip(Misfit._fields, told, strict=True)
            }
            yield pa.table({"row": array_of(rows), **columns})

    @functools.cached_property
    def _kinds(self) -> tuple[Misfit, ...]:
        return tuple(kind for column in self.columns for kind in column.kinds)

    def _by_row(self) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield numbers of rows, in order, and which misfits they have; only some at a time."""
        found = [column for column in self.columns if len(column.rows)]
        if not found:
            return
        first = min(int(column.rows[0]) for column in found)
        last = max(int(column.rows[-1]) for column in found)
        step = max(AT_ONCE // len(found), 1)
        for start in range(first, last + 1, step):
            rows, codes = self._between(start, start + step)
            if len(rows):
                order = np.argsort(rows, kind="stable")
                yield rows[order], codes[order]

    def _between(self, start: int, end: int) -> tuple[Numbers, Numbers]:
        """Return the misfits in some rows, column by column."""
        rows, codes, before = [], [], 0
        for column in self.columns:
            begin, stop = np.searchsorted(column.rows, (start, end))
            rows.append(column.rows[begin:stop])
            codes.append(column.codes[begin:stop].astype(np.int64) + before)
            before += len(column.kinds)
        return np.concatenate(rows), np.concatenate(codes)


class Collected:
    """Misfits that come one by one, in the order of their rows."""

    def __init__(self) -> None:
        """Begin with none."""
        self._rows, self._codes = array("q"), array("q")
        self._kinds: dict[Misfit, int] = {}

    def add(self, row: int, misfit: Misfit) -> None:
        """Add one, in a row after those that are there."""
        self._rows.append(row)
        self._codes.append(self._kinds.setdefault(misfit, len(self._kinds)))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._rows)

    def misfits(self) -> Misfits:
        """Return what has been collected."""
        rows, codes = (np.array(each, np.int64) for each in (self._rows, self._codes))
        return Misfits(rows, codes, tuple(self._kinds))
