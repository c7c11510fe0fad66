"""Whatever is given to it: no traceback, no hang, nothing in silence; a line a mistake, exit 2."""

import json
import os
import re
from pathlib import Path

import pytest

from engine.audit.clients import Client, write_clients
from engine.complaints import MOST_MESSAGES, ScenarioError
from engine.scenario_files import load
from tests.handouts import SCENARIOS
from tests.hostile import (
    DOCUMENTS,
    EXPORTS,
    GOOD,
    INJECTED,
    LOOKS_LIKE_A,
    NO_SCENARIOS,
    PLACES,
    STEERING,
    TYPED,
    WRONG_ANSWERS,
)
from tests.surroundings import SURROUNDINGS
from tests.within import call

CONTENTS = (*NO_SCENARIOS, *WRONG_ANSWERS)
LONG = "x" * 300
OTHER = min(SCENARIOS.glob("*.toml"))
"""A client's file with which others are compared."""

OPTIONS = (
    (["run", "--format", "\x1b[2J", "FILE"], r"'\x1b[2J' is not one of"),
    (["run", "--fromat", "json", "FILE"], "No such option '--fromat'"),
    (["rnu", "FILE"], "No such command 'rnu'"),
    (["rules", "\x1b]0;t\x07"], r"no rule, advice or question is called '\x1b]0;t\x07'"),
    (["rules", "x" * 100_000], "no rule, advice or question is called 'xxx"),
    (["rules", f"st{LOOKS_LIKE_A}rt_job_search"], "did you mean start_job_search?"),
    (["rules", "--graph", "svg", "--article", "\u202e"], r"\u202e"),
    (["export", "--to", "../x"], "'../x' is not one of 'json'"),
    (["explain", "FILE", "\x1b[2J"], r"'\x1b[2J' stands alone"),
    (["explain", "FILE", "--why", "start_job_serch"], "did you mean start_job_search?"),
    (["explain", "FILE", "--what-if", "unmet_neds=1"], "did you mean unmet_needs?"),
    (["explain", "FILE", "--what-if", "unmet_needs=NaN"], "found 'NaN'"),
    (["explain", "FILE", "--what-if", f"unmet_needs={'9' * 5000}"], "found '999"),
    (["explain", "FILE", "--what-if", "=\x1b[2J"], "no question is called nothing"),
    (["explain", "FILE", "--what-if", "unmet_needs"], "unmet_needs"),
    (["audit", "agree", "--n", "-5"], "-5 is not in the range"),
    (["audit", "agree", "--n", "nan"], "'nan' is not a valid integer"),
    (["audit", "mutants", "FILE", "--sample", "0"], "0 is not in the range"),
    (["audit", "--witnesses", "FOLDER/\x1b[2J/x"], r"found no folder"),
    (["audit", "coverage", "FILE", "--suggest", "FILE"], "is a file"),
    (["ask", "--save", f"FOLDER/{LONG}"], "found a problem (File name too long)"),
    (["ask", "--save", "FOLDER/../nowhere/x"], "nothing can be written in"),
    (["ask", "--save", "/dev/full"], "it is there already"),
    (["ask", "--resume", "--save", "/dev/zero"], "found no regular file"),
    (["new", f"FOLDER/{LONG}"], "found a problem (File name too long)"),
    (["new", "FOLDER/nowhere/../../x/y.toml"], "found no folder to write it in"),
    (["new", "FOLDER"], "found a folder"),
    (["new", "/dev/full", "--force"], "found no regular file"),
)


def is_plain(text):
    """Tell whether nothing but line ends is in a text that is no character to be seen."""
    return text.replace("\n", "").isprintable()


def test_there_are_enough_classes():
    """Seventy kinds of hostile input were asked for, each under a name of its own."""
    names = [each.name for each in (*CONTENTS, *EXPORTS, *DOCUMENTS)] + [
        name for name, *_ in PLACES
    ]
    names += [*STEERING, *INJECTED, *TYPED, *(" ".join(words) for words, _ in OPTIONS)]
    names += [each.__name__ for each in SURROUNDINGS]
    assert len(set(names)) == len(names) >= 70


def readers(path, content):
    """Return every way in which a scenario file is read: words, what is typed, and its name."""
    return (
        (("run", path), b"", path),
        (("run", "-"), content, "-"),
        (("explain", path), b"", path),
        (("ask", "--resume", "--save", path), b"n\nn\n1\n", path),
        (("report", path, "-o", path.with_name("out.html")), b"", path),
        (("compare", path, OTHER), b"", path),
        (("compare", OTHER, "-"), content, "-"),
        (("checkin", path), b"n\nn\n1\n", path),
        (("verify", path), b"", path),
    )


