"""The witnesses of a difference as suggested scenarios, which `unstuck run` opens."""

from collections.abc import Mapping

from engine.audit.clients import Client
from engine.audit.versions.diff import Difference, Turn, Witness
from engine.audit.versions.side_by_side import is_answer
from engine.words import word
from kb.vocabulary import Question


def as_clients(found: Difference, questions: Mapping[str, Question]) -> tuple[Client, ...]:
    """Return a suggestion for each witness; `questions` are those that a file may answer.

    What only another version can be told is left out, and named in the notes.
    """
    return tuple(
        _client(number, witness, questions)
        for number, witness in enumerate(found.witnesses, start=1)
    )


def turned_words(turn: Turn) -> str:
    """Say what is gained or lost, and when it is told."""
    return f"{turn.id} ({turn.when.replace('_', ' ')}) is {'gained' if turn.gained else 'lost'}"


def _client(number: int, witness: Witness, questions: Mapping[str, Question]) -> Client:
    answers = {
        id: answer
        for id, answer in witness.answers.items()
        if id in questions and is_answer(questions[id], answer)
    }
    left_out = (
        f"{id} = {word(answer)} (left out: no answer in this version)"
        for id, answer in witness.answers.items()
        if id not in answers
    )
    first = witness.turns[0]
    name = f"{number:03} {first.id} {first.when} {'gained' if first.gained else 'lost'}"
    return Client(name, answers, (*map(turned_words, witness.turns), *left_out))
