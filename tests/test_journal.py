"""What is kept of an interview: whole, private, the same advice, and nobody else's file harmed."""

import datetime
import os
import random
import stat
import subprocess
import sys

import pytest

from engine.cases import case_of
from engine.interview import Interview
from engine.journal import Journal, folder, latest
from engine.scenario_files import load
from kb.situation import QUESTIONS
from tests.people import draw, interviewed
from tests.test_cli import ROOT, call, client

TODAY = datetime.date(2026, 1, 31)


def tell(journal, interview, **answers):
    """Answer questions, and have each kept."""
    for id, answer in answers.items():
        interview.heard[id] = answer
        journal.note(interview)


def test_the_file_gives_the_advice_of_the_interview(tmp_path):
    """Also after answers were changed: what no longer applies is kept, and does not count."""
    for seed in range(25):
        rng, person = random.Random(seed), interviewed(seed)
        journal, interview = Journal(tmp_path / f"{seed}.toml", TODAY), Interview()
        while question := interview.next_question():
            tell(journal, interview, **{question.id: person.get(question.id)})
            if rng.random() < 0.15:
                changed = rng.choice(list(interview.heard))
                tell(journal, interview, **{changed: draw(QUESTIONS[changed], rng)})
        assert journal.trouble == ""
        found = case_of(load(journal.path)).consultation
        assert found.advice == interview.consult().advice, seed
        again = Journal.resumed(journal.path, TODAY)
        assert again.heard == {id: interview.heard[id] for id in QUESTIONS if id in interview.heard}


@pytest.mark.parametrize(
    "content",
    [
        b"just a note without a line end",
        b"[answers]\nunmet_neds = 1\nhas_boss = true",
        b"\xff\xfe\x00",
        b"\x00" * 5000,
        b"name = 'A'\n[answers]\nhas_boss = maybe\nunmet_needs = 1",
    ],
)
def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path, content):
    """--resume refuses it with exit 2, and not a byte is different."""
    path = tmp_path / "notes.toml"
    path.write_bytes(content)
    ran = call("ask", "--resume", "--save", path, typed="n\nn\nq\n")
    assert ran.returncode == 2 and "Traceback" not in ran.stderr
    assert path.read_bytes() == content


def test_a_file_that_somebody_else_changes_is_left_alone(tmp_path):
    """It is told at once, nothing of theirs is lost, and the interview goes on."""
    path = tmp_path / "me.toml"
    journal, interview = Journal(path, TODAY), Interview()
    tell(journal, interview, had_setback=False)
    with path.open("a") as file:
        file.write("not TOML")
    tell(journal, interview, unmet_needs=1)
    assert "changes by somebody else" in journal.trouble
    assert path.read_text().endswith("not TOML")


def test_a_file_that_vanishes_is_written_anew(tmp_path):
    """The next answer brings all of them back."""
    path = tmp_path / "me.toml"
    journal, interview = Journal(path, TODAY), Interview()
    tell(journal, interview, had_setback=False)
    path.unlink()
    tell(journal, interview, unmet_needs=1)
    assert journal.trouble == ""
    assert load(path).answers == {"had_setback": False, "unmet_needs": 1}


def test_a_line_that_does_not_fit_is_taken_back_and_tried_again(tmp_path, monkeypatch):
    """A full disk leaves no half line; with the next answer both are kept."""
    path = tmp_path / "me.toml"
    journal, interview = Journal(path, TODAY), Interview()
    tell(journal, interview, had_setback=False)
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: real(descriptor, content[:5]))
    tell(journal, interview, unmet_needs=1)
    assert "no space" in journal.trouble and load(path).answers == {"had_setback": False}
    monkeypatch.undo()
    tell(journal, interview, has_boss=True)
    assert journal.trouble == "" and len(load(path).answers) == 3


def test_a_file_that_cannot_be_made_private_is_told_and_no_answer_is_lost(tmp_path, monkeypatch):
    """What is refused before a line is written leaves nothing half done: later answers are kept."""
    path = tmp_path / "a.toml"
    journal, interview = Journal(path, TODAY), Interview()
    tell(journal, interview, had_setback=False)
    with monkeypatch.context() as patched:
        patched.setattr(type(path), "chmod", lambda *_: (_ for _ in ()).throw(OSError(1, "no")))
        tell(journal, interview, unmet_needs=1)
    tell(journal, interview, has_boss=True)
    assert load(path).answers == {"had_setback": False, "unmet_needs": 1, "has_boss": True}


def test_two_interviews_at_once_are_two_files(monkeypatch, tmp_path):
    """The name is chosen when the first answer is kept, and nobody's file is taken."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    pair = [(Journal(None, TODAY), Interview()) for _ in range(2)]
    for number, (journal, interview) in enumerate(pair):
        tell(journal, interview, had_setback=bool(number))
    assert pair[0][0].path != pair[1][0].path
    assert {p.name for p in folder().iterdir()} == {"2026-01-31.toml", "2026-01-31-2.toml"}
    for journal, _ in pair:
        assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    (folder() / "dangling.toml").symlink_to(tmp_path / "nowhere")
    (folder() / "d.toml").mkdir()
    assert latest() in {journal.path for journal, _ in pair}


def test_a_resumed_file_becomes_private_and_keeps_its_link(tmp_path):
    """A file that others could read is for its owner only after the first answer."""
    path = client(tmp_path, "[answers]\nunmet_needs = 1\n")
    path.chmod(0o644)
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    call("ask", "--resume", "--save", link, typed="n\nn\nq\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and link.is_symlink()
    assert load(path).answers == {"had_setback": False, "unmet_needs": 1}
    assert load(path).beyond is False
    assert "cannot help with" not in call("ask", "--resume", "--save", path, typed="q\n").stderr


def test_a_text_that_looks_like_a_table_fools_nobody(tmp_path):
    """Answers are added to [answers], whatever stands in the client's own words."""
    text = '[answers]\nunmet_needs = 1\n[request]\nwording = """\n[answers]\n"""\n'
    path = client(tmp_path, text)
    call("ask", "--resume", "--save", path, typed="n\nn\nq\n")
    scenario = load(path)
    assert scenario.answers == {"had_setback": False, "unmet_needs": 1}
    assert scenario.words.request.wording == "[answers]\n"


@pytest.mark.parametrize("name", ["nowhere/me.toml", ".", "/dev/full", ""])
def test_a_place_that_cannot_be_written_to_is_refused_before_the_first_question(tmp_path, name):
    """Nobody answers twenty questions to hear that they were not kept."""
    ran = call("ask", "--save", tmp_path / name if name else "", typed="n\nn\nq\n")
    assert ran.returncode == 2 and "cannot help with" not in ran.stderr
    assert "--save" in ran.stderr and "Traceback" not in ran.stderr


def test_without_standard_input_there_is_no_traceback():
    """A closed input is an input that has ended."""
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} {ROOT / 'cli.py'} ask <&-"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0 and "Traceback" not in ran.stderr


def test_who_needs_other_help_gets_no_advice_from_any_command(tmp_path):
    """run and explain tell where to look for help, and name no question."""
    path = client(tmp_path, "beyond_the_articles = true\n[answers]\nunmet_needs = 1\n")
    for words in (["run", path], ["explain", path], ["explain", path, "--why", "start_job_search"]):
        ran = call(*words)
        assert ran.returncode == 0 and "crisis line" in ran.stdout
        assert "another job" not in ran.stdout and "next question" not in ran.stdout
    data = call("run", path, "--format", "json").stdout
    assert '"next_question": null' in data and '"unanswered": []' in data
