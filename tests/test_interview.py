"""The interview asks what can change the advice, and nothing else: laws over generated people."""

import statistics
from pathlib import Path

from engine.cases import case_of
from engine.consultation import consult
from engine.gates import live
from engine.interview import Interview, says_nothing
from engine.kernel.kernel import outset, outset_after
from engine.scenario_files import load
from engine.scenarios import Scenario
from kb.situation import QUESTIONS
from tests.interviews import asked_in_vain, hold, makes_a_difference, skipped_in_vain
from tests.people import interviewed

CORPUS = sorted((Path(__file__).parent / "scenarios").glob("*.toml"))


def test_the_interview_gives_the_advice_of_all_answers():
    """Whoever answers what is asked hears what all their answers would lead to."""
    for seed in range(60):
        person = interviewed(seed)
        assert hold(person).consult().advice == consult(person).advice, seed


def test_a_skipped_question_could_change_nothing():
    """Brute force over the values of each, with the others as they are: the same advice."""
    for seed in range(1000, 1006):
        person = interviewed(seed)
        assert skipped_in_vain(person, hold(person)) == [], seed


def test_an_asked_question_could_change_something():
    """For each there are two clients who agree on all before, and get different advice."""
    for seed in range(2000, 2012):
        assert asked_in_vain(hold(interviewed(seed))) == [], seed


def test_the_bound_goes_down_with_every_answer():
    """It is kept, and never goes up unless an earlier answer is changed."""
    for seed in range(3000, 3012):
        person = interviewed(seed)
        interview = Interview()
        bounds = []
        while question := interview.next_question():
            bounds.append(interview.at_most())
            interview.heard[question.id] = person.get(question.id)
        assert bounds == sorted(set(bounds), reverse=True), seed
        assert all(bound >= len(bounds) - asked for asked, bound in enumerate(bounds)), seed


def test_clients_of_the_corpus_are_asked_few_questions():
    """Answering as their files do, and "don't know" to the rest: median 25, at most 45."""
    asked = [len(hold(load(path).answers).heard) for path in CORPUS]
    assert statistics.median(asked) <= 25 and max(asked) <= 45


def test_a_changed_answer_keeps_the_others_and_reopens_what_hangs_on_it():
    """What is closed no longer counts, is kept, and counts again; only new questions are asked."""
    interview = Interview(
        {"had_setback": True, "specific_incident": True, "issue_fixed": "no", "own_mistake": True}
    )
    interview.heard["had_setback"] = False
    assert interview.counting == {"had_setback": False}
    assert "issue_fixed" in interview.heard and interview.in_order() == ("had_setback",)
    interview.heard["had_setback"] = True
    assert len(interview.counting) == 4
    assert interview.next_question().id == "emotions_under_control"


def test_what_hangs_on_a_dont_know_is_what_its_answer_can_change():
    """A don't-know that is listed leads two clients to different advice; another one never does."""
    listed = decided = 0
    for seed in range(4000, 4030):
        interview = hold(interviewed(seed))
        hanging = interview.hanging()
        for id in interview.open_unknown:
            others = {other: a for other, a in interview.heard.items() if other != id}
            assert makes_a_difference(id, others) is (id in hanging), (seed, id)
            listed, decided = listed + (id in hanging), decided + (id not in hanging)
    assert listed > 20 and decided > 5


def test_what_hangs_on_a_question_is_the_advice_that_still_reads_it():
    """With all other answers filled in, what is left of its diagram has the question in it."""
    hanging = 0
    for seed in range(4100, 4106):
        heard = hold(interviewed(seed)).heard
        for id in heard:
            others = outset().after({other: a for other, a in heard.items() if other != id})
            reading = [said for said, left in others.undecided.items() if id in left.questions]
            assert list(others.hanging_on(id)) == reading, (seed, id)
            hanging += len(reading)
    assert hanging > 100


def test_silence_is_told_apart_from_too_little():
    """The articles say nothing to the content without a boss; an empty file is too little."""
    assert not says_nothing({})
    answers = {id: False for id, question in QUESTIONS.items() if question.kind == "yes/no"}
    answers |= {"unmet_needs": 0, "unmet_wants": 0}
    assert says_nothing(live(answers))


def test_one_person_alone_is_told_what_everybody_would_be():
    """What may still be said is the same, compiled for one client alone or for all of them."""
    unsure = Scenario("Unsure", {"had_setback": False}, frozenset(["has_boss", "unmet_needs"]))
    clients = (*map(load, CORPUS[::20]), unsure, Scenario("Nobody", {}))
    cases = [(case_of(each, alone=True), case_of(each)) for each in clients]
    assert all(alone == one_of_all for alone, one_of_all in cases)
    assert any(alone.hanging for alone, _ in cases)
    assert any(not alone.consultation.items for alone, _ in cases)


def test_a_start_counts_only_as_long_as_its_answers_are_heard():
    """Whoever changes an answer is asked as if it had been given so from the beginning."""
    start = outset_after({"has_boss": True, "had_setback": True})
    for now in ({"has_boss": False, "had_setback": True}, {"has_boss": None, "had_setback": True}):
        changed = Interview(dict(now), start=start)
        fresh = Interview(dict(now))
        assert changed.prospect().relevant == fresh.prospect().relevant
        assert changed.hanging() == fresh.hanging()
