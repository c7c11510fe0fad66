"""The surroundings in which a program may find itself, each as a check of its own."""

import datetime
import io
import os
import platform
import pwd
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from engine.complaints import ScenarioError
from engine.interview import Interview
from engine.journal import Journal
from engine.scenario_files import dump, load, write_new
from engine.scenarios import Scenario
from engine.template import template
from tests.hostile import GOOD
from tests.within import call, stream

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 1, 31)
FOUND = "Start looking for another job."
TYPED = b"n\nn\n1\nq\n"


def good(folder):
    """Write a client and return the path."""
    path = folder / "ada.toml"
    path.write_bytes(GOOD)
    return path


def full():
    """Return a stream on a device without room."""
    return Path("/dev/full").open("w", encoding="utf-8")


def a_full_disk_behind_the_output(folder, _monkeypatch):
    """`> report.txt` on a full disk is told on stderr."""
    ended = call("run", good(folder), stdout=full())
    assert ended.code == 2 and "output: file: found a problem (No space left" in ended.err


def a_full_disk_behind_the_complaints(folder, _monkeypatch):
    """Nobody can be told, and the exit code still is."""
    assert call("run", folder / "nothing.toml", stderr=full()).code == 2


def a_reader_that_has_gone(folder, _monkeypatch):
    """`| head` ends quietly, on either stream, and nothing has failed."""
    near, far = os.pipe()
    os.close(near)
    for words, name in ((["run", good(folder)], "stdout"), (["ask"], "stderr")):
        broken = io.TextIOWrapper(io.FileIO(os.dup(far), "w"), encoding="utf-8")
        ended = call(*words, typed=TYPED, **{name: broken})
        assert ended.code == 0 and "Traceback" not in ended.err
    os.close(far)


def a_closed_output(folder, _monkeypatch):
    """Nobody listens, and nobody minds."""
    ended = call("run", good(folder), stdout=None)
    assert (ended.code, ended.err) == (0, "")


def closed_complaints(folder, _monkeypatch):
    """The advice comes, and what is refused still ends with a 2."""
    assert FOUND in call("run", good(folder), stderr=None).out
    assert call("run", folder / "nothing.toml", stderr=None).code == 2


def a_closed_input(folder, _monkeypatch):
    """A file from standard input is refused, and an interview ends at the door."""
    ended = call("run", "-", stdin=None)
    assert ended.code == 2 and "there is no standard input" in ended.err
    assert call("ask", "--save", folder / "me.toml", stdin=None).code == 0


def nothing_open_at_all(folder, _monkeypatch):
    """A new file holds the template, and nothing that was meant for a closed stream."""
    path = folder / "new.toml"
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} {ROOT / 'cli.py'} new {path} <&- >&- 2>&-"], check=False
    )
    assert ran.returncode == 0 and path.read_text() == template()


def a_terminal_of_ascii(folder, _monkeypatch):
    """LANG=C: what it cannot show is escaped or left as bytes, and what is typed is understood."""
    path = folder / "ada.toml"
    path.write_text('name = "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}"\n[answers]\n')
    for encoding in ("ascii", "latin-1", "cp1252"):
        assert "Zo" in call("run", path, stdout=stream(encoding)).out
        assert call("rules", stdout=stream(encoding)).code == 0
    typed = io.TextIOWrapper(io.BytesIO(b"n\n\xc3\xa9\n" + TYPED[2:]), encoding="ascii")
    assert "is not understood" in call("ask", stdin=typed, stderr=stream("ascii")).err


def a_terminal_of_another_alphabet(folder, _monkeypatch):
    """A name that Latin-1 does not have is escaped."""
    path = folder / "ada.toml"
    path.write_text('name = "\N{GREEK SMALL LETTER PI}"\n[answers]\n')
    assert r"\u03c0" in call("run", path, stdout=stream("latin-1")).out


def a_window_of_twenty_columns(folder, _monkeypatch):
    """No line of the advice is wider; one column, none or nonsense does not matter either."""
    path = good(folder)
    ended = call("run", path, columns="20")
    assert max(map(len, ended.out.splitlines())) <= 20 and "another" in ended.out
    for columns in ("1", "-3", "wide"):
        assert call("run", path, columns=columns).code == 0
        assert call("rules", "start_job_search", columns=columns).code == 0
        assert call("ask", typed=TYPED, columns=columns).code == 0


