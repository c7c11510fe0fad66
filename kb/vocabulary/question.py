"""Questions, and the measures that follow from their answers by counting or comparing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

QuestionKind = Literal["yes/no", "count", "weeks", "choice", "list"]
ChangedBy = Literal["you", "your boss", "others", "nobody"]
Answer = bool | int | str | frozenset[str]

MOST_COUNTED = 999
"""The largest count that is taken for an answer and not for a slip."""
MOST_WEEKS = 2600
"""Fifty years, in weeks."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the client is asked.

    `changed_by` says who can change the fact. `gate` is a condition in the words of a rule: the
    question is asked only when it holds, and not asked when `unless` holds. `choices` are the
    allowed words of a choice or list; `at_most` bounds a count, a number of weeks or the length
    of a list. `rows` are the catalogue rows that the wording itself carries. `lasting` are answers
    that stay once they hold, since what is done, has happened or is known cannot be taken back:
    they only give way to a later one of them. `unwanted` are answers that nobody sets out to give:
    no advice should hang on somebody becoming afraid. `called` is what stands for it in a table,
    where the id would not be kind to read.
    """

    id: str
    prompt: str
    kind: QuestionKind
    changed_by: ChangedBy
    gate: Any = None
    unless: Any = None
    choices: tuple[str, ...] = ()
    at_most: int = 0
    rows: tuple[str, ...] = ()
    lasting: tuple[bool | str, ...] = ()
    unwanted: tuple[bool | str, ...] = ()
    called: str = ""

    @property
    def label(self) -> str:
        """The question in a few words."""
        return self.called or self.id.replace("_", " ")

    @property
    def may_be_empty(self) -> bool:
        """Whether an empty list is an answer: where a few are to be picked, it is not."""
        return self.at_most >= len(self.choices)

    def may_become(self, before: Answer | None, after: Answer) -> bool:
        """Whether somebody may set out to change an answer, None for none, to another one."""
        if after in self.unwanted:
            return False
        if before not in self.lasting:
            return True
        return after in self.lasting[self.lasting.index(before) :]

    def may_have_changed(self, before: Answer | None) -> bool:
        """Whether time may have changed an answer, None for none, whoever wanted it or not.

        Only the last of the lasting answers stays for good: even what nobody can change, such as
        a mood, is not what it was some weeks ago.
        """
        return not self.lasting or before != self.lasting[-1]


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions that are asked one after the other; `article` is where most of them come from."""

    name: str
    article: str
    questions: tuple[Question, ...]


def yes_no(id: str, prompt: str, changed_by: ChangedBy = "you", **more: Any) -> Question:
    """Make a question answered by yes, no or unknown."""
    return Question(id, prompt, "yes/no", changed_by, **more)


def count(id: str, prompt: str, changed_by: ChangedBy = "you", **more: Any) -> Question:
    """Make a question answered by a whole number from 0."""
    return Question(id, prompt, "count", changed_by, at_most=MOST_COUNTED, **more)


def weeks(id: str, prompt: str, changed_by: ChangedBy = "nobody", **more: Any) -> Question:
    """Make a question answered by a whole number of weeks from 0."""
    return Question(id, prompt, "weeks", changed_by, at_most=MOST_WEEKS, **more)


def choice(
    id: str, prompt: str, choices: tuple[str, ...], changed_by: ChangedBy = "you", **more: Any
) -> Question:
    """Make a question answered by exactly one of `choices`."""
    return Question(id, prompt, "choice", changed_by, choices=choices, **more)


def several(
    id: str,
    prompt: str,
    choices: tuple[str, ...],
    changed_by: ChangedBy = "you",
    at_most: int | None = None,
    **more: Any,
) -> Question:
    """Make a question answered by any of `choices`, at most `at_most` of them."""
    limit = len(choices) if at_most is None else at_most
    return Question(id, prompt, "list", changed_by, choices=choices, at_most=limit, **more)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some yes/no questions are known to be answered yes: always a whole number.

    An unknown is not counted and is not a no: compare a tally from below, or name its range.
    """

    id: str
    of: tuple[str, ...]

    def value(self, answers: Mapping[str, Answer]) -> int:
        """Count the yes answers."""
        return sum(answers.get(question) is True for question in self.of)


@dataclass(frozen=True, slots=True)
class Outweighs:
    """Whether one count is at least `times` another; unknown while either is, or both are zero."""

    id: str
    more: str
    less: str
    times: int

    def value(self, answers: Mapping[str, Answer]) -> bool | None:
        """Compare the two counts; None when one is unknown, or there is nothing to compare."""
        more, less = answers.get(self.more), answers.get(self.less)
        if not isinstance(more, int) or not isinstance(less, int):
            return None
        return None if more == less == 0 else more >= self.times * less

    @property
    def of(self) -> tuple[str, ...]:
        """The two questions that are compared."""
        return (self.more, self.less)


Measure = Tally | Outweighs
