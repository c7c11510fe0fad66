"""The interview as a dialogue: a question is said, an answer is heard, until nothing is open."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.answers import AnswerError, allowed, parse_typed, shown
from engine.interview import next_question
from kb.situation import TOPICS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

Say = Callable[[str], None]
Listen = Callable[[str], str | None]

OPENING = (
    "Answer y (yes), n (no) or u (don't know). q stops and shows the advice so far.\n"
    "It takes twenty to forty questions. Nothing you say leaves this machine."
)
STOP = ("q", "quit")

_TOPIC_OF = {question.id: topic.name for topic in TOPICS for question in topic.questions}


@dataclass(slots=True)
class Heard:
    """What one person has said: the known answers, and the ids answered "don't know".

    `ended` tells that the input came to its end, so nobody is there to be asked anything more.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    ended: bool = False


def converse(heard: Heard, say: Say, listen: Listen, heading: Callable[[str], str]) -> None:
    """Ask the open questions in order, and note in `heard` what is said.

    `say` writes a line, `listen` shows a prompt and returns what was typed, or None at the end of
    the input; `heading` styles the name of a topic.
    """
    topic = ""
    say(OPENING)
    while question := next_question(heard.answers, heard.unknown):
        if topic != _TOPIC_OF[question.id]:
            topic = _TOPIC_OF[question.id]
            say(f"\n{heading(topic)}")
        say(f"\n{question.prompt}")
        if question.choices:
            # A number is not to be parted from its choice at the end of a line.
            say(re.sub(r"(\d) ", "\\1\N{NO-BREAK SPACE}", f"  {allowed(question)}"))
        typed = listen(f"  {_reminder(question)}: ")
        if typed is None:
            say("\nThe input ended here.")
            heard.ended = True
            return
        if typed.strip().casefold() in STOP:
            return
        _take(heard, question, typed.strip(), say)


def _reminder(question: Question) -> str:
    """Remind in a word or two of what may be typed."""
    match question.kind:
        case "yes/no":
            return "y, n or u"
        case "count" | "weeks":
            return "a number, or u"
        case _:
            return "your choice"


def _take(heard: Heard, question: Question, typed: str, say: Say) -> None:
    """Note an answer; what is no answer gets a hint, and the question stays open."""
    try:
        answer = parse_typed(question, typed)
    except AnswerError:
        found = f"{shown(typed)} is not understood. " if typed else ""
        say(f"  {found}Please type {allowed(question)}.")
        return
    if answer is None:
        heard.unknown.add(question.id)
    else:
        heard.answers[question.id] = answer