@pytest.mark.parametrize("each", CONTENTS, ids=lambda each: each.name)
def test_a_file_that_is_no_scenario_is_refused_by_every_reader(tmp_path, each):
    """Plain lines with file, place, what was found and what is allowed; the file is left alone."""
    path = tmp_path / "ada.toml"
    path.write_bytes(each.content)
    for words, typed, name in readers(path, each.content):
        ended = call(*words, typed=typed)
        lines = ended.err.splitlines()
        assert (ended.code, ended.out) == (2, "")
        assert 0 < len(lines) <= MOST_MESSAGES + 1 and is_plain(ended.err)
        assert all(line.startswith(f"{name}: ") for line in lines[:MOST_MESSAGES])
        says = "found " if words[0] == "verify" else each.says
        assert says in lines[0] and "allowed: " in lines[0]
        assert max(map(len, lines)) < 1000
    assert path.read_bytes() == each.content and list(tmp_path.iterdir()) == [path]


def test_hostile_files_in_a_folder_spoil_only_themselves(tmp_path):
    """Each is refused under its name, the good one among them is advised, and the end is a 2."""
    (tmp_path / "good.toml").write_bytes(GOOD)
    for number, each in enumerate(CONTENTS):
        (tmp_path / f"{number:03}.toml").write_bytes(each.content)
    ended = call("run", tmp_path, "--full", seconds=20)
    assert ended.code == 2 and is_plain(ended.all)
    assert "Start looking for another job." in ended.out
    for number in range(len(CONTENTS)):
        assert f"{number:03}.toml: " in ended.err


@pytest.mark.parametrize(("name", "made", "says"), PLACES, ids=[name for name, *_ in PLACES])
def test_a_place_where_no_file_is_is_refused(tmp_path, name, made, says):
    """Nothing but an ordinary file is opened, by whatever reads files."""
    path = made(tmp_path)
    with pytest.raises(ScenarioError) as refused:
        load(path)
    (message,) = refused.value.messages
    assert says in message and message.isprintable()
    others = (["report", "-o", tmp_path / "out"], ["compare", OTHER], ["checkin"], ["verify"])
    for words in (["run"], ["explain"], ["audit", "diff"], *others):
        ended = call(*words, path)
        assert ended.code == 2 and says in ended.err and is_plain(ended.err)
    resumed = call("ask", "--resume", "--save", path)
    assert resumed.code == 2 and says in resumed.err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file_is_refused(tmp_path):
    """A file without permission to read is refused in one line."""
    path = tmp_path / "ada.toml"
    path.touch(mode=0)
    with pytest.raises(ScenarioError, match="file: found no permission"):
        load(path)


def test_a_name_that_no_file_can_have():
    """A NUL character in a name, which only a program can give, is refused like any other."""
    with pytest.raises(ScenarioError, match="a name or text that cannot be used"):
        load(Path("a\0b"))


@pytest.mark.parametrize("text", [*STEERING, *INJECTED], ids=ascii)
def test_a_text_is_shown_and_steers_nothing(tmp_path, text):
    """In the name, the goal, the request, a person and the notes: escaped, or as it was typed."""
    quoted = json.dumps(f"<{text}>")
    if "\U000e0041" in text:
        quoted = '"<\\U000E0041>"'
    path = tmp_path / "ada.toml"
    path.write_text(
        f"name = {quoted}\ngoal = {quoted}\nnotes = {quoted}\n[request]\nwording = {quoted}\n"
        f"[[people]]\nname = {quoted}\n[answers]\nunmet_needs = 1\n"
    )
    for words in (["run", path], ["explain", path], ["ask", "--resume", "--save", path]):
        for form in ("table", "json", "markdown"):
            extra = [] if words[0] == "explain" else ["--format", form]
            ended = call(*words, *extra, typed=b"q\n", seconds=6)
            assert ended.code == 0 and is_plain(ended.all)
    assert load(path).name == f"<{text}>"
    as_json = json.loads(call("run", path, "--format", "json").out)["scenarios"][0]
    assert as_json["name"] == as_json["in_your_words"]["goal"] == f"<{text}>"
    if text in INJECTED:
        assert f"<{text}>" in call("run", path).out


def test_names_of_files_are_shown_and_steer_nothing(tmp_path):
    """Also in the table of a folder, and where a hint or an expectation names the file."""
    answers = 'unmet_needs = 1\npreferred_roles = ["mentor"]\n'
    text = f'[answers]\n{answers}[expect]\nfirst = "tell_your_boss"\n'
    for steering in STEERING:
        (tmp_path / f"{steering}.toml").write_text(text)
    ended = call("run", tmp_path, seconds=20)
    assert ended.code == 1 and is_plain(ended.all)
    assert ended.err.count("one role named") == len(STEERING)
    new = tmp_path / "\x1b[2J.toml"
    new.unlink(missing_ok=True)
    assert r"\x1b[2J.toml is ready" in call("new", new).err


