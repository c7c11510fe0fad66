"""A folder of clients for a terminal: a table, or in a narrow window a few lines each."""

import textwrap
from collections.abc import Iterable, Iterator

from engine.complaints import visible
from engine.folder import Row
from engine.report.tables import table
from kb.situation import QUESTIONS

NARROW = 72
"""Below this many columns, a table is no longer readable."""

_DATE = len("365 days ago")
HEADERS = ("file", "client", "first", "paths", "hangs on")


def render(rows: Iterable[Row], width: int) -> str:
    """Write one row a client, at most `width` columns wide."""
    rows = list(rows)
    if width < NARROW:
        return "\n".join(line for row in rows for line in _lines(row, width))
    # A file name is copied by those who want to open it, so it is not broken where it fits.
    longest = max((len(visible(row.file)) for row in rows), default=0)
    file = max(8, min(longest, width // 5))
    rest = width - file - 2 * (len(HEADERS) - 1)
    share = max(_DATE, rest * 2 // 9)
    widths = (file, share, rest - 3 * share, share, share)
    return table(HEADERS, [_cells(row) for row in rows], widths)


def since(days: int) -> str:
    """Say how long ago a day is."""
    if days == 0:
        return "today"
    number = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{number} ago" if days > 0 else f"in {number}"


def _cells(row: Row) -> tuple[str, ...]:
    name = "\n".join((visible(row.name), *_dated(row)))
    return (visible(row.file), name, row.first, _paths(row), _hanging(row))


def _lines(row: Row, width: int) -> Iterator[str]:
    yield from textwrap.wrap(visible(row.file), width)
    parts = [", ".join((visible(row.name), *_dated(row))), f"first: {row.first}"]
    parts.append(f"paths: {_paths(row)}")
    if row.hanging:
        parts.append(f"hangs on: {_hanging(row)}")
    for part in parts:
        yield from textwrap.wrap(part, width, initial_indent="  ", subsequent_indent="    ")


def _dated(row: Row) -> tuple[str, ...]:
    return () if row.date is None or row.days is None else (str(row.date), since(row.days))


def _paths(row: Row) -> str:
    return ", ".join(id.replace("_", " ") for id in row.paths) or "-"


def _hanging(row: Row) -> str:
    return ", ".join(f"{QUESTIONS[id].label} ({count})" for id, count in row.hanging.items()) or "-"
