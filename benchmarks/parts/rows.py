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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measuring import Times, Used
from benchmarks.part import Bars, Part, Size, Table
from benchmarks.peers import clips
from benchmarks.tables import KEPT, columns_of, ways
from engine.audit.engines.people import people
from engine.audit.engines.ways import by_cards
from engine.base import Base, our_base
from engine.extras import missing, required

ORDER = 5
PEOPLE, BY_CLIPS = 300, 500
"""How many people are compared, and how many CLIPS is timed on in each round, at most."""
BY_HAND = ways()
OURS = {"survey": "unstuck survey", "spark": "unstuck survey --engine spark"}
ON_SPARK = ("spark", "pyspark")
"""Once, on the shorter table: Spark takes as long as all others, and is made for more machines."""
UNSEEN = "-"
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
        unseen = self.way in ON_SPARK
        return (
            title(self.way),
            self.table,
            f"{self.times.median:.1f}",
            f"{low:.1f} to {high:.1f}",
            *((UNSEEN, UNSEEN) if unseen else self._processor_and_memory()),
            f"{self.rows / self.times.median:,.0f}",
            f"{by_clock * self.rows:.0f}",
            UNSEEN if unseen else f"{by_processor * self.rows:.0f}",
        )

    def _processor_and_memory(self) -> tuple[str, str]:
        processor = statistics.median(each.processor for each in self.rounds)
        return f"{processor:.1f}", f"{max(each.megabytes for each in self.rounds):.0f}"


def measure(size: Size) -> Part:
    """Compare what follows, and time every way on each number of rows."""
    for package in ("numpy", "pyarrow"):
        required(package, package, "bench")
    names, left_out = _there()
    few = tuple(name for name in names if name not in ON_SPARK)
    found: dict[int, list[Figure]] = {}
    with tempfile.TemporaryDirectory() as folder:
        require_same(min(PEOPLE, size.people), Path(folder), names)
        for number, rows in enumerate(size.rows):
            rounds = 1 if number else size.tables  # the longer ones take minutes
            chosen = few if number else names
            found[rows] = list(figures(rows, rounds, Path(folder), chosen))
    return Part(
        title="Rows",
        about=_ABOUT.format(drawn=_drawn()),
        tables=(
            *(
                Table((f"{rows:,} rows", *HEADER[1:]), tuple(figure.cells() for figure in of_size))
                for rows, of_size in found.items()
            ),
            *_growth(found),
        ),
        panels=tuple(_panel(rows, of_size) for rows, of_size in found.items()),
        left_out=tuple(left_out),
        packages=tuple(dict.fromkeys(("numpy", "pyarrow", *(n for n in names if n in BY_HAND)))),
    )


def _there() -> tuple[tuple[str, ...], list[str]]:
    """Return the ways that can be run here, and why others cannot."""
    spark = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
    by_package = [name for name in BY_HAND if name not in ON_SPARK]
    there = [name for name in by_package if importlib.util.find_spec(name) is not None]
    left_out = [missing(name, "bench") for name in by_package if name not in there]
    if spark:
        return ("survey", *there, *ON_SPARK), left_out
    why = (f"{title(name)}: needs the extra spark, and Java" for name in ON_SPARK)
    return ("survey", *there), [*left_out, *why]


def _panel(rows: int, found: list[Figure]) -> Bars:
    times = {f"{title(figure.way)}, {figure.table}": figure.times for figure in found}
    return Bars(f"{rows:,} rows", times, by_tens=True)  # Spark takes ten times as long


def _growth(found: dict[int, list[Figure]]) -> Iterator[Table]:
    """Yield how many times the seconds of the shorter table the longer one takes."""
    if len(found) > 1:
        few, many = found.items()
        shorter = {(f.way, f.table): f.times.median for f in few[1]}
        yield Table(
            ("", "table", f"{many[0]:,} rows : {few[0]:,}"),
            tuple(
                (title(f.way), f.table, f"{f.times.median / shorter[f.way, f.table]:.1f}")
                for f in many[1]
            ),
        )


def _drawn() -> int:
    from benchmarks.survey import DRAWN

    return DRAWN


