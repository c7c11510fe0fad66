"""Receipts, and whether the advice of a document still follows."""

import json
import os
import subprocess
import sys

import pytest

from engine.base import our_base
from engine.cases import case_of
from engine.complaints import ScenarioError
from engine.progress.comparison import compare
from engine.receipt import answers_data, answers_hash, knowledge_hash, receipt_of
from engine.report import compared, data, render
from engine.report import verified as verified_report
from engine.scenarios import Scenario
from engine.verification import CHANGED, MOST_ADVICE, MOST_CLIENTS, records, verified
from tests.people import anybody, interviewed
from tests.test_cli import ROOT, call, client

NEED = Scenario("Anna", {"unmet_needs": 1, "has_boss": True}, frozenset({"boss_is_jerk"}))


def document(*scenarios):
    """Return what `run --format json` writes, as data."""
    return json.loads(data.render(map(case_of, scenarios), "unstuck run"))


def verify(written):
    """Verify data as a document."""
    return tuple(verified(records(json.dumps(written).encode(), "report.json")))


def test_a_receipt_names_the_program_the_knowledge_the_answers_and_the_command():
    """The hash of the answers is that of what stands beside it, in any order of writing."""
    (scenario,) = document(NEED)["scenarios"]
    receipt = scenario["receipt"]
    assert receipt["program"].startswith("unstuck ") and receipt["command"] == "unstuck run"
    assert receipt["knowledge"] == knowledge_hash()
    assert scenario["answers"] == NEED.answers and scenario["unknown"] == ["boss_is_jerk"]
    turned = dict(reversed(scenario["answers"].items()))
    assert receipt["answers"] == answers_hash({"answers": turned, "unknown": ["boss_is_jerk"]})
    other = receipt_of({"unmet_needs": 2}, (), False, "").answers
    assert receipt["answers"] != other != answers_hash(answers_data({"unmet_needs": 2}, (), True))


def test_a_document_to_hand_over_ends_with_its_receipt():
    """Markdown names the program, the start of both hashes, and the command."""
    lines = receipt_of(NEED.answers, NEED.unknown, False, "unstuck run").lines
    assert lines[0].endswith(
        f"answers {receipt_of(NEED.answers, NEED.unknown, 0, '').answers[:12]}"
    )
    written = render([case_of(NEED)], "markdown", command="unstuck run")
    assert [line for line in written.splitlines() if line][-2:] == list(lines)


def test_the_hash_of_the_knowledge_is_the_same_in_every_run():
    """It hangs on no hash seed, and on what is read as well as on what decides."""
    seeds = ("1", "2")
    program = "from engine.receipt import knowledge_hash; print(knowledge_hash())"
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in seeds
    }
    assert found == {knowledge_hash()}


def test_a_text_that_is_worded_otherwise_is_another_knowledge(monkeypatch):
    """One word of one piece of advice, and the hash is another one."""
    before = knowledge_hash()
    conclusion = our_base().conclusions[0]
    worded = f"{conclusion.text()} Really."
    monkeypatch.setattr(conclusion, "text", classmethod(lambda _: worded))
    assert knowledge_hash.__wrapped__() != before


def test_what_was_just_written_is_verified():
    """The advice of anybody follows again, contradictions and other help included."""
    people = [Scenario(f"{seed}", anybody(seed)) for seed in range(5)]
    people += [Scenario(f"{seed}", interviewed(seed)) for seed in range(5)]
    found = verify(document(*people, Scenario("Bo", {"has_boss": True}, beyond=True)))
    assert len(found) == 11 and all(each.holds and each.knows for each in found)


def test_both_sides_of_a_comparison_are_verified():
    """What was said before and what is said now both follow from their answers."""
    found = compare(NEED, Scenario("Anna", {"unmet_needs": 0, "has_boss": True}))
    written = json.loads(compared.render(found, "json"))
    assert [each.holds for each in verify(written)] == [True, True]
    ended = next(each for each in written["advice"] if each["change"] == "ended")
    ended["before"] = None
    assert [each.holds for each in verify(written)] == [False, True]


def test_advice_that_was_taken_out_or_reworded_is_noticed():
    """Nothing is lost, invented, moved, reworded or put in another order in silence."""
    for place, change in (
        ("advice", lambda advice: advice.pop(0)),
        ("advice", lambda advice: advice[0].update(when="now")),
        ("advice", lambda advice: advice[0].update(text="Resign now.")),
        ("advice", lambda advice: advice.reverse()),
        ("advice", lambda advice: advice.append(advice[0])),
        ("contradictions", lambda advice: advice.append({"id": "invented", "when": "note"})),
    ):
        written = document(NEED)
        change(written["scenarios"][0][place])
        (found,) = verify(written)
        assert found.knows and not found.holds