def no_home(folder, monkeypatch):
    """A user without a home is advised, and told that nothing is kept; no folder ~ is made."""

    def nobody(_uid):
        raise KeyError

    monkeypatch.chdir(folder)
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    ended = call("ask", typed=TYPED, seconds=6)
    assert ended.code == 0 and FOUND in ended.out and not list(folder.iterdir())
    assert "found no home folder to keep it in" in " ".join(ended.err.split())
    assert "no interview to resume" in call("ask", "--resume").err


def a_folder_that_cannot_be_written(folder, monkeypatch):
    """Nothing is asked for a file that cannot be kept, and nothing is written by others."""

    def refuse(*_args, **_more):
        raise PermissionError

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    monkeypatch.setattr(os, "access", lambda *_: False)
    path = folder / "me.toml"
    assert "nothing can be written" in call("ask", "--save", path, typed=TYPED).err
    ended = call("new", path)
    assert ended.code == 2 and "found no permission" in ended.err


def a_disk_that_fills_up(folder, _monkeypatch):
    """A file is written whole or not at all, and the old one stays; the limit is a real one."""
    if platform.system() != "Linux":
        pytest.skip("file sizes are limited otherwise here")
    old = good(folder)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        ended = call("new", folder / "new.toml")
        with pytest.raises(ScenarioError, match="found a problem"):
            write_new(old, "#" * 2000, force=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert ended.code == 2 and "found a problem (File too large)" in ended.err
    assert list(folder.iterdir()) == [old] and old.read_bytes() == GOOD


def two_runs_at_once(folder, _monkeypatch):
    """Two interviews go on in one file: the second one is told, and loses nobody's answer."""
    path = folder / "me.toml"
    write_new(path, dump(Scenario("Ada", {"unmet_needs": 1})))
    pair = [(Journal.resumed(path, TODAY), Interview({"unmet_needs": 1})) for _ in range(2)]
    for (journal, interview), id in zip(pair, ("had_setback", "has_boss"), strict=True):
        interview.heard[id] = True
        journal.note(interview)
    assert pair[0][0].trouble == "" and "changes by somebody else" in pair[1][0].trouble
    assert load(path).answers == {"unmet_needs": 1, "had_setback": True}


def a_folder_that_is_gone(folder, monkeypatch):
    """Where the working folder was taken away, a relative name leads to no file."""
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for words in (["run", "ada.toml"], ["ask", "--resume", "--save", "ada.toml"], ["new", "x"]):
        ended = call(*words)
        assert ended.code == 2 and ended.err.count("\n") == 1


def ctrl_c_at_any_time(folder, _monkeypatch):
    """After any number of files, modules and streams that were opened: 130, and no half of a file.

    The interpreter tells of them one by one; at one of these moments the key is pressed.
    """
    path, left = good(folder), [-1]

    def press(event, _arguments):
        if event in ("open", "os.rename", "os.listdir", "tempfile.mkstemp", "builtins.id"):
            left[0] -= 1
            if left[0] == 0:
                raise KeyboardInterrupt

    sys.addaudithook(press)
    for words, typed in ((["run", path], b""), (["new", folder / "n.toml"], b""), (["ask"], TYPED)):
        pressed = 0
        for moment in range(1, 12):
            left[0] = moment
            ended = call(*words, typed=typed, seconds=6)
            reached, left[0] = left[0] <= 0, -1
            assert ended.code == (130 if reached else 0) and "Traceback" not in ended.all
            pressed += reached
            (folder / "n.toml").unlink(missing_ok=True)
        assert pressed > 0


def ctrl_c_while_it_starts(_folder, _monkeypatch):
    """While the libraries are loaded, the key has the same meaning."""
    pressed = (
        "import sys\n"
        "def press(event, found):\n"
        "    if event == 'import' and found[0] == 'click.core': raise KeyboardInterrupt\n"
        "sys.addaudithook(press)\n"
        "import cli\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", pressed], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (130, "")


def the_end_of_the_input_at_every_prompt(folder, _monkeypatch):
    """However far somebody came: the advice so far, and no error."""
    lines = b"n\nn\n1\nb\n\nc\n1\nn\nu\n".splitlines(keepends=True)
    for number in range(len(lines)):
        path = folder / f"{number}.toml"
        ended = call("ask", "--save", path, typed=b"".join(lines[:number]), seconds=6)
        assert ended.code == 0 and path.exists() == (number > 1)


SURROUNDINGS = tuple(
    check
    for check in list(globals().values())
    if getattr(check, "__module__", "") == __name__ and check not in (good, full)
)
