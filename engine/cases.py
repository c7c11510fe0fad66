"""Scenario files as cases: advised, or told that the articles have no answer."""

from collections.abc import Iterator, Sequence

from engine.consultation import consult
from engine.report.case import Case
from engine.scenarios import Scenario
from kb.vocabulary import Path


def case_of(scenario: Scenario) -> Case:
    """Advise one client; who is beyond the articles gets no advice."""
    if scenario.beyond:
        return Case(scenario.name, consult({}), beyond=True)
    found = consult(scenario.answers, scenario.unknown)
    silent = False
    if not found.contradictions and not any(issubclass(i.conclusion, Path) for i in found.items):
        # The kernel takes a while to load; it is asked only where there is no verdict.
        from engine.interview import says_nothing

        silent = says_nothing(scenario.answers)
    return Case(scenario.name, found, scenario.words, silent=silent)


def verdictless(scenarios: Sequence[Scenario], cases: Sequence[Case]) -> Iterator[str]:
    """Yield a line that lists the clients about whom the articles say nothing, if there are any."""
    silent = [s.source for s, case in zip(scenarios, cases, strict=True) if case.silent]
    if silent:
        yield f"The articles say nothing about {len(silent)}: {', '.join(silent)}"
