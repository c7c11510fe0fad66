"""The interview as a dialogue: questions, answers, and the keys that go back, change or explain."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.answers import AnswerError, allowed, parse_typed, shown
from engine.asked_why import asked_why
from engine.console import Console, Left
from engine.interview import Interview
from engine.report.tables import table
from engine.words import DONT_KNOW, word
from kb.situation import QUESTIONS, TOPICS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

_KEYS = (
    "Answer y (yes), n (no) or u (don't know). Other keys: ? why this is asked, b back, c change "
    "an answer, q stop."
)
_PRIVATE = "Nothing you say leaves this machine."
OPENING = (
    f"{_KEYS}\nExpect about twenty-five questions, or forty where much is going on. {_PRIVATE}"
)
OPENING_AT_THE_END = f"{_KEYS}\n{_PRIVATE}"
LAST = "That was the last question that could change anything."
NOTHING_LEFT = "No question is left that could change anything."
NOTHING_BEFORE = "  There is no question before this one."


_TOPIC_OF = {question.id: topic.name for topic in TOPICS for question in topic.questions}


@dataclass(frozen=True, slots=True)
class Before:
    """An answer that stands if nothing else is said, and the words that tell what Enter does."""

    answer: Answer | None
    words: str


class Dialogue:
    """One interview in a terminal or through a pipe; `keep` is called after each answer.

    `before` are answers of an earlier interview, which stand if nothing is typed. What is known
    without being asked is not counted then.
    """

    def __init__(
        self,
        interview: Interview,
        console: Console,
        keep: Callable[[Interview], None],
        before: Mapping[str, Before] | None = None,
    ) -> None:
        """Begin where the interview stands."""
        self.interview = interview
        self.console = console
        self.keep = keep
        self._before = before or {}
        self._known = frozenset() if before is None else frozenset(interview.heard)
        self._topic = ""

    def converse(self, opening: str = OPENING, last: str = LAST) -> None:
        """Ask until nothing can change any more, and say so by `last`.

        Raises Left when the person stops before.
        """
        self.console.say(f"\n{opening}")
        while True:
            if question := self.interview.next_question():
                self._put(question)
            elif not self._reconsidered(last):
                return

    def _put(self, question: Question) -> None:
        """Ask the next question once, or turn to another one."""
        count = len(self.interview.heard.keys() - self._known) + 1
        more = self.interview.at_most() - 1
        if self._topic != _TOPIC_OF[question.id]:
            self._topic = _TOPIC_OF[question.id]
            self.console.say(f"\n{self.console.heading(self._topic)}")
        self.console.say(f"\nQuestion {count}, at most {more} more")
        before = self._before.get(question.id)
        reminder = f"{_reminder(question)}{f'; {before.words}' if before else ''}; or ? b c q"
        typed = self._prompt(question, reminder)
        while not self._turned(typed) and not self._took(question, typed, before):
            typed = self._prompt(question, reminder)

    def _turned(self, typed: str) -> bool:
        """Go back or change an answer, if that is what was typed."""
        match typed.casefold():
            case "b" | "back":
                self._go_back()
            case "c" | "change":
                self._change()
            case _:
                return False
        return True

    def _prompt(self, question: Question, reminder: str) -> str:
        """Show a question and return what was typed; `?` explains, `q` and the end leave."""
        self.console.say(question.prompt)
        if question.choices:
            # A number is not to be parted from its choice at the end of a line.
            self.console.say(re.sub(r"(\d) ", "\\1\N{NO-BREAK SPACE}", f"  {allowed(question)}"))
        while True:
            typed = self.console.ask(f"  {reminder}: ")
            if typed is None:
                self.console.say("\nThe input ended here.")
                raise Left
            match typed.casefold():
                case "q" | "quit":
                    raise Left
                case "?" | "why":
                    for line in asked_why(question, self.interview):
                        self.console.say(f"  {line}")
                case _:
                    return typed

    def _took(self, question: Question, typed: str, before: Before | None = None) -> bool:
        """Note an answer; what is no answer gets a hint, and the question stays open."""
        try:
            answer = before.answer if before and not typed else parse_typed(question, typed)
        except AnswerError:
            self.console.misread = self.console.misread or typed
            found = f"{shown(typed)} is not understood. " if typed else ""
            self.console.say(f"  {found}Please type {allowed(question)}.")
            return False
        if question.id not in self.interview.heard:
            self.console.in_vain = 0
        self.interview.heard[question.id] = answer
        self.keep(self.interview)
        return True

    def _go_back(self) -> None:
        """Ask again what was asked before; `b` goes further back, and Enter keeps an answer."""
        asked = [id for id in self.interview.in_order() if id not in self._known]
        place = len(asked) - 1
        if not asked:
            self.console.say(NOTHING_BEFORE)
        while asked and self._again(QUESTIONS[asked[place]]) is not None:
            if place == 0:
                self.console.say(NOTHING_BEFORE)
            place = max(0, place - 1)

    def _again(self, question: Question) -> str | None:
        """Ask a question that has an answer; return "b" to go further back, or None when done."""
        self.console.say(f"\nAgain (now: {_now(self.interview.heard[question.id])})")
        while True:
            typed = self._prompt(question, f"{_reminder(question)}; Enter keeps it")
            if typed.casefold() in ("b", "back"):
                return "b"
            if not typed or self._took(question, typed):
                return None

    def _change(self) -> None:
        """Show all answers as a numbered table, and ask again the one that is picked."""
        asked = self.interview.in_order()
        rows = [
            (str(number), QUESTIONS[id].prompt, _now(self.interview.heard[id]))
            for number, id in enumerate(asked, 1)
        ]
        if not rows:
            self.console.say("  There is no answer to change so far.")
            return
        for line in _table(rows, self.console):
            self.console.say(line)
        while typed := self.console.ask("  Which number? Enter goes on: "):
            if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(asked):
                self._again(QUESTIONS[asked[int(typed) - 1]])
                return
            self.console.say(f"  Please type a number from 1 to {len(asked)}, or Enter.")

    def _reconsidered(self, last: str) -> bool:
        """Offer a last look at the answers; tell whether there is more to ask after it."""
        self.console.say(f"\n{last}")
        while typed := self.console.ask("  Enter goes on; or b c q: "):
            if typed.casefold() in ("q", "quit"):
                raise Left
            if not self._turned(typed):
                self.console.say("  Please press Enter, or type b, c or q.")
            elif self.interview.next_question():
                return True
        return False


def _now(answer: Answer | None) -> str:
    return DONT_KNOW if answer is None else word(answer)


def _reminder(question: Question) -> str:
    """Remind in a word or two of what may be typed."""
    match question.kind:
        case "yes/no":
            return "y, n or u"
        case "count" | "weeks":
            return "a number, or u"
        case _:
            return "your choice"


def _table(rows: list[tuple[str, str, str]], console: Console) -> list[str]:
    if console.plain:
        return [f"{number}. {prompt} {answer}" for number, prompt, answer in rows]
    widths = (3, max(12, console.width - 24), 12)
    return table(("", "question", "answer"), rows, widths).splitlines()
