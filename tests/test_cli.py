"""The command line as a person or a script meets it: what goes where, and how it ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from engine.template import template
from kb.situation import QUESTIONS

ROOT = Path(__file__).parent.parent
SCENARIOS = ROOT / "tests/scenarios"
KINDS = {
    *("classify", "diagnose", "strategy", "action", "step order", "reflection question"),
    *("conversation script", "warning", "stop/exit criterion"),
}


def call(*words, typed="", **environment):
    """Run `unstuck` with these words and this input; return how it ended."""
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *map(str, words)],
        input=typed,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "80", **environment},
        cwd=ROOT,
        check=False,
    )


def client(folder, text, name="client.toml"):
    """Write a scenario file and return its path."""
    path = folder / name
    path.write_text(text)
    return path


def test_one_client_gets_the_advice_in_full(tmp_path):
    """Advice on stdout, with what to do now, its reason and its source; nothing on stderr."""
    path = client(tmp_path, 'name = "A"\n[answers]\nunmet_needs = 1\n')
    ran = call("run", path)
    assert (ran.returncode, ran.stderr) == (0, "")
    for words in (
        "Start looking for another job.",
        "Why: ",
        "RU-25",
        "Do not resign yet: keep",
    ):
        assert words in ran.stdout


def test_several_clients_get_a_row_each(tmp_path):
    """A folder is a table, a row a client; with --full it is the advice of each."""
    client(tmp_path, 'name = "Ada"\n[answers]\nunmet_needs = 1\n', "a.toml")
    client(tmp_path, 'name = "Bo"\n[answers]\n', "b.toml")
    rows = call("run", tmp_path).stdout
    assert "a.toml" in rows and "(ask: had setback)" in rows
    assert "search outside" in rows and "Why:" not in rows
    assert "Start looking for another job." in call("run", tmp_path, "--full").stdout


def test_a_scenario_comes_from_standard_input():
    """`-` reads one scenario from a pipe."""
    ran = call("run", "-", typed="[answers]\nunmet_needs = 1\n")
    assert ran.returncode == 0 and "Standard input" in ran.stdout


def test_a_failed_expectation_is_told_and_exits_with_1(tmp_path):
    """What was expected, and what came instead, in a line on stderr."""
    text = (
        "[answers]\nunmet_needs = 1\n[expect]\nfirst = 'tell_your_boss'\nabsent = ['needs_unmet']\n"
    )
    ran = call("run", client(tmp_path, text))
    assert ran.returncode == 1
    assert "the first thing now should be tell_your_boss, and is start_job_search" in ran.stderr
    assert "needs_unmet should not be given at all, and is (note)" in ran.stderr
    assert "0 of 2 expectations held." in ran.stderr


def test_a_broken_file_spoils_only_itself(tmp_path):
    """The others are still advised; the exit code is 2 and no traceback is shown."""
    bad = client(tmp_path, "[answers]\nunmet_neds = 1\n", "bad.toml")
    good = client(tmp_path, "[answers]\nunmet_needs = 1\n", "good.toml")
    ran = call("run", bad, good, "--full")
    assert ran.returncode == 2
    assert "did you mean unmet_needs?" in ran.stderr and "Traceback" not in ran.stderr
    assert "Start looking for another job." in ran.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["run"], "Missing argument"),
        (["run", "/nowhere.toml"], "/nowhere.toml"),
        (["run", "--format", "xml", "-"], "xml"),
        (["rules", "start_job_serch"], "did you mean start_job_search?"),
        (["frobnicate"], "No such command"),
        (["new", "."], "."),
    ],
)
def test_usage_errors_exit_with_2_and_no_traceback(words, message):
    """What is wrong is said on stderr."""
    ran = call(*words)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert message in ran.stderr and "Traceback" not in ran.stderr


def test_the_json_contract(tmp_path):
    """Keys, kinds and whens are those of docs/json.md, and the order is the ladder's."""
    text = (
        'name = "A"\n[answers]\nhad_setback = true\nspecific_incident = true\nissue_fixed = "no"\n'
        "unmet_needs = 1\n"
    )
    ran = call("run", client(tmp_path, text), "--format", "json")
    (scenario,) = json.loads(ran.stdout)["scenarios"]
    keys = ["name", "advice", "contradictions", "unanswered", "next_question"]
    more = ["hanging", "not_covered", "answers", "unknown", "receipt"]
    assert list(scenario) == [*keys, *more]
    always = ["id", "when", "kind", "text", "rows", "because"]
    sometimes = {"why", "for", "lines", "set_aside_by", "waits_for"}
    for item in scenario["advice"]:
        assert list(item)[:6] == always and set(item) <= {*always, *sometimes}
        assert item["when"] in ("now", "afterwards", "not_now", "note")
        assert item["kind"] in KINDS and item["rows"] and item["text"]
        for reason in item["because"]:
            assert list(reason) == ["rule", "why", "rows", "facts"]
            assert reason["facts"] and set(reason["facts"]) <= set(QUESTIONS)
    steps = [i["id"] for i in scenario["advice"] if i["when"] in ("now", "afterwards")]
    assert steps.index("assess_the_damage") < steps.index("start_job_search")
    (search,) = (i for i in scenario["advice"] if i["id"] == "start_job_search")
    assert search["because"][0]["facts"] == {"unmet_needs": 1}
    assert (search["kind"], search["rows"], search["for"]) == (
        "action",
        ["RU-25"],
        ["search_outside"],
    )
    assert scenario["next_question"] == "damage_assessed"
    assert "damage_assessed" in scenario["unanswered"]


