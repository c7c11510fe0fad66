"""Start-up: whole processes of the command line, against the imports that they must have."""

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.measuring import Runs, processes
from benchmarks.part import Bars, Part, Size, Table, milliseconds, ratio, spread

ORDER = 2
ROOT = Path(__file__).parent.parent.parent
CLIENT = "tests/scenarios/example-other-hours-six-weeks-ago.toml"
_CLICK = "import click"
_BASE = "import experta, click, tabulate, and build the base"
_COMMANDS: Mapping[str, tuple[str, ...]] = {
    _CLICK: ("-c", "import click"),
    "unstuck --help": ("cli.py", "--help"),
    # Experta is imported in the one way that works, and then the engine is built on the rules.
    _BASE: (
        "-c",
        "import kb.shell, click, tabulate; from engine.inference import Engine; Engine()",
    ),
    "unstuck run ONE.toml": ("cli.py", "run", CLIENT),
}
_PAIRS = (("unstuck --help", _CLICK, 1.5), ("unstuck run ONE.toml", _BASE, 1.3))
"""What is compared with what, and how many times as long it should take at most."""


def measure(size: Size) -> Part:
    """Time the commands in turn."""
    commands = {name: (sys.executable, *words) for name, words in _COMMANDS.items()}
    found = processes(commands, size.runs, ROOT)
    return Part(
        title="Start-up",
        about=(
            "Whole processes, from start to end, in turn; the files are in the cache of the system,"
            " and compiled. The second pair ends when an engine stands on the rules; a run goes on"
            " to read the file, conclude, and print the advice, with what could still change it."
        ),
        tables=(
            Table(
                ("", "ms", "half of the runs"),
                tuple(
                    (name, milliseconds(runs.times.median), spread(runs.times))
                    for name, runs in found.items()
                ),
            ),
            Table(("", "ratio", "aimed at"), tuple(_compared(found))),
        ),
        panels=(Bars("Start-up", {name: runs.times for name, runs in found.items()}),),
        packages=("experta", "click", "tabulate"),
    )


def _compared(found: Mapping[str, Runs]) -> list[tuple[str, str, str]]:
    return [
        (f"{one} : {other}", ratio(found[one].times.over(found[other].times)), f"at most {most}")
        for one, other, most in _PAIRS
    ]
