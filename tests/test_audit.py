"""The audit finds every kind of anomaly with a client who shows it, and in our base nothing."""

import functools
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from cli import unstuck
from engine.audit.anomalies import ANOMALIES, LEVELS
from engine.audit.anomalies.confirmation import confirmed
from engine.audit.anomalies.findings import audit, witnesses_of
from engine.audit.clients import write_clients
from engine.base import our_base
from engine.cards import leaves
from engine.consultation import consult_on
from engine.evaluation import evaluate
from engine.inference import inferred
from engine.report.findings import render
from engine.scenario_files import load
from kb.situation import measures
from kb.waivers import WAIVERS
from tests.seeded import SEEDS

OURS = our_base()


@pytest.fixture(scope="module")
def ours():
    """Audit our own base, once."""
    return audit(OURS)


@functools.cache
def planted(seed):
    """Audit a copy with a fault, once; nothing below the level of the fault is looked for."""
    return audit(seed.plant(OURS), ANOMALIES[seed.code].level)


def found(audited):
    """Name what an audit found: code and subject, waived or not."""
    return [(finding.anomaly.code, finding.fault.subject) for finding in audited.findings]


def news(audited, before):
    """Return what an audit found that was not found before."""
    return [finding for finding in audited.findings if finding not in before.findings]


def test_our_base_has_no_findings_above_notes(ours):
    """Whatever is graver than a note is mended, or waived for a reason that is listed."""
    assert [finding for finding in ours.standing if finding.anomaly.level != "note"] == []
    assert not ours.reaches("warning")
    assert {finding.waived for finding in ours.waived} == {waiver.reason for waiver in WAIVERS}
    assert all(waiver.reason.endswith(".") for waiver in WAIVERS)


def test_every_kind_of_anomaly_has_a_seed():
    """Each code is planted once, and each kind says what it means and what to do."""
    assert [seed.code for seed in SEEDS] == sorted(ANOMALIES)
    for kind in ANOMALIES.values():
        assert kind.title.endswith(".") and len(kind.explanation) > 100, kind.code
        assert "itness" in kind.explanation and kind.level in LEVELS, kind.code


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.code)
def test_a_planted_fault_is_found_and_nothing_else(seed, ours):
    """The code and its subjects are found in the copy, beside what is found in the original."""
    found = news(planted(seed), ours)
    assert {finding.anomaly.code for finding in found} == {seed.code}
    assert {finding.fault.subject for finding in found} == set(seed.subjects)
    assert not any(finding.waived for finding in found)


def test_all_faults_are_found_in_one_copy(ours):
    """They do not hide each other."""
    full_of_faults = functools.reduce(lambda base, seed: seed.plant(base), SEEDS, OURS)
    wanted = {(seed.code, subject) for seed in SEEDS for subject in seed.subjects}
    assert set(found(audit(full_of_faults))) == wanted | set(found(ours))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.code)
def test_a_witness_shows_the_fault(seed, ours):
    """Plain evaluation of the copy, without diagrams, shows for the witness what the finding says.

    Codes without a check below have no witness: nobody can show them.
    """
    base = seed.plant(OURS)
    for finding in news(planted(seed), ours):
        witness = finding.fault.witness
        assert (witness is not None) == (seed.code in SHOWS)
        if witness is not None:
            SHOWS[seed.code](base, finding.fault, {**witness, **measures(witness)})


def fired(base, facts):
    """Return the names of the rules that fire, by plain evaluation."""
    return {card.name for card in evaluate(base.cards, facts)}


def advice(base, facts):
    """Return what is told, and when."""
    return consult_on(inferred(base, facts)).advice


def told_together(base, fault, facts):
    """Both pieces of advice are told now, or both paths are open."""
    one, other = fault.subject.split(" + ")
    told = advice(base, facts)
    assert told[one] == told[other] in ("now", "note")


def differs_from_ours(base, fault, facts):
    """The rule fires as ours does not, or the reverse."""
    assert (fault.subject in fired(base, facts)) != (fault.subject in fired(OURS, facts))


def fires_with_others(base, fault, facts):
    """The rule fires, and so does the one that the finding names."""
    assert {fault.subject, "weeks_without_an_answer_are_silence"} <= fired(base, facts)


def both_fire(base, fault, facts):
    """The two rules that the finding names both fire."""
    assert set(fault.subject.split(" + ")) <= fired(base, facts)


def fires(base, fault, facts):
    """The rule fires."""
    assert fault.subject in fired(base, facts)


def told_in_the_wrong_order(base, fault, facts):
    """The two steps that the finding names are told in this order, against that of the path."""
    path = next(c for c in base.conclusions if c.id() == fault.subject)
    sooner, later = fault.sentence.split(" can come before ")
    order = [step.id() for step in path.steps]
    assert order.index(sooner) > order.index(later)
    items = consult_on(inferred(base, facts)).items
    said = [item.id for when in ("now", "afterwards") for item in items if item.when == when]
    assert said.index(sooner) < said.index(later)


