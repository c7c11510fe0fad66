"""Rejects: told by row and column, however many, and none of them kept cell by cell."""

import tracemalloc

import numpy as np
import pyarrow as pa
import pytest

from engine.base import our_base
from engine.columns.advised import advise
from engine.columns.mapping import SurveyWords
from engine.columns.rejects import Collected, Misfit, Rejects
from engine.columns.survey import survey_of
from tests.surveys import survey

BASE = our_base()
WRONG = {
    "has_boss": ["x", "yes", "y", "yes", "x"],
    "weeks_since_ask": ["-1", "3", "4", "many", "-1"],
    "bored_at_work": ["no", "no", "z", "no", "no"],
}
CELLS = [
    (1, "has_boss", "x"),
    (1, "weeks_since_ask", "-1"),
    (3, "has_boss", "y"),
    (3, "bored_at_work", "z"),
    (4, "weeks_since_ask", "many"),
    (5, "has_boss", "x"),
    (5, "weeks_since_ask", "-1"),
]


def rejects_of(table):
    """Return what is rejected of a table."""
    plan = survey_of(BASE, "table", tuple(table.column_names), SurveyWords())
    return advise(BASE, plan.readings, table, np.arange(1, table.num_rows + 1)).rejects


def in_order(rows):
    """Return misfits in the order of the questions within a row, which is that of the columns."""
    order = [*BASE.questions]
    return sorted(rows, key=lambda each: (each[0], order.index(each[1])))


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_rejects_come_by_row_however_many_at_once(monkeypatch, at_once):
    """One by one, and as tables for the file: row by row, and then column by column."""
    monkeypatch.setattr("engine.columns.rejects.AT_ONCE", at_once)
    rejects = rejects_of(pa.table(WRONG))
    one_by_one = [(row, misfit.column, misfit.value) for row, misfit in rejects]
    assert one_by_one == in_order((row, id, f"'{value}'") for row, id, value in CELLS)
    tables = [row for table in rejects.tables() for row in table.to_pylist()]
    assert [(each["row"], each["column"], each["value"]) for each in tables] == one_by_one
    assert [each["reason"] for each in tables] == [misfit.reason for _, misfit in rejects]
    assert (len(rejects), rejects.rows) == (7, 4)


def test_broken_rows_come_among_the_others(tmp_path):
    """A row with too few cells stands where it stood."""
    table = "has_boss,bored_at_work\nx,no\nyes\nyes,no\nyes,z\nyes,no,no\n"
    ended, results, rejects = survey(tmp_path, table)
    assert ended.code == 0 and [row["row"] for row in results] == [3]
    assert [each["row"] for each in rejects] == [1, 2, 4, 5]
    assert "5 rows: 1 advised, 4 rejected" in ended.stderr


def test_no_row_has_no_rejects():
    """Nothing is written then."""
    assert not [*Rejects()] and not [*Rejects().tables()] and not Rejects().rows


def test_a_wrong_cell_takes_a_few_bytes():
    """What is wrong is kept once; a cell only has the number of its row, and which it is."""
    table = pa.table({id: pa.array(["x"] * 20_000) for id in WRONG})
    rejects_of(table.slice(0, 10))
    tracemalloc.start()
    try:
        rejects = rejects_of(table)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(rejects) == 60_000
    assert [len(column.kinds) for column in rejects.columns] == [1, 1, 1]
    assert most < 40 * len(rejects)


def test_what_is_collected_is_kept_once():
    """Broken rows come one by one; two that look alike are told by the same words."""
    collected = Collected()
    for row in (2, 5, 9):
        collected.add(row, Misfit("", "x", "found 1 cells"))
    misfits = collected.misfits()
    assert len(collected) == 3 and misfits.rows.tolist() == [2, 5, 9] and len(misfits.kinds) == 1
