"""The file of a check-in: where it lies, what it never replaces, and what becomes of it."""

import json
import re
import signal
from pathlib import Path

import pytest

from engine.progress.checkin import beside
from engine.scenario_files import load
from tests.test_checkin import ANNA, BESIDE, KEEP, NOW, TODAY
from tests.test_cli import call, client
from tests.test_terminal import Terminal
from tests.within import call as within_call


def test_the_new_file_lies_beside_the_old_one():
    """A date in the name gives way to the new one."""
    assert beside(Path("clients/anna.toml"), NOW) == Path("clients") / BESIDE
    assert beside(Path("anna-2026-01-31.toml"), NOW) == Path(BESIDE)


def test_nothing_is_written_over(tmp_path):
    """What is no check-in of this client and day is replaced with --force only, and the file that
    is checked never; both are told before any question.
    """
    path = client(tmp_path, ANNA, "anna.toml")
    others = (ANNA, ANNA.replace("10-11", "11-22").replace("Anna", "Ben"), "mine")
    for text in others:
        other = client(tmp_path, text, BESIDE)
        ran = call("checkin", path, *TODAY, typed=KEEP)
        assert ran.returncode == 2 and "Is one of" not in ran.stderr
        assert ("--force" in ran.stderr or text == "mine") and other.read_text() == text
    assert call("checkin", path, *TODAY, "--force", typed=KEEP).returncode == 0
    ran = call("checkin", other, *TODAY, "--force", typed=KEEP)
    assert ran.returncode == 2 and "ask --resume --save" in ran.stderr


def test_links_in_a_circle_are_told(tmp_path):
    """The place of the new file goes round in circles: a plain line, with and without --force."""
    path = client(tmp_path, ANNA, "anna.toml")
    (tmp_path / BESIDE).symlink_to(BESIDE)
    ran = call("checkin", path, *TODAY)
    assert ran.returncode == 2 and "link" in ran.stderr and "Traceback" not in ran.stderr
    path.unlink()
    path.symlink_to(BESIDE)
    for more in ((), ("--force",)):
        ran = call("checkin", tmp_path / BESIDE, *TODAY, *more)
        assert ran.returncode == 2 and "link" in ran.stderr and "Traceback" not in ran.stderr


@pytest.mark.parametrize("steering", ["\x1b[31m", "\u202e", "\x9b1m"], ids=ascii)
def test_the_name_of_a_file_steers_no_terminal(tmp_path, steering):
    """In whatever a check-in says about its files, and in the comparison as data."""
    folder = tmp_path / steering
    folder.mkdir()
    path = client(folder, ANNA.replace('"Anna"', json.dumps(f"A{steering}")), "anna.toml")
    later = client(folder, path.read_text(), "anna-2026-11-01.toml")
    taken = client(folder, ANNA, BESIDE)
    for words, typed in (
        ((path,), ""),
        ((taken,), ""),
        ((path, "--force", "--format", "json"), "n\n\n1\n" + "\n" * 40),
        ((path,), "q\n"),
        ((later, "--force"), "q\n"),
    ):
        ended = within_call("checkin", *words, *TODAY, typed=typed.encode())
        assert ended.all.replace("\n", "").isprintable()


def test_what_could_not_be_kept_is_an_error(tmp_path):
    """Somebody else has changed the file meanwhile: it is left alone, and the exit code says so."""
    path = client(tmp_path, ANNA, "anna.toml")
    with Terminal("checkin", path, *TODAY) as terminal:
        terminal.reads("y or n:")
        terminal.types("n", "Question 1")
        terminal.types("", "Question 2")
        (tmp_path / BESIDE).write_text("mine")
        terminal.types("2", "Not kept:")
        terminal.types("q", "could not be kept")
        assert terminal.ends() == 2
    assert (tmp_path / BESIDE).read_text() == "mine"


