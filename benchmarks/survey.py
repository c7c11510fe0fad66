"""Whether a survey advises like Experta, person by person.

`python -m benchmarks.survey --people 5000 --spark` compares all that is written. The test run does
a few people; `python -m benchmarks rows` times long tables.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from benchmarks.measuring import Used, run
from engine.audit.engines.people import people
from engine.base import our_base
from engine.columns.cells import NONE_OF_THEM
from engine.columns.replay import told_by
from engine.columns.spreadsheets import for_spreadsheets
from engine.consultation import consult

ROOT = Path(__file__).parent.parent
DRAWN = 5000
"""How many different people a long table is made of."""
_TYPES = {"yes/no": pa.bool_(), "choice": pa.string(), "list": pa.list_(pa.string())}


def main() -> None:
    """Print a line a way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5000, help="how many people are compared")
    parser.add_argument("--spark", action="store_true", help="compare Spark, too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in differences(given.people, Path(folder), spark=given.spark):
            print(line, flush=True)


def table_of(persons: list[Any]) -> Any:
    """Return people as a table: a column a question, and one with their numbers."""
    columns = {"person": pa.array(range(len(persons)), pa.int64())}
    for question in our_base().questions.values():
        answers = (person.get(question.id) for person in persons)
        cells = [sorted(a) if isinstance(a, frozenset) else a for a in answers]
        columns[question.id] = pa.array(cells, _TYPES.get(question.kind, pa.int64()))
    return pa.table(columns)


def differences(count: int, folder: Path, spark: bool) -> Iterator[str]:
    """Advise generated people one by one and as a table, and compare all that is written."""
    persons = list(people(our_base(), count, seed=1))
    pa.parquet.write_table(table_of(persons), folder / "people.parquet")
    expected = []
    for number, answers in enumerate(persons):
        found = consult(answers)
        told = {**told_by(found), "because": sorted(found.rules)}
        expected.append({"person": number, "beyond_the_articles": False, **told})
    ways = {"embedded": (folder / "advice.parquet", []), "Spark": (folder / "advice", ["spark"])}
    for name, (output, engine) in ways.items():
        if name == "Spark" and not spark:
            continue
        options = ["--id", "person", "--because", *(["--engine", *engine] if engine else [])]
        source = str(folder / "people.parquet")
        run_python([str(ROOT / "cli.py"), "survey", source, "-o", str(output), *options])
        written = pa.parquet.read_table(output / "results" if engine else output)
        rows = [_plain(row) for row in written.sort_by("person").to_pylist()]
        differing = sum(a != b for a, b in zip(rows, expected, strict=True))
        yield f"{name} against Experta: {count} people, {differing} differences"


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of results with its rules in alphabetical order, and without its number."""
    plain = {name: cell for name, cell in row.items() if name != "row"}
    return plain | {"because": sorted(row["because"])}


def long_tables(persons: list[Any], rows: int, folder: Path, drawn: bool = True) -> Iterator[Path]:
    """Write so many rows as Parquet, then as CSV, from people drawn again and again, or in turn."""
    table = table_of(persons)
    for suffix in (".parquet", ".csv"):
        rng = np.random.default_rng(1)  # the same people in both
        path = folder / f"survey{suffix}"
        part = for_spreadsheets(_with_none(table)) if suffix == ".csv" else table
        make = pa.csv.CSVWriter if suffix == ".csv" else pa.parquet.ParquetWriter
        with make(str(path), part.schema) as writer:
            for start in range(0, rows, 100_000):
                size = min(100_000, rows - start)
                in_turn = np.arange(start, start + size) % len(persons)
                chosen = rng.integers(0, len(persons), size) if drawn else in_turn
                numbers = pa.array(range(start, start + size), pa.int64())
                writer.write_table(part.take(pa.array(chosen)).set_column(0, "person", numbers))
        yield path


def _with_none(table: Any) -> Any:
    """Return a table for CSV, where an empty list has a word, since an empty cell is no answer."""
    none = pa.scalar([NONE_OF_THEM], pa.list_(pa.string()))
    for place, field in enumerate(table.schema):
        if pa.types.is_list(field.type):
            cells = table.column(place)
            empty = pc.equal(pc.list_value_length(cells), 0)
            table = table.set_column(place, field.name, pc.if_else(empty, none, cells))
    return table


def run_python(words: list[str]) -> Used:
    """Run Python to its end, from the folder of the project; end with what it said if it fails."""
    return run([sys.executable, *words], ROOT)


if __name__ == "__main__":
    main()
