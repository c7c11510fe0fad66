"""The corpus of clients: each file's expectations hold, and together they cover the knowledge."""

import re
from pathlib import Path

import pytest

from engine.consultation import consult
from engine.derived import counting
from engine.expectations import failures, known_ids
from engine.reading import cards_of, conclusions_of
from engine.scenario_files import load
from kb.knowledge_base import KnowledgeBase
from kb.vocabulary import Caution

FOLDER = Path(__file__).parent / "scenarios"
FILES = sorted(FOLDER.glob("*.toml"))
CARDS = cards_of(KnowledgeBase)
RULES = {card.name for card in CARDS}
PROCEDURES = ("rut", "needs", "boss", "roadblock", "active", "passive", "people")


def read(path):
    """Read a scenario; its ids are checked against the knowledge base."""
    return load(path, known_ids())


SCENARIOS = {path.stem: read(path) for path in FILES}


@pytest.mark.parametrize("stem", SCENARIOS)
def test_the_expectations_of_a_client_hold(stem):
    """What the file says must be advised, held back, come first and be the reason, is so."""
    scenario = SCENARIOS[stem]
    assert failures(scenario.expect, consult(*counting(scenario))) == ()


@pytest.mark.parametrize("stem", SCENARIOS)
def test_a_client_says_what_must_and_what_must_not_follow(stem):
    """A file that only expects advice would not notice advice too many; unless nothing is known."""
    expect = SCENARIOS[stem].expect
    assert expect.not_advice
    follows = (expect.advice, expect.first, expect.now, expect.not_now, expect.next_question)
    assert any(follows)
    assert expect.because or stem.startswith("unknown")


@pytest.mark.parametrize("stem", SCENARIOS)
def test_what_must_not_be_advised_could_be(stem):
    """A caution is never advised, so one that must not be given is expected to be absent."""
    cautions = {c.id() for c in conclusions_of(KnowledgeBase) if issubclass(c, Caution)}
    assert cautions.isdisjoint(SCENARIOS[stem].expect.not_advice)


def test_there_are_enough_clients():
    """At least ninety in all, and eight for each procedure; four for the plain search."""
    assert len(FILES) >= 90
    for prefix in PROCEDURES:
        least = 4 if prefix == "needs" else 8
        assert sum(path.stem.startswith(f"{prefix}-") for path in FILES) >= least, prefix


def test_every_conflict_and_every_trap_has_a_client():
    """The 32 conflicts and the 22 traps are each met by somebody."""
    stems = " ".join(path.stem for path in FILES)
    conflicts = {int(n) for n in re.findall(r"conflict-k(\d\d)", stems)}
    traps = {int(n) for n in re.findall(r"trap-(\d\d)", stems)}
    assert conflicts == set(range(1, 33))
    assert traps == set(range(1, 23))


def test_every_rule_fires_for_a_client_who_checks_its_conclusion():
    """A rule counts only where it is named as a reason and its conclusion is expected as well."""
    checked = set()
    for scenario in SCENARIOS.values():
        expect = scenario.expect
        ids = {*expect.advice, *expect.now, *expect.afterwards, *expect.not_now}
        ids |= {*expect.contradictions, expect.first}
        for card in CARDS:
            if card.name in expect.because and ids & {c.id() for c in card.then}:
                checked.add(card.name)
    assert sorted(RULES - checked) == []