def test_the_documented_json_is_what_is_printed(tmp_path):
    """The example in docs/json.md has the keys, in the order, of the real thing."""
    page = (ROOT / "docs/json.md").read_text()
    shown = json.loads(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])
    path = client(tmp_path, "[answers]\nunmet_needs = 1\n")
    real = json.loads(call("run", path, "--format", "json").stdout)
    (item,) = (i for i in real["scenarios"][0]["advice"] if i["id"] == "start_job_search")
    (documented,) = shown["scenarios"][0]["advice"]
    assert list(documented) == list(item)
    assert documented["because"][0]["facts"] == item["because"][0]["facts"]
    assert documented["because"][0]["rule"] == item["because"][0]["rule"]


def test_markdown_keeps_a_name_from_being_markup(tmp_path):
    """A heading, sections, and a name that is shown as it was typed."""
    ran = call(
        "run",
        client(tmp_path, 'name = "<b>*A*"\n[answers]\nunmet_needs = 1\n'),
        "--format",
        "markdown",
    )
    assert ran.stdout.startswith("# \\<b\\>\\*A\\*\n")
    assert "\n## Now\n" in ran.stdout and "\n## Not now\n" in ran.stdout


def test_a_new_file_is_a_template_that_runs(tmp_path):
    """`new` writes every question as a comment; the file runs as it is, and is not replaced."""
    path = tmp_path / "new.toml"
    assert call("new", path).returncode == 0
    assert path.read_text() == template() == call("new", "-").stdout
    assert all(f"\n# {id} = " in template() for id in QUESTIONS)
    assert call("run", path).returncode == 0
    assert call("new", path).returncode == 2
    assert call("new", path, "--force").returncode == 0


def test_a_rule_is_told_in_words():
    """When, then, why, and the rows with article and place."""
    told = call("rules", "weeks_without_an_answer_are_silence").stdout
    assert "already_asked is yes" in told and "weeks_since_ask is 2 or more" in told
    assert "silence: Weeks have passed" in told and "RB-36, Roadblock, Step 3" in told
    assert "why" in told and "rows" in told
    both = call("rules", "follow_up_due").stdout
    assert "one of" in both and "not: cause_known" in both


def test_advice_that_no_rule_decides_is_told_in_words():
    """A caution or a script that comes with a path says with which."""
    told = call("rules", "searching_is_not_resigning").stdout
    assert "comes with" in told and "search_outside" in told and "RU-33" in told


