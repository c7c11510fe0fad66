"""The benchmarks run, on a small size; their figures are not tested."""

import random
import sys

import pytest

from benchmarks import fuzz, interview
from benchmarks.mutated import corpus, mutated
from engine.complaints import ScenarioError


def test_the_interview_benchmark_counts_and_re_checks():
    """Every part prints its lines, and the laws have no exception on a few people."""
    lines = [*interview.readiness(), *interview.laws(2)]
    assert "times the imports" in lines[0]
    assert [line.rsplit(": ", 1)[1] for line in lines[2:]] == ["0", "0", "0"]


def test_files_with_mistakes_break_nothing():
    """Two hundred of them are read and advised, or refused in plain lines."""
    found = fuzz.share((1, 0, 200))
    assert found.broken == [] and found.read > 20 and found.read + found.refused == 200
    assert next(fuzz.told(found)) == "files: 200"


def test_what_breaks_is_counted_with_the_file(monkeypatch):
    """A traceback and a hang are told apart, each with a file that shows it."""

    def breaks(content):
        if content == b"hang":
            while True:
                pass
        raise IndexError("out of it")

    monkeypatch.setattr(fuzz, "holds", breaks)
    monkeypatch.setattr(fuzz, "MOST_SECONDS", 0.01)
    found = fuzz.Figures()
    for content in (b"hang", b"one", b"two"):
        fuzz.one(content, found)
    lines = list(fuzz.told(found))
    assert lines[2] == "tracebacks: 2; hangs: 1"
    assert "2 times IndexError" in lines[4] and "b'one'" in lines[4]


def test_the_same_seed_makes_the_same_files():
    """What was found once can be found again."""
    files = corpus()
    first, again = ([mutated(random.Random(f"1 {n}"), files) for n in range(50)] for _ in "ab")
    assert first == again and len(set(first)) > 40


def test_a_missing_fuzzer_is_told_in_a_line(monkeypatch):
    """Without the extra, what to install is said."""
    monkeypatch.setitem(sys.modules, "atheris", None)
    with pytest.raises(ScenarioError, match=r"python -m pip install '\.\[fuzz\]'"):
        fuzz.guided(1, 1)
