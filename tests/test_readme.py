"""The README shows what the program prints; `python -m tests.test_readme` refreshes it."""

import os
import re
import subprocess
import sys
import textwrap
from dataclasses import fields
from pathlib import Path

import pytest

from cli import COMMANDS
from engine.consultation import consult
from engine.derived import counting
from engine.expectations import failures, known_ids
from engine.scenarios import Expectation, read_scenario

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = (README, ROOT / "docs/explain.md", ROOT / "docs/coach.md")
EXAMPLE = re.compile(
    r"(<!-- run -->\n```console\n\$ )(?P<command>[^\n]+)\n(?P<output>.*?)(```\n)", re.DOTALL
)
EXAMPLES = [found for page in PAGES for found in EXAMPLE.finditer(page.read_text())]
PICTURE = re.compile(r"<!-- picture: (?P<command>[^\n]+) -->\n!\[[^\]]+\]\((?P<file>[^)]+)\)")
PICTURES = [
    (page.parent / m["file"], m["command"])
    for page in PAGES
    for m in PICTURE.finditer(page.read_text())
]
COMMAND = re.compile(r"<!-- (?P<name>ask|test) -->\n```sh\n(?P<command>[^\n]+)\n```")


def output_of(command):
    """Run one README line in a shell, 80 columns wide, and return what it prints."""
    words = "|".join(COMMANDS)
    program = f"{sys.executable} {ROOT / 'cli.py'} "
    ran = subprocess.run(
        [
            "bash",
            "-c",
            re.sub(rf"\bunstuck (?={words})", program, command),
        ],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda m: m["command"])
def test_what_the_readme_shows_is_what_the_program_prints(example):
    """Each example of the README, run as it stands, prints exactly what is shown below it."""
    assert example["output"] == output_of(example["command"]) != ""


@pytest.mark.parametrize(("file", "command"), PICTURES, ids=str)
def test_the_pictures_shown_are_what_the_program_draws(file, command):
    """Each picture is, byte by byte, what the command in the comment above it prints."""
    assert file.read_text() == output_of(command) != ""


def test_the_readme_has_examples():
    """One look at the result, one interview from a pipe, and one picture of the rules."""
    assert len(EXAMPLE.findall(README.read_text())) == 2
    assert len(PICTURE.findall(README.read_text())) == 1


def test_continuous_integration_runs_the_readmes_test_command():
    """`.ci/run` is the README's test command and nothing that the README does not tell."""
    commands = {m["name"]: m["command"] for m in COMMAND.finditer(README.read_text())}
    lines = [
        line
        for line in (ROOT / ".ci/run").read_text().splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert lines == [commands["test"]]
    assert commands["ask"].endswith("unstuck ask")


@pytest.mark.parametrize(
    "page",
    [
        *("README.md", "CONTRIBUTING.md", "docs/json.md", "docs/scenarios.md", "docs/explain.md"),
        *("docs/export.md", "docs/report.md", "docs/coach.md"),
    ],
)
def test_links_lead_somewhere(page):
    """Every link to a file of the project leads to a file that exists."""
    text = (ROOT / page).read_text()
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_the_documented_scenario_runs_and_its_expectations_hold():
    """The example is read, advised and checked; the table names every key of [expect]."""
    page = (ROOT / "docs/scenarios.md").read_text()
    shown = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]
    scenario = read_scenario(shown.encode(), "docs/scenarios.md", known_ids())
    assert scenario.expect.count == 10
    assert failures(scenario.expect, consult(*counting(scenario))) == ()
    keys = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert keys == {field.name for field in fields(Expectation)}


def refresh():
    """Write what the program prints now into the README, the pages and the pictures."""
    for page in PAGES:
        text = EXAMPLE.sub(
            lambda m: f"{m[1]}{m['command']}\n{output_of(m['command'])}{m[4]}", page.read_text()
        )
        page.write_text(text)
    for file, command in PICTURES:
        file.write_text(output_of(command))


def test_the_rule_on_the_page_is_a_rule_of_ours():
    """Whoever learns from CONTRIBUTING how a rule is written reads one that is."""
    page = (ROOT / "CONTRIBUTING.md").read_text()
    (shown,) = re.findall(r"```python\n(@Rule.*?)```", page, re.S)
    rules = "\n".join(path.read_text() for path in sorted((ROOT / "kb" / "rules").glob("*.py")))
    assert textwrap.indent(shown, "    ") in rules


if __name__ == "__main__":
    refresh()