def test_ctrl_c_loses_nothing(tmp_path):
    """What was answered is in the new file; it is said where, and the exit code is 130."""
    path = client(tmp_path, ANNA, "anna.toml")
    with Terminal("checkin", path, *TODAY) as terminal:
        terminal.reads("y or n:")
        terminal.types("n", "Question 1")
        terminal.types("", "Question 2")
        terminal.types("3", "Question 3")
        terminal.process.send_signal(signal.SIGINT)
        terminal.reads(f"checkin {path}")
        assert terminal.ends() == 130
    assert load(tmp_path / BESIDE).answers["unmet_needs"] == 3


def test_a_later_check_in_of_the_client_is_named(tmp_path):
    """Who begins again at the first file is told of the last one, and may go on all the same."""
    path = client(tmp_path, ANNA, "anna.toml")
    for date in ("2026-10-01", "2026-10-25", "2026-11-01"):
        client(tmp_path, ANNA, f"anna-{date}.toml")
    shown = " ".join(call("checkin", path, *TODAY, typed="q\n").stderr.split())
    assert f" checkin {tmp_path / 'anna-2026-11-01.toml'}" in shown


def test_a_finished_check_in_names_the_next_one_and_what_was_never_asked(tmp_path):
    """Back leads another check-in, of the new file; of what nobody was asked, it is said how many
    questions could change the advice, and which command asks them. `run` counts as many.
    """
    few = "[answers]\nhad_setback = true\nspecific_incident = true\n"
    path = client(tmp_path, f"date = 2026-10-11\n{few}", "few.toml")
    ran = call("checkin", path, *TODAY, typed=KEEP)
    new, lines = tmp_path / "few-2026-11-22.toml", ran.stderr.splitlines()
    shown = " ".join(ran.stderr.split())
    assert "Nothing is asked again: of what was answered" in shown and "Question 1" not in shown
    assert [line.partition(" checkin ")[2] for line in lines if " checkin " in line] == [f"{new}"]
    (number,) = re.findall(r"Up to (\d+) questions that could change the advice", shown)
    assert f"Not settled: up to {number} questions" in call("run", new).stdout
    assert lines[-1].endswith(f" ask --resume --save {new}")
    assert "Question 3, at most" in call("ask", "--resume", "--save", new, typed="q\n").stderr


def test_weeks_pass_for_who_needs_other_help_first(tmp_path):
    """A yes to the question of scope is kept under the new date, with the weeks since: whoever
    takes it back on that day is asked from there.
    """
    path = client(tmp_path, ANNA, "anna.toml")
    call("checkin", path, *TODAY, typed="y\n")
    assert load(tmp_path / BESIDE).answers["weeks_since_ask"] == 12
    call("checkin", path, *TODAY, typed=KEEP)
    found = load(tmp_path / BESIDE)
    assert (found.beyond, found.answers["weeks_since_ask"]) == (False, 12)


def test_a_check_in_with_nothing_left_speaks_of_no_other_question(tmp_path):
    """Whose whole interview is done is not sent to another one; of nothing it is said that it was
    the last that could change anything, since only some of it is asked again.
    """
    path = client(tmp_path, "[answers]\n", "all.toml")
    call("ask", "--resume", "--save", path, typed="n\n" * 60)
    ran = call("checkin", path, *TODAY, typed=KEEP)
    assert "the last question that is asked again" in ran.stderr
    assert "could change anything" not in ran.stderr
    assert "never asked" not in ran.stderr and "ask --resume" not in ran.stderr


@pytest.mark.parametrize("file", ["-", "nowhere.toml", "."])
def test_only_a_file_can_be_checked_in(tmp_path, file):
    """Standard input has no place beside it; what is no file is told. Exit 2, no traceback."""
    ran = call("checkin", file if file == "-" else tmp_path / file, typed="[answers]\n")
    assert (ran.returncode, ran.stdout) == (2, "") and "Traceback" not in ran.stderr