def nothing_is_told(base, fault, facts):
    """Nothing at all is told."""
    assert advice(base, facts) == {}


def meets_what_can_be_met(base, fault, facts):
    """The first condition holds, and the rule does not fire."""
    (card,) = (card for card in base.cards if card.name == fault.subject)
    first = leaves(card.when)[0]
    assert facts[first.question] in first.values
    assert fault.subject not in fired(base, facts)


def could_fire(base, fault, facts):
    """A rule that reads what comes later may fire for anybody: the witness needs no answers."""
    assert facts == measures({})


SHOWS = {
    "A01": meets_what_can_be_met,
    "A02": fires_with_others,
    "A03": fires_with_others,
    "A04": fires,
    "A05": differs_from_ours,
    "A06": differs_from_ours,
    "A08": told_together,
    "A09": told_together,
    "A10": nothing_is_told,
    "A11": told_in_the_wrong_order,
    "A13": could_fire,
    "A15": fires,
    "A18": both_fire,
}


def test_a_level_looks_for_nothing_below_it(ours):
    """A lower level finds more; waivers of what was not looked for are not called unused."""
    for level in LEVELS:
        least = LEVELS.index(level)
        wanted = [f for f in ours.findings if LEVELS.index(f.anomaly.level) >= least]
        assert list(audit(OURS, level).findings) == wanted


def test_the_witnesses_are_scenarios(ours, tmp_path):
    """Each one opens as a scenario file with the answers of the witness."""
    witnesses = witnesses_of(ours)
    assert len(witnesses) == sum(f.fault.witness is not None for f in ours.findings) > 0
    for witness, path in zip(witnesses, write_clients(witnesses, tmp_path), strict=True):
        assert load(path).answers == witness.answers


def test_the_reports_tell_the_same(ours):
    """Table, data, SARIF and JUnit name every finding with its place, and what is waived."""
    data = json.loads(render(ours, "json", 80))
    log = json.loads(render(ours, "sarif", 80))["runs"][0]
    table = render(ours, "table", 80)
    suite = ElementTree.fromstring(render(ours, "junit", 80))
    assert len(data["findings"]) == len(log["results"]) == len(ours.findings) > 0
    for finding, entry, result in zip(ours.findings, data["findings"], log["results"], strict=True):
        assert entry["code"] == result["ruleId"] == finding.anomaly.code
        assert (entry["waived"] or "") == finding.waived
        assert bool(result.get("suppressions")) == bool(finding.waived)
        assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.anomaly.code
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert entry["place"].startswith(uri) and finding.fault.subject in table
    assert len(suite) == int(suite.get("tests")) == len(ANOMALIES)
    assert suite.get("failures") == "0"
    assert all(max(map(len, report.splitlines())) <= 90 for report in (table,))


def test_junit_fails_where_something_is_found():
    """A kind that is found and not waived is a failed test case with its findings."""
    seed = next(seed for seed in SEEDS if seed.code == "A08")
    suite = ElementTree.fromstring(render(planted(seed), "junit", 80))
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert failed == ["A08 contradictory-advice"] and suite.get("failures") == "1"


def test_junit_fails_where_the_command_does(ours):
    """A note fails the suite where notes are not to pass, and is told in any case."""
    noted = {f"{f.anomaly.code} {f.anomaly.name}" for f in ours.standing}
    for level, part in (("note", "failure"), ("warning", "system-out")):
        suite = ElementTree.fromstring(render(ours, "junit", 80, level))
        assert {case.get("name") for case in suite if case.find(part) is not None} == noted != set()


@pytest.mark.parametrize(("level", "code"), [("note", 1), ("warning", 0), ("error", 0)])
def test_the_exit_code_tells_whether_the_level_is_reached(level, code):
    """Our base has notes and nothing above them."""
    ran = CliRunner().invoke(unstuck, ["audit", "--fail-level", level])
    assert ran.exit_code == code
    assert "0 errors, 0 warnings" in ran.stdout


def test_a_second_prover_confirms_the_proofs(ours):
    """z3 says the same of one proof in twenty-five, and of that of interviews."""
    interview = [verdict for verdict in ours.verdicts if verdict.interview]
    some = [*ours.verdicts[::25], *interview]
    assert interview and {verdict.nobody for verdict in some} == {False, True}
    assert all(confirmed(ours.base, some))


def test_a_wrong_proof_is_not_confirmed(ours):
    """What is said of nobody and holds for somebody is refuted, and the reverse."""
    some = ours.verdicts[::400]
    wrong = [replace(verdict, nobody=not verdict.nobody) for verdict in some]
    assert not any(confirmed(ours.base, wrong))
