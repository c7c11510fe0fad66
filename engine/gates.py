"""When a question applies, and which answers count in an interview."""

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

from engine.alpha import Check, Conditions
from engine.cards import Clause, questions_in
from engine.evaluation import holds
from engine.logic import PLAIN
from engine.reading import read_condition
from kb.situation import QUESTIONS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer


@functools.cache
def gates() -> tuple[tuple[Question, Clause | None, Clause | None], ...]:
    """Return each question with the conditions under which it is asked, and is not asked.

    A gate reads questions that stand before its own, so that one pass in order settles them all.
    """

    def read(question: Question, condition: Any) -> Clause | None:
        if condition is None:
            return None
        return read_condition(f"the gate of {question.id}", condition)

    return tuple((q, read(q, q.gate), read(q, q.unless)) for q in QUESTIONS.values())


def led_to_by(question: Question) -> tuple[str, ...]:
    """Return the questions whose answers open this one; none for one that is asked of everybody."""
    gate = next(gate for each, gate, _ in gates() if each is question)
    return () if gate is None else questions_in(gate)


def open_questions(answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """Return the questions without a known answer whose gate is open, in the order of asking."""
    compiled = _compiled()
    memory = compiled.conditions.memory(answers)
    met = [opens(memory) for opens in compiled.gates]
    return tuple(q for q, gate in compiled.asked if met[gate] and q.id not in answers)


class _Compiled(NamedTuple):
    """What tells whether each different gate is open, and each question with the place of its."""

    conditions: Conditions
    gates: tuple[Check, ...]
    asked: tuple[tuple[Question, int], ...]


@functools.cache
def _compiled() -> _Compiled:
    conditions = Conditions(clause for gate in gates() for clause in gate[1:] if clause)
    places = {gate: place for place, gate in enumerate(dict.fromkeys(g[1:] for g in gates()))}
    return _Compiled(
        conditions,
        tuple(conditions.opens(*gate) for gate in places),
        tuple((question, places[gate, unless]) for question, gate, unless in gates()),
    )


def live(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers to questions that apply.

    An answer whose gate was closed by a later change is kept by the interview, and counts again
    when the gate opens.
    """
    counting: dict[str, Answer] = {}
    for question, gate, unless in gates():
        if question.id in answers and _applies(gate, unless, counting):
            counting[question.id] = answers[question.id]
    return counting


def filled_in(answers: Mapping[str, Answer], following: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return answers with those that follow from elsewhere, where a question applies and is open.

    All answers count, whether their questions apply or not, as those of a file do.
    """
    counting = dict(answers)
    for question, gate, unless in gates() if following else ():
        id = question.id
        if id in following and id not in answers and _applies(gate, unless, counting):
            counting[id] = following[id]
    return {id: counting[id] for id in QUESTIONS if id in counting}


def _applies(gate: Clause | None, unless: Clause | None, answers: Mapping[str, Answer]) -> bool:
    return PLAIN.opens(gate, unless, lambda leaf: holds(leaf, answers, ()))
