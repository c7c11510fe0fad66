"""The interview in a terminal of its own: keys, narrow windows, interruptions and kill -9."""

import functools
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from concurrent.futures import ThreadPoolExecutor
from fcntl import ioctl

import pytest

from engine.scenario_files import load
from tests.test_cli import ROOT, call

KILLS = 50
PATIENCE = 60
"""Seconds that a terminal may take to show something on a busy machine."""


class Terminal:
    """`unstuck` in a terminal of its own; nothing of it is left when the test is over."""

    def __init__(self, *words, columns=80, **environment):
        """Start the program with these words."""
        self.near, far = pty.openpty()
        ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.shown = ""
        # The window tells its size, whatever the terminal of the tests is like.
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), *map(str, words)],
            stdin=far,
            stdout=far,
            stderr=far,
            cwd=ROOT,
            env={**inherited, **environment},
            start_new_session=True,
            # Tests that run in the background may have been told to ignore Ctrl-C.
            preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
        os.close(far)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.near)

    def reads(self, words):
        """Read until the terminal shows `words`, however its lines are wrapped."""
        shown, end = "", time.monotonic() + PATIENCE
        while words not in " ".join(shown.split()) and time.monotonic() < end:
            if not select.select([self.near], [], [], 1)[0]:
                continue
            try:
                shown += os.read(self.near, 65536).decode()
            except OSError:  # the other end has closed
                break
        self.shown += shown
        assert words in " ".join(shown.split()), shown

    def types(self, line, until):
        """Type a line and read on until the terminal shows `until`."""
        os.write(self.near, line.encode() + b"\n")
        self.reads(until)

    def begins(self):
        """Pass the question of scope."""
        self.reads("y or n:")
        self.types("n", "Question 1")

    def ends(self):
        """Wait for the end, and return the exit code."""
        return self.process.wait(PATIENCE)


def test_a_whole_sitting_with_every_key():
    """Scope, answers, `?`, `b`, `c` and `q`, then the advice and the way back."""
    with Terminal("ask") as terminal:
        terminal.begins()
        terminal.types("?", "It can still change")
        terminal.types("n", "Question 2, at most")
        terminal.types("1", "look for another job?")
        terminal.types("b", "Again (now: 1)")
        terminal.types("2", "look for another job?")
        terminal.types("c", "Which number?")
        terminal.types("1", "Again (now: no)")
        terminal.types("", "look for another job?")
        terminal.types("q", "See the advice:")
        assert terminal.ends() == 0
    assert "Start looking for another job." in terminal.shown
    assert "Come back with:" in terminal.shown


@pytest.mark.parametrize(("no_color", "bold"), [("", True), ("1", False)])
def test_headings_are_bold_in_a_terminal_unless_that_is_not_wanted(no_color, bold):
    """NO_COLOR is obeyed; in a pipe nothing is styled anyway."""
    with Terminal("ask", NO_COLOR=no_color) as terminal:
        terminal.begins()
        terminal.types("q", "Not settled")
    assert ("\x1b[1m" in terminal.shown) is bold
    assert "\x1b" not in call("ask", typed="n\nn\n1\nq\n").stdout


def test_forty_columns_are_enough():
    """Nothing that the program says is wider than a narrow window, tables included."""
    with Terminal("ask", columns=40, NO_COLOR="1") as terminal:
        terminal.begins()
        for typed, until in (
            ("n", "Question 2"),
            ("0", "Question 3"),
            ("y", "Question 4"),
            ("?", "It can still change"),
            ("c", "Which number?"),
            ("", "Has your boss shown you"),
            ("q", "See the advice:"),
        ):
            terminal.types(typed, until)
    paths = re.compile(r"\S{41,}|ask --resume|run /|Your answers are in|b c q: ")
    lines = terminal.shown.splitlines()
    assert not [line for line in lines if len(line) > 40 and not paths.search(line)]


@pytest.mark.parametrize("moment", ["y or n:", "Question 1", "Question 3"])
def test_ctrl_c_ends_with_130_and_keeps_what_was_said(tmp_path, moment):
    """An interrupted interview leaves without a traceback, and says how to come back."""
    path = tmp_path / "me.toml"
    with Terminal("ask", "--save", path) as terminal:
        terminal.reads("y or n:")
        if moment != "y or n:":
            terminal.types("n", "Question 1")
        if moment == "Question 3":
            terminal.types("n", "Question 2")
            terminal.types("1", "Question 3")
        os.killpg(terminal.process.pid, signal.SIGINT)
        assert terminal.ends() == 130
    if moment == "Question 3":
        assert load(path).answers == {"had_setback": False, "unmet_needs": 1}
    else:
        assert not path.exists()


def test_the_end_of_the_input_is_no_error():
    """Ctrl-D at a question shows the advice so far."""
    with Terminal("ask") as terminal:
        terminal.begins()
        terminal.types("n", "Question 2")
        os.write(terminal.near, b"\x04")
        terminal.reads("See the advice:")
        assert terminal.ends() == 0
    assert "The input ended here." in terminal.shown


def test_kill_9_loses_no_answer(tmp_path):
    """At random moments, an answer whose next question was shown is in the file."""
    typed = ["n", "1", "n", "y", "n", "u", "n", "n", "y", "u", "n", "n"]

    def killed(run):
        """Return how many answers were surely given, and how many are in the file."""
        rng = random.Random(run)
        path = tmp_path / f"{run}.toml"
        with Terminal("ask", "--save", path) as terminal:
            terminal.begins()
            for number in range(rng.randint(0, len(typed) - 1)):
                terminal.types(typed[number], f"Question {number + 2}")
            os.write(terminal.near, f"{typed[0]}\n".encode())
            time.sleep(rng.random() * 0.02)
        kept = load(path) if path.exists() else None
        found = len(kept.answers) + len(kept.unknown) + len(kept.not_applying) if kept else 0
        return max(map(int, re.findall(r"Question (\d+)", terminal.shown))) - 1, found

    with ThreadPoolExecutor(max_workers=2) as pool:
        counted = list(pool.map(killed, range(KILLS)))
    assert [pair for pair in counted if not pair[0] <= pair[1] <= pair[0] + 1] == []
    assert len({answered for answered, _ in counted}) > 5
