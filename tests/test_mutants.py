"""Mutants: what a person would write by hand, and what becomes of them is so."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import unstuck
from engine.audit.coverage.checked import checked_clients, concluding_client
from engine.audit.mutation.mutants import killing, survivors, tried
from engine.audit.mutation.operators import OPERATORS, mutants
from engine.audit.mutation.witness import tell_apart, telling
from engine.base import base_of, our_base
from engine.cards import All, AnyOf, Concluded, Given, InRange, Is, Names, NotConcluded
from engine.expectations import known_ids
from engine.scenario_files import load
from engine.scenario_paths import find_scenarios
from kb.conclusions.conflicts import AskAfterTheDebrief
from kb.conclusions.paths.rut import MakeTheAsk
from kb.shell import NOT, OR, KnowledgeEngine, Rule
from kb.vocabulary import Diagnosis, Finding, Situation, concludes
from tests.people import anybody, interviewed

FOLDER = Path(__file__).parent / "scenarios"
ROWS = ["RU-01"]
BASE = our_base()


class Tired(Finding):
    """Tired."""


class Bored(Finding):
    """Bored."""


class Worn(Diagnosis):
    """Worn out."""


class Small(KnowledgeEngine):
    """Four rules: one of them says nothing that another has not said."""

    @Rule(Situation(bored_at_work=True), salience=600)
    @concludes(Bored, rows=ROWS)
    def boredom_bores(self):
        """Boredom is boring."""

    @Rule(OR(Situation(tasks_monotonous=True), Situation(has_boss=True)), salience=600)
    @concludes(Tired, rows=ROWS)
    def work_tires(self):
        """Work is tiring."""

    @Rule(Tired(), NOT(Bored()), salience=500)
    @concludes(Worn, rows=ROWS)
    def the_tired_are_worn_out(self):
        """Who is tired, and not bored, is worn out."""


SMALL = base_of(Small)
MONOTONY, BOSS = Is("tasks_monotonous", (True,)), Is("has_boss", (True,))
NO_MONOTONY, NO_BOSS = Is("tasks_monotonous", (False,)), Is("has_boss", (False,))
TIRED, NOT_BORED = Concluded(Tired), NotConcluded(Bored)
ALWAYS = All(())


def versions(operator, when):
    """Return what an operator makes of a rule with this condition."""
    card = replace(SMALL.cards[0], when=when)
    return [other.when for _, other in OPERATORS[operator](BASE, card)]


@pytest.mark.parametrize(
    ("operator", "when", "expected"),
    [
        ("drop a condition", BOSS, [ALWAYS]),
        ("drop a condition", All((BOSS, MONOTONY)), [MONOTONY, BOSS]),
        ("drop a condition", AnyOf((BOSS, MONOTONY)), [ALWAYS, MONOTONY, BOSS]),
        (
            "drop a condition",
            All((BOSS, AnyOf((MONOTONY, All((TIRED, NOT_BORED)))))),
            [
                AnyOf((MONOTONY, All((TIRED, NOT_BORED)))),
                BOSS,
                All((BOSS, All((TIRED, NOT_BORED)))),
                All((BOSS, MONOTONY)),
                All((BOSS, AnyOf((MONOTONY, NOT_BORED)))),
            ],
        ),
        ("drop an exception", All((TIRED, NOT_BORED)), [TIRED]),
        ("drop an exception", All((TIRED, BOSS)), []),
        (
            "negate a condition",
            AnyOf((BOSS, NO_MONOTONY)),
            [
                AnyOf((NO_BOSS, NO_MONOTONY)),
                AnyOf((BOSS, MONOTONY)),
            ],
        ),
        (
            "negate a condition",
            All((TIRED, NOT_BORED)),
            [
                All((NotConcluded(Tired), NOT_BORED)),
                All((TIRED, Concluded(Bored))),
            ],
        ),
        (
            "negate a condition",
            Is("issue_fixed", ("no", "partly")),
            [Is("issue_fixed", ("yes",))],
        ),
        ("negate a condition", Is("balance", (True,)), [Is("balance", (False,))]),
        (
            "negate a condition",
            InRange("unmet_needs", 1, 2),
            [AnyOf((InRange("unmet_needs", 0, 0), InRange("unmet_needs", 3, None)))],
        ),
        ("negate a condition", InRange("unmet_needs", 2, None), [InRange("unmet_needs", 0, 1)]),
        ("negate a condition", InRange("unmet_needs", 0, None), []),
        (
            "negate a condition",
            Names("feelings", "angry", True),
            [Names("feelings", "angry", False)],
        ),
        ("negate a condition", Given("has_boss"), []),
        ("swap a condition", All((BOSS, MONOTONY)), [AnyOf((BOSS, MONOTONY))]),
        ("swap a condition", AnyOf((BOSS, MONOTONY)), [All((BOSS, MONOTONY))]),
        ("swap a condition", BOSS, []),
        (
            "swap a condition",
            Is("issue_fixed", ("no", "partly")),
            [Is("issue_fixed", ("yes", "partly")), Is("issue_fixed", ("no", "yes"))],
        ),
        (
            "move a bound",
            InRange("unmet_needs", 1, None),
            [InRange("unmet_needs", 0, None), InRange("unmet_needs", 2, None)],
        ),
        (
            "move a bound",
            InRange("unmet_needs", 1, 2),
            [InRange("unmet_needs", *ends) for ends in ((0, 2), (2, 2), (1, 1), (1, 3))],
        ),
        (
            "move a bound",
            InRange("unmet_needs", 2, 2),
            [InRange("unmet_needs", *ends) for ends in ((1, 2), (2, 3), (1, 1), (3, 3))],
        ),
        (
            "move a bound",
            InRange("unmet_needs", 0, 0),
            [InRange("unmet_needs", *ends) for ends in ((0, 1), (1, 1))],
        ),
    ],
)
def test_an_operator_makes_what_one_would_write_by_hand(operator, when, expected):
    """Exactly these versions of a rule, in order, and no others."""
    assert versions(operator, when) == expected


def test_a_choice_becomes_its_neighbour():
    """The next choice of the question that is not asked for already, the first after the last."""
    roles = BASE.questions["preferred_roles"].choices
    for before, after in zip(roles, (*roles[1:], roles[0]), strict=True):
        made = versions("swap a condition", Names("preferred_roles", before, True))
        assert made == [Names("preferred_roles", after, True)]


def test_rules_and_conclusions_are_dropped_and_swapped():
    """A rule goes; a conclusion becomes the next of its kind, or stays if it is the only one."""
    made = [(m.operator, m.rule, m.base.cards) for m in mutants(SMALL)]
    dropped = [(rule, cards) for operator, rule, cards in made if operator == "drop a rule"]
    assert dropped == [
        (card.name, tuple(c for c in SMALL.cards if c is not card)) for card in SMALL.cards
    ]
    swapped = {
        rule: next(card.then for card in cards if card.name == rule)
        for operator, rule, cards in made
        if operator == "swap a conclusion"
    }
    assert swapped == {"boredom_bores": (Tired,), "work_tires": (Bored,)}


def test_a_mistake_made_in_two_ways_counts_once():
    """No two mutants of a base are the same version, and none is the base itself."""
    seen = [(m.base.cards, m.base.dropped) for m in mutants(SMALL)]
    assert all(version not in seen[:place] for place, version in enumerate(seen))
    assert (SMALL.cards, SMALL.dropped) not in seen


def test_what_no_longer_gives_way_is_given():
    """A precedence that no longer sets a step aside leaves it to those for whom it is due."""
    version = replace(BASE, dropped=frozenset({(AskAfterTheDebrief, MakeTheAsk)}))
    words = {m.words for m in mutants(BASE) if m.base.dropped == version.dropped}
    assert words == {f"no longer sets aside {MakeTheAsk.id()}"}
    assert MakeTheAsk in BASE.set_aside_by(AskAfterTheDebrief)
    assert MakeTheAsk not in version.set_aside_by(AskAfterTheDebrief)


def outcomes(*clients):
    """Return what became of each mutant of the small base, by rule and words."""
    found = tried(SMALL, mutants(SMALL), clients)
    return {(v.mutant.operator, v.mutant.rule, v.mutant.words): v for v in found}


def test_killed_equivalent_and_surviving_mutants_are_told_apart():
    """What an expectation notices is killed, and what nobody could notice is equivalent."""
    client = concluding_client(SMALL, {"has_boss": True}, ["tired", "worn"], ["bored"])
    found = outcomes(client)
    gone = found["drop a rule", "work_tires", "the rule is gone"]
    assert gone.outcome == "killed" and gone.killer == "has_boss = True"
    left = found["drop a rule", "boredom_bores", "the rule is gone"]
    assert left.outcome == "survived"
    assert left.witness.answers == {"bored_at_work": True}
    assert left.witness.differs == (("bored", "concluded", None),)
    assert "equivalent" not in {verdict.outcome for verdict in found.values()}
    idle = replace(
        SMALL.cards[2], name="idle", when=All((TIRED, NOT_BORED, AnyOf((MONOTONY, BOSS))))
    )
    padded = SMALL.with_cards((*SMALL.cards[:2], idle))
    needless = {
        v.mutant.words for v in tried(padded, mutants(padded), ()) if v.outcome == "equivalent"
    }
    assert needless == {
        "without the condition: tired",
        "without the condition: tasks_monotonous is yes or has_boss is yes",
    }


@pytest.fixture(scope="module")
def trials():
    """Try some mutants on the corpus, the same in every run; what is dropped is often needless."""
    clients, wrong = checked_clients(
        load(path, known_ids()) for path in find_scenarios([FOLDER]).paths
    )
    assert wrong == ()
    every = list(mutants(BASE))
    dropped = [mutant for mutant in every if mutant.operator.startswith("drop a")]
    others = [mutant for mutant in every if mutant not in dropped]
    rng = random.Random(2)
    return list(tried(BASE, [*rng.sample(dropped, 24), *rng.sample(others, 16)], clients))


def test_no_mutant_of_a_sample_survives_the_corpus(trials):
    """Each is killed or proved equivalent; `unstuck audit mutants tests/scenarios` tries all."""
    assert [(m.rule, m.words, witness.answers) for m, witness in survivors(trials)] == []
    assert {verdict.outcome for verdict in trials} == {"killed", "equivalent"}


def test_an_equivalent_mutant_tells_everybody_the_same(trials):
    """Generated people, in and out of the order of an interview, are told the same by both."""
    equivalent = [v.mutant for v in trials if v.outcome == "equivalent"]
    assert equivalent
    for people in (anybody, interviewed):
        for answers in map(people, range(25)):
            ours = telling(BASE, answers)
            for mutant in equivalent:
                assert telling(mutant.base, answers) == ours, mutant.words


def test_nobody_checks_and_every_mutant_that_differs_survives_with_a_witness():
    """Without clients nothing is killed, and every witness is told something else."""
    some = random.Random(8).sample(list(mutants(BASE)), 12)
    found = list(tried(BASE, some, ()))
    outcomes = [verdict.outcome for verdict in found]
    assert {*outcomes} <= {"survived", "equivalent"} and outcomes.count("survived") > 6
    for mutant, witness in survivors(found):
        assert witness.differs or witness.reasons
        assert tell_apart(BASE, mutant.base, witness.answers)
    suggested = killing(BASE, found)
    assert sum(len(each.shows) for each in suggested) == outcomes.count("survived")


def test_the_command_tells_what_survives(tmp_path):
    """The figures add up, a survivor makes exit code 1, and its client is written to a file."""
    client, todo = tmp_path / "clients", tmp_path / "to-do"
    client.mkdir()
    todo.mkdir()
    (client / "one.toml").write_text(
        '[answers]\nunmet_needs = 1\n[expect]\nnow = ["start_job_search"]'
    )
    command = ["audit", "mutants", str(client), "--sample", "5"]
    ran = CliRunner().invoke(unstuck, [*command, "--format", "json", "--suggest", str(todo)])
    assert ran.exit_code == 1
    data = json.loads(ran.stdout)
    counted = [n for counts in data["figures"].values() for n in counts.values()]
    assert sum(counted) == len(data["mutants"]) == 5
    assert ran.stderr == f"{len(list(todo.iterdir()))} scenarios are in {todo}; fill in [expect].\n"
    written = [load(path, known_ids()) for path in find_scenarios([todo]).paths]
    asked = [m["witness"]["answers"] for m in data["mutants"] if m["outcome"] == "survived"]
    assert written[0].answers == asked[0]
    assert all(scenario.expect.count == 0 for scenario in written)
    shown = CliRunner().invoke(unstuck, command)
    for mutant in data["mutants"]:
        assert (f"{mutant['rule']}: " in shown.stdout) is (mutant["outcome"] == "survived")
    assert CliRunner().invoke(unstuck, [*command, "--seed", "3"]).stdout != shown.stdout
