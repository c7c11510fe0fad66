"""Five hundred files: a folder advised by one process, against only reading and checking it."""

import dataclasses
import itertools
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import processes
from benchmarks.part import Bars, Part, Size, Table, milliseconds, ratio, spread
from engine.scenario_files import dump, load

ORDER = 3
ROOT = Path(__file__).parent.parent.parent
CORPUS = "tests/scenarios"
READING = "reading and checking"
RUN = "unstuck run FOLDER"
MOST = 3
"""How many times as long as reading and checking a run should take at most."""
_READ = (
    "import sys, pathlib; from engine.commands.terminal import read_scenarios;"
    " sys.exit(read_scenarios((pathlib.Path(sys.argv[1]),))[1])"
)


def measure(size: Size) -> Part:
    """Write the files of a coach's folder, and time both in turn."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), size.files)
        commands = {
            READING: (sys.executable, "-c", _READ, folder),
            RUN: (sys.executable, "cli.py", "run", folder),
            f"{RUN} --format json": (sys.executable, "cli.py", "run", folder, "--format", "json"),
        }
        found = processes(commands, size.runs, ROOT)
    reading = found[READING].times
    return Part(
        title=f"{size.files} files",
        about=(
            f"{size.files} scenario files of clients, those of the tests without what they expect,"
            " in one process each; whole processes, in turn. Reading and checking is what a run"
            " begins with: every mistake in a file would be told. Aimed at: at most"
            f" {MOST} times that."
        ),
        tables=(
            Table(
                ("", "ms", "half of the runs", "times reading", "memory, MB"),
                tuple(
                    (
                        name,
                        milliseconds(runs.times.median),
                        spread(runs.times),
                        ratio(runs.times.over(reading)),
                        f"{runs.megabytes:.0f}",
                    )
                    for name, runs in found.items()
                ),
            ),
        ),
        panels=(Bars(f"{size.files} files", {name: runs.times for name, runs in found.items()}),),
    )


def write(folder: Path, number: int) -> None:
    """Write so many files: the clients of the tests, from the first again when all are there."""
    clients = itertools.cycle(sorted((ROOT / CORPUS).glob("*.toml")))
    for place, path in enumerate(itertools.islice(clients, number)):
        client = dataclasses.replace(load(path), name=f"Client {place}")
        (folder / f"client-{place:04}.toml").write_text(dump(client), encoding="utf-8")
