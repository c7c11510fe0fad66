"""Bugs planted in copies of the plain evaluation: the comparison of the engines notices each."""

import inspect
import types

import pytest

from engine import evaluation
from engine.audit.engines.agree import compare
from engine.audit.engines.people import people
from engine.audit.engines.ways import by_cards, by_experta
from engine.base import our_base

SOURCE = inspect.getsource(evaluation)
PEOPLE = 45

BUGS = {
    "a bound from below is left out": ("low <= number and", "low < number and"),
    "a bound from above is left out": ("or number <= high", "or number < high"),
    "there is no bound from below": ("low <= number and", "True and"),
    "there is no bound from above": ("(high is None or number <= high)", "True"),
    "a range without an upper end is empty": ("(high is None or", "(high is not None and"),
    "unknown is no": ("answer = facts.get(question)", "answer = facts.get(question, False)"),
    "unknown is yes": ("answer = facts.get(question)", "answer = facts.get(question, True)"),
    "an unknown number is zero": (
        "number = facts.get(question)",
        "number = facts.get(question, 0)",
    ),
    "an unknown list is empty": (
        "chosen = facts.get(question)",
        "chosen = facts.get(question, ())",
    ),
    "what a list must not name is as good as what it must": (
        "(choice in chosen) is present",
        "choice in chosen",
    ),
    "a list that was given is enough": ("(choice in chosen) is present", "True"),
    "only the first of several values counts": ("for v in values)", "for v in values[:1])"),
    "whatever was answered is one of the values": ("answer == v and ", ""),
    "a question counts as answered always": ("return question in facts", "return True"),
    "no question counts as answered": ("return question in facts", "return False"),
    "a conclusion is taken for granted": ("return conclusion in concluded", "return True"),
    "what must not be concluded is not looked at": (
        "return conclusion not in concluded",
        "return True",
    ),
    "what must not be concluded must be": (
        "return conclusion not in concluded",
        "return conclusion in concluded",
    ),
    "one part is enough for all": (
        "return all(holds(part, facts, concluded)",
        "return any(holds(part, facts, concluded)",
    ),
    "one of several must be every one": (
        "return any(holds(part, facts, concluded)",
        "return all(holds(part, facts, concluded)",
    ),
    "the last part is forgotten": (
        "return all(holds(part, facts, concluded) for part in parts)",
        "return all(holds(part, facts, concluded) for part in parts[:-1])",
    ),
    "the last alternative is forgotten": (
        "return any(holds(part, facts, concluded) for part in parts)",
        "return any(holds(part, facts, concluded) for part in parts[:-1])",
    ),
    "the stages run backwards": ("key=lambda card: -card.stage", "key=lambda card: card.stage"),
    "the stages are not put in order": (
        "sorted(cards, key=lambda card: -card.stage)",
        "cards",
    ),
    "later stages do not learn what was concluded": ("concluded.update(card.then)", "pass"),
}


def evaluation_with(bug):
    """Return the evaluation of a copy of the module, with one piece of its text replaced."""
    right, wrong = bug
    assert SOURCE.count(right) == 1
    copy = types.ModuleType("evaluation_with_a_bug")
    exec(compile(SOURCE.replace(right, wrong), copy.__name__, "exec"), vars(copy))
    return copy.evaluate


@pytest.fixture(scope="module")
def crowd():
    """Return people with what Experta concludes about them, worked out once."""
    return [(answers, by_experta(answers)) for answers in people(our_base(), PEOPLE, seed=1)]


def first_difference(crowd, evaluate):
    """Return the first person about whom Experta and an evaluation differ, if there is one."""
    looked_up = iter([outcome for _, outcome in crowd])
    copy = by_cards(our_base(), evaluate)
    for answers, _ in crowd:
        ways = {"experta": lambda _: next(looked_up), "copy": copy}
        if found := compare([answers], ways).first:
            return found
    return None


def test_a_copy_without_a_bug_is_not_blamed(crowd):
    """The same text, compiled again, concludes what Experta concludes."""
    assert first_difference(crowd, evaluation_with(("Plain evaluation", "Evaluation"))) is None


def test_there_are_twenty_bugs_and_each_is_another():
    """No bug is another one in other words: the copies have different texts."""
    copies = {SOURCE.replace(right, wrong) for right, wrong in BUGS.values()}
    assert len(copies - {SOURCE}) == len(BUGS) >= 20


@pytest.mark.parametrize("bug", BUGS.values(), ids=BUGS)
def test_a_planted_bug_is_noticed(crowd, bug):
    """Somebody among a few dozen people is told something else."""
    assert first_difference(crowd, evaluation_with(bug)) is not None
