"""Whether a file with mistakes can break the reading, the advice or the report.

`python -m benchmarks.fuzz --files 200000 --seed 1` prints the figures and exits with 1 where
something broke; `--atheris` lets a coverage-guided fuzzer make the files (extra `fuzz`).
"""

import argparse
import collections
import contextlib
import datetime
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from benchmarks.mutated import ROOT, corpus, mutated
from engine.cases import case_of
from engine.complaints import MOST_MESSAGES, ScenarioError, visible
from engine.expectations import known_ids
from engine.extras import required
from engine.report import render
from engine.report.handout import markdown, page
from engine.report.handout.handout import handout
from engine.scenario_files import dump, update
from engine.scenarios import Scenario, read_scenario

MOST_SECONDS = 2.0
"""How long one file may keep the processor busy."""
MOST_MEGABYTES = 300
SHARE = 2000
"""How many files are tried at a time, in one process."""
MOST_WRITTEN = 500_000
"""How many characters a handout may have: own words of the most, a dozen times over."""
START = datetime.date(2026, 2, 2)
KNOWN = known_ids()
FORMS = ("table", "json", "markdown")


class Hang(BaseException):
    """One file has taken longer than it may."""


@dataclass(slots=True)
class Figures:
    """What became of some files; `broken` has the reason for each that broke something."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    megabytes: int = 0
    broken: list[tuple[str, bytes]] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Count the files of another process, too."""
        self.read += other.read
        self.refused += other.refused
        self.slowest = max(self.slowest, other.slowest)
        self.megabytes = max(self.megabytes, other.megabytes)
        self.broken += other.broken


def main() -> None:
    """Print every figure, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000, help="how many files are tried")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other files")
    parser.add_argument("--atheris", action="store_true", help="guided by what a file reaches")
    chosen = parser.parse_args()
    try:
        code = guided(chosen.files, chosen.seed) if chosen.atheris else None
    except ScenarioError as error:
        print(error, file=sys.stderr)
        code = 2
    if code is not None:
        sys.exit(code)
    start = time.perf_counter()
    found = fuzzed(chosen.files, chosen.seed)
    for line in (*told(found), f"seconds: {time.perf_counter() - start:.0f}"):
        print(line, flush=True)
    sys.exit(1 if found.broken or found.megabytes > MOST_MEGABYTES else 0)


def fuzzed(files: int, seed: int) -> Figures:
    """Try so many files, on all cores; the same files for the same seed."""
    shares = [(seed, start, min(SHARE, files - start)) for start in range(0, files, SHARE)]
    found = Figures()
    with ProcessPoolExecutor(max_workers=min(len(shares), os.cpu_count() or 1)) as pool:
        for part in pool.map(share, shares):
            found.add(part)
    return found


def share(chosen: tuple[int, int, int]) -> Figures:
    """Try the files of one share: those of a seed, from a number on."""
    seed, start, number = chosen
    files, found = corpus(), Figures()
    for place in range(start, start + number):
        one(mutated(random.Random(f"{seed} {place}"), files), found)
    found.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found


def one(content: bytes, found: Figures) -> None:
    """Try one file, and count what became of it."""
    start = time.process_time()
    try:
        with at_most(MOST_SECONDS):
            read = holds(content)
    except Hang:
        found.broken.append(("a hang", content))
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        found.broken.append((f"{type(error).__name__} at {place}: {error}"[:200], content))
    else:
        found.read += read
        found.refused += not read
    found.slowest = max(found.slowest, time.process_time() - start)


def holds(content: bytes) -> bool:
    """Tell whether a file can be read; raises AssertionError where something is not as it must be.

    What is refused is refused in a few plain lines; what is read is advised, and reported in every
    form, the handout among them, without a character that could steer a terminal; it is the same
    when it is written and read again.
    """
    try:
        scenario = read_scenario(content, "fuzz.toml", KNOWN)
    except ScenarioError as error:
        assert 0 < len(error.messages) <= MOST_MESSAGES + 1, "no message, or too many"
        assert all(map(plain, error.messages)), "a message that steers"
        return False
    case = case_of(scenario, exact=False)
    for form in FORMS:
        assert plain(render([case], form)), f"{form} that steers"
    shown = handout(scenario, START, ("a receipt",))
    for name, written in (("page", page.render(shown)), ("handout", markdown.render(shown))):
        assert plain(written), f"a {name} that steers"
        assert len(written) <= MOST_WRITTEN, f"a {name} without an end"
    text = content.decode("utf-8-sig")
    assert same(scenario, update(scenario, text)), "another scenario after an update"
    assert same(scenario, dump(scenario)), "another scenario after it was written"
    return True


def plain(text: str) -> bool:
    """Tell whether nothing but line ends is in a text that is no character to be seen."""
    return all(visible(line) == line for line in text.split("\n"))


def same(scenario: Scenario, text: str) -> bool:
    """Tell whether a text is read as the same client."""
    again = read_scenario(text.encode(), "fuzz.toml")
    keys = ("answers", "unknown", "not_applying", "words", "notes", "date", "beyond")
    return all(getattr(again, key) == getattr(scenario, key) for key in keys)


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise Hang where what is done meanwhile keeps the processor busy for longer."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def told(found: Figures) -> Iterator[str]:
    """Return the figures in words, and the first of what broke."""
    hangs = sum(reason == "a hang" for reason, _ in found.broken)
    yield f"files: {found.read + found.refused + len(found.broken)}"
    yield f"read and advised: {found.read}; refused in plain lines: {found.refused}"
    yield f"tracebacks: {len(found.broken) - hangs}; hangs: {hangs}"
    yield f"the slowest file: {found.slowest:.2f} s; memory: {found.megabytes} MB"
    firsts: dict[str, bytes] = {}
    for reason, content in found.broken:
        firsts.setdefault(reason.partition(":")[0], content)
    counted = collections.Counter(reason.partition(":")[0] for reason, _ in found.broken)
    for reason, number in counted.most_common(10):
        yield f"  {number} times {reason}, such as {firsts[reason]!r}"


def guided(files: int, seed: int) -> int:
    """Let atheris make the files, in a process of its own; return how that ended."""
    required("atheris", "atheris", "fuzz")
    with tempfile.TemporaryDirectory() as folder:
        options: Sequence[str] = (
            *(f"-runs={files}", f"-seed={seed or 1}", f"-timeout={MOST_SECONDS:.0f}"),
            *(f"-rss_limit_mb={MOST_MEGABYTES}", "-max_len=20000", "-print_final_stats=1"),
            *(f"-artifact_prefix={folder}/", folder, str(ROOT / "tests/scenarios")),
        )
        ran = subprocess.run([sys.executable, "-m", "benchmarks.guided", *options], check=False)
    return ran.returncode


if __name__ == "__main__":
    main()
