"""Headings, lines below lines and tables: one form that is written as text or as Markdown."""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from engine.complaints import visible
from engine.report.tables import pipe_table, table
from engine.report.terminal import NARROWEST

NARROW = 56
"""Below this width, a table is written as a list."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, what stands below it, and the client's `own` words at its end."""

    text: str
    below: tuple["Line", ...] = ()
    own: str = ""

    @property
    def plain(self) -> str:
        """The whole line, as it is read."""
        return f"{self.text} {self.own}" if self.own else self.text

    @property
    def marked(self) -> str:
        """The whole line in Markdown."""
        return f"{self.text} {escaped(self.own)}" if self.own else self.text


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column is prose, and whose others are a word or two."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the lines and tables below it."""

    title: str
    parts: tuple[Line | Table, ...]


def as_text(sections: Iterable[Section], width: int, heading: Callable[[str], str]) -> str:
    """Write sections as lines of at most `width` columns; `heading` styles the headings."""
    width = max(NARROWEST, width)

    def lines() -> Iterator[str]:
        for section in sections:
            yield from map(heading, textwrap.wrap(section.title, width))
            for part in section.parts:
                yield ""
                if isinstance(part, Table):
                    yield from _table_as_text(part, width)
                else:
                    yield from textwrap.wrap(part.plain, width)
                    yield from _below(part, width, "  ")
            yield ""

    return "\n".join(lines())


def as_markdown(sections: Iterable[Section]) -> str:
    """Write sections as Markdown: the first heading is the title of the document."""

    def lines() -> Iterator[str]:
        for number, section in enumerate(sections):
            yield f"{'##' if number else '#'} {escaped(section.title)}"
            for part in section.parts:
                yield ""
                if isinstance(part, Table):
                    yield pipe_table(part.headers, part.rows)
                else:
                    yield f"**{part.marked}**" if part.below else part.marked
                    yield from ("",) if part.below else ()
                    yield from _nested(part.below, "")
            yield ""

    return "\n".join(lines())


def escaped(text: str) -> str:
    """Keep a text of the client's from being read as Markdown or HTML."""
    marked = re.sub(r"([\\`*_{}\[\]()#+!|<>&~=-])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)\.", r"\1\\.", marked)  # a number begins a list


def footer(lines: Iterable[str]) -> str:
    """Write lines below a rule at the end of a Markdown document."""
    return "\n---\n\n" + "".join(f"{escaped(visible(line))}\n\n" for line in lines)


def _below(line: Line, width: int, margin: str) -> Iterator[str]:
    for below in line.below:
        first, rest = f"{margin}- ", f"{margin}  "
        yield from textwrap.wrap(below.plain, width, initial_indent=first, subsequent_indent=rest)
        yield from _below(below, width, rest)


def _nested(lines: Iterable[Line], margin: str) -> Iterator[str]:
    for line in lines:
        yield f"{margin}- {line.marked}"
        yield from _nested(line.below, f"{margin}  ")


def _table_as_text(shown: Table, width: int) -> Iterator[str]:
    if width >= NARROW:
        yield table(shown.headers, shown.rows, _width_of_prose(shown, width))
        return
    for row in shown.rows:
        pairs = zip(shown.headers[1:], row[1:], strict=True)
        words = ", ".join(f"{header}: {cell}" for header, cell in pairs)
        yield from _below(Line("", (Line(row[0], (Line(words),)),)), width, "")


def _width_of_prose(shown: Table, width: int) -> list[int | None]:
    """Give the first column what the others leave of the window."""
    columns = list(zip(shown.headers, *shown.rows, strict=True))[1:]
    taken = sum(max(map(len, column)) + 2 for column in columns)
    return [width - taken, *([None] * len(columns))]
