"""How a dialogue meets a person: what is said, what is heard, and the words that steer it."""

from collections.abc import Callable
from dataclasses import dataclass

from kb import scope

MOST_TYPED = 10_000
"""The longest line that is taken, in characters."""

MOST_IN_VAIN = 50
"""How many lines in a row may bring nothing new before nobody is believed to be there."""


HOW_TO_ANSWER = "Please type y or n; ? tells why this is asked, q leaves."
WHY_FIRST = (
    "This is asked first because such trouble weighs more than a career: these articles could only "
    "give you the wrong advice in it, and somebody else can help. After y no more is asked, and "
    "you read who that is. After n come the questions about your work."
)
UNSURE = (
    "If you are not sure, type y, and look at where help is found: you need not be certain to ask "
    "for it. The questions about your work can wait, and you may come back to them at any time."
)


class Left(Exception):
    """The person stops, or the input has ended: nobody is there to be asked more."""


@dataclass(slots=True)
class Console:
    """A terminal, or a pipe.

    `say` writes a line, `listen` shows a prompt and returns what was typed, or None at the end of
    the input, `heading` styles a title. `plain` asks for lines instead of tables. `width` is in
    columns. `patient` tells that somebody is there for sure, and `in_vain` counts the lines since
    something new was heard; `misread` is the first line that was no answer.
    """

    say: Callable[[str], None]
    listen: Callable[[str], str | None]
    heading: Callable[[str], str] = str
    plain: bool = False
    width: int = 80
    patient: bool = False
    in_vain: int = 0
    misread: str = ""

    def ask(self, prompt: str) -> str | None:
        """Return what was typed without the blanks around it, or None at the end of the input.

        A pipe that brings one useless line after the other would never end: that is an end, too.
        """
        while self.patient or self.in_vain < MOST_IN_VAIN:
            self.in_vain += 1
            typed = self.listen(prompt)
            if typed is None:
                return None
            if len(typed.strip()) <= MOST_TYPED:
                return typed.strip()
            self.say(f"  Please type a line of at most {MOST_TYPED} characters.")
        self.say(f"\n{MOST_IN_VAIN} lines in a row brought no new answer.")
        return None


def is_beyond(console: Console, before: bool | None = None) -> bool | None:
    """Ask whether the articles have an answer at all; None when the input ends or on `q`.

    What was said `before`, if anything, is kept by Enter.
    """
    console.say("First of all: five career articles stand behind this, and they cannot help with")
    for beyond in scope.BEYOND:
        console.say(f"  - {beyond.trouble}")
    console.say(f"\n{scope.QUESTION}")
    keeps = "" if before is None else f"; Enter keeps {'yes' if before else 'no'}"
    while True:
        typed = console.ask(f"  y or n{keeps}: ")
        if typed == "" and before is not None:
            return before
        if typed is None or typed.casefold() in ("q", "quit"):
            return None
        if typed.casefold() in ("?", "why"):
            console.say(f"  {WHY_FIRST}")
            continue
        match _yes_or_no(typed):
            case bool() as beyond_them:
                return beyond_them
            case None:
                console.say(f"  {UNSURE}")
            case _:
                console.say(f"  {HOW_TO_ANSWER}")


def _yes_or_no(typed: str) -> bool | str | None:
    """Return yes, no or, for "don't know", None, as any question takes them; or what was typed."""
    from engine.answers import AnswerError, parse_typed  # loads what a page of help does not need
    from kb.questions.scope import BEYOND

    try:
        answer = parse_typed(BEYOND, typed)
    except AnswerError:
        return typed
    return answer if isinstance(answer, bool) else None