def test_lines_that_are_no_answer_are_none(tmp_path):
    """The question stays, however hostile the line, and nothing is kept."""
    path = tmp_path / "me.toml"
    typed = b"\n".join([b"n", *TYPED, b"q", b""])
    ended = call("ask", "--save", path, typed=typed, seconds=6)
    assert ended.code == 0 and is_plain(ended.all) and not path.exists()
    assert ended.err.count("Question 1,") == 1 and "Question 2," not in ended.err
    assert ended.err.count("Please type") == len(TYPED)
    assert max(map(len, ended.err.splitlines())) < 300


@pytest.mark.parametrize("lines", [["maybe"], ["n", "?"], ["n", "b"]])
def test_a_pipe_of_useless_lines_has_an_end(lines):
    """Who types the same for ever gets the advice so far, and the prompt back."""
    typed = "\n".join([*lines, *lines[-1:] * 5000])
    ended = call("ask", typed=typed.encode(), seconds=6)
    assert ended.code == 0 and "brought no new answer" in " ".join(ended.err.split())


def test_a_line_without_an_end_is_the_end_of_the_input():
    """A device that types noughts for ever is not read for ever."""
    with Path("/dev/zero").open(encoding="utf-8") as endless:
        ended = call("ask", stdin=endless)
    assert ended.code == 0 and ended.out == ""


@pytest.mark.parametrize(("words", "says"), OPTIONS, ids=lambda each: ascii(each)[:60])
def test_a_word_on_the_command_line_is_refused(tmp_path, words, says):
    """What was found is shown escaped and cut; exit 2, and nothing is written."""
    path = tmp_path / "ada.toml"
    path.write_bytes(GOOD)
    places = {"FILE": str(path), "FOLDER": str(tmp_path)}
    for mark, place in places.items():
        words = [word.replace(mark, place) for word in words]
    ended = call(*words, typed=b"n\nn\n1\nq\n")
    assert (ended.code, ended.out) == (2, "") and says in ended.err
    assert is_plain(ended.err) and max(map(len, ended.err.splitlines())) < 1000
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("each", EXPORTS, ids=lambda each: each.name)
def test_what_is_no_version_of_the_rules_is_refused(tmp_path, each):
    """`audit diff` tells in plain lines what is wrong with either file."""
    path = tmp_path / "base.json"
    path.write_bytes(each.content)
    ended = call("audit", "diff", path)
    assert (ended.code, ended.out) == (2, "") and is_plain(ended.err)
    assert ended.err.startswith(f"{path}: ") and each.says in ended.err


@pytest.mark.parametrize("each", DOCUMENTS, ids=lambda each: each.name)
def test_what_is_no_document_of_ours_is_refused(tmp_path, each):
    """`verify` tells in plain lines, and soon, why nothing can be followed again."""
    path = tmp_path / "report.json"
    path.write_bytes(each.content)
    for words, typed, name in ((("verify", path), b"", path), (("verify", "-"), each.content, "-")):
        ended = call(*words, typed=typed)
        lines = ended.err.splitlines()
        assert (ended.code, ended.out) == (2, "") and is_plain(ended.err)
        assert lines[0].startswith(f"{name}: ") and each.says in lines[0]
        assert len(lines) <= MOST_MESSAGES + 1 and max(map(len, lines)) < 1000


def test_a_check_in_beside_a_circle_of_links_is_refused(tmp_path):
    """The file of the day may be anything, too."""
    path, new = tmp_path / "ada.toml", tmp_path / "ada-2026-01-31.toml"
    path.write_bytes(GOOD)
    new.symlink_to(new)
    ended = call("checkin", path, "--today", "2026-01-31", typed=b"n\n")
    assert ended.code == 2 and is_plain(ended.err)
    assert f"{new}: file: found a problem (Too many levels" in ended.err


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "a/b", "..", ".", "", "CON", "nul.txt", "x" * 300, *STEERING]
)
def test_a_file_with_the_name_of_a_client_stays_where_it_belongs(tmp_path, name):
    """Whatever a client is called, the file lies in the folder, under a name for every system."""
    (path,) = write_clients([Client(name, {}, ())], tmp_path)
    assert list(tmp_path.iterdir()) == [path]
    assert re.fullmatch(r"\w[\w.-]{0,99}\.toml", path.name)
    assert path.name.partition(".")[0].casefold() not in ("con", "nul")


@pytest.mark.parametrize("surrounding", SURROUNDINGS, ids=lambda each: each.__name__)
def test_surroundings_break_nothing(tmp_path, monkeypatch, surrounding):
    """Wherever it runs: it ends as it should, and files are whole or not there."""
    surrounding(tmp_path, monkeypatch)
    assert not list(tmp_path.rglob(".unstuck-*"))
    for path in tmp_path.rglob("*.toml"):
        load(path)
