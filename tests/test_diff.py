"""What another version tells otherwise is found, with a client who sees it and the rules behind."""

import functools
import json
from pathlib import Path

import pytest

from engine.audit.clients import write_clients
from engine.audit.versions import diff
from engine.audit.versions.clients import as_clients
from engine.audit.versions.diff import difference
from engine.audit.versions.side_by_side import side_by_side
from engine.base import our_base
from engine.complaints import ScenarioError
from engine.consultation import consult
from engine.report.diff import render
from engine.scenario_files import load
from engine.scenario_paths import find_scenarios
from engine.scenarios import Scenario
from kb.situation import QUESTIONS
from tests.people import anybody
from tests.test_cli import call
from tests.versions import document, edited, named, told

FOLDER = Path(__file__).parent / "scenarios"
SILENCE = "weeks_without_an_answer_are_silence"
SEARCH = "an_unmet_need_means_searching_at_once"
REBUILD = "a_damaged_name_is_rebuilt_before_a_big_request"


def without_the_search(data):
    """Drop a rule."""
    data["rules"].remove(named(data, "rules", SEARCH))


def a_week_later(data):
    """Move a bound by one."""
    named(data, "rules", SILENCE)["when"]["all"][-1]["low"] += 1


def swapped(data):
    """Let a rule conclude something else."""
    named(data, "rules", SILENCE)["then"] = ["ask_granted"]


def no_longer_aside(data):
    """Let a precedence set one thing less aside."""
    named(data, "conclusions", "reputation_before_a_big_ask")["sets_aside"].remove("make_the_ask")


def a_new_choice(data):
    """Give a question another choice, and let silence follow from it, too."""
    named(data, "questions", "answer_to_ask")["choices"].append("laughed_at")
    named(data, "rules", SILENCE)["when"]["all"][1]["values"].append("laughed_at")


def a_higher_bound(data):
    """Let people count further than now, and let a rule ask for that."""
    named(data, "questions", "weeks_since_ask")["at_most"] = 5000
    named(data, "rules", SILENCE)["when"]["all"][-1].update(low=4000, high=4500)


def another_kind(data):
    """Ask how good the boss's mood is where yes or no is asked now."""
    kept = [r for r in data["rules"] if "boss_is_jerk" not in json.dumps(r["when"])]
    data["rules"] = kept
    for entry in (*data["questions"], *data["conclusions"]):
        for key in ("gate", "unless", "settled_by"):
            if "boss_is_jerk" in json.dumps(entry.get(key)):
                del entry[key]
    question = named(data, "questions", "boss_is_jerk")
    question.update(kind="choice", choices=["kind", "unkind"])
    question.pop("lasting", None)
    question.pop("unwanted", None)
    named(data, "rules", SILENCE)["when"] = {"is": "boss_is_jerk", "values": ["unkind"]}


def another_count(data):
    """Count a sign less."""
    named(data, "measures", "rut_sign_count")["tally"].remove("bored_at_work")


def a_removed_question(data):
    """Ask something more than now, which decides on its own."""
    data["questions"].insert(3, {**named(data, "questions", "has_boss"), "id": "sky_is_grey"})
    named(data, "rules", SILENCE)["when"] = {"is": "sky_is_grey", "values": [True]}


@functools.cache
def compared(edit):
    """Compare the version of an edit with the present one."""
    return difference(edited(edit), our_base())


EDITS = [
    (without_the_search, {SEARCH: "added"}),
    (a_week_later, {SILENCE: "changed"}),
    (swapped, {SILENCE: "changed"}),
    (no_longer_aside, {REBUILD: "concludes reputation_before_a_big_ask, which changed"}),
    (a_new_choice, {SILENCE: "changed"}),
    (a_higher_bound, {SILENCE: "changed"}),
    (another_kind, {SILENCE: "changed"}),
    (another_count, {"several_signs_make_a_probable_rut": "changed"}),
    (a_removed_question, {SILENCE: "changed"}),
]


@pytest.mark.parametrize(("edit", "rules"), EDITS, ids=lambda each: getattr(each, "__name__", ""))
def test_what_an_edit_turns_is_found_with_a_client_and_the_rule(edit, rules):
    """Plain evaluation of both versions tells each witness what is said to be gained and lost."""
    found = compared(edit)
    versions = side_by_side(edited(edit), our_base())
    assert found.witnesses
    for witness in found.witnesses:
        was, now = (told(base, witness.answers) for base in (versions.before, versions.after))
        assert {(turn.id, turn.when) for turn in witness.turns if turn.gained} <= now - was
        assert {(turn.id, turn.when) for turn in witness.turns if not turn.gained} <= was - now
    behind = {}
    for witness in found.witnesses:
        behind |= witness.rules
    assert rules.items() <= behind.items()


@pytest.mark.parametrize("edit", [a_week_later, no_longer_aside])
def test_no_client_can_leave_an_answer_out(edit):
    """Without any one answer of a witness, none of its turns is seen: nothing is idle."""
    before = edited(edit)
    for witness in compared(edit).witnesses:
        for left_out in witness.answers:
            fewer = {id: a for id, a in witness.answers.items() if id != left_out}
            was, now = told(before, fewer), told(our_base(), fewer)
            for turn in witness.turns:
                side, other = (now, was) if turn.gained else (was, now)
                assert (turn.id, turn.when) not in side - other


