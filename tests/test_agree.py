"""Several engines say the same about generated people; where one does not, it is told who."""

import json
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

import engine.audit.engines.ways
from cli import unstuck
from engine.audit.engines.agree import compare
from engine.audit.engines.people import facts_of, near_bounds, people
from engine.audit.engines.solver import Prover
from engine.audit.engines.ways import Outcome, by_cards, by_clips, by_diagrams, by_solver, ways
from engine.base import our_base
from engine.cards import All, InRange, Is
from engine.consultation import consult
from engine.evaluation import evaluate, holds
from engine.gates import live
from engine.kernel.kernel import kernel
from engine.report.agreement import render
from engine.scenarios import read_scenario
from kb.situation import QUESTIONS
from kb.vocabulary import Outweighs, count
from tests.test_cli import call

ROOT = Path(__file__).parent.parent
BASE = our_base()
FEW = 60
NOBODY = Outcome(frozenset(), frozenset())


@pytest.fixture(scope="module")
def prover():
    """Return the base in z3, compiled once."""
    return Prover(BASE)


def test_all_engines_agree():
    """Experta, the cards, CLIPS, z3 and the diagrams: the same rules, the same conclusions."""
    found = compare(people(BASE, FEW, seed=1), ways(BASE))
    assert set(found.differing.values()) == {0} and found.first is None
    engines = {name for pair in found.differing for name in pair}
    assert engines == {"experta", "cards", "clips", "z3", "diagrams"}
    assert (found.people, len(found.differing)) == (FEW, 10)
    assert found.rules > FEW and found.conclusions > FEW


def test_another_version_of_the_base_goes_every_way_but_experta():
    """The other engines are given the cards, so they agree about a base that nobody wrote down."""
    version = BASE.with_cards(
        replace(card, when=All((card.when, Is("has_boss", (True,))))) for card in BASE.cards[:40]
    )
    found = compare(people(version, 30, seed=2), ways(version))
    assert "experta" not in ways(version) and found.differences == 0 < found.rules


def test_a_renewed_environment_concludes_the_same():
    """CLIPS starts afresh after a few people; nothing of the former ones is left or missed."""
    both = {"often": by_clips(BASE, 2), "never": by_clips(BASE)}
    assert compare(people(BASE, 7, seed=3), both).differences == 0


def test_a_faulty_engine_is_named_with_the_first_person():
    """The pairs with it are counted, and the first person comes as a file that can be read."""
    faulty_from = 5
    crowd = list(people(BASE, 9, seed=4))
    cards = by_cards(BASE)
    seen = iter(range(1, len(crowd) + 1))

    def faulty(answers):
        return cards(answers) if next(seen) < faulty_from else NOBODY

    found = compare(crowd, {"cards": cards, "diagrams": by_diagrams(BASE), "faulty": faulty})
    wrong = sum(cards(answers) != NOBODY for answers in crowd[faulty_from - 1 :])
    assert dict(found.differing) == {
        ("cards", "diagrams"): 0,
        ("cards", "faulty"): wrong,
        ("diagrams", "faulty"): wrong,
    }
    assert found.differences == 2 * wrong > 0
    first = next(n for n, a in enumerate(crowd, 1) if n >= faulty_from and cards(a) != NOBODY)
    assert (found.first.number, found.first.answers) == (first, crowd[first - 1])
    assert found.first.outcomes["faulty"] == NOBODY
    text = render(found, BASE, "table").partition(f"person {first}:\n\n")[2]
    assert read_scenario(text.encode(), "first").answers == crowd[first - 1]
    data = json.loads(render(found, BASE, "json"))
    assert data["first"]["ways"]["faulty"] == {"rules": [], "conclusions": []}
    assert data["first"]["answers"].keys() == crowd[first - 1].keys()


def test_a_difference_ends_with_exit_code_1(monkeypatch):
    """Nobody has to read the table to learn that something is wrong."""
    from click.testing import CliRunner

    def pair(wrong):
        return lambda base: {"cards": by_cards(base), "other": wrong or by_cards(base)}

    monkeypatch.setattr(engine.audit.engines.ways, "ways", pair(lambda answers: NOBODY))
    assert CliRunner().invoke(unstuck, ["audit", "agree", "--n", "6"]).exit_code == 1
    monkeypatch.setattr(engine.audit.engines.ways, "ways", pair(None))
    assert CliRunner().invoke(unstuck, ["audit", "agree", "--n", "6"]).exit_code == 0


def test_the_command_prints_the_figures():
    """Few people are compared in a moment; nothing but the result is printed where nobody looks."""
    ran = call("audit", "agree", "--n", 3, "--seed", 9, "--format", "json")
    assert (ran.returncode, ran.stderr) == (0, "")
    data = json.loads(ran.stdout)
    assert data["people"] == 3 and data["first"] is None
    assert [each["people"] for each in data["differences"]] == [0] * 10


@pytest.mark.parametrize(("module", "package"), [("z3", "z3-solver"), ("clips", "clipspy")])
def test_a_missing_library_is_told_in_a_line(module, package):
    """It says what to install, and ends with 2."""
    script = (
        f"import sys; sys.modules['{module}'] = None\n"
        "import cli; sys.argv = ['unstuck', 'audit', 'agree']; cli.main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        ran.stderr == f"{package} is missing; install it with: python -m pip install '.[audit]'\n"
    )


