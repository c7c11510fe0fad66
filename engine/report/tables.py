"""Tables for a terminal: a row a client, a row a rule, a row a catalogue row."""

from collections.abc import Iterable, Sequence

from engine.audit.rows import Carriers
from engine.cards import RuleCard
from engine.consultation import Consultation
from kb.vocabulary import Path


def clients(consultations: Iterable[tuple[str, Consultation]], width: int) -> str:
    """Write one row a client: the first thing now, and the paths that are open."""
    rows = [
        (name, _first(consultation), ", ".join(_paths(consultation)) or "-")
        for name, consultation in consultations
    ]
    share = max(12, (width - 4) // 3)
    return _table(("client", "first", "paths"), rows, (share, share, share))


def rules(cards: Iterable[RuleCard], width: int) -> str:
    """Write one row a rule: its id, what it concludes, and its rows."""
    rows = [
        (card.name, ", ".join(c.id() for c in card.then), ", ".join(card.rows)) for card in cards
    ]
    share = max(12, (width - 4) // 5)
    return _table(("rule", "concludes", "rows"), rows, (share * 2, share * 2, share))


def carried_rows(carriers: Iterable[Carriers], width: int) -> str:
    """Write one row a catalogue row: its id, and what carries it or why nothing does."""
    rows = [(each.row, each.words) for each in carriers]
    return _table(("row", "carried by"), rows, (6, max(20, width - 8)))


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    # Imported where a table is printed: tabulate takes longer to import than Experta.
    from tabulate import tabulate

    return tabulate(
        rows,
        headers,
        tablefmt="simple",
        maxcolwidths=list(widths),
        disable_numparse=True,
        break_long_words=True,
        break_on_hyphens=False,
    )


def _first(consultation: Consultation) -> str:
    now = consultation.at("now")
    return now[0].id if now else f"(ask {consultation.next_question})"


def _paths(consultation: Consultation) -> list[str]:
    return [item.id for item in consultation.at("note") if issubclass(item.conclusion, Path)]
