"""Tables for a terminal: a row a client, a row a catalogue row."""

from collections.abc import Iterable, Sequence

from engine.audit.rows import Carriers
from engine.complaints import visible
from engine.consultation import Consultation
from engine.report.case import Case
from kb.vocabulary import Path


def clients(cases: Iterable[tuple[str, Case]], width: int) -> str:
    """Write one row a client: the file, the name, the first thing now, and the open paths."""
    rows = [
        (
            visible(file),
            visible(case.name),
            _first(case),
            _paths(case.consultation),
        )
        for file, case in cases
    ]
    # A file name is copied by those who want to open it, so it is not broken where it fits.
    longest = max((len(file) for file, *_ in rows), default=0)
    name_width = max(10, min(longest, width // 3))
    share = max(10, (width - name_width - 6) // 3)
    return table(("file", "client", "first", "paths"), rows, (name_width, share, share, share))


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


def _first(case: Case) -> str:
    if case.beyond:
        return "(beyond the articles: other help first)"
    if case.silent:
        return "(the articles say nothing)"
    now = case.consultation.at("now")
    return now[0].text if now else f"(ask {case.consultation.next_question})"


def _paths(consultation: Consultation) -> str:
    paths = (item for item in consultation.at("note") if issubclass(item.conclusion, Path))
    return ", ".join(path.id.replace("_", " ") for path in paths) or "-"
