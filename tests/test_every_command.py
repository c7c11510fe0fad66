"""What holds of every command in every form: notes stay the coach's, and nothing leaves."""

import json
import sys

import pytest

from cli import unstuck
from tests.calls import every_call
from tests.handouts import pdf_text
from tests.hostile import CANARY
from tests.versions import document
from tests.within import call

CLIENT = f"""\
name = "Ada"
notes = "{CANARY}"
date = 2026-01-31
[answers]
unmet_needs = 1
has_boss = "unknown"
preferred_roles = ["mentor"]
[not_applying]
boss_is_jerk = true
[expect]
first = "start_job_search"
"""
CALLS = list(every_call(unstuck))
_WATCHED: list[str] = []


def _watch(event, _arguments):
    if _WATCHED and event.startswith("socket."):
        raise RuntimeError(event)


sys.addaudithook(_watch)


@pytest.fixture
def places(tmp_path):
    """Return a client, a folder of two, a folder to write in, an earlier version, and a report."""
    folder, out = tmp_path / "clients", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    for name in ("ada.toml", "bo.toml"):
        (folder / name).write_text(CLIENT)
    base, data = tmp_path / "base.json", document()
    data["rules"] = data["rules"][1:]
    base.write_text(json.dumps(data))
    file, report = folder / "ada.toml", tmp_path / "report.json"
    report.write_text(call("run", file, "--format", "json").out)
    table = tmp_path / "answers.csv"
    table.write_text("unmet_needs,has_boss\n1,yes\n0,no\n")
    found = {"FILE": file, "FOLDER": folder, "OUT": out, "BASE": base, "REPORT": report}
    return found | {"TABLE": table}


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_notes_are_told_to_nobody_and_nothing_leaves_the_machine(places, words):
    """No form of any command shows the coach's notes, not in a file either, or opens a socket."""
    for mark, place in places.items():
        words = [word.replace(mark, str(place)) for word in words]
    _WATCHED.append("now")
    try:
        ended = call(*words, typed=b"n\nn\nq\n", seconds=60)
    finally:
        _WATCHED.clear()
    assert ended.code in (0, 1) and ended.all
    assert CANARY not in ended.all
    for path in places["OUT"].iterdir():
        content = path.read_bytes()
        assert CANARY.encode() not in content
        if content.startswith(b"%PDF"):
            text = pdf_text(content)
            assert "Ada" in text and CANARY not in text
    assert CANARY in places["FILE"].read_text()
