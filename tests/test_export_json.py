"""The knowledge base as JSON: it comes back as it was, and what is wrong with a file is told."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from engine.base import base_of, our_base
from engine.complaints import MOST_MESSAGES, ScenarioError
from engine.export.as_json import write
from engine.export.clauses import MOST_NESTED, TAGS
from engine.export.from_json import read
from engine.kernel.kernel import Kernel, kernel
from kb.shell import NOT, KnowledgeEngine, Rule
from kb.vocabulary import Diagnosis, Finding, Situation, concludes
from tests.people import anybody
from tests.versions import document, named, told

ROOT = Path(__file__).parent.parent
RULE = "weeks_without_an_answer_are_silence"


class Sleepy(Finding):
    """Sleepy."""


class Awake(Diagnosis):
    """Awake."""


class Sleeping(KnowledgeEngine):
    """A small engine that is not ours: what it denies is reached by no rule of it."""

    @Rule(Situation(bored_at_work=True), NOT(Sleepy()), salience=500)
    @concludes(Awake, rows=["RU-01"])
    def who_is_not_sleepy_is_awake(self):
        """Nothing made you sleepy."""


@pytest.fixture(scope="module")
def again():
    """Read the knowledge base back from its own export."""
    return read(write(our_base()).encode(), "base.json")


@pytest.mark.parametrize("gated", [False, True])
def test_what_is_read_back_tells_everybody_the_same(again, gated):
    """Every piece of advice, at every time, has the same clients, in the same order."""
    compiled = kernel(gated=gated)
    others = Kernel(compiled.space, again).said

    def by_id(said):
        return [(kind.id(), when, who) for (kind, when), who in said.items()]

    assert by_id(others) == by_id(compiled.said)


def test_one_person_is_told_the_same_by_what_is_read_back(again):
    """A base from a file advises, by plain evaluation, as the one it was written from."""
    for seed in range(12):
        assert told(again, anybody(seed)) == told(our_base(), anybody(seed)) != set()


def test_an_export_is_the_same_when_it_is_written_again(again):
    """Nothing that is written is lost on the way, and nothing is added."""
    assert write(again) == write(our_base())
    assert [card.why for card in again.cards] == [card.why for card in our_base().cards]
    assert again.gates.keys() == our_base().gates.keys()


def test_a_foreign_engine_comes_back_too():
    """What a rule only denies is written, but not as something that the base knows."""
    foreign = base_of(Sleeping)
    again = read(write(foreign).encode(), "foreign.json")
    assert write(again) == write(foreign)
    assert [conclusion.id() for conclusion in again.conclusions] == ["awake"]
    assert [read.id() for read in again.cards[0].reads] == ["sleepy"]
    assert not again.advises


def test_the_command_writes_the_same_bytes_under_any_seed():
    """`unstuck export --to json` writes plain ASCII with the version, on stdout alone."""
    written = [
        subprocess.run(
            [sys.executable, "cli.py", "export", "--to", "json"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        for seed in ("1", "2")
    ]
    assert written[0].stdout == written[1].stdout
    assert written[0].stdout.isascii() and not written[0].stderr
    base = read(written[0].stdout, "base.json")
    assert base.version.count(".") == 2
    assert base.name == our_base().name


def test_the_documented_export_is_what_is_written():
    """All that the page shows stands in the export, key by key; every clause is explained."""
    page = (ROOT / "docs/export.md").read_text()
    shown = json.loads(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])
    written = document()
    assert list(shown) == list(written)
    for part in ("questions", "measures", "conclusions", "rules"):
        for entry in shown[part]:
            found = named(written, part, entry.get("id", entry.get("name")))
            assert entry == {key: found[key] for key in entry}
    explained = set(re.findall(r'`{"(\w+)": ', page))
    assert explained >= set(TAGS)


def small():
    """Return an export with a few conclusions and one rule, quick to read."""
    data = document()
    kept = ("silence", "search_outside", "rut", "possible_causes_of_silence", "why_facts_first")
    links = ("serves", "sets_aside", "steps", "defers", "settled_by")
    data["conclusions"] = [
        {key: value for key, value in entry.items() if key not in links}
        for entry in data["conclusions"]
        if entry["id"] in kept
    ]
    data["rules"] = [rule(data)]
    return data


def test_the_small_export_is_right_before_it_is_made_wrong():
    """What the tests below refuse is refused for the edit alone."""
    assert [card.name for card in read(json.dumps(small()).encode(), "small.json").cards] == [RULE]


def rule(data):
    """Return the rule that the edits below are about."""
    return named(data, "rules", RULE)


def nest(data):
    """Lay clauses deeper in each other than anybody writes them."""
    for _ in range(MOST_NESTED + 1):
        rule(data)["when"] = {"all": [rule(data)["when"]]}


def circle(data):
    """Make two explanations serve each other."""
    one, other = [c for c in data["conclusions"] if c["class"] == "explanation"][:2]
    one["serves"], other["serves"] = [other["id"]], [one["id"]]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda d: d.update(format=2), "format: found 2; allowed: 1"),
        (lambda d: d.pop("format"), "format: found nothing"),
        (lambda d: d.pop("rules"), "rules: found nothing; allowed: a list"),
        (lambda d: d.update(rule=[]), "found 'rule'; allowed: the keys format"),
        (lambda d: d.update(rules=[1]), "rules[0]: found 1; allowed: an object"),
        (lambda d: rule(d).pop("why"), f"rules.{RULE}.why: found nothing; allowed: a text"),
        (lambda d: rule(d).update(then=["silense"]), "found 'silense'"),
        (lambda d: rule(d).update(then=["silense"]), "did you mean silence?"),
        (lambda d: rule(d).update(then=[]), f"{RULE}.then: found nothing"),
        (lambda d: rule(d).update(stage=500), f"{RULE}.stage: found 500; allowed: 600"),
        (lambda d: rule(d).update(stage=True), "found true; allowed: a whole number"),
        (lambda d: rule(d).update(when={"concluded": "search_outside"}), "an earlier stage"),
        (lambda d: rule(d).update(when={"is": "has_bos", "values": [True]}), "mean has_boss?"),
        (lambda d: rule(d).update(when={"is": "has_boss", "values": [1]}), "of true, false"),
        (lambda d: rule(d).update(when={"is": "has_boss", "all": []}), "found 'is and all'"),
        (lambda d: rule(d).update(when={"in_range": "has_boss", "low": 1}), "found 'has_boss'"),
        (lambda d: rule(d).update(when={"in_range": "damage_count", "low": 10**9}), "to 1000"),
        (lambda d: rule(d).update(when={"sum": []}), "one of the keys is, in_range"),
        (nest, "found 'a deeper nest'"),
        (circle, "no circle of serves"),
        (lambda d: d["rules"].append(rule(d)), "allowed: each name once"),
        (lambda d: named(d, "conclusions", "rut").update(steps=["silence"]), "id of a step"),
        (lambda d: named(d, "conclusions", "rut").update({"class": "way"}), "contradiction"),
        (lambda d: named(d, "conclusions", "rut").update(text="{0.x}"), "the id of a measure"),
        (lambda d: named(d, "conclusions", "rut").pop("level"), "conclusions.rut.level"),
        (lambda d: named(d, "conclusions", "rut").update(id="Rut"), "lower-case words"),
        (lambda d: named(d, "questions", "has_boss").update(kind="maybe"), "yes/no, count"),
        (lambda d: named(d, "questions", "has_boss").update(id="../x"), "letters, digits"),
        (lambda d: named(d, "questions", "has_boss").update(choices=["a"]), "none for another"),
        (lambda d: named(d, "questions", "unmet_needs").update(at_most=10**9), "1000000"),
        (lambda d: named(d, "measures", "balance").update(less="supportive_people"), "another"),
        (lambda d: named(d, "measures", "damage_count").update(id="has_boss"), "each name once"),
    ],
)
def test_a_wrong_file_is_refused_with_place_and_what_is_allowed(edit, words):
    """Whatever is missing, misspelt or of the wrong kind is told in a line of plain words."""
    data = small()
    edit(data)
    with pytest.raises(ScenarioError) as refused:
        read(json.dumps(data).encode(), "bad.json")
    assert words in str(refused.value)
    assert all(message.startswith("bad.json: ") for message in refused.value.messages)


def test_many_mistakes_are_told_at_once():
    """All that is wrong in a part of the file is listed, up to the usual number."""
    data = document()
    for entry in data["rules"]:
        entry["then"] = ["nothing_of_this_name"]
    with pytest.raises(ScenarioError) as refused:
        read(json.dumps(data).encode(), "bad.json")
    assert len(refused.value.messages) == MOST_MESSAGES + 1