def test_the_rules_that_read_a_question_are_named():
    """Whether a rule asks for the answer itself, or for what is counted from it."""
    for question, rule in (
        ("weeks_since_ask", "weeks_without_an_answer_are_silence"),
        ("bored_at_work", "several_signs_make_a_probable_rut"),
    ):
        told = call("rules", question).stdout.split("\n")
        assert f"  {QUESTIONS[question].prompt}" in told and f"  {rule}" in told
        assert "  a_yes_is_the_start_of_more" not in told


def test_all_rules_are_listed():
    """A row a rule, none missing."""
    listed = call("rules", COLUMNS="200").stdout
    assert "weeks_without_an_answer_are_silence" in listed and "RB-07" in listed


def test_every_row_of_the_catalogue_is_listed_with_its_carriers():
    """`audit rows` names what carries each of the 314 rows."""
    ran = call("audit", "rows")
    assert len(re.findall(r"^[A-Z]{2}-\d\d ", ran.stdout, re.MULTILINE)) == 314
    carried = int(re.match(r"(\d+) of 314 rows are carried", ran.stderr)[1])
    assert carried >= 305


def test_a_page_of_help_loads_no_rules():
    """It is shown at once: nothing of the knowledge base is read for it, and Experta is not."""
    code = (
        "import sys, cli; cli.unstuck.main(['--help'], standalone_mode=False);"
        "read = ('experta', 'kb.vocabulary', 'kb.rules');"
        "print(*(module for module in sys.modules if module.startswith(read)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0 and ran.stdout.split("\n")[-2] == ""


@pytest.mark.parametrize("words", [[], ["-h"], ["--help"], ["ask", "-h"], ["audit", "rows", "-h"]])
def test_help_is_given_with_examples(words):
    """Each page of help shows how to call the thing."""
    ran = call(*words)
    assert "Examples:" in ran.stdout + ran.stderr


@pytest.mark.parametrize("columns", ["28", "40", "80"])
def test_no_line_is_wider_than_the_window(columns):
    """Advice and questions fit the terminal, down to a narrow one."""
    ran = call("run", SCENARIOS / "example-other-hours-six-weeks-ago.toml", COLUMNS=columns)
    assert max(map(len, ran.stdout.splitlines())) <= int(columns)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["rum"], "No such command 'rum'; did you mean run?"),
        (["run", "FOLDER/klient.toml"], "found nothing of this name"),
        (["run", "FOLDER/klient.toml"], "did you mean client.toml?"),
        (["checkin", "FOLDER/client.toml", "--today", "24.11.2026"], "such as 2026-01-31"),
        (["report", "FOLDER/client.toml", "-o", "x", "--start", "20261124"], "found '20261124'"),
    ],
)
def test_a_slip_is_told_with_the_nearest_spelling(tmp_path, words, says):
    """Commands, files and days: what was found, what is allowed; exit 2."""
    client(tmp_path, "[answers]\n")
    ran = call(*(word.replace("FOLDER", str(tmp_path)) for word in words))
    assert ran.returncode == 2 and says in ran.stderr


def test_a_closed_pipe_is_no_error():
    """`| head -1` ends quietly."""
    line = f"{sys.executable} cli.py rules | head -1"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_nothing_leaves_the_machine(tmp_path):
    """No command opens a socket: any attempt would raise."""
    watch = (
        "import runpy, sys\n"
        "def watch(event, _):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(watch)\n"
        "sys.argv = sys.argv[1:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')\n"
    )
    path = client(tmp_path, "[answers]\nunmet_needs = 1\n")
    saved = tmp_path / "me.toml"
    for words in (["run", path], ["rules"], ["audit", "rows"], ["ask", "--save", saved]):
        ran = subprocess.run(
            [sys.executable, "-c", watch, str(ROOT / "cli.py"), *map(str, words)],
            input="n\nn\n1\nq\n",
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
    assert saved.exists()
