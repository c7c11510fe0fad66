"""The pytest plugin: it reports what the tests of any engine show, and fails on too little."""

import json
from pathlib import Path

import pytest

FOREIGN_TEST = '''
from kb.shell import KnowledgeEngine, Rule
from kb.vocabulary import Finding, Situation, concludes

class Bored(Finding):
    """Bored <b>stiff</b>."""

class Idle(Finding):
    """Idle."""

class Small(KnowledgeEngine):
    """Two rules."""

    @Rule(Situation(bored_at_work=True), salience=600)
    @concludes(Bored, rows=["RU-01"])
    def boredom_bores(self):
        """It does."""

    @Rule(Situation(tasks_monotonous=True), salience=600)
    @concludes(Idle, rows=["RU-01"])
    def monotony_idles(self):
        """It does."""

def test_bored(rule_coverage):
    engine = Small()
    engine.reset()
    engine.declare(Situation(bored_at_work=True))
    engine.run()
    assert any(isinstance(fact, Bored) for fact in engine.facts.values())
    rule_coverage.record(Small, {"bored_at_work": True}, expected=["bored"], absent=["idle"])
'''


@pytest.fixture(autouse=True)
def the_package_under_test(monkeypatch):
    """Let the processes that tests start use this package, whatever else is installed."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))


@pytest.fixture
def foreign(pytester):
    """Run pytest on the test of a small foreign engine, in a process of its own."""
    pytester.makepyfile(FOREIGN_TEST)
    return lambda *options: pytester.runpytest_subprocess("-p", "no:cacheprovider", *options)


def test_the_plugin_reports_a_foreign_engine(foreign, pytester):
    """The terminal, the data and the page tell what a test of another engine checks."""
    ran = foreign("--rule-coverage", "--rule-coverage-json=c.json", "--rule-coverage-html=c.html")
    assert ran.ret == 0
    ran.stdout.fnmatch_lines(["*rule coverage*", "Coverage of Small", "rules * 1 * 2 * 1 * 0"])
    ran.stdout.fnmatch_lines(["conditions* 2 * 4 * 2 * 0", "Missing", "*rule monotony_idles"])
    figures = json.loads((pytester.path / "c.json").read_text())[0]["figures"]
    assert figures["rule"] == {"covered": 1, "feasible": 2, "impossible": 0}
    page = (pytester.path / "c.html").read_text()
    assert "monotony_idles" in page.replace("<wbr>", "")


def test_the_plugin_fails_a_run_that_shows_too_little(foreign):
    """One of two rules is 50 percent and not 51; the option implies the report."""
    assert foreign("--rule-coverage-fail-under=50").ret == 0
    ran = foreign("--rule-coverage-fail-under=51")
    assert ran.ret == 1
    ran.stdout.fnmatch_lines(["Too little: 1 of 2 rules of Small are covered; 51 percent *"])
    assert foreign("--rule-coverage-fail-under=101").ret == 4


def test_a_run_that_records_nothing_shows_too_little(pytester):
    """Nothing recorded is no coverage of anything, where any is asked for."""
    pytester.makepyfile("def test_nothing(): pass")
    assert pytester.runpytest_subprocess("--rule-coverage-fail-under=1").ret == 1
    ran = pytester.runpytest_subprocess("--rule-coverage")
    assert ran.ret == 0
    ran.stdout.no_fnmatch_line("*rule coverage*")


def test_without_its_options_the_plugin_stays_out_of_the_way(foreign):
    """The fixture only checks, and nothing is printed."""
    ran = foreign()
    assert ran.ret == 0
    ran.stdout.no_fnmatch_line("*rule coverage*")


def test_without_its_options_the_plugin_imports_nothing_of_ours(pytester):
    """It is loaded in every run of pytest, so it must cost nothing where it is not wanted."""
    pytester.makepyfile(
        "import sys\n"
        "def test_what_is_loaded():\n"
        "    ours = {m for m in sys.modules if m.split('.')[0] in ('kb', 'engine', 'experta')}\n"
        "    names = ('engine', 'engine.audit', 'engine.audit.coverage')\n"
        "    assert ours == {*names, 'engine.audit.coverage.plugin'}\n"
    )
    assert pytester.runpytest_subprocess("-p", "no:cacheprovider").ret == 0


def test_a_report_that_cannot_be_written_is_told(foreign):
    """The run fails with a plain line."""
    ran = foreign("--rule-coverage-json=nowhere/c.json")
    assert ran.ret == 1
    ran.stdout.fnmatch_lines(["*found no folder to write it in*"])
