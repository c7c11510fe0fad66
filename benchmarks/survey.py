"""Whether a survey advises like Experta, and how fast against CLIPS on the same rules.

`python -m benchmarks.survey --people 5000 --spark` compares person by person, and `--rows 1000000`
times whole runs of `unstuck survey`, from file to file. The test run does a few people.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from engine.audit.engines.people import people
from engine.audit.engines.ways import by_clips
from engine.base import our_base
from engine.columns.replay import told_by
from engine.columns.results import for_spreadsheets
from engine.consultation import consult

ROOT = Path(__file__).parent.parent
DRAWN = 5000
"""How many different people a long table is made of."""
BY_CLIPS = 500
"""How many people CLIPS is timed on: as many as it serves before its environment is renewed."""
_TYPES = {"yes/no": pa.bool_(), "choice": pa.string(), "list": pa.list_(pa.string())}


def main() -> None:
    """Print every figure, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=0, help="how many people are compared")
    parser.add_argument("--spark", action="store_true", help="compare Spark, too")
    parser.add_argument("--rows", type=int, nargs="*", default=(), help="how long tables are timed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.people:
            for line in differences(given.people, Path(folder), spark=given.spark):
                print(line, flush=True)
        for rows in given.rows:
            for line in speed(rows, Path(folder)):
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
        _run(["survey", str(folder / "people.parquet"), "-o", str(output), *options])
        written = pa.parquet.read_table(output / "results" if engine else output)
        rows = [_plain(row) for row in written.sort_by("person").to_pylist()]
        differing = sum(a != b for a, b in zip(rows, expected, strict=True))
        yield f"{name} against Experta: {count} people, {differing} differences"


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of results with its rules in alphabetical order, and without its number."""
    return (
        {**row, "because": sorted(row["because"])} | {}
        if "row" not in row
        else _plain({name: cell for name, cell in row.items() if name != "row"})
    )


def speed(rows: int, folder: Path) -> Iterator[str]:
    """Time a long table from file to file, and CLIPS on some of the same people, in turn."""
    persons = list(people(our_base(), DRAWN, seed=1))
    for path in long_tables(persons, rows, folder):
        before = _by_clips(persons)
        output = path.with_name(f"advice{path.suffix}")
        used = _run(["survey", str(path), "-o", str(output), "--force"])
        one = (before + _by_clips(persons)) / 2
        yield (
            f"{rows:,} rows {path.suffix} to {path.suffix}: {used.seconds:.1f} s,"
            f" {used.processor:.1f} s of processor time, at most {used.megabytes:.0f} MB;"
            f" {one * rows / used.processor:,.0f} times CLIPS ({one * 1000:.2f} ms a person)"
        )
        path.unlink()
        output.unlink()


def long_tables(persons: list[Any], rows: int, folder: Path) -> Iterator[Path]:
    """Write so many rows as Parquet, then as CSV, from people drawn again and again."""
    table = table_of(persons)
    for suffix in (".parquet", ".csv"):
        rng = np.random.default_rng(1)  # the same people in both
        path = folder / f"survey{suffix}"
        part = for_spreadsheets(table) if suffix == ".csv" else table
        make = pa.csv.CSVWriter if suffix == ".csv" else pa.parquet.ParquetWriter
        with make(str(path), part.schema) as writer:
            for start in range(0, rows, 100_000):
                drawn = rng.integers(0, len(persons), min(100_000, rows - start))
                writer.write_table(part.take(pa.array(drawn)))
        yield path


def _by_clips(persons: list[Any]) -> float:
    """Return the processor time, in seconds, of CLIPS for a person, with the rules loaded."""
    way = by_clips(our_base())
    way(persons[0])
    start = time.process_time()
    for person in persons[1:BY_CLIPS]:
        way(person)
    return (time.process_time() - start) / (BY_CLIPS - 1)


class Used(NamedTuple):
    """What a run took: seconds, seconds of processor time, and memory at most."""

    seconds: float
    processor: float
    megabytes: float


def _run(words: list[str]) -> Used:
    """Run a command to its end."""
    start = time.perf_counter()
    command = [sys.executable, str(ROOT / "cli.py"), *words]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    with process.stderr:
        said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(said)
    seconds = time.perf_counter() - start
    return Used(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