def require_same(count: int, folder: Path, names: tuple[str, ...]) -> None:
    """End with what differs, unless every way comes to the same for some people, from any file."""
    from benchmarks.survey import differences, long_tables

    persons = list(people(our_base(), count, seed=2))
    way = by_cards(our_base())
    expected = {number: way(answers).conclusions for number, answers in enumerate(persons)}
    conclude = clips.build(our_base())
    if wrong := [n for n, answers in enumerate(persons) if conclude(answers) != expected[n]]:
        raise SystemExit(f"CLIPS concludes otherwise for {len(wrong)} of {count} people")
    for source in long_tables(persons, count, folder, drawn=False):
        for name in (name for name in names if name in BY_HAND):
            found = concluded_by(name, source)
            if wrong := [number for number, ids in expected.items() if found[number] != ids]:
                raise SystemExit(f"{name} concludes otherwise for {len(wrong)} of {count} people")
    for line in differences(count, folder, spark="spark" in names):
        if not line.endswith(" 0 differences"):
            raise SystemExit(line)


def concluded_by(name: str, source: Path) -> dict[int, frozenset[str]]:
    """Run a way by hand, and return what follows for each person."""
    from benchmarks.survey import run_python

    output = source.with_name(f"by-{name}{source.suffix}")
    run_python(_commands((name,), source)[name](output))
    return dict(written(output, our_base()))


def written(path: Path, base: Base) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield what follows for each person, by what was written into a file or a folder of them."""
    import pyarrow as pa
    import pyarrow.dataset

    parquet = path.suffix == ".parquet"
    text = pa.schema({KEPT: pa.int64(), "concluded": pa.string()})
    rows = pa.dataset.dataset(str(path), None if parquet else text, path.suffix[1:])
    ids = columns_of(base)
    for row in rows.to_table().to_pylist():
        if parquet:
            yield row[KEPT], frozenset(id for column, id in ids.items() if row[column])
        else:
            yield row[KEPT], frozenset(filter(None, (row["concluded"] or "").split(";")))


def figures(rows: int, rounds: int, folder: Path, names: tuple[str, ...]) -> Iterator[Figure]:
    """Run ways over a long table of Parquet, and one of CSV, so many times in turn."""
    from benchmarks.survey import DRAWN, long_tables, run_python

    persons = list(people(our_base(), min(rows, DRAWN), seed=1))
    for source in long_tables(persons, rows, folder):
        # On Spark ours reads Parquet only: rows of CSV cannot be told apart in pieces.
        reading = [name for name in names if name != "spark" or source.suffix == ".parquet"]
        commands = _commands(reading, source)
        used: dict[str, list[Used]] = {name: [] for name in commands}
        by_clips = []
        for number in range(rounds):
            by_clips.append(used_by_clips(persons))
            for name, command in commands.items():
                if name not in ON_SPARK or number == 0:
                    output = source.with_name(f"by-{name}{source.suffix}")
                    used[name].append(run_python(command(output)))
        for name, several in used.items():
            by_side = tuple(by_clips[: len(several)])
            yield Figure(name, source.suffix[1:], rows, tuple(several), by_side)
        source.unlink()


def _commands(names: Iterable[str], source: Path) -> dict[str, Callable[[Path], list[str]]]:
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


def title(name: str) -> str:
    """Return what a way is called."""
    return OURS.get(name) or str(importlib.import_module(f"benchmarks.tables.{name}").NAME)


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


_ABOUT = """\
Whole processes, from file to file, in turn; people are drawn from {drawn:,} generated ones.
`unstuck survey` writes all that each row is told, in order, and replays 200 rows through Experta.
What is written by hand writes the conclusions only, as yes/no columns or one text, checks nothing,
and reads the same tables; numpy reads them part by part, with pyarrow. CLIPS is given one person
after the other in memory, and no file. What all of them say of some people was compared first. The
longer table is run once, the other in several rounds, so how much longer it takes is of other
minutes. Spark runs on this machine alone, with the memory that it takes unless told, once and on
the shorter table; it writes folders, and `unstuck survey` reads Parquet only on it."""
