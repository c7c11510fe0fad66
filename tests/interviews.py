"""Whole interviews with generated people, and what must hold of them, re-checked by the engine."""

import itertools

from engine.consultation import consult
from engine.gates import live
from engine.interview import Interview
from engine.kernel.kernel import outset
from kb.situation import QUESTIONS

NUMBERS = (0, 1, 2, 3, 7, 500)


def hold(person):
    """Hold an interview with somebody who answers like this; what is missing is not known."""
    interview = Interview()
    while question := interview.next_question():
        interview.heard[question.id] = person.get(question.id)
    return interview


def possible(question):
    """Return answers that stand for all that one question can get; None is none."""
    if question.kind == "yes/no":
        return (None, True, False)
    if question.kind == "choice":
        return (None, *question.choices)
    if question.kind == "list":
        single = (frozenset([choice]) for choice in question.choices)
        pairs = map(frozenset, itertools.combinations(question.choices, 2))
        return (None, *single, *pairs, *((frozenset(),) if question.may_be_empty else ()))
    return (None, *NUMBERS, question.at_most)


def skipped_in_vain(person, interview):
    """Return the questions that were skipped although some answer would change the advice."""
    advice = consult(live(person)).advice
    found = []
    for id, question in QUESTIONS.items():
        if id in interview.heard:
            continue
        for answer in possible(question):
            if consult(live(with_answer(person, id, answer))).advice != advice:
                found.append((id, answer))
    return found


def asked_in_vain(interview):
    """Return the questions that were asked although no two answers led to different advice.

    For each, the kernel names two clients who agree with all that was said before and differ in
    this answer only; the engine is asked whether they get different advice.
    """
    found = []
    before = {}
    for id, answer in interview.heard.items():
        if not makes_a_difference(id, before):
            found.append(id)
        before[id] = answer
    return found


def makes_a_difference(id, before):
    """Tell whether two clients who agree on what was said, and differ here, are told different."""
    known = {key: value for key, value in before.items() if value is not None}
    space = outset().space
    for undecided in outset().after(before).undecided.values():
        if id not in undecided.questions:
            continue
        told = {
            answer: space.restrict(undecided.told, space.assignment(id, answer))
            for answer in possible(QUESTIONS[id])
        }
        for one, other in itertools.permutations(told, 2):
            differing = told[one] & ~told[other]
            if differing == space.false:
                continue
            rest = space.witness(differing)
            pair = (with_answer({**rest, **known}, id, each) for each in (one, other))
            first, second = (consult(live(client)).advice for client in pair)
            if first != second:
                return True
    return False


def with_answer(answers, id, answer):
    """Return answers in which one question has this answer; None is none."""
    others = {key: value for key, value in answers.items() if key != id}
    return others if answer is None else {**others, id: answer}
