"""A part of the benchmark as a value: what was measured, in words, tables and a picture."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.measuring import Times


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: people, rounds, files, and the sizes of a grown knowledge base.

    `warm` is the share of the people that a peer asks to be warmed up with; `tables` are the rounds
    of the first number of `rows`.
    """

    people: int = 200
    rounds: int = 7
    runs: int = 11
    files: int = 500
    growth: tuple[int, ...] = (1, 2, 4, 8)
    tables: int = 3
    rows: tuple[int, ...] = (1_000_000, 10_000_000)
    warm: float = 1.0


SMALL = Size(people=6, rounds=2, runs=1, files=4, growth=(1, 2), tables=1, rows=(1000,), warm=0.0)
"""The size of a test: that everything works is seen, and the figures mean nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in words, a row a way; the first column is text, the others are figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A panel of the picture: a bar a way, in ms; the scale may grow `by_tens`."""

    title: str
    times: Mapping[str, Times]
    by_tens: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A panel of the picture: a line a way, with a point a size, in ms; `across` names the size."""

    title: str
    across: str
    times: Mapping[str, Mapping[int, Times]]


@dataclass(frozen=True, slots=True)
class Part:
    """What one module of `benchmarks.parts` has measured.

    `about` says what was done, `left_out` why something was not, a line each; `packages` are what
    was measured, as they are called where they are installed from.
    """

    title: str
    about: str
    tables: tuple[Table, ...]
    panels: tuple[Bars | Lines, ...] = ()
    left_out: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


def milliseconds(seconds: float) -> str:
    """Write a time in ms, with three figures that mean something."""
    return f"{seconds * 1000:.3g}" if seconds < 1 else f"{seconds * 1000:,.0f}"


def spread(times: Times) -> str:
    """Write the quartiles of some times, in ms."""
    low, high = times.quartiles
    return f"{milliseconds(low)} to {milliseconds(high)}"


def ratio(number: float) -> str:
    """Write how many times something is something else."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
