"""A folder of clients before a day of sessions: a row each, and the order to look at them in."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from engine.kernel.said import weighed
from engine.report.case import Case
from engine.scenarios import Scenario
from kb.situation import QUESTIONS
from kb.vocabulary import Path


@dataclass(frozen=True, slots=True)
class Row:
    """What a coach wants to know of one client at a glance.

    `paths` are the ids of the open paths. `hanging` tells for each question answered "don't know"
    how many pieces of advice its answer could still change, and is empty where there are none.
    `days` have passed since the `date` of the file; both are None where it has none.
    """

    file: str
    name: str
    first: str
    paths: tuple[str, ...]
    hanging: Mapping[str, int]
    date: datetime.date | None
    days: int | None

    @property
    def left_open(self) -> int:
        """How much advice hangs on what the client does not know, question by question."""
        return sum(self.hanging.values())


def row_of(scenario: Scenario, case: Case, today: datetime.date) -> Row:
    """Return the row of one client."""
    notes = case.consultation.at("note")
    date = scenario.date
    return Row(
        file=File(scenario.source).name,
        name=case.name,
        first=_first(case),
        paths=tuple(item.id for item in notes if issubclass(item.conclusion, Path)),
        hanging={id: len(weighed(said)) for id, said in (case.hanging or {}).items()},
        date=date,
        days=None if date is None else (today - date).days,
    )


SORTS: dict[str, Callable[[Row], Any]] = {
    "file": lambda row: (),
    "client": lambda row: (row.name.casefold(), row.date or datetime.date.max),
    "date": lambda row: row.date or datetime.date.max,
    "first": lambda row: row.first.casefold(),
    "open": lambda row: -row.left_open,
}
"""The orders: as the files come, by name, longest ago first, by first step, most open first."""


def _first(case: Case) -> str:
    if case.beyond:
        return "(beyond the articles: other help first)"
    if case.silent:
        return "(the articles say nothing)"
    now = case.consultation.at("now")
    if now:
        return now[0].text
    asked = case.upcoming
    return f"(ask: {QUESTIONS[asked].label})" if asked else "(nothing to do now)"
