"""The coach's notes appear in nothing that the program prints or writes elsewhere."""

import itertools
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import unstuck
from engine.audit.coverage.points import points_of
from engine.base import our_base
from tests.versions import document, named

CANARY = "canary-7f3"
FILE = f"""\
name = "Ada"
notes = "{CANARY}: comes on Mondays"
goal = "to lead the lab"
beyond_the_articles = false
[answers]
unmet_needs = 2
preferred_roles = ["mentor"]
[request]
topic = "raise"
[[needs]]
what = "out by four"
met = false
[expect]
now = ["start_job_search"]
absent = ["make_the_ask"]
"""
ADVICE = "start_job_search"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a client, an empty folder and a version of the rules."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "ada.toml").write_text(FILE)
    (tmp_path / "out").mkdir()
    base = document()
    base["rules"].remove(named(base, "rules", "an_unmet_need_means_searching_at_once"))
    (tmp_path / "base.json").write_text(json.dumps(base))
    # A few rules stand for all: to prove of each what nobody can show takes half a minute.
    few = dict(itertools.islice(points_of(our_base()).items(), 9))
    monkeypatch.setattr("engine.audit.coverage.coverage.points_of", lambda base: few)
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        *(f"run ada.toml --format {form}" for form in ("table", "json", "markdown")),
        "run ada.toml ada.toml",
        "run . --full",
        *(f"explain ada.toml --long --format {form}" for form in ("table", "json", "markdown")),
        f"explain ada.toml --why {ADVICE} --why-not make_the_ask --what-if unmet_needs=0",
        "explain ada.toml --what-would-change",
        *(f"audit coverage ada.toml --format {form}" for form in ("table", "json", "html")),
        "audit coverage ada.toml --suggest out",
        "audit mutants ada.toml --sample 3 --suggest out",
        "audit mutants ada.toml --sample 3 --format json",
        "audit diff base.json --scenarios ada.toml --write out",
        "audit diff base.json --scenarios ada.toml --format json",
        "ask --save ada.toml --resume",
        "ask --save ada.toml --resume --format json",
        "new out/new.toml",
        "new -",
    ],
)
def test_notes_are_the_coachs(place: Path, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """No command shows them or carries them into another file, and the file itself keeps them."""
    monkeypatch.chdir(place)
    ran = CliRunner().invoke(unstuck, words.split(), input="u\nc\n\nb\n\n?\nq\n")
    assert ran.exit_code in (0, 1) and len(ran.output) > 50, ran.output
    assert CANARY not in ran.stdout + ran.stderr
    assert CANARY in Path("ada.toml").read_text()
    others = (path for path in place.rglob("*") if path.is_file() and path.name != "ada.toml")
    assert all(CANARY not in path.read_text() for path in others)
