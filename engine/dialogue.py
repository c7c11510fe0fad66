"""The interview as a dialogue: a question is said, an answer is heard, until nothing is open."""

from collections.abc import Callable
from dataclasses import dataclass, field

from engine.answers import AnswerError, allowed, parse_typed
from engine.interview import next_question
from kb.situation import TOPICS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

Say = Callable[[str], None]
Listen = Callable[[str], str | None]

OPENING = "Answer y (yes), n (no) or u (don't know). q stops and shows the advice so far."
STOP = ("q", "quit")

_TOPIC_OF = {question.id: topic for topic, asked in TOPICS.items() for question in asked}


@dataclass(slots=True)
class Heard:
    """What one person has said: the known answers, and the ids answered "don't know".

    `ended` tells that the input came to its end, so nobody is there to be asked anything more.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    ended: bool = False


def converse(say: Say, listen: Listen, heading: Callable[[str], str]) -> Heard:
    """Ask the open questions in order.

    `say` writes a line, `listen` shows a prompt and returns what was typed, or None at the end of
    the input; `heading` styles the name of a topic.
    """
    heard = Heard()
    topic = ""
    say(OPENING)
    while question := next_question(heard.answers, heard.unknown):
        if topic != _TOPIC_OF[question.id]:
            topic = _TOPIC_OF[question.id]
            say(f"\n{heading(topic)}")
        say(f"\n{question.prompt}")
        typed = listen(f"  {_hint(question)}: ")
        if typed is None:
            say("\nThe input ended here.")
            heard.ended = True
            break
        if typed.strip().casefold() in STOP:
            break
        _take(heard, question, typed.strip(), say)
    return heard


def _hint(question: Question) -> str:
    """Remind of what may be typed; a yes or no needs no explanation after the opening."""
    return "y, n or u" if question.kind == "yes/no" else allowed(question)


def _take(heard: Heard, question: Question, typed: str, say: Say) -> None:
    """Note an answer; what is no answer gets a hint, and the question stays open."""
    try:
        answer = parse_typed(question, typed)
    except AnswerError as error:
        say(f"  Not understood: {error}")
        return
    if answer is None:
        heard.unknown.add(question.id)
    else:
        heard.answers[question.id] = answer
