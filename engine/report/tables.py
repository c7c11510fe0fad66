"""Tables for a terminal and for Markdown."""

from collections.abc import Iterable, Sequence

from engine.audit.rows import Carriers


def carried_rows(carriers: Iterable[Carriers], width: int) -> str:
    """Write one row a catalogue row: its id, and what carries it or why nothing does."""
    rows = [(each.row, each.words) for each in carriers]
    return table(("row", "carried by"), rows, (6, max(20, width - 8)))


def table(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int | None] | None = None,
) -> str:
    """Write a table with these headers; a cell longer than its width, if any, is wrapped."""
    # Imported where a table is printed: tabulate takes longer to import than Experta.
    from tabulate import tabulate

    return tabulate(
        rows,
        headers,
        maxcolwidths=list(widths) if widths else None,
        disable_numparse=True,
        break_long_words=True,
        break_on_hyphens=False,
    )


def pipe_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table for Markdown, without blanks to fill it up: one long cell stays one.

    The cells are Markdown already.
    """
    marks = ("---",) * len(headers)
    return "\n".join(f"| {' | '.join(row)} |" for row in (headers, marks, *rows))
