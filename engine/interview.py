"""Which question is open, and which one comes next."""

import functools
from collections.abc import Collection, Mapping
from typing import Any

from engine.cards import Clause
from engine.evaluation import holds
from engine.reading import read_condition
from kb.situation import QUESTIONS
from kb.vocabulary import Question


@functools.cache
def gates() -> tuple[tuple[Question, Clause | None, Clause | None], ...]:
    """Return each question with the conditions under which it is asked, and is not asked."""

    def read(question: Question, condition: Any) -> Clause | None:
        if condition is None:
            return None
        return read_condition(f"the gate of {question.id}", condition)

    return tuple((q, read(q, q.gate), read(q, q.unless)) for q in QUESTIONS.values())


def open_questions(answers: Mapping[str, Any]) -> tuple[Question, ...]:
    """Return the questions without a known answer whose gate is open, in the order of asking."""
    return tuple(
        question
        for question, gate, unless in gates()
        if question.id not in answers
        and (gate is None or holds(gate, answers, ()))
        and (unless is None or not holds(unless, answers, ()))
    )


def next_question(answers: Mapping[str, Any], asked: Collection[str] = ()) -> Question | None:
    """Return the first open question that was not asked yet, or None when none is left.

    `asked` holds the ids that were asked and not answered: "don't know".
    """
    for question in open_questions(answers):
        if question.id not in asked:
            return question
    return None
