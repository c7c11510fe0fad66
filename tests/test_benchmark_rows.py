"""The benchmark of rows works on a few, and compares before it times."""

import dataclasses
import importlib.util

import pytest

from benchmarks.part import SMALL
from benchmarks.parts import rows
from benchmarks.survey import long_tables
from engine.audit.engines.people import people
from engine.audit.engines.ways import by_cards
from engine.base import our_base

PERSONS = list(people(our_base(), 60, seed=6))


def _require(engine):
    if importlib.util.find_spec(engine) is None:
        pytest.skip(f"{engine} is missing; it comes with the extra bench")


@pytest.mark.parametrize("engine", sorted({*rows.BY_HAND} - {*rows.ON_SPARK}))
def test_a_way_by_hand_comes_to_what_the_cards_say(engine, tmp_path):
    """Measures, unknowns, lists and stages are those of the rules, from Parquet and from CSV."""
    _require(engine)
    way = by_cards(our_base())
    expected = {number: way(answers).conclusions for number, answers in enumerate(PERSONS)}
    for source in long_tables(PERSONS, len(PERSONS), tmp_path, drawn=False):
        assert rows.concluded_by(engine, source) == expected


def test_a_way_that_concludes_otherwise_is_not_timed(tmp_path, monkeypatch):
    """The benchmark ends with the number of people."""
    _require("duckdb")
    monkeypatch.setattr(rows, "concluded_by", lambda *_: dict.fromkeys(range(3), frozenset()))
    with pytest.raises(SystemExit, match="duckdb concludes otherwise for 3 of 3 people"):
        rows.require_same(3, tmp_path, ("duckdb",))


def test_a_figure_has_a_number_for_each_heading(tmp_path):
    """Parquet first, then CSV, beside what CLIPS takes."""
    found = [figure.cells() for figure in rows.figures(50, 1, tmp_path, ("survey",))]
    assert [cells[:2] for cells in found] == [
        ("unstuck survey", "parquet"),
        ("unstuck survey", "csv"),
    ]
    assert {len(cells) for cells in found} == {len(rows.HEADER)}


def test_rows_are_a_part_of_the_benchmark(monkeypatch):
    """A table a number of rows, one for how much longer the longer takes, and what is missing."""
    monkeypatch.setattr(rows.shutil, "which", lambda name: None)  # Spark has tests of its own
    monkeypatch.setattr(rows, "BY_HAND", ("numpy", "pyspark", "no_such_package"))
    size = dataclasses.replace(SMALL, rows=(60, 120))
    found = rows.measure(size)
    first, second, growth = found.tables
    assert (first.columns[0], second.columns[0]) == ("60 rows", "120 rows")
    assert {row[0] for row in growth.rows} == {row[0] for row in second.rows}
    assert {row[0] for row in second.rows} == {"unstuck survey", "numpy, by hand"}
    assert [line.partition(":")[0] for line in found.left_out] == [
        "no_such_package is missing; install it with",
        "unstuck survey --engine spark",
        "PySpark, by hand",
    ]
