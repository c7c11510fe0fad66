"""How fast a survey is, from file to file, beside what somebody would pick instead.

`python -m benchmarks.rows --rows 1000000` compares what follows for some people first, then runs
every way in turn, several times over. CLIPS, which has no tables, is timed on people in memory in
each round. The test run does a few rows.
"""

import argparse
import importlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.csv
import pyarrow.parquet

from benchmarks.peers import clips
from benchmarks.survey import DRAWN, ROOT, Used, differences, long_tables, run
from benchmarks.tables import KEPT, columns_of
from engine.audit.engines.people import people
from engine.audit.engines.ways import by_cards
from engine.base import our_base

PEOPLE, BY_CLIPS = 300, 500
"""How many people are compared, and how many CLIPS is timed on in each round, at most."""
BY_HAND = ("polars", "duckdb")
SPARK, UNSEEN = "unstuck survey --engine spark", "-"
"""Spark works in processes that are not ours to ask what they take."""
HEADER = (
    "way",
    "table",
    "rows",
    "seconds",
    "of processor time",
    "MB at most",
    "rows a second",
    "times CLIPS",
    "by processor time",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a way took for a table in each round, and what CLIPS took for a person right before."""

    way: str
    table: str
    rows: int
    rounds: tuple[Used, ...]
    clips: tuple[Used, ...]

    def cells(self) -> tuple[str, ...]:
        """Return medians, with the fastest and the slowest round, as they are shown."""
        seconds = [each.seconds for each in self.rounds]
        took = statistics.median(seconds)
        pairs = list(zip(self.clips, self.rounds, strict=True))
        by_clock = statistics.median(one.seconds / all.seconds for one, all in pairs)
        by_processor = statistics.median(one.processor / all.processor for one, all in pairs)
        return (
            self.way,
            self.table,
            f"{self.rows:,}",
            f"{took:.1f} ({min(seconds):.1f} to {max(seconds):.1f})",
            *((UNSEEN, UNSEEN) if self.way == SPARK else self._processor_and_memory()),
            f"{self.rows / took:,.0f}",
            f"{by_clock * self.rows:.0f}",
            UNSEEN if self.way == SPARK else f"{by_processor * self.rows:.0f}",
        )

    def _processor_and_memory(self) -> tuple[str, str]:
        processor = statistics.median(each.processor for each in self.rounds)
        return f"{processor:.1f}", f"{max(each.megabytes for each in self.rounds):.0f}"


def main() -> None:
    """Print a line a way and table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="how long the tables are")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is run")
    parser.add_argument("--spark", action="store_true", help="run Spark, too")
    parser.add_argument("--alone", action="store_true", help="run no way that is written by hand")
    given = parser.parse_args()
    by_hand = () if given.alone else BY_HAND
    with tempfile.TemporaryDirectory() as folder:
        require_same(PEOPLE, Path(folder), by_hand)
        print(" | ".join(HEADER))
        for figure in figures(given.rows, given.rounds, Path(folder), by_hand, given.spark):
            print(" | ".join(figure.cells()), flush=True)


def require_same(count: int, folder: Path, by_hand: tuple[str, ...]) -> None:
    """End with what differs, unless every way comes to the same for some people, from any file."""
    persons = list(people(our_base(), count, seed=2))
    way = by_cards(our_base())
    expected = {number: way(answers).conclusions for number, answers in enumerate(persons)}
    for source in long_tables(persons, count, folder, drawn=False):
        for name in by_hand:
            found = concluded_by(name, source)
            if wrong := [number for number, ids in expected.items() if found[number] != ids]:
                raise SystemExit(f"{name} concludes otherwise for {len(wrong)} of {count} people")
    for line in differences(count, folder, spark=False):
        if not line.endswith(" 0 differences"):
            raise SystemExit(line)


def concluded_by(name: str, source: Path) -> dict[int, frozenset[str]]:
    """Run a way by hand, and return what follows for each person."""
    output = source.with_name(f"by-{name}{source.suffix}")
    run(_commands((name,), source)[name](output))
    return dict(_read(output))


def _read(path: Path) -> Iterator[tuple[int, frozenset[str]]]:
    if path.suffix == ".parquet":
        ids = columns_of(our_base())
        for row in pyarrow.parquet.read_table(path).to_pylist():
            yield row[KEPT], frozenset(id for column, id in ids.items() if row[column])
    else:
        for row in pyarrow.csv.read_csv(path).to_pylist():
            yield row[KEPT], frozenset(filter(None, (row["concluded"] or "").split(";")))


def figures(
    rows: int, rounds: int, folder: Path, by_hand: tuple[str, ...], spark: bool
) -> Iterator[Figure]:
    """Run every way over a long table of Parquet, and one of CSV, so many times in turn."""
    persons = list(people(our_base(), min(rows, DRAWN), seed=1))
    for source in long_tables(persons, rows, folder):
        commands = _commands(("survey", *by_hand), source)
        if spark and source.suffix == ".parquet":
            commands |= _commands(("spark",), source)
        used: dict[str, list[Used]] = {name: [] for name in commands}
        by_clips = []
        for _ in range(rounds):
            by_clips.append(used_by_clips(persons))
            for name, command in commands.items():
                used[name].append(run(command(source.with_name(f"by-{name}{source.suffix}"))))
        for name, several in used.items():
            yield Figure(_title(name), source.suffix[1:], rows, tuple(several), tuple(by_clips))
        source.unlink()


def _commands(names: tuple[str, ...], source: Path) -> dict[str, Callable[[Path], list[str]]]:
    """Return for each way what is run, given where results are written to."""
    ours = [str(ROOT / "cli.py"), "survey", str(source), "--force"]

    def command(name: str, output: Path) -> list[str]:
        match name:
            case "survey":
                return [*ours, "-o", str(output)]
            case "spark":
                folder = str(output.with_suffix(""))
                return [*ours, "-o", folder, "--engine", "spark", "--id", KEPT]
            case _:
                return ["-m", "benchmarks.tables", name, str(source), str(output)]

    return {name: lambda output, name=name: command(name, output) for name in names}


def _title(name: str) -> str:
    ours = {"survey": "unstuck survey", "spark": SPARK}
    return ours.get(name) or str(importlib.import_module(f"benchmarks.tables.{name}").NAME)


def used_by_clips(persons: list[Any]) -> Used:
    """Return what CLIPS takes for a person, with the rules loaded and the answers in memory."""
    conclude = clips.build(our_base())
    for answers in persons[: clips.WARM]:
        conclude(answers)
    start, processor = time.perf_counter(), time.process_time()
    timed = persons[:BY_CLIPS]
    for answers in timed:
        conclude(answers)
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    return Used(seconds / len(timed), processor / len(timed), 0)


if __name__ == "__main__":
    sys.exit(main())
