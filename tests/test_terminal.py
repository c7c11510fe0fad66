"""The interview in a terminal of its own: styled headings, saving, and being interrupted."""

import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from tests.test_cli import ROOT, call, client


def in_a_terminal(*words, **environment):
    """Start `unstuck` in a terminal of its own; return its process and the other end."""
    near, far = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), *words],
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
    """Read from a terminal until it shows `words`."""
    shown = ""
    end = time.monotonic() + seconds
    while words not in shown and time.monotonic() < end:
        if not select.select([near], [], [], 1)[0]:
            continue
        try:
            shown += os.read(near, 65536).decode()
        except OSError:  # the other end has closed
            break
    assert words in shown, shown
    return shown


@pytest.mark.parametrize(("no_color", "bold"), [("", True), ("1", False)])
def test_headings_are_bold_in_a_terminal_unless_that_is_not_wanted(no_color, bold):
    """NO_COLOR is obeyed; in a pipe nothing is styled anyway."""
    process, near = in_a_terminal("ask", NO_COLOR=no_color)
    shown = read_until(near, "y, n or u")
    os.write(near, b"n\n1\nq\n")
    shown += read_until(near, "Save your answers")
    os.write(near, b"n\n")
    assert process.wait(20) == 0
    os.close(near)
    assert ("\x1b[1m" in shown) is bold
    assert "\x1b" not in call("ask", typed="n\n1\nq\n").stdout


def test_the_offer_to_save_overwrites_nothing(tmp_path):
    """A name that is taken is refused kindly, another one is asked for, and no answer is lost."""
    taken = client(tmp_path, "mine")
    free = tmp_path / "free.toml"
    process, near = in_a_terminal("ask")
    read_until(near, "y, n or u")
    os.write(near, b"n\n1\nq\n")
    read_until(near, "Save your answers")
    os.write(near, f"y\n{taken}\n".encode())
    read_until(near, "Another name?")
    os.write(near, f"y\n{free}\n".encode())
    read_until(near, "Saved in")
    assert process.wait(20) == 0
    os.close(near)
    assert taken.read_text() == "mine" and "unmet_needs = 1" in free.read_text()


def test_an_interrupted_interview_keeps_what_was_to_be_saved(tmp_path):
    """With --save, Ctrl-C writes the answers so far before it leaves."""
    path = tmp_path / "me.toml"
    process, near = in_a_terminal("ask", "--save", str(path))
    read_until(near, "y, n or u")
    os.write(near, b"n\n1\n")
    read_until(near, "look for another job?")
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(20) == 130
    os.close(near)
    assert "unmet_needs = 1" in path.read_text()


def test_ctrl_c_ends_with_130():
    """An interrupted interview leaves without a traceback."""
    process, near = in_a_terminal("ask")
    read_until(near, "y, n or u")
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(20) == 130
    os.close(near)
