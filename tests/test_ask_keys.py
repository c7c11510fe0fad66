"""What the keys of an interview do where there is little to do, and what they never do."""

import re
from pathlib import Path

import pytest

from engine.asked_why import asked_why
from engine.commands.terminal import to_type
from engine.interview import Interview
from engine.kernel.said import told
from engine.reading import cards_of
from engine.scenario_files import load
from kb.knowledge_base import KnowledgeBase
from kb.situation import QUESTIONS
from kb.vocabulary import Contradiction
from tests.interviews import hold
from tests.people import interviewed
from tests.test_cli import call

FINE = "n\n"
"""The answer to the question of scope."""


@pytest.mark.parametrize(
    "typed", ["?", "why", "u", "don't know", "don\N{RIGHT SINGLE QUOTATION MARK}t know"]
)
def test_the_question_of_scope_tells_why_it_is_asked(typed):
    """`?` says it in plain words, and who is not sure hears what to do; both are asked again, and
    neither is taken for an answer or for a slip.
    """
    ran = call("ask", typed=f"{typed}\ny\n")
    shown = " ".join(ran.stderr.split())
    says = "This is asked first because" if typed in ("?", "why") else "not sure, type y, and look"
    assert says in shown and shown.count("y or n:") == 2 and "Please type y" not in shown
    assert "Please look for help of this kind" in " ".join(ran.stdout.split())


def test_a_name_that_looks_like_an_option_is_typed_with_its_folder():
    """What is to be copied has to work; what stands for standard output is no file."""
    assert to_type(Path("--resume")) == "./--resume" and to_type(Path("a.toml")) == "a.toml"
    ran = call("ask", "--save", "-", typed="n\nq\n")
    assert ran.returncode == 2 and "allowed: a name for a file" in ran.stderr


def test_back_stays_at_the_first_question(tmp_path):
    """Whoever presses `b` too often stands at the first question, not at the last one again."""
    path = tmp_path / "me.toml"
    ran = call("ask", "--save", path, typed=f"{FINE}n\n1\nn\nb\nb\nb\nb\nb\ny\nq\n")
    after = ran.stderr.partition("Question 4")[2]
    assert after.count("There is no question before this one.") == 2
    assert re.findall(r"Again \(now: (\w+)\)", after) == ["no", "1", "no", "no", "no"]
    assert after.count("Question ") == 1  # Question 3, after the change
    assert load(path).answers["had_setback"] is True


def test_back_at_the_very_beginning_leaves_the_question_open():
    """Before the first answer there is nothing to go back to, and the question is asked again."""
    ran = call("ask", typed=f"{FINE}b\nn\nq\n")
    assert ran.stderr.count("There is no question before this one.") == 1
    assert "Question 2" in ran.stderr and ran.stderr.count("Have you had a career setback") == 2


@pytest.mark.parametrize("key", ["?", "b", "B", "c", "u", "y", "n", "back"])
def test_a_key_is_no_text_in_own_words(tmp_path, key):
    """A line that only steers is not kept; what does something here is said, and asked again."""
    path = tmp_path / "me.toml"
    words = f"\n{key}\nTuesdays\n{key}\n\nx\n"
    ran = call("ask", "--save", path, typed=FINE + "u\n" * 12 + words)
    assert ran.stderr.count(f"'{key}' does nothing here, and is not kept. Enter goes on") == 2
    kept = load(path).words
    assert (kept.request.wording, kept.goal) == ("Tuesdays", "")
    assert [person.name for person in kept.people] == ["x"]  # a letter that is no key is a name


@pytest.mark.parametrize("seed", range(7000, 7003))
def test_why_reproaches_nobody_with_a_contradiction(seed):
    """`?` names no contradiction that only other answers would make, as long as anything else
    hangs on the answer.
    """
    reproaches = {
        told((conclusion, "note"))
        for card in cards_of(KnowledgeBase)
        for conclusion in card.then
        if issubclass(conclusion, Contradiction)
    }
    interview, seen = Interview(), 0
    for id, answer in hold(interviewed(seed)).heard.items():
        hanging = interview.hanging_on(id)
        seen += any(issubclass(conclusion, Contradiction) for conclusion, _ in hanging)
        if not all(issubclass(conclusion, Contradiction) for conclusion, _ in hanging):
            shown = " ".join(asked_why(QUESTIONS[id], interview))
            assert not [each for each in reproaches if each in shown]
        interview.heard[id] = answer
    assert seen


def test_a_finished_interview_promises_no_questions(tmp_path):
    """Who comes back hears that none is left, not how many to expect; answers can be changed."""
    path = tmp_path / "me.toml"
    first = call("ask", "--save", path, typed=FINE + "n\n" * 60)
    assert "Expect about" in first.stderr and "That was the last question" in first.stderr
    ran = call("ask", "--resume", "--save", path, typed="c\n1\ny\nq\n")
    assert "Expect about" not in ran.stderr and "That was the last" not in ran.stderr
    assert "No question is left that could change anything." in ran.stderr
    assert "Answer y (yes)" in ran.stderr and load(path).answers["had_setback"] is True
