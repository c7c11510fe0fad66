"""Scenario files on disk: the template, what is written and read back, and what is not touched."""

import datetime
import io
import os
import re
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.complaints import ScenarioError
from engine.scenario_files import dump, load, write_new
from engine.scenarios import KnownIds, Scenario, read_scenario
from engine.template import template
from kb import scope
from kb.situation import QUESTIONS, TOPICS
from kb.vocabulary import Question


def read(text: str) -> Scenario:
    """Read a scenario from the text of a file."""
    return read_scenario(text.encode(), "ada.toml")


def test_the_template_can_be_read() -> None:
    """The template is a scenario as it stands, without an answer, called as its file."""
    scenario = read(template())
    assert (scenario.name, scenario.answers, scenario.unknown) == ("ada", {}, frozenset())


def test_the_template_holds_every_question() -> None:
    """With the marks taken away, every question of the template is answered unknown."""
    filled = re.sub(r'^# (\w+ = "unknown")$', r"\1", template(), flags=re.MULTILINE)
    assert read(filled).unknown == QUESTIONS.keys()
    asked = re.findall(r'^(\w+) = "unknown"$', filled, flags=re.MULTILINE)
    assert sorted(asked) == sorted(QUESTIONS)


@pytest.mark.parametrize(("written", "beyond"), [("true", True), ("false", False)])
def test_the_template_asks_first_what_the_interview_asks_first(written: str, beyond: bool) -> None:
    """The question of scope stands before all others, with each trouble and its own words, as a
    comment that can be taken away.
    """
    before, line, after = template().partition("\n# beyond_the_articles = false\n")
    shown = " ".join(before.replace("\n#", " ").split())
    assert scope.QUESTION in shown and all(each.trouble in shown for each in scope.BEYOND)
    assert " = " not in before and read(template()).beyond is None
    assert read(before + line.replace("# ", "").replace("false", written) + after).beyond is beyond


def test_the_template_explains_itself() -> None:
    """The template names the topics in order, and every prompt, in lines of at most 80 columns."""
    text = template()
    assert re.findall(r"^# ---- (.*) ----$", text, flags=re.MULTILINE) == list(
        dict.fromkeys(topic.article for topic in TOPICS)
    )
    assert max(map(len, text.splitlines())) <= 80
    flowing = re.sub(r"\s+", " ", text.replace("\n# ", " "))
    for question in QUESTIONS.values():
        assert f"{question.prompt} Allowed: " in flowing


def answers_to(question: Question) -> st.SearchStrategy[Any]:
    """Generate every allowed answer to a question; None stands for "unknown"."""
    match question.kind:
        case "yes/no":
            known: st.SearchStrategy[Any] = st.booleans()
        case "count" | "weeks":
            known = st.integers(0, question.at_most)
        case "choice":
            known = st.sampled_from(question.choices)
        case "list":
            least = 1 if question.at_most < len(question.choices) else 0
            known = st.frozensets(
                st.sampled_from(question.choices), min_size=least, max_size=question.at_most
            )
    return st.none() | known


@given(
    st.text(min_size=1).filter(str.strip),
    st.fixed_dictionaries({}, optional={id: answers_to(q) for id, q in QUESTIONS.items()}),
    st.none() | st.dates(),
    st.text(),
)
def test_what_is_dumped_is_read_back(
    name: str, given_answers: dict[str, Any], date: datetime.date | None, notes: str
) -> None:
    """A scenario that is dumped and read is the same scenario, with its answers in order."""
    known = {id: answer for id, answer in given_answers.items() if answer is not None}
    unknown = given_answers.keys() - known.keys()
    scenario = read(dump(Scenario(name, known, frozenset(unknown), None, date, notes)))
    assert (scenario.name, scenario.date, scenario.notes) == (name, date, notes)
    assert scenario.answers == known
    assert [type(scenario.answers[id]) for id in known] == [type(a) for a in known.values()]
    assert scenario.unknown == unknown
    assert list(scenario.answers) == [id for id in QUESTIONS if id in known]