def test_with_another_knowledge_base_only_advice_counts_and_not_its_wording():
    """A report of an earlier version holds as long as the same is advised."""
    written = document(NEED)
    (scenario,) = written["scenarios"]
    scenario["receipt"]["knowledge"] = "0" * 64
    scenario["advice"][0]["text"] = "As it was worded then."
    (found,) = verify(written)
    assert found.holds and not found.knows and found.worded == 1
    gone = scenario["advice"].pop()
    (found,) = verify(written)
    assert not found.holds
    assert [(moved.id, moved.before) for moved in found.moved] == [(gone["id"], None)]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda s: s["answers"].update(unmet_needs=2), f".receipt.answers: {CHANGED}: found"),
        (lambda s: s["unknown"].clear(), f".receipt.answers: {CHANGED}: found"),
        (lambda s: s.pop("receipt"), ".receipt: found nothing"),
        (lambda s: s["answers"].update(unmet_needs=True), ".answers.unmet_needs: found true"),
        (lambda s: s["answers"].update(unmet_neds=1), "'unmet_neds'; allowed: a question"),
        (lambda s: s.update(answers=[]), ".answers: found"),
        (lambda s: s.update(unknown=[1]), ".unknown: found [1]"),
        (lambda s: s.update(advice={}), ".advice: found"),
        (lambda s: s.update(advice=[{"id": 1}]), ".advice: found"),
    ],
)
def test_a_document_that_does_not_fit_its_receipt_is_refused(change, place):
    """The place, what was found, and what is allowed."""
    written = document(NEED)
    change(written["scenarios"][0])
    with pytest.raises(ScenarioError, match=r"report\.json: scenarios") as refused:
        verify(written)
    assert place in str(refused.value)


def told(written):
    """Return what is said of each client of a document, a line each, without what moved."""
    lines = verified_report.render(verify(written), 100).splitlines()
    return [line for line in lines if not line.startswith(" ")]


def test_clients_of_one_document_are_told_apart():
    """The two sides of a comparison have one name, and several clients may have one, too."""
    found = compare(NEED, Scenario("Anna", {"unmet_needs": 0, "has_boss": True}))
    sides = told(json.loads(compared.render(found, "json")))
    assert [line.partition(":")[0] for line in sides] == ["before, Anna", "after, Anna"]
    both = told(document(NEED, NEED))
    assert [line.partition(":")[0] for line in both] == ["scenarios[0], Anna", "scenarios[1], Anna"]
    assert told(document(NEED))[0].startswith("Anna: the same advice")


def test_what_was_made_up_is_told_in_few_lines():
    """A name without an end is cut, and of a thousand inventions a hundred are told."""
    written = document(NEED)
    (scenario,) = written["scenarios"]
    scenario["name"] = "x" * 1_000_000
    scenario["advice"] = [{"id": f"made_up_{n}", "when": "now"} for n in range(MOST_ADVICE)]
    (found,) = verify(written)
    said = verified_report.render([found], 80)
    assert said.count("Ended: made_up_") == verified_report.MOST_MOVED
    assert f"... and {len(found.moved) - verified_report.MOST_MOVED} more" in said
    assert len(said) < 20_000


def test_the_clients_of_a_document_are_counted_before_they_are_read():
    """As many as allowed are told apart; one more is refused in a line."""
    many = json.dumps({"scenarios": [{}] * MOST_CLIENTS}).encode()
    with pytest.raises(ScenarioError) as refused:
        records(many, "report.json")
    assert refused.value.messages[-1] == f"... and {MOST_CLIENTS - 20} more; {MOST_CLIENTS} in all"
    more = json.dumps({"scenarios": [{}] * (MOST_CLIENTS + 1)}).encode()
    with pytest.raises(ScenarioError) as refused:
        records(more, "report.json")
    found = f"found {MOST_CLIENTS + 1} clients; allowed: at most {MOST_CLIENTS}"
    assert refused.value.messages == (f"report.json: scenarios: {found}",)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "1", '"\\ud800"', "[" * 100_000, '{"scenarios": []}', "\ufeffnull"]
)
def test_what_is_no_document_is_refused(text):
    """A line with the name of the file, for whatever it holds."""
    with pytest.raises(ScenarioError, match=r"report\.json: file: found no"):
        records(text.encode("utf-8", "surrogatepass"), "report.json")


def test_verify_in_the_command_line(tmp_path):
    """Exit 0 for the same advice, 1 with what ended and began, 2 for no document."""
    path = client(tmp_path, 'name = "Anna"\n[answers]\nunmet_needs = 1\n')
    report = tmp_path / "report.json"
    written = call("run", path, "--format", "json").stdout
    report.write_text(written)
    ran = call("verify", report)
    assert (ran.returncode, ran.stderr) == (0, "") and "the same advice still follows" in ran.stdout
    assert f"unstuck run {path} --format json" in written
    document = json.loads(written)
    document["scenarios"][0]["advice"][0].update(id="rut", when="note")
    ran = call("verify", "-", typed=json.dumps(document))
    assert ran.returncode == 1 and "  - Ended: " in ran.stdout and "  - Began (" in ran.stdout
    ran = call("verify", path)
    assert (ran.returncode, ran.stdout) == (2, "") and "found no JSON" in ran.stderr
