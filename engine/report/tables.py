"""Tables for a terminal and for Markdown."""

import functools
import textwrap
from collections.abc import Iterable, Sequence


def table(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int | None] | None = None,
) -> str:
    """Write a table with these headers; a cell longer than its width, if any, is wrapped."""
    # Imported where a table is printed: tabulate takes longer to import than Experta.
    from tabulate import tabulate

    if widths:
        headers, *rows = ([*map(_wrapped, row, widths)] for row in (headers, *rows))
    return tabulate(rows, headers, disable_numparse=True)


@functools.lru_cache(4096)
def _wrapped(cell: str, width: int | None) -> str:
    """Wrap each line of a cell, as tabulate would, which takes five times as long for it."""
    if width is None or len(cell) <= width:
        return cell
    lines = (textwrap.wrap(line, width, break_on_hyphens=False) for line in cell.split("\n"))
    return "\n".join("\n".join(wrapped) for wrapped in lines)


def pipe_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table for Markdown, without blanks to fill it up: one long cell stays one.

    The cells are Markdown already.
    """
    marks = ("---",) * len(headers)
    return "\n".join(f"| {' | '.join(row)} |" for row in (headers, marks, *rows))
