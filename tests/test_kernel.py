"""The kernel says exactly what the engine says, over generated people and over all of them."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from engine.cards import questions_in
from engine.consultation import consult
from engine.gates import gates
from engine.interview import Interview
from engine.kernel.bound import most_questions
from engine.kernel.kernel import kernel, outset
from kb.situation import MEASURES, QUESTIONS
from tests.people import anybody, interviewed

PEOPLE = range(80)
ROOT = Path(__file__).parent.parent


def told(compiled, answers):
    """Return what the kernel says to one person, and when."""
    space = compiled.space
    fixed = space.client(answers)
    return {
        (conclusion.id(), when)
        for (conclusion, when), diagram in compiled.said.items()
        if space.restrict(diagram, fixed) == space.true
    }


@pytest.mark.parametrize(("gated", "people"), [(False, anybody), (True, interviewed)])
def test_the_kernel_tells_everybody_what_the_engine_tells(gated, people):
    """Every conclusion, and when it is said, for people in and out of the order of asking."""
    for seed in PEOPLE:
        answers = people(seed)
        found = consult(answers)
        said = {(item.id, item.when) for item in (*found.items, *found.contradictions)}
        assert told(kernel(gated=gated), answers) == said, seed


def test_nothing_is_said_twice():
    """One conclusion is said at one time only, to whomever."""
    compiled = kernel(gated=False)
    for (one, diagram), (other, another) in itertools.combinations(compiled.said.items(), 2):
        if one[0] is other[0]:
            assert diagram & another == compiled.space.false, (one, other)


def test_a_gate_reads_questions_that_come_before():
    """So the interview settles each gate before it comes to the question behind it."""
    order = list(QUESTIONS)
    for question, *conditions in gates():
        for condition in filter(None, conditions):
            for read in questions_in(condition):
                measure = MEASURES.get(read)
                for before in measure.of if measure else (read,):
                    assert order.index(before) < order.index(question.id)


@pytest.mark.parametrize(
    ("answers", "outweighs"),
    [
        ({"supportive_people": 2, "draining_people": 1}, True),
        ({"supportive_people": 1, "draining_people": 1}, False),
        ({"supportive_people": 999, "draining_people": 499}, True),
        ({"supportive_people": 999, "draining_people": 500}, False),
        ({"supportive_people": 5, "draining_people": 0}, True),
        ({"supportive_people": 0, "draining_people": 0}, None),
        ({"supportive_people": 7}, None),
    ],
)
def test_counts_are_compared_exactly(answers, outweighs):
    """Twice as many is enough, one fewer is not; two zeros compare to nothing."""
    from engine.cards import Is

    space = kernel(gated=False).space
    fixed = space.client(answers)
    for value in (True, False):
        holds = space.restrict(space.condition(Is("balance", (value,))), fixed)
        assert (holds == space.true) is (outweighs is value)


def test_codes_without_an_answer_count_as_no_answer():
    """A list of three roles, or a fifth kind of answer, is nobody: it says nothing."""
    space = kernel(gated=False).space
    too_many = space.assignment("preferred_roles", frozenset(["teacher", "student", "mentor"]))
    assert space.restrict(space.given("preferred_roles"), too_many) == space.false
    beyond = {
        name: name.endswith("known") or "bit" in name
        for name, owner in space.owners.items()
        if owner == "unmet_needs"
    }
    assert space.restrict(space.given("unmet_needs"), beyond) == space.false


def test_every_question_can_matter_to_somebody():
    """None of them is asked in vain from the outset on."""
    assert outset().relevant == set(QUESTIONS)


def test_the_bound_counts_the_questions_that_go_together():
    """Those whose gates exclude each other are not added up."""
    space = kernel(gated=True).space
    assert most_questions(space, ["had_setback", "specific_incident"], {}) == 2
    assert most_questions(space, ["progress_after_own_work", "has_boss"], {}) == 2
    about_a_setback = ["specific_incident", "issue_fixed", "has_boss"]
    assert most_questions(space, about_a_setback, {"had_setback": False}) == 1


def test_without_the_binary_package_the_same_is_worked_out_in_python():
    """Where `dd.cudd` is not to be had, `dd.autoref` takes its place, quietly."""
    script = (
        "import sys; sys.modules['dd.cudd'] = None\n"
        "from engine.interview import Interview\n"
        "interview = Interview({'had_setback': False})\n"
        "print(interview.next_question().id, interview.at_most())\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    here = Interview({"had_setback": False})
    assert ran.stdout.split() == [here.next_question().id, str(here.at_most())]
    assert ran.stderr == ""
