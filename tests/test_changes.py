"""The fewest changes: every set turns what it is to turn, and no smaller one does."""

import itertools
import random

import pytest

from engine.assembly import Assembly
from engine.base import our_base
from engine.consultation import consult
from engine.evaluation import evaluate, holds
from engine.explain.person import Person, whens_given
from engine.explain.turning import turning
from engine.explain.what_would_change import turning_points, what_would_change
from engine.kernel.changes import fewest_changes
from engine.kernel.kernel import kernel
from engine.logic import PLAIN
from engine.reading import cards_of, conclusions_of
from kb.knowledge_base import KnowledgeBase
from kb.situation import QUESTIONS, measures
from kb.vocabulary import Contradiction
from tests.people import anybody, draw, interviewed

CARDS = cards_of(KnowledgeBase)
BY_ID = {conclusion.id(): conclusion for conclusion in conclusions_of(KnowledgeBase)}
PEOPLE = [*((anybody, seed) for seed in range(25)), *((interviewed, seed) for seed in range(25))]


class Plainly:
    """What the cards say of one person, evaluated literally: no diagrams, no Experta."""

    def __init__(self, answers):
        facts = {**answers, **measures(answers)}
        self.concluded = {c for card in evaluate(CARDS, facts) for c in card.then}
        self.assembly = Assembly(
            our_base(),
            PLAIN,
            lambda leaf: holds(leaf, facts, ()),
            self.concluded.__contains__,
        )

    def when(self, conclusion):
        """Tell when something is said, if it is."""
        return next((w for w, told in self.assembly.timings(conclusion) if told), None)

    @property
    def contradictions(self):
        """The answers that cannot both hold."""
        return {c for c in self.concluded if issubclass(c, Contradiction)}


def values(question):
    """Return answers that stand for all others: every word, and the numbers that rules name."""
    if question.kind == "yes/no":
        return (False, True)
    if question.kind in ("count", "weeks"):
        return (0, 1, 2, 3, 5, 12, 999)
    if question.kind == "choice":
        return question.choices
    sizes = range(0 if question.may_be_empty else 1, 2)
    return tuple(frozenset(c) for n in sizes for c in itertools.combinations(question.choices, n))


def singles(answers, target, yours):
    """Yield every person with one answer changed: by whomever, or as the person can."""
    for id in sorted(kernel(gated=False).space.questions_of(target.support)):
        question = QUESTIONS[id]
        now = answers.get(question.id)
        for value in values(question):
            may = question.changed_by == "you" and question.may_become(now, value)
            if value != now and (may or not yours):
                yield {**answers, question.id: value}


def given_to(conclusion):
    """Return the people who are given something, at whatever time."""
    compiled = kernel(gated=False)
    times = [(conclusion, when) for when in whens_given(conclusion)]
    return compiled.space.logic.some(compiled.said[t] for t in times if t in compiled.said)


def target_of(person, conclusion):
    """Return the people for whom an advice is turned."""
    if person.is_given(conclusion):
        return ~kernel(gated=False).said[conclusion, person.when(conclusion)]
    return given_to(conclusion)


def is_turned(person, conclusion, answers):
    """Tell by plain evaluation whether other answers turn an advice, without contradicting."""
    other = Plainly(answers)
    before = Plainly(person.answers)
    if not other.contradictions - {conclusion} <= before.contradictions:
        return False
    when = other.when(conclusion)
    if person.is_given(conclusion):
        return when != person.when(conclusion)
    return when in whens(conclusion)


def whens(conclusion):
    """Return the times that count as given: being held back is none."""
    held_back = conclusion.when != "not_now"
    return ("now", "afterwards", "note") if held_back else ("not_now",)


@pytest.mark.parametrize("yours", [False, True])
def test_every_set_turns_the_advice_and_no_single_change_does_if_two_are_needed(yours):
    """For generated people and advice drawn at random; the sets are tried by plain evaluation."""
    turned = tried = 0
    for people, seed in PEOPLE:
        person = Person(people(seed))
        rng = random.Random(seed)
        # Half of them about something that is said, the others about anything.
        conclusion = rng.choice(
            [*person.items] if seed % 2 and person.items else list(BY_ID.values())
        )
        target = target_of(person, conclusion)
        sets = turning(person, target, about=conclusion, yours=yours)
        for changes in sets:
            answers = {**person.answers, **{c.question: c.after for c in changes}}
            assert is_turned(person, conclusion, answers), (seed, conclusion.id(), changes)
            assert all(c.before != c.after for c in changes)
            turned += 1
        if not sets or len(sets[0]) > 1:
            for answers in singles(person.answers, target, yours):
                assert not is_turned(person, conclusion, answers), (seed, conclusion.id())
            tried += 1
    assert turned > 10 and tried > 5


