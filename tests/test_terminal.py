"""The interview in a terminal of its own: keys, narrow windows, interruptions and kill -9."""

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


def in_a_terminal(*words, columns=80, **environment):
    """Start `unstuck` in a terminal of its own; return its process and the other end."""
    near, far = pty.openpty()
    ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), *map(str, words)],
        stdin=far,
        stdout=far,
        stderr=far,
        cwd=ROOT,
        env={**os.environ, **environment},
        start_new_session=True,
    )
    os.close(far)
    return process, near


def read_until(near, words, seconds=20):
    """Read from a terminal until it shows `words`, however its lines are wrapped."""
    shown = ""
    end = time.monotonic() + seconds
    while words not in " ".join(shown.split()) and time.monotonic() < end:
        if not select.select([near], [], [], 1)[0]:
            continue
        try:
            shown += os.read(near, 65536).decode()
        except OSError:  # the other end has closed
            break
    assert words in " ".join(shown.split()), shown
    return shown


def answer(near, typed, until):
    """Type a line and read on until the terminal shows `until`."""
    os.write(near, typed.encode() + b"\n")
    return read_until(near, until)


def test_a_whole_sitting_with_every_key():
    """Scope, answers, `?`, `b`, `c` and `q`, then the advice and the way back."""
    process, near = in_a_terminal("ask")
    read_until(near, "y or n:")
    answer(near, "n", "a slow one that crept up")
    answer(near, "?", "It can still change")
    answer(near, "n", "Question 2, at most")
    answer(near, "1", "look for another job?")
    answer(near, "b", "Again (now: 1)")
    answer(near, "2", "look for another job?")
    answer(near, "c", "Which number?")
    answer(near, "1", "Again (now: no)")
    answer(near, "", "look for another job?")
    shown = answer(near, "q", "See the advice:")
    assert process.wait(20) == 0
    os.close(near)
    assert "Start looking for another job now." in shown and "Come back with:" in shown


@pytest.mark.parametrize(("no_color", "bold"), [("", True), ("1", False)])
def test_headings_are_bold_in_a_terminal_unless_that_is_not_wanted(no_color, bold):
    """NO_COLOR is obeyed; in a pipe nothing is styled anyway."""
    process, near = in_a_terminal("ask", NO_COLOR=no_color)
    read_until(near, "y or n:")
    shown = answer(near, "n", "Question 1") + answer(near, "q", "Not settled")
    process.wait(20)
    os.close(near)
    assert ("\x1b[1m" in shown) is bold
    assert "\x1b" not in call("ask", typed="n\nn\n1\nq\n").stdout


def test_forty_columns_are_enough():
    """Nothing that the program says is wider than a narrow window, tables included."""
    process, near = in_a_terminal("ask", columns=40, NO_COLOR="1")
    shown = read_until(near, "y or n:")
    for typed, until in (
        ("n", "Question 1"),
        ("n", "Question 2"),
        ("0", "Question 3"),
        ("y", "Question 4"),
        ("?", "It can still change"),
        ("c", "Which number?"),
        ("", "Has your boss shown you"),
        ("q", "See the advice:"),
    ):
        shown += answer(near, typed, until)
    process.wait(20)
    os.close(near)
    paths = re.compile(r"\S{41,}|ask --resume|run /|Your answers are in|b c q: ")
    wide = [line for line in shown.splitlines() if len(line) > 40 and not paths.search(line)]
    assert not wide


@pytest.mark.parametrize("moment", ["y or n:", "Question 1", "Question 3"])
def test_ctrl_c_ends_with_130_and_keeps_what_was_said(tmp_path, moment):
    """An interrupted interview leaves without a traceback, and says how to come back."""
    path = tmp_path / "me.toml"
    process, near = in_a_terminal("ask", "--save", path)
    read_until(near, "y or n:")
    if moment != "y or n:":
        answer(near, "n", "Question 1")
    if moment == "Question 3":
        answer(near, "n", "Question 2")
        answer(near, "1", "Question 3")
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(20) == 130
    os.close(near)
    if moment == "Question 3":
        assert load(path).answers == {"had_setback": False, "unmet_needs": 1}
    else:
        assert not path.exists()


def test_the_end_of_the_input_is_no_error():
    """Ctrl-D at a question shows the advice so far."""
    process, near = in_a_terminal("ask")
    read_until(near, "y or n:")
    answer(near, "n", "Question 1")
    answer(near, "n", "Question 2")
    os.write(near, b"\x04")
    read_until(near, "The input ended here.")
    assert process.wait(20) == 0
    os.close(near)


def test_kill_9_loses_no_answer(tmp_path):
    """At random moments, an answer whose next question was shown is in the file."""
    typed = ["n", "1", "n", "y", "n", "u", "n", "n", "y", "u", "n", "n"]

    def killed(run):
        """Return how many answers were surely given, and how many are in the file."""
        rng = random.Random(run)
        path = tmp_path / f"{run}.toml"
        process, near = in_a_terminal("ask", "--save", path)
        read_until(near, "y or n:")
        shown = answer(near, "n", "Question 1")
        for number in range(rng.randint(0, len(typed) - 1)):
            shown += answer(near, typed[number], f"Question {number + 2}")
        os.write(near, f"{typed[0]}\n".encode())
        time.sleep(rng.random() * 0.02)
        process.kill()
        process.wait(20)
        os.close(near)
        kept = load(path) if path.exists() else None
        found = len(kept.answers) + len(kept.unknown) + len(kept.not_applying) if kept else 0
        return max(map(int, re.findall(r"Question (\d+)", shown))) - 1, found

    with ThreadPoolExecutor(max_workers=2) as pool:
        counted = list(pool.map(killed, range(KILLS)))
    assert [pair for pair in counted if not pair[0] <= pair[1] <= pair[0] + 1] == []
    assert len({answered for answered, _ in counted}) > 5
