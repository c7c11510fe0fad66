"""A survey: long tables from file to file, beside what somebody would write by hand.

What follows for some people is compared first, then every way is run in turn. CLIPS, which has no
tables, is timed on people in memory in each round.
"""

import importlib
import importlib.util
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measuring import Times, Used
from benchmarks.part import Bars, Part, Size, Table
from benchmarks.peers import clips
from benchmarks.tables import KEPT, columns_of
from engine.audit.engines.people import people
from engine.audit.engines.ways import by_cards
from engine.base import our_base
from engine.extras import missing, required

ORDER = 5
PEOPLE, BY_CLIPS = 300, 500
"""How many people are compared, and how many CLIPS is timed on in each round, at most."""
BY_HAND = ("polars", "duckdb", "numpy")
SPARK, UNSEEN = "unstuck survey --engine spark", "-"
"""Spark works in processes that are not ours to ask what they take."""
HEADER = (
    "",
    "table",
    "s",
    "half of the rounds",
    "processor, s",
    "memory, MB",
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

    @property
    def times(self) -> Times:
        """The seconds of a whole run, a number a round."""
        return Times(tuple(each.seconds for each in self.rounds))

    def cells(self) -> tuple[str, ...]:
        """Return medians and the spread, as they are shown."""
        low, high = self.times.quartiles
        pairs = list(zip(self.clips, self.rounds, strict=True))
        by_clock = statistics.median(one.seconds / all.seconds for one, all in pairs)
        by_processor = statistics.median(one.processor / all.processor for one, all in pairs)
        return (
            self.way,
            self.table,
            f"{self.times.median:.1f}",
            f"{low:.1f} to {high:.1f}",
            *((UNSEEN, UNSEEN) if self.way == SPARK else self._processor_and_memory()),
            f"{self.rows / self.times.median:,.0f}",
            f"{by_clock * self.rows:.0f}",
            UNSEEN if self.way == SPARK else f"{by_processor * self.rows:.0f}",
        )

    def _processor_and_memory(self) -> tuple[str, str]:
        processor = statistics.median(each.processor for each in self.rounds)
        return f"{processor:.1f}", f"{max(each.megabytes for each in self.rounds):.0f}"


def measure(size: Size) -> Part:
    """Compare what follows, and time every way on each number of rows."""
    required("pyarrow", "pyarrow", "bench")
    there = {name: importlib.util.find_spec(name) is not None for name in (*BY_HAND, "pyspark")}
    spark = there.pop("pyspark") and shutil.which("java") is not None
    by_hand = tuple(name for name in BY_HAND if there[name])
    found: dict[int, list[Figure]] = {}
    with tempfile.TemporaryDirectory() as folder:
        require_same(min(PEOPLE, size.people), Path(folder), by_hand, spark)
        for number, rows in enumerate(size.rows):
            rounds = 1 if number else size.tables  # the longer ones take minutes
            found[rows] = list(figures(rows, rounds, Path(folder), by_hand, spark and not number))
    left_out = [missing(name, "bench") for name in BY_HAND if not there[name]]
    left_out += [] if spark else [f"{SPARK}: needs the extra spark, and Java"]
    return Part(
        title="Rows",
        about=(
            "Whole processes, from file to file, in turn; people are drawn from"
            f" {_drawn():,} generated ones. `unstuck survey` writes all that each row is told, in"
            " order, and replays 200 rows through Experta. What is written by hand writes the"
            " conclusions only, as yes/no columns or one text, checks nothing, and reads the same"
            " tables. CLIPS is given one person after the other in memory, and no file. What all of"
            " them say of some people was compared first. The longer table is run once, the other"
            " in several rounds (Spark in one), so how much longer it takes is of other minutes."
        ),
        tables=(
            *(
                Table((f"{rows:,} rows", *HEADER[1:]), tuple(figure.cells() for figure in of_size))
                for rows, of_size in found.items()
            ),
            *_growth(found),
        ),
        panels=tuple(_panel(rows, of_size) for rows, of_size in found.items()),
        left_out=tuple(left_out),
        packages=("numpy", "pyarrow", *by_hand, *(("pyspark",) if spark else ())),
    )


def _panel(rows: int, found: list[Figure]) -> Bars:
    times = {f"{figure.way}, {figure.table}": figure.times for figure in found}
    return Bars(f"{rows:,} rows", times)


def _growth(found: dict[int, list[Figure]]) -> Iterator[Table]:
    """Yield how many times the seconds of the shorter table the longer one takes."""
    if len(found) > 1:
        few, many = found.items()
        shorter = {(f.way, f.table): f.times.median for f in few[1]}
        yield Table(
            ("", "table", f"{many[0]:,} rows : {few[0]:,}"),
            tuple(
                (f.way, f.table, f"{f.times.median / shorter[f.way, f.table]:.1f}") for f in many[1]
            ),
        )


def _drawn() -> int:
    from benchmarks.survey import DRAWN

    return DRAWN


def require_same(count: int, folder: Path, by_hand: tuple[str, ...], spark: bool = False) -> None:
    """End with what differs, unless every way comes to the same for some people, from any file."""
    from benchmarks.survey import differences, long_tables

    persons = list(people(our_base(), count, seed=2))
    way = by_cards(our_base())
    expected = {number: way(answers).conclusions for number, answers in enumerate(persons)}
    conclude = clips.build(our_base())
    if wrong := [n for n, answers in enumerate(persons) if conclude(answers) != expected[n]]:
        raise SystemExit(f"CLIPS concludes otherwise for {len(wrong)} of {count} people")
    for source in long_tables(persons, count, folder, drawn=False):
        for name in by_hand:
            found = concluded_by(name, source)
            if wrong := [number for number, ids in expected.items() if found[number] != ids]:
                raise SystemExit(f"{name} concludes otherwise for {len(wrong)} of {count} people")
    for line in differences(count, folder, spark=spark):
        if not line.endswith(" 0 differences"):
            raise SystemExit(line)


def concluded_by(name: str, source: Path) -> dict[int, frozenset[str]]:
    """Run a way by hand, and return what follows for each person."""
    from benchmarks.survey import run_python

    output = source.with_name(f"by-{name}{source.suffix}")
    run_python(_commands((name,), source)[name](output))
    return dict(_read(output))


def _read(path: Path) -> Iterator[tuple[int, frozenset[str]]]:
    import pyarrow.csv
    import pyarrow.parquet

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
    from benchmarks.survey import DRAWN, long_tables, run_python

    persons = list(people(our_base(), min(rows, DRAWN), seed=1))
    for source in long_tables(persons, rows, folder):
        commands = _commands(("survey", *by_hand), source)
        if spark and source.suffix == ".parquet":
            commands |= _commands(("spark",), source)
        used: dict[str, list[Used]] = {name: [] for name in commands}
        by_clips = []
        for number in range(rounds):
            by_clips.append(used_by_clips(persons))
            for name, command in commands.items():
                if name != "spark" or number == 0:  # one round of it takes as long as all others
                    output = source.with_name(f"by-{name}{source.suffix}")
                    used[name].append(run_python(command(output)))
        for name, several in used.items():
            by_side = tuple(by_clips[: len(several)])
            yield Figure(_title(name), source.suffix[1:], rows, tuple(several), by_side)
        source.unlink()


def _commands(names: tuple[str, ...], source: Path) -> dict[str, Callable[[Path], list[str]]]:
    """Return for each way what is run, given where results are written to."""
    ours = ["cli.py", "survey", str(source), "--force"]

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