def test_the_sets_are_of_one_size_and_differ():
    """All smallest sets are as small as each other, and none is told twice."""
    compiled = kernel(gated=False)
    for people, seed in PEOPLE[::4]:
        answers = people(seed)
        for told in list(compiled.said.values())[seed % 31 :: 31]:
            sets = fewest_changes(compiled.space, told, answers)
            assert len({len(each) for each in sets}) <= 1
            assert len({tuple(each.items()) for each in sets}) == len(sets) <= 5


def test_only_what_the_person_can_change_is_changed_and_deeds_stay_done():
    """No set asks a boss or the past to be different, and no yes to a deed is taken back."""
    proposed = 0
    for people, seed in PEOPLE:
        person = Person(people(seed))
        for id in turning_points(person):
            for turn in what_would_change(person, id).turns:
                for move in turn.moves:
                    question = QUESTIONS[move.change.question]
                    assert question.changed_by == "you"
                    assert question.may_become(move.change.before, move.change.after)
                    proposed += 1
    assert proposed > 50


def test_no_change_can_is_confirmed_by_searching_at_random():
    """Where no set is found, hundreds of random changes of the person's own find none either."""
    stuck = 0
    for people, seed in PEOPLE[::2]:
        person = Person(people(seed))
        rng = random.Random(seed)
        mine = [q for q in QUESTIONS.values() if q.changed_by == "you"]
        for id in turning_points(person):
            if what_would_change(person, id).turns:
                continue
            stuck += 1
            for _ in range(6):
                answers = dict(person.answers)
                for question in rng.sample(mine, rng.randint(1, len(mine))):
                    value = draw(question, rng)
                    if question.may_become(answers.get(question.id), value):
                        answers[question.id] = value
                assert not is_turned(person, BY_ID[id], answers), (seed, id)
    assert stuck > 10


def test_a_number_moves_no_further_than_it_must():
    """From three unmet needs down to none, and from two weeks without an answer up to the bound."""
    compiled = kernel(gated=False)
    needs = ~compiled.concluded(BY_ID["needs_unmet"])
    assert fewest_changes(compiled.space, needs, {"unmet_needs": 3}) == ({"unmet_needs": 0},)
    some = compiled.concluded(BY_ID["needs_unmet"])
    assert fewest_changes(compiled.space, some, {"unmet_needs": 0}) == ({"unmet_needs": 1},)
    assert fewest_changes(compiled.space, some, {}) == ({"unmet_needs": 1},)
    assert fewest_changes(compiled.space, some, {"unmet_needs": 7}) == ({},)


def test_two_counts_are_brought_into_balance_by_one():
    """Twice as many supporters as drains: from 3 against 4, eight supporters or one drain."""
    from engine.cards import Is

    compiled = kernel(gated=False)
    outweighs = compiled.space.condition(Is("balance", (True,)))
    answers = {"supportive_people": 3, "draining_people": 4}
    sets = fewest_changes(compiled.space, outweighs, answers)
    assert sorted(sets, key=str) == [{"draining_people": 1}, {"supportive_people": 8}]


def test_a_list_changes_by_as_little_as_it_can():
    """One role is added to the list, and the others stay."""
    from engine.cards import Names

    compiled = kernel(gated=False)
    mentor = compiled.space.condition(Names("main_roles_now", "mentor", True))
    roles = {"main_roles_now": frozenset(["teacher", "student"])}
    (found,) = fewest_changes(compiled.space, mentor, roles)
    assert found == {"main_roles_now": frozenset(["teacher", "student", "mentor"])}
    not_two = {"preferred_roles": frozenset(["teacher", "student"])}
    wanted = compiled.space.condition(Names("preferred_roles", "mentor", True))
    (found,) = fewest_changes(compiled.space, wanted, not_two)
    assert "mentor" in found["preferred_roles"] and len(found["preferred_roles"]) == 2


def test_everything_can_be_said_to_somebody():
    """From no answers at all, some set without a contradiction leads to each thing (a sample)."""
    nobody = Person({})
    for conclusion in list(BY_ID.values())[::7]:
        sets = turning(nobody, given_to(conclusion), about=conclusion)
        assert sets, conclusion.id()
        found = consult({c.question: c.after for c in sets[0]})
        said = {item.id: item.when for item in (*found.items, *found.contradictions)}
        assert conclusion.id() in said
