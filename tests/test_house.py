"""House rules: who imports whom, how long a file may be, what is clean."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli import unstuck

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("kb/**/*.py"), *ROOT.glob("engine/**/*.py"), ROOT / "cli.py"])
ROOMS = [*SOURCES, *sorted([*ROOT.glob("tests/*.py"), *ROOT.glob("benchmarks/**/*.py")])]
ALLOWED = {"kb": {"kb"}, "engine": {"engine", "kb"}, "cli": {"cli", "engine", "kb"}}
MOST_LINES = 300


def name(path):
    """Write a path as in the listing of the project."""
    return str(path.relative_to(ROOT))


def imports(path):
    """Return the modules that a file imports, at the top and inside functions."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_imports_run_one_way(path):
    """`cli -> engine -> kb`, and never back."""
    house = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for module in imports(path):
        root = module.split(".")[0]
        assert root not in ALLOWED or root in ALLOWED[house], module


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_room_has_its_own_work(path):
    """Only `kb.shell` imports Experta, only `inference` runs it, only commands print and exit.

    Of the parts of an engine, `matching` may name the matcher and the activation, too.
    """
    modules = set(imports(path))
    text = path.read_text()
    if path.name != "shell.py":
        assert not any(module.split(".")[0] == "experta" for module in modules)
    if path.name != "cli.py" and "commands" not in path.parts:
        assert "click" not in modules
        assert not re.search(r"\bprint\(|\bsys\.exit|\bsys\.stdout", text)
    if name(path) not in ("engine/inference.py", "engine/matching.py", "kb/shell.py"):
        assert not re.search(r"import .*\b(Matcher|Strategy|Agenda|Activation)\b", text)
    files = ("engine/scenario_files.py", "engine/journal.py")
    tables = ("engine/columns/tables.py", "engine/columns/results.py")  # surveys are no scenarios
    if name(path) not in (*files, *tables):
        assert not re.search(r"\bopen\((?!os\.devnull)|\.read_text|\.write_text|\.read_bytes", text)


@pytest.mark.parametrize("path", ROOMS, ids=name)
def test_a_file_is_one_room(path):
    """A one-line docstring says what it is for; no file is longer than 300 lines, tests neither."""
    docstring = ast.get_docstring(ast.parse(path.read_text()))
    assert docstring and docstring.splitlines()[0].endswith((".", ":"))
    assert len(path.read_text().splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", [p for p in SOURCES if "rules" in p.parts], ids=name)
def test_a_rule_hides_nothing(path):
    """No TEST, no lambda, no loop over facts: rules are data, and salience is a stage."""
    tree = ast.parse(path.read_text())
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Lambda | ast.For | ast.If)]
    for salience in re.findall(r"salience=([\w.]+)", path.read_text()):
        assert salience.endswith(".stage")


def commands(group, path=()):
    """Return every command with the words that call it."""
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        yield (*path, word), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, word))


def test_every_file_of_a_command_is_a_command():
    """What lies in `engine/commands` can be called, apart from what the commands share."""
    folder = ROOT / "engine/commands"
    files = {path.relative_to(folder).with_suffix("").parts for path in folder.rglob("*.py")}
    rooms = {parts[:-1] if parts[-1] == "__init__" else parts for parts in files} - {()}
    assert rooms - {("group",), ("terminal",)} == {words for words, _ in commands(unstuck)}


@pytest.mark.parametrize(("words", "command"), list(commands(unstuck)), ids=lambda x: str(x))
def test_every_command_has_help_with_an_example(words, command):
    """`-h` explains each command and shows how to call it."""
    assert command.help and "Example" in command.help
    assert f"unstuck {' '.join(words)}" in command.help


@pytest.mark.parametrize("tool", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]])
def test_the_code_is_clean(tool):
    """ruff finds nothing, formats nothing, and mypy in strict mode finds nothing."""
    found = subprocess.run(
        [sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_silenced_checks_have_a_reason():
    """Every `noqa` and `type: ignore` says why, on its line."""
    for path in SOURCES:
        for line in path.read_text().splitlines():
            if "noqa" in line or "type: ignore" in line:
                silenced = re.split(r"noqa: \w+|type: ignore\[[\w-]+\]", line)[-1]
                assert "#" in silenced, f"{path.name}: {line.strip()}"
