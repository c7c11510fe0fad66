"""Generated people: answers drawn at random, in and out of the order of an interview."""

import random
from typing import Any

from engine.gates import open_questions
from kb.situation import QUESTIONS
from kb.vocabulary import Question


def draw(question: Question, rng: random.Random) -> Any:
    """Draw one answer; counts and weeks stay near the bounds that rules ask for."""
    if question.kind == "yes/no":
        return rng.random() < 0.5
    if question.kind in ("count", "weeks"):
        return rng.choice((0, 0, 1, 1, 2, 3, 4, 6, 12))
    if question.kind == "choice":
        return rng.choice(question.choices)
    return frozenset(rng.sample(question.choices, rng.randint(1, min(question.at_most, 4))))


def anybody(seed: int) -> dict[str, Any]:
    """Answer a random share of all questions, gates or not: contradictions included."""
    rng = random.Random(seed)
    share = rng.random()
    return {q.id: draw(q, rng) for q in QUESTIONS.values() if rng.random() < share}


def interviewed(seed: int) -> dict[str, Any]:
    """Answer the questions whose gates open, with some answered "don't know"."""
    rng = random.Random(seed)
    answers: dict[str, Any] = {}
    skipped: set[str] = set()
    while left := [q for q in open_questions(answers) if q.id not in skipped]:
        if rng.random() < 0.15:
            skipped.add(left[0].id)
        else:
            answers[left[0].id] = draw(left[0], rng)
    return answers
