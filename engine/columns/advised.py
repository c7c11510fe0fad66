"""The rows of a survey, advised: from a table of cells to a table of what each person is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from engine.base import Base, Kind
from engine.columns.arrays import array_of, numbers_in, texts_of
from engine.columns.cells import read_column, rejected
from engine.columns.mapping import Reading
from engine.columns.rejects import Misfit, Misfits, Rejects
from engine.columns.telling import Told, tell
from engine.columns.truths import AnyColumn, Column, Everybody, Truths, packed
from engine.consultation import goes_alongside
from kb.questions.scope import BEYOND
from kb.vocabulary import Contradiction, Diagnosis, Finding, Path

LISTS = ("now", "afterwards", "not_now", "paths", "findings", "contradictions")
"""What each person is told, a column each; the other notes belong to these and are left out."""
BECAUSE = "because"

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Advised:
    """A part of a survey: `rows` are the numbers, from 1, of those who are advised, in order.

    `kept` tells which rows of the part these are, `columns` are their answers, and `beyond` is
    true of those whom the articles do not help: they are told nothing.
    """

    rows: Array
    kept: Array
    columns: Mapping[str, AnyColumn]
    beyond: Array
    everybody: Everybody
    told: tuple[Told, ...]
    rejects: Rejects

    def answers(self, place: int) -> dict[str, Any]:
        """Return what one of them answered, by question."""
        found = ((id, column.answer(place)) for id, column in self.columns.items())
        return {id: answer for id, answer in found if answer is not None}


def advise(
    base: Base,
    readings: Iterable[Reading],
    table: Any,
    rows: Array,
    broken: tuple[Misfits, ...] = (),
) -> Advised:
    """Advise all rows of a table whose cells are answers; the others are rejected whole.

    So are those that are `broken`, which are not in the table.
    """
    columns = {reading.question.id: read_column(reading, table) for reading in readings}
    fitting, misfits = rejected(columns.values(), rows)
    if not fitting.all():
        columns = {id: _without(column, fitting) for id, column in columns.items()}
    people = int(fitting.sum())
    asked = columns.pop(BEYOND.id, None)
    beyond = np.zeros(people, bool)
    if asked is not None:
        beyond = np.array([answer is True for answer in asked.answers], bool)[asked.codes]
    everybody = Everybody(base, columns, people)
    told = tuple(_helped(tell(everybody), beyond))
    rejects = Rejects((*broken, *misfits))
    return Advised(rows[fitting], fitting, columns, beyond, everybody, told, rejects)


def _without(column: AnyColumn, fitting: Array) -> Column:
    """Leave out those whose cells are no answers; nobody is left with a misfit then."""
    answers = tuple(answer for answer in column.answers if not isinstance(answer, Misfit))
    if len(answers) == len(column.answers):
        return Column(column.codes[fitting], answers)
    fits = np.array([not isinstance(answer, Misfit) for answer in column.answers], bool)
    places = (np.cumsum(fits) - fits).astype(column.codes.dtype)
    return Column(places[column.codes[fitting]], answers)


def _helped(told: Iterable[Told], beyond: Array) -> Iterable[Told]:
    """Tell nothing to those whom the articles do not help."""
    if not beyond.any():
        return told
    helped = ~packed(beyond)
    return (each._replace(whom=each.whom & helped) for each in told)


def result(found: Advised, because: bool) -> dict[str, Any]:
    """Return what is told as columns of Arrow: the first step, lists of ids, the rules that fired.

    The order of a list is the order of a consultation.
    """
    by_list: dict[str, list[Told]] = {name: [] for name in LISTS}
    for told in sorted(found.told, key=lambda told: goes_alongside(told.conclusion, told.when)):
        if name := list_of(told.conclusion, told.when):
            by_list[name].append(told)
    lists = {
        name: _lists(found.everybody, [(told.conclusion.id(), told.whom) for told in several])
        for name, several in by_list.items()
    }
    columns = {BEYOND.id: array_of(found.beyond), "first": _firsts(lists["now"]), **lists}
    if because:
        cards, helped = found.everybody.base.cards, ~packed(found.beyond)
        fired = [(card.name, found.everybody.fires(card) & helped) for card in cards]
        columns[BECAUSE] = _lists(found.everybody, fired)
    return columns


def list_of(kind: Kind, when: str) -> str:
    """Return the column that something told belongs to, if any."""
    if issubclass(kind, Contradiction):
        return "contradictions"
    if when in LISTS:
        return when
    if issubclass(kind, Path):
        return "paths"
    return "findings" if issubclass(kind, Finding | Diagnosis) else ""


def _lists(everybody: Everybody, said: list[tuple[str, Truths]]) -> Any:
    """Return for each person the ids that are said, in this order."""
    holding = everybody.unpacked(whom for _, whom in said)
    cells = np.flatnonzero(holding)
    persons = cells // max(len(said), 1)
    places = cells - persons * len(said)
    offsets = np.zeros(len(holding) + 1, np.int32)
    np.cumsum(np.bincount(persons, minlength=len(holding)), out=offsets[1:])
    # Each id stands once in the dictionary: if not, Parquet writes a text each time that it occurs.
    ids = list(dict.fromkeys(id for id, _ in said))
    codes = np.array([ids.index(id) for id, _ in said], np.int16)
    values = pa.DictionaryArray.from_arrays(array_of(codes[places]), texts_of(ids))
    return pa.ListArray.from_arrays(array_of(offsets), values)


def _firsts(lists: Any) -> Any:
    """Return the first of each list, or nothing where it is empty."""
    offsets = numbers_in(lists.offsets)
    return lists.values.take(array_of(offsets[:-1], packed(offsets[:-1] < offsets[1:])))
