"""The measuring room: ways timed in turn, each in a process of its own; only ratios count.

A machine changes its speed from one minute to the next, so what is compared is measured round by
round (A B C, B C A, ...), and a ratio is the median of the ratios of the rounds.
"""

import multiprocessing
import os
import re
import resource
import statistics
import subprocess
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TypeVar

from engine.complaints import ScenarioError

Name = TypeVar("Name")
Make = Callable[[], Callable[[Any], Any]]
"""Builds what is timed, in the process where it is; it can be pickled."""

BATCH = 25
"""How many inputs a way works on before it is the turn of the next."""


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds that the same work took, one number a round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.rounds)

    @property
    def quartiles(self) -> tuple[float, float]:
        """Between these lies half of the rounds; of one round, it itself."""
        if len(self.rounds) == 1:
            return (*self.rounds, *self.rounds)
        low, _, high = statistics.quantiles(self.rounds, n=4, method="inclusive")
        return low, high

    def over(self, other: "Times") -> float:
        """Return how many times the other this took: the median over the rounds."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return statistics.median(mine / others for mine, others in pairs)


class Worker:
    """A way in a process of its own, which times itself and is told when it is its turn.

    `trouble` is the line that says why it could not be built, `ready` the seconds that this took.
    """

    def __init__(self, make: Make) -> None:
        """Start the process and build the way in it; what it is asked may raise ScenarioError."""
        context = multiprocessing.get_context("spawn")  # nothing is inherited, no engine either
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(make, theirs), daemon=True)
        self._process.start()
        theirs.close()
        try:
            self.trouble, self.ready = self._connection.recv()
        except EOFError:
            self.trouble, self.ready = "its process ended", 0.0

    def __enter__(self) -> "Worker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
        self._process.join()

    def given(self, inputs: Sequence[Any]) -> list[Any]:
        """Hand over what is worked on, and return what comes out, an exception as its line."""
        return self._asked(("given", inputs))

    def warmed(self, calls: int) -> None:
        """Work on the inputs, again and again, so many times in all."""
        self._asked(("warm", calls))

    def timed(self, start: int, end: int) -> float:
        """Return the seconds that some of the inputs took."""
        return self._asked(("time", start, end))

    def megabytes(self) -> float:
        """Return the largest memory that the process has had."""
        return self._asked(("memory",))

    def _asked(self, question: tuple[Any, ...]) -> Any:
        try:
            self._connection.send(question)
            return self._connection.recv()
        except (EOFError, OSError) as error:
            raise ScenarioError([f"{self._process.name} ended while it was measured"]) from error


def _serve(make: Make, connection: Connection) -> None:
    """Build a way, and do what is asked until the other end is closed."""
    start = time.perf_counter()
    try:
        way = make()
    except ScenarioError as error:
        connection.send((str(error), 0.0))
        return
    except Exception as error:
        connection.send((_line(error), 0.0))
        return
    connection.send(("", time.perf_counter() - start))
    inputs: Sequence[Any] = ()
    while True:
        try:
            verb, *about = connection.recv()
        except EOFError:
            return
        match verb:
            case "given":
                (inputs,) = about
                connection.send([_outcome(way, each) for each in inputs])
            case "warm":
                for place in range(about[0]):
                    way(inputs[place % len(inputs)])
                connection.send(None)
            case "time":
                chosen = inputs[slice(*about)]
                start = time.perf_counter()
                for each in chosen:
                    way(each)
                connection.send(time.perf_counter() - start)
            case "memory":
                connection.send(_megabytes())


def _megabytes() -> float:
    status = Path("/proc/self/status")
    if status.exists():  # the number of `getrusage` is at least that of the process it came from
        (high,) = re.findall(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE)
        return int(high) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _outcome(way: Callable[[Any], Any], given: Any) -> Any:
    try:
        return way(given)
    except Exception as error:
        return _line(error)


def _line(error: Exception) -> str:
    return traceback.format_exception_only(error)[-1].strip()


def in_turn(workers: Mapping[Name, Worker], inputs: int, rounds: int) -> dict[Name, Times]:
    """Return the seconds for one input, a number a round, for workers that were given as many.

    The workers take turns after a few inputs, and each round begins with another one.
    """
    found: dict[Name, list[float]] = {name: [] for name in workers}
    for number in range(rounds):
        names = _rotated(tuple(workers), number)
        taken = dict.fromkeys(names, 0.0)
        for start in range(0, inputs, BATCH):
            for name in names:
                taken[name] += workers[name].timed(start, start + BATCH)
        for name, seconds in taken.items():
            found[name].append(seconds / inputs)
    return {name: Times(tuple(seconds)) for name, seconds in found.items()}


def working(makes: Mapping[str, Make], stack: ExitStack) -> tuple[dict[str, Worker], list[str]]:
    """Start workers that end with a stack; return those that could be built, and why others not."""
    workers, troubles = {}, []
    for name, make in makes.items():
        worker = stack.enter_context(Worker(make))
        if worker.trouble:
            troubles.append(f"{name}: {worker.trouble}")
        else:
            workers[name] = worker
    return workers, troubles


class Used(NamedTuple):
    """What a whole process took, from its start to its end.

    `megabytes` is its largest memory, and at least what this process has had: the system counts it
    from the moment before the command takes over.
    """

    seconds: float
    processor: float
    megabytes: float


def run(
    words: Sequence[str],
    folder: os.PathLike[str] | str = ".",
    more: Mapping[str, str] | None = None,
) -> Used:
    """Run a command to its end, its output unseen; raise SystemExit with its complaint.

    `more` is added to the environment.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, **(more or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process.stderr:
        said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)}: {said}")
    return Used(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


@dataclass(frozen=True, slots=True)
class Runs:
    """What whole processes of one command took, and the largest memory of any of them."""

    times: Times
    megabytes: float


def processes(
    commands: Mapping[str, Sequence[str]], rounds: int, folder: os.PathLike[str] | str
) -> dict[str, Runs]:
    """Run commands in turn, compiled as an installed program is.

    Each runs once beforehand, so that all files are at hand, and their bytecode with them.
    """
    found: dict[str, list[Used]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as bytecode:
        compiled = {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        for words in commands.values():
            run(words, folder, compiled)
        for number in range(rounds):
            for name in _rotated(tuple(commands), number):
                found[name].append(run(commands[name], folder, compiled))
    return {name: _runs(used) for name, used in found.items()}


def _runs(used: Sequence[Used]) -> Runs:
    return Runs(Times(tuple(u.seconds for u in used)), max(u.megabytes for u in used))


def _rotated(names: Sequence[Name], number: int) -> tuple[Name, ...]:
    start = number % len(names)
    return (*names[start:], *names[:start])