def test_the_same_seed_draws_the_same_people():
    """A smaller number are the first of a larger one, and another seed draws others."""
    crowd = list(people(BASE, 12, seed=5))
    assert list(people(BASE, 5, seed=5)) == crowd[:5]
    assert list(people(BASE, 12, seed=6)) != crowd


def test_what_is_drawn_are_answers():
    """Everybody answers as the questions allow; of three, the second answers as in an interview."""
    for place, answers in enumerate(people(BASE, FEW, seed=7)):
        for id, answer in answers.items():
            question = QUESTIONS[id]
            match question.kind:
                case "yes/no":
                    assert isinstance(answer, bool)
                case "choice":
                    assert answer in question.choices
                case "list":
                    assert answer <= set(question.choices)
                    fewest = 0 if question.may_be_empty else 1
                    assert fewest <= len(answer) <= question.at_most
                case _:
                    assert type(answer) is int and 0 <= answer <= question.at_most
        assert place % 3 != 1 or live(answers) == answers


def test_numbers_are_drawn_at_the_bounds():
    """Both sides of each bound and comparison are drawn, and both ends of the question."""
    questions = {id: count(id, "?") for id in ("friends", "foes", "needs")}
    card = replace(
        BASE.cards[0],
        when=All((InRange("needs", 0, 5), InRange("foes", 8, None), InRange("x", 1, 2))),
    )
    base = replace(
        BASE,
        cards=(card,),
        questions=questions,
        measures={"balance": Outweighs("balance", "friends", "foes", 100)},
        gates={"needs": (InRange("friends", 40, None), None)},
    )
    numbers = near_bounds(base)
    assert numbers["needs"] == (0, 5, 6, 999)
    assert numbers["foes"] == (0, 1, 2, 3, 7, 8, 999)
    assert {0, 39, 40, 99, 100, 799, 800, 999} <= set(numbers["friends"])
    assert all(0 <= number <= 999 for number in numbers["friends"])


def test_some_are_drawn_on_the_edge_of_a_rule():
    """Of three people the third has most of the answers that some rule asks for."""
    edge = list(islice(people(BASE, 120, seed=8), 2, None, 3))
    fired = {card.name for a in edge for card in evaluate(BASE.cards, facts_of(BASE, a))}
    anybody = list(islice(people(BASE, 120, seed=8), 0, None, 3))
    usual = {card.name for a in anybody for card in evaluate(BASE.cards, facts_of(BASE, a))}
    assert fired - usual


def test_the_solver_is_told_what_everybody_is_told(prover):
    """Its formulas of what is said, and when, hold for those to whom a consultation says it."""
    holding = prover.holding(prover.said.values())
    for answers in people(BASE, 12, seed=10):
        found = consult(answers)
        said = {(item.conclusion, item.when) for item in (*found.items, *found.contradictions)}
        held = zip(prover.said, holding(answers), strict=True)
        assert {each for each, holds in held if holds} == said


def test_the_solver_finds_somebody_for_every_rule_and_nobody_for_none(prover):
    """Who it finds makes the rule fire; the diagrams confirm where it finds nobody."""
    diagrams = kernel(gated=False)
    for card in BASE.cards[::6]:
        found = prover.somebody(prover.judge(card.when))
        assert (found is None) is (diagrams.assembly.judge(card.when) == diagrams.space.false)
        assert found is None or card in evaluate(BASE.cards, facts_of(BASE, found))
    yes, no = (prover.judge(Is("has_boss", (value,))) for value in (True, False))
    z3 = prover.space.z3
    assert prover.nobody(z3.And(yes, no))
    assert not prover.nobody(z3.And(z3.Not(yes), z3.Not(no)))


def test_the_solver_knows_the_bounds_of_answers(prover):
    """A number past the largest, and a list that is too long, are no client."""
    for question in QUESTIONS.values():
        if question.kind in ("count", "weeks"):
            most = question.at_most
            assert prover.nobody(prover.judge(InRange(question.id, most + 1, None)))
            assert prover.somebody(prover.judge(InRange(question.id, most, None))) == {
                question.id: most
            }
    with pytest.raises(ValueError, match="no possible client"):
        prover.holding([])({"preferred_roles": frozenset(["teacher", "student", "mentor"])})


def test_in_an_interview_answers_count_where_questions_apply():
    """The gated solver knows that nobody without a boss says how the boss is."""
    gated = Prover(BASE, gated=True)
    both = All((Is("has_boss", (False,)), Is("boss_is_jerk", (True,))))
    assert gated.nobody(gated.judge(both))
    assert not gated.nobody(gated.judge(Is("boss_is_jerk", (True,))))


def test_a_solver_of_one_base_is_asked_again(prover):
    """What was proved before leaves nothing behind."""
    yes = Is("has_boss", (True,))
    for _ in range(2):
        assert holds(yes, prover.somebody(prover.judge(yes)), ())
        assert prover.nobody(prover.space.z3.Not(prover.space.true))
    assert by_solver(BASE)({"has_boss": False}) == by_cards(BASE)({"has_boss": False})
