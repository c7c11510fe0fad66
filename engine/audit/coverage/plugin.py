"""The pytest plugin: what the tests of a run show of a knowledge base, and whether it is enough.

It imports nothing of ours until coverage is asked for, as pytest loads it in every run. Where
pytest-xdist spreads a run over processes, each sends what it recorded, and the first one reports.
"""

import contextlib
import pickle
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_SENT = "rule coverage"
MOST_LISTED = 10
"""How many missing points the terminal lists; the other reports list all."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("rule coverage", "coverage of the rules of Experta engines")
    group.addoption("--rule-coverage", action="store_true", help="report what the tests show")
    group.addoption(
        "--rule-coverage-fail-under",
        type=_percentage,
        metavar="N",
        help="fail unless N percent of rules, conclusions and conditions each are covered",
    )
    group.addoption("--rule-coverage-json", type=Path, metavar="FILE", help="report as JSON")
    group.addoption("--rule-coverage-html", type=Path, metavar="FILE", help="report as a page")


def _percentage(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise ValueError(text)  # argparse words the complaint
    return int(text)


def pytest_configure(config: pytest.Config) -> None:
    """Begin to record, if any of the options is given."""
    asked = ("rule_coverage", "rule_coverage_json", "rule_coverage_html")
    if (
        any(map(config.getoption, asked))
        or config.getoption("rule_coverage_fail_under") is not None
    ):
        from engine.expectations import watched_by

        recording = Recording(config)
        watching = contextlib.ExitStack()
        watching.enter_context(watched_by(recording.watch))
        config.add_cleanup(watching.close)
        config.pluginmanager.register(recording, "rule-coverage-recording")


class Concluding(NamedTuple):
    """What a test expects an engine class to conclude."""

    base: Any
    answers: Mapping[str, Any]
    expected: tuple[str, ...]
    absent: tuple[str, ...]
    because: tuple[str, ...]
    not_because: tuple[str, ...]
    source: str

    def version(self) -> Any:
        """Return the base that is covered."""
        from engine.base import base_of

        return base_of(self.base)

    def client(self) -> Any:
        """Return the client, checked; raises what `concluding_client` raises."""
        from engine.audit.coverage.checked import concluding_client

        return concluding_client(self.version(), *self[1:])


class Expected(NamedTuple):
    """What a test expects our knowledge base to tell."""

    source: str
    expected: Any
    facts: Mapping[str, Any]
    unknown: tuple[str, ...]

    def version(self) -> Any:
        """Return the base that is covered."""
        from engine.base import our_base

        return our_base()

    def client(self) -> Any:
        """Return the client, whose expectations did hold."""
        from engine.audit.coverage.checked import checked_client

        return checked_client(*self)


class Expecting:
    """What the fixture `rule_coverage` gives to a test."""

    def __init__(self, recording: "Recording | None") -> None:
        """Record for a run, or only check where the run has not asked for coverage."""
        self._recording = recording

    def record(
        self,
        base: Any,
        answers: Mapping[str, Any],
        expected: Collection[str] = (),
        absent: Collection[str] = (),
        because: Collection[str] = (),
        not_because: Collection[str] = (),
    ) -> None:
        """Check what an engine class concludes from these answers, and record it for the report.

        `expected` and `absent` are ids of conclusions, `because` names of rules that must fire,
        and `not_because` of rules that must not.
        Raises AssertionError where it is not so, and ValueError for a name that is none.
        """
        source = self._recording.test if self._recording else ""
        wanted, unwanted = tuple(expected), tuple(absent)
        rules = tuple(because), tuple(not_because)
        told = Concluding(base, dict(answers), wanted, unwanted, *rules, source)
        told.client()
        if self._recording:
            self._recording.told.append(told)


@pytest.fixture
def rule_coverage(request: pytest.FixtureRequest) -> Expecting:
    """Record what an engine class is expected to conclude: `rule_coverage.record(...)`."""
    return Expecting(request.config.pluginmanager.get_plugin("rule-coverage-recording"))


class Recording:
    """The clients of one run, and the reports at its end."""

    def __init__(self, config: pytest.Config) -> None:
        """Begin with no clients."""
        self.told: list[Concluding | Expected] = []
        self.test = ""
        self._config = config
        self._lines: list[str] = []

    def watch(self, expected: Any, consultation: Any) -> None:
        """Record a scenario whose expectations hold."""
        facts = dict(consultation.facts)
        self.told.append(Expected(self.test, expected, facts, tuple(consultation.unknown)))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note which test runs."""
        self.test = nodeid

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Work out the coverage, write the reports, and fail the run if it is not enough."""
        if hasattr(self._config, "workeroutput"):
            self._config.workeroutput[_SENT] = [pickle.dumps(told) for told in self.told]
            return
        from engine.audit.coverage.coverage import cover
        from engine.complaints import ScenarioError
        from engine.report.coverage import as_data, summary
        from engine.report.coverage_page import render
        from engine.scenario_files import write_new

        clients: dict[Any, list[Any]] = {}
        for told in self.told:
            clients.setdefault(told.version(), []).append(told.client())
        coverages = [cover(base, checked) for base, checked in clients.items()]
        self._lines += [summary(coverage, MOST_LISTED) for coverage in coverages]
        short = self._too_little(coverages)
        for option, report in (("json", as_data), ("html", render)):
            path = self._config.getoption(f"rule_coverage_{option}")
            if path:
                try:
                    write_new(path, report(coverages), force=True)
                except ScenarioError as error:
                    short += error.messages
        self._lines += short
        if short and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """Take in what another process has recorded."""
        for sent in getattr(node, "workeroutput", {}).get(_SENT, ()):
            self.told.append(pickle.loads(sent))

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Print the coverage; a run that checked no conclusions has none to print."""
        if self._lines:
            terminalreporter.section("rule coverage")
            for line in self._lines:
                terminalreporter.write_line(line)

    def _too_little(self, coverages: list[Any]) -> list[str]:
        """Say what is below the threshold, in whole numbers."""
        from engine.audit.coverage.points import LEVELS

        least = self._config.getoption("rule_coverage_fail_under")
        if least is None:
            return []
        if not coverages and least:
            return [f"Too little: nothing was recorded, {least} percent are wanted."]
        return [
            f"Too little: {count.covered} of {count.feasible} {level}s of"
            f" {coverage.base.name} are covered; {least} percent are wanted."
            for coverage in coverages
            for level in LEVELS
            if not (count := coverage.figures(level)).reach(least)
        ]
