"""Where our own time goes: in a consultation by function, at start-up by imported package."""

import cProfile
import pstats
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.part import Part, Size, Table
from benchmarks.parts.person import SEED
from benchmarks.parts.startup import CLIENT, ROOT
from engine.audit.engines.people import people
from engine.base import our_base
from engine.consultation import consult

ORDER = 9
MOST = 12
"""How many lines a profile has."""
_IMPORT = re.compile(r"import time: +(\d+) \| +\d+ \| +(\S+)")


def measure(size: Size) -> Part:
    """Profile consultations in this process, and the imports of one run in another."""
    return Part(
        title="Where our own time goes",
        about=(
            "A profiler slows down what it watches, small functions most; so these are shares, and"
            " no times. Of a start, imports are what can be put off or left out; a package counts"
            " without what it imports."
        ),
        tables=(_consultations(size.people), _imports()),
    )


def _consultations(number: int) -> Table:
    persons = list(people(our_base(), number, SEED))
    for answers in persons:  # what is built on first use is built
        consult(answers)
    profile = cProfile.Profile()
    profile.enable()
    for answers in persons:
        consult(answers)
    profile.disable()
    stats: Any = pstats.Stats(profile)
    calls = sorted(stats.stats.items(), key=lambda entry: -entry[1][2])
    return Table(
        ("a consultation, by function", "share", "with what it calls", "calls a person"),
        tuple(
            (
                _place(*function),
                f"{own / stats.total_tt:.0%}",
                f"{min(whole / stats.total_tt, 1):.0%}",
                f"{number_of_calls / len(persons):,.0f}",
            )
            for function, (_, number_of_calls, own, whole, _) in calls[:MOST]
        ),
    )


def _place(file: str, line: int, name: str) -> str:
    if file == "~":
        return name.strip("<>")
    path = Path(file)
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(*path.parts[-2:])
    return f"{shown}: {name}"


def _imports() -> Table:
    words = [sys.executable, "-X", "importtime", "cli.py", "run", CLIENT]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    taken: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for micro, name in _IMPORT.findall(ran.stderr):
        package = name.partition(".")[0]
        taken[package] += int(micro)
        modules[package] += 1
    return Table(
        ("imports of a run, by package", "share", "modules"),
        tuple(
            (package, f"{micro / taken.total():.0%}", str(modules[package]))
            for package, micro in taken.most_common(MOST)
        ),
    )
