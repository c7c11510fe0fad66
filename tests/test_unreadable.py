"""A knowledge base that cannot be read: whoever changes a rule is told the line, in a line."""

import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.reading import cards_of
from engine.unreadable import UnreadableRuleError, unreadable
from kb.conclusions.findings.boss import NoBoss
from kb.shell import KnowledgeEngine
from kb.situation import MEASURES
from kb.vocabulary import Finding, Rule, Situation, concludes

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
        (
            "BossRules(KnowledgeEngine)",
            "BossRules(KnowledgeEngin)",
            "NameError: name 'KnowledgeEngin' is not defined; did you mean KnowledgeEngine?",
        ),
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
    # Bytecode of the case before would be taken for this one: it is as long, and as old.
    command = [sys.executable, "-B", "cli.py", *words]
    ran = subprocess.run(command, cwd=copied, input="", capture_output=True, text=True)
    assert ran.returncode == 2 and ran.stdout == ""
    line = _line_of(text, right)
    assert ran.stderr.startswith(f"{RULES.as_posix()}: line {line}: {said}"), ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_mistake_of_the_vocabulary_is_not_blamed_on_a_rule(copied):
    """What goes wrong in it is told with its own line, wherever a rule made use of it."""
    (copied / RULES).write_text((ROOT / RULES).read_text())
    inside = Path("kb", "vocabulary", "rule.py")
    text = (ROOT / inside).read_text()
    (copied / inside).write_text(text.replace("for row in rows if", "for row in oops if", 1))
    command = [sys.executable, "-B", "cli.py", "rules"]
    ran = subprocess.run(command, cwd=copied, capture_output=True, text=True)
    (copied / inside).write_text(text)
    line = _line_of(text, "for row in rows if")
    assert ran.stderr.startswith(f"{inside.as_posix()}: line {line}: NameError: "), ran.stderr


def test_what_python_says_is_one_line_and_steers_no_terminal(tmp_path, monkeypatch):
    """Whatever a message holds."""
    monkeypatch.setattr("engine.unreadable._KNOWLEDGE", tmp_path)
    monkeypatch.setattr("engine.unreadable._PROJECT", tmp_path)
    (tmp_path / "odd.py").write_text("raise ValueError('one\\n\\x1b[31m two')")
    with pytest.raises(ValueError) as caught:
        runpy.run_path(str(tmp_path / "odd.py"))
    assert unreadable(caught.value) == "odd.py: line 1: ValueError: one [31m two"


def test_a_mistake_of_the_program_is_not_taken_for_one_of_the_rules():
    """Whatever goes wrong after the rules are read keeps its traceback."""
    with pytest.raises(AttributeError) as caught:
        MEASURES["balance"].value(None)
    assert any("kb" in Path(frame.path).parts for frame in caught.traceback)
    assert unreadable(caught.value) is None


@pytest.mark.parametrize("then", [int, "NoBoss", NoBoss()], ids=["class", "text", "fact"])
def test_what_is_no_class_of_a_conclusion_is_refused(then):
    """Neither another class, nor a name in quotes, nor a fact."""

    class Wrong(KnowledgeEngine):
        @Rule(Situation(has_boss=False), salience=Finding.stage)
        @concludes(then, rows=["RS-72"])
        def my_rule(self):
            """You report to nobody."""

    with pytest.raises(UnreadableRuleError, match=r"my_rule: .* is not the class of a conclusion"):
        cards_of(Wrong)
