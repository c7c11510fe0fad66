"""Which files are meant: folders, links, what is named twice, and what leads nowhere."""

import os
from pathlib import Path

import pytest

from engine.scenario_paths import Found, find_scenarios
from tests.hostile import GOOD
from tests.within import call

BAD = b"[answers]\nunmet_neds = 1\n"
FIRST = "Start looking for another job."


def files(folder, *names, content=GOOD):
    """Write files of these names, and return their paths."""
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return paths


def test_folders_are_expanded(tmp_path):
    """Files stay in the order given; a folder stands for its *.toml files, sorted, at any depth."""
    text, *below = files(tmp_path, "notes.txt", "a.toml", "b.toml", "sub/c.toml")
    (tmp_path / "folder.toml").mkdir()
    found = find_scenarios([text, Path("-"), tmp_path])
    assert found == Found([text, Path("-"), *below])


def test_what_is_named_twice_is_read_once(tmp_path, monkeypatch):
    """By whatever way it is named; a link that leads to a file named before is told."""
    (path,) = files(tmp_path, "a.toml")
    monkeypatch.chdir(tmp_path)
    twice = [path, Path("a.toml"), tmp_path / "." / "a.toml", Path("-"), Path("-"), tmp_path]
    assert find_scenarios(twice) == Found([path, Path("-")])
    link = tmp_path / "b.toml"
    link.symlink_to(path)
    found = find_scenarios([tmp_path])
    assert found.paths == [path] and not found.wrong
    assert found.passed_over == [
        f"{link}: file: found the file that is {path}, too; it is read once"
    ]


def test_paths_that_lead_nowhere(tmp_path):
    """Missing paths and folders without scenarios are all told, a line each; the rest is found."""
    here, _ = files(tmp_path, "sub/a.toml", "other/readme.txt")
    (tmp_path / "empty").mkdir()
    given = ("x.toml", "empty", "sub", "y" * 300, "a\0b", "other")
    found = find_scenarios(tmp_path / name for name in given)
    assert found.paths == [here]
    missing, empty, long, unusable, other = found.wrong
    assert "x.toml: file: found nothing of this name" in missing
    assert "empty: folder: found a folder without scenarios" in empty
    assert "found a problem (File name too long)" in long
    assert "a name or text that cannot be used" in unusable
    assert "other: folder: found a folder without scenarios" in other


def test_a_folder_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """Whatever else lies beside it is found."""
    (here, _) = files(tmp_path, "a.toml", "locked/b.toml")
    scandir = os.scandir

    def refuse(place):
        if Path(place).name == "locked":
            raise PermissionError(13, "Permission denied", str(place))
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_scenarios([tmp_path])
    assert found.paths == [here]
    (told,) = found.wrong
    assert told.startswith(f"{tmp_path / 'locked'}: folder: found no permission; allowed: ")
    assert len(find_scenarios([tmp_path / "locked"]).wrong) == 1


def test_a_linked_folder_is_told(tmp_path):
    """It is not followed, as it may lead in circles; named itself, it is."""
    (here, there) = files(tmp_path, "in/a.toml", "out/b.toml")
    linked = tmp_path / "in" / "linked"
    linked.symlink_to(tmp_path / "out")
    found = find_scenarios([tmp_path / "in"])
    assert found.paths == [here] and not found.wrong
    assert [line.partition("; ")[0] for line in found.passed_over] == [
        f"{linked}: folder: found a link to a folder, which is not followed"
    ]
    assert find_scenarios([linked]).paths == [linked / there.name]
    ended = call("run", tmp_path / "in")
    assert ended.code == 0 and f"{linked}: folder: " in ended.err


@pytest.mark.parametrize("beside", ["missing.toml", "empty"])
@pytest.mark.parametrize("command", ["run", "report", "coverage"])
def test_one_wrong_path_spoils_only_itself(tmp_path, command, beside):
    """What is wrong is told, the other file is advised, and the exit code is 2."""
    (path,) = files(tmp_path, "ada.toml")
    out = tmp_path / "out"
    for folder in (out, tmp_path / "empty"):
        folder.mkdir()
    words = {
        "run": ["run"],
        "report": ["report", "-o", out],
        "coverage": ["audit", "coverage", "--format", "json"],
    }[command]
    ended = call(*words, path, tmp_path / beside, seconds=20)
    assert ended.code == 2 and f"{beside}: " in ended.err and "found " in ended.err
    assert ended.out or list(out.iterdir())


@pytest.mark.parametrize("words", [["run"], ["audit", "coverage"], ["compare", "--client", "A"]])
def test_nothing_at_all_is_an_error(tmp_path, words):
    """Where no file is found, nothing is printed but what is wrong."""
    ended = call(*words, tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines() == [
        f"{tmp_path}: folder: found a folder without scenarios; allowed: one with *.toml files"
    ]


def test_a_bad_neighbour_changes_nothing_of_what_is_shown(tmp_path):
    """A folder is a table of rows, with one client in it or none as with many."""
    files(tmp_path, "good.toml")
    alone = call("run", tmp_path)
    assert alone.code == 0 and alone.out.startswith("file")
    (bad,) = files(tmp_path, "bad.toml", content=BAD)
    together = call("run", tmp_path)
    assert together.code == 2 and together.out == alone.out
    assert call("run", tmp_path / "good.toml", bad).out == alone.out
    (tmp_path / "good.toml").unlink()
    assert call("run", tmp_path).out == ""
    (good,) = files(tmp_path, "good.toml")
    assert call("run", tmp_path, "--full").out == call("run", good).out
    assert FIRST in call("run", good).out


def test_a_file_given_twice_is_written_once(tmp_path):
    """Neither refused as if it were there before, nor told twice."""
    (path,) = files(tmp_path, "ada.toml")
    out = tmp_path / "out"
    out.mkdir()
    ended = call("report", path, path, "-o", out, seconds=6)
    assert ended.code == 0 and ended.err.count("is written") == 1
    assert call("run", path, path).out.count("ada.toml") == 1