@pytest.mark.parametrize("edit", [no_longer_aside, another_count])
def test_exactly_those_who_are_told_otherwise_are_found(edit):
    """For generated people, what turns by the difference is what turns by plain evaluation."""
    before = edited(edit)
    people = [anybody(seed) for seed in range(25)]
    scenarios = [scenario(f"{seed}", answers) for seed, answers in enumerate(people)]
    found = {
        each.source: {(turn.id, turn.when, turn.gained) for turn in each.turns}
        for each in difference(before, our_base(), scenarios).turned
    }
    for each in scenarios:
        was, now = told(before, each.answers), told(our_base(), each.answers)
        gained = {(*told, True) for told in now - was}
        assert found.get(each.source, set()) == gained | {(*told, False) for told in was - now}


def scenario(source, answers):
    """Return a scenario that expects nothing."""
    return Scenario(source, answers, source=source)


def reworded(data):
    """Change texts and a source, and nothing that decides."""
    named(data, "conclusions", "rut")["text"] = "You are in a rut, says the old text."
    named(data, "rules", SILENCE)["why"] = "Nothing came."
    named(data, "questions", "has_boss")["prompt"] = "A boss?"
    named(data, "rules", SEARCH)["name"] = "a_need_means_searching"


def asked_otherwise(data):
    """Change what is asked when, and whose answers may be what."""
    named(data, "questions", "issue_fixed").pop("gate")
    named(data, "questions", "unmet_needs")["at_most"] = 5
    data["questions"].append({**named(data, "questions", "has_boss"), "id": "sky_is_grey"})


@pytest.mark.parametrize(
    ("edit", "touches", "ids"),
    [
        (dict, "", set()),
        (reworded, "told", {"rut", SILENCE, "has_boss", SEARCH, "a_need_means_searching"}),
        (asked_otherwise, "asked", {"issue_fixed", "unmet_needs", "sky_is_grey"}),
    ],
)
def test_what_alters_no_advice_is_proved_and_told(edit, touches, ids):
    """Equal versions are equal; changed texts and questions are listed, and turn nobody."""
    found = compared(edit)
    assert found.equal and not found.turned
    assert {change.weight for change in found.changes} <= {touches}
    assert {change.id for change in found.changes} <= ids
    assert len(found.changes) >= len(ids) - 1
    assert "Proved equal" in render(found, "table", 80)


def a_long_row(data):
    """Let hundreds of explanations serve each other in a row, each the next."""
    model = named(data, "conclusions", "possible_causes_of_silence")
    ids = [f"row{number}" for number in range(400)]
    rows = zip(ids, [*ids[1:], "rut"], strict=True)
    data["conclusions"] += [{**model, "id": id, "serves": [after]} for id, after in rows]


def test_what_rests_on_too_much_is_refused():
    """A file that would bring the interpreter to its limit is refused in a line."""
    with pytest.raises(ScenarioError, match="in a row"):
        compared(a_long_row)


def test_a_witness_that_is_too_deep_to_be_found_is_refused(monkeypatch):
    """Where the search comes to the interpreter's limit, a line tells so."""

    def too_deep(*_arguments, **_more):
        raise RecursionError

    monkeypatch.setattr(diff, "fewest_changes", too_deep)
    with pytest.raises(ScenarioError, match="in a row"):
        difference(edited(swapped), our_base())


def test_a_question_that_changed_its_kind_is_told_in_words():
    """One line for the kind, in the ids that people know."""
    written = render(compared(another_kind), "table", 200)
    assert "question boss_is_jerk: kind is yes/no, was choice" in written
    assert "choices no longer has kind, unkind" in written
    assert "Seen by a client with boss_is_jerk_before = unkind" in written


def test_witnesses_are_files_that_open(tmp_path):
    """Each is read back with its answers; what only the other version can be told is in a note."""
    found = compared(a_new_choice)
    paths = write_clients(as_clients(found, QUESTIONS), tmp_path)
    assert len(paths) == len(found.witnesses)
    for path, witness in zip(paths, found.witnesses, strict=True):
        opened = load(path)
        left_out = witness.answers.items() - opened.answers.items()
        assert left_out == {("answer_to_ask", "laughed_at")}
        assert "answer_to_ask = laughed at (left out" in opened.notes
        assert consult(opened.answers).rules.isdisjoint({SILENCE})


def test_the_command_compares_a_file_with_the_present_version(tmp_path):
    """Exit 0 where equal, 1 where advice differs, 2 where a file is refused; scenarios turn."""
    same, other, bad = (tmp_path / f"{name}.json" for name in ("same", "other", "bad"))
    same.write_text(json.dumps(document()))
    data = document()
    without_the_search(data)
    other.write_text(json.dumps(data))
    bad.write_text("{}")
    equal = call("audit", "diff", same)
    assert (equal.returncode, equal.stderr) == (0, "")
    folder = tmp_path / "seen"  # which is made
    files = find_scenarios([FOLDER]).paths[:25]
    scenarios = [word for path in files for word in ("--scenarios", path)]
    differs = call("audit", "diff", other, same, "--format", "json", "--write", folder, *scenarios)
    assert differs.returncode == 1
    written = json.loads(differs.stdout)
    turned = {each["file"] for each in written["scenarios"]["turned"]}
    before = edited(without_the_search)
    expected = {
        str(path)
        for path in files
        if told(before, load(path).answers) != told(our_base(), load(path).answers)
    }
    assert turned == expected
    assert written["witnesses"][0]["answers"] == {"unmet_needs": 1}
    ran = call("run", folder, "--full")
    assert ran.returncode == 0 and "Start looking for another job." in " ".join(ran.stdout.split())
    refused = call("audit", "diff", bad)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "bad.json: format: found nothing" in refused.stderr