def test_the_order_of_a_dump() -> None:
    """A dump has its answers in the order of the questions, and lists in that of the choices."""
    text = dump(
        Scenario(
            "Ada",
            {"preferred_roles": frozenset({"leader", "mentor"})},
            frozenset({"had_setback"}),
        )
    )
    assert text.splitlines() == [
        'name = "Ada"',
        "",
        "[answers]",
        'had_setback = "unknown"',
        'preferred_roles = ["mentor", "leader"]',
    ]


def test_a_dump_of_half_a_character() -> None:
    """Half a character from a terminal is replaced, so that the file can be written and read."""
    assert read(dump(Scenario("A\udcc3", {}))).name == "A?"


def test_a_dump_refuses_what_is_no_question() -> None:
    """An answer to a question that does not exist is an error, and is not dropped in silence."""
    with pytest.raises(ValueError, match="no_such_question"):
        dump(Scenario("Ada", {"no_such_question": True}))


def test_loading_a_file(tmp_path: Path) -> None:
    """A file is loaded under its own name, and its ids are checked."""
    path = tmp_path / "ada.toml"
    path.write_text("[answers]\nhas_boss = true\n[expect]\nfirst = 'a'")
    assert load(path, KnownIds(["a"], [], [])).answers == {"has_boss": True}
    assert load(path).source == str(path)
    with pytest.raises(ScenarioError, match=r"expect\.first: found 'a'"):
        load(path, KnownIds(["b"], [], []))


def test_loading_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A "-" loads from standard input."""
    text = io.TextIOWrapper(io.BytesIO(b"[answers]\nhas_boss = true"))
    monkeypatch.setattr(sys, "stdin", text)
    assert load(Path("-")).answers == {"has_boss": True}
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ScenarioError, match="-: file: found there is no standard input"):
        load(Path("-"))


def test_writing_a_new_file(tmp_path: Path) -> None:
    """A new file holds the text, belongs to its owner alone, and leaves nothing beside it."""
    path = tmp_path / "ada.toml"
    write_new(path, "é\n")
    assert path.read_bytes() == "é\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_is_kept(tmp_path: Path) -> None:
    """A file that is there is replaced only with force, and so is a link that leads nowhere."""
    path, link = tmp_path / "ada.toml", tmp_path / "link.toml"
    path.write_text("old")
    link.symlink_to("nowhere")
    for taken in (path, link):
        with pytest.raises(ScenarioError, match="found a file of this name; allowed: a new name"):
            write_new(taken, "new")
    assert path.read_text() == "old"
    assert link.is_symlink()
    write_new(path, "new", force=True)
    assert path.read_text() == "new"
    assert sorted(tmp_path.iterdir()) == [path, link]


def test_writing_where_links_are_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without hard links gets the file too, and keeps the one that is there."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "ada.toml"
    write_new(path, "first")
    with pytest.raises(ScenarioError, match="found a file of this name"):
        write_new(path, "second")
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("force", [False, True])
def test_a_failure_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    """When the disk is full, the old file stays as it was and no half of the new one is left."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    path = tmp_path / "ada.toml"
    path.write_text("old")
    with pytest.raises(ScenarioError, match=r"found a problem \(No space left on device\)"):
        write_new(path, "new", force)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("force", [False, True])
def test_writing_where_no_file_can_be(tmp_path: Path, force: bool) -> None:
    """Neither a folder nor a pipe is replaced, and no folder is made."""
    os.mkfifo(tmp_path / "pipe")
    for path, found in [
        (tmp_path, "a folder;"),
        (tmp_path / "pipe", "no regular file;"),
        (tmp_path / "missing" / "ada.toml", "no folder to write it in;"),
        (tmp_path / "a\0b", "a name or text that cannot be used;"),
    ]:
        with pytest.raises(ScenarioError, match=f"file: found {found}"):
            write_new(path, "text", force)
    assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]
