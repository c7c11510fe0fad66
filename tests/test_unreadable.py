"""A knowledge base that cannot be read: whoever changes a rule is told the line, in a line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.reading import cards_of
from engine.unreadable import unreadable
from kb.knowledge_base import KnowledgeBase

ROOT = Path(__file__).parent.parent
RULES = Path("kb", "rules", "boss.py")


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """A copy of the program, whose rules may be spoilt."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("kb", "engine"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "cli.py", folder)
    return folder


def _line_of(text, part):
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("class BossRules(KnowledgeEngine):", "class BossRules(KnowledgeEngine)", "SyntaxError: "),
        ("BossRules(KnowledgeEngine)", "BossRules(KnowledgeEngin)", "NameError: "),
        ("from kb.shell import", "from kb.shel import", "ModuleNotFoundError: No module named"),
        (
            '@concludes(NoBoss, rows=["RS-72"])',
            '@concludes(NoBoss, rows=["RS-720"])',
            "ValueError: ",
        ),
    ],
    ids=["syntax", "name", "module", "row"],
)
@pytest.mark.parametrize("words", [["rules"], ["audit"], ["run", "-"]], ids=" ".join)
def test_a_slip_in_a_rule_is_told_with_its_line(copied, words, right, wrong, said):
    """No traceback, whatever the command: the file, the line, and what Python says of it."""
    text = (ROOT / RULES).read_text()
    assert right in text
    (copied / RULES).write_text(text.replace(right, wrong, 1))
    command = [sys.executable, "cli.py", *words]
    ran = subprocess.run(command, cwd=copied, input="", capture_output=True, text=True)
    assert ran.returncode == 2 and ran.stdout == ""
    line = _line_of(text, right)
    assert ran.stderr.startswith(f"{RULES.as_posix()}: line {line}: {said}"), ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_mistake_of_the_program_is_not_taken_for_one_of_the_rules():
    """Whatever goes wrong after the rules are read keeps its traceback."""
    with pytest.raises(AttributeError) as caught:
        cards_of(KnowledgeBase).no_such_thing()
    assert unreadable(caught.value) is None
