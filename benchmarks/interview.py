"""How many questions an interview asks, how fast, and whether each of them mattered.

`python -m benchmarks.interview --people 3000` prints the figures; the test run does a few people.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from engine.consultation import consult
from engine.gates import open_questions
from engine.interview import Interview
from engine.scenario_files import load
from kb.situation import QUESTIONS
from tests.interviews import asked_in_vain, hold, skipped_in_vain
from tests.people import interviewed

ROOT = Path(__file__).parent.parent
RUNS = 5
"""How often each of a pair of commands is started, in turn."""


def main() -> None:
    """Print every figure, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20, help="how many people are generated")
    people = parser.parse_args().people
    for line in (*corpus(), *speed(), *readiness(), *laws(people)):
        print(line, flush=True)


def corpus() -> Iterator[str]:
    """Count the questions that the clients of the corpus are asked."""
    clients = [load(path).answers for path in sorted((ROOT / "tests/scenarios").glob("*.toml"))]
    asked = [len(hold(answers).heard) for answers in clients]
    gated = [_gates_only(answers) for answers in clients]
    yield f"corpus: {len(clients)} clients"
    yield f"questions asked: median {statistics.median(asked)}, at most {max(asked)}"
    yield f"with gates alone: median {statistics.median(gated)}, at most {max(gated)}"
    yield f"a fixed questionnaire: {len(QUESTIONS)}"


def _gates_only(person: dict[str, object]) -> int:
    """Count the questions whose gates open, whether they matter or not."""
    heard: dict[str, object] = {}
    while True:
        known = {id: answer for id, answer in heard.items() if answer is not None}
        left = [q.id for q in open_questions(known) if q.id not in heard]
        if not left:
            return len(heard)
        heard[left[0]] = person.get(left[0])


def speed() -> Iterator[str]:
    """Time the next question with its bound, and a consultation, in turn."""
    waits, advised = [], []
    for seed in range(20):
        person, interview = interviewed(seed), Interview()
        while True:
            start = time.perf_counter()
            question = interview.next_question()
            interview.at_most()
            waits.append(time.perf_counter() - start)
            if question is None:
                break
            interview.heard[question.id] = person.get(question.id)
        start = time.perf_counter()
        consult(person)
        advised.append(time.perf_counter() - start)
    waits.remove(max(waits))  # the first one compiles the kernel
    wait, advice = statistics.median(waits) * 1000, statistics.median(advised) * 1000
    yield f"next question: median {wait:.1f} ms, at most {max(waits) * 1000:.0f} ms"
    yield f"that is {wait / advice:.1f} times a consultation"


def readiness() -> Iterator[str]:
    """Time `unstuck ask` until it waits for input against the imports of its libraries, in turn."""
    libraries = "import kb.shell, click, tabulate"
    ask = f"{sys.executable} {ROOT / 'cli.py'} ask".split()
    imports, ready = [], []
    for _ in range(RUNS):
        imports.append(_timed([sys.executable, "-c", libraries], None))
        ready.append(_timed(ask, b"y or n: "))
    ratio = statistics.median(ready) / statistics.median(imports)
    yield f"ask ready for input: {ratio:.2f} times the imports of experta, click and tabulate"


def _timed(command: list[str], until: bytes | None) -> float:
    """Return the seconds until a command has ended, or has written something to stderr."""
    start = time.perf_counter()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT) as process:
        assert process.stderr is not None
        seen = b""
        while until is not None and not seen.endswith(until):
            seen += process.stderr.read(1)
        if until is None:
            process.wait()
        taken = time.perf_counter() - start
        process.kill()
        process.communicate()
    return taken


def laws(people: int) -> Iterator[str]:
    """Re-check the laws of the interview by the engine, on generated people."""
    different = skipped = asked = questions = 0
    for seed in range(10_000, 10_000 + people):
        person = interviewed(seed)
        interview = hold(person)
        questions += len(interview.heard)
        different += interview.consult().advice != consult(person).advice
        skipped += len(skipped_in_vain(person, interview))
        asked += len(asked_in_vain(interview))
    yield f"people: {people}, who were asked {questions} questions"
    yield f"advice that differs from that of all answers: {different}"
    yield f"questions skipped that could have changed something: {skipped}"
    yield f"questions asked that could not: {asked}"


if __name__ == "__main__":
    main()
