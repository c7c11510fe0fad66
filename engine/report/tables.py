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
    form: str = "simple",
) -> str:
    """Write a table with these headers; a cell longer than its width, if any, is wrapped.

    `form` is one of tabulate's: "simple" for a terminal, "pipe" for Markdown.
    """
    # Imported where a table is printed: tabulate takes longer to import than Experta.
    from tabulate import tabulate

    return tabulate(
        rows,
        headers,
        tablefmt=form,
        maxcolwidths=list(widths) if widths else None,
        disable_numparse=True,
        break_long_words=True,
        break_on_hyphens=False,
    )
