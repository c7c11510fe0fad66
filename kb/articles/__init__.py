"""The five articles as numbered rows; every rule and every text cites the rows it rests on."""

from kb.articles import (
    boss,
    bounce_back,
    bounce_back_active,
    bounce_back_passive,
    relationships,
    roadblock,
    rut,
)
from kb.articles.row import Row

_MODULES = (
    rut,
    boss,
    roadblock,
    bounce_back,
    bounce_back_active,
    bounce_back_passive,
    relationships,
)

ROWS: dict[str, Row] = {row.id: row for module in _MODULES for row in module.ROWS}

ARTICLES: dict[str, str] = {
    "RU": "Career rut",
    "BO": "Your boss and your goal",
    "RB": "Roadblock",
    "BG": "Career bounce back",
    "AC": "Active bounce back",
    "PA": "Passive bounce back",
    "RS": "Relationship strategy",
}

PART_OF: dict[str, str] = {"AC": "BG", "PA": "BG"}
"""Families of rows that stand in the article of another family."""


def source(row_id: str) -> str:
    """Return where a row stands, for a reader: `RB-07, Roadblock, Intro · L1.6`."""
    row = ROWS[row_id]
    comment = ", a reader's comment" if row.basis == "comment" else ""
    return f"{row.id}, {ARTICLES[row.family]}, {row.place}{comment}"
