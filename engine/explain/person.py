"""The person that is explained: the answers, what follows from them, and what would without one."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.answers import did_you_mean, shown
from engine.assembly import Assembly
from engine.base import Kind, our_base
from engine.complaints import ScenarioError
from engine.consultation import Consultation, Item, assembled, consult
from engine.derived import answers_from, counting
from engine.gates import filled_in
from engine.inference import Inference, infer
from engine.scenarios import Scenario
from engine.words import DONT_KNOW, text, word
from kb.articles import ROWS, source
from kb.situation import QUESTIONS
from kb.vocabulary import Path, Stance, Step
from kb.vocabulary.question import Answer


class RequestError(ScenarioError):
    """What is wrong with what was asked for: `messages`, a line each."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer: the question, its prompt without the examples, and the answer in words.

    `needed` tells that without this answer alone, what it is cited for is no longer said.
    """

    question: str
    prompt: str
    answer: Answer | None
    words: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A conclusion by its text, its id and, for this person, when it is said."""

    id: str
    text: str
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A row of the catalogue: where it stands, when it holds, what it says, and what it means."""

    row: str
    source: str
    when: str
    then: str
    paraphrase: str


@dataclass(frozen=True)
class Person:
    """One person's answers by question id; `unknown` were answered "don't know".

    `following` are answers that follow from elsewhere, and count once their questions apply.
    """

    answers: Mapping[str, Answer]
    unknown: frozenset[str] = frozenset()
    following: Mapping[str, Answer] = field(default_factory=dict)

    @functools.cached_property
    def consultation(self) -> Consultation:
        """What this person is told."""
        return consult(self.answers, self.unknown)

    @functools.cached_property
    def inference(self) -> Inference:
        """What was concluded for this person, and by which rules."""
        return infer(self.answers)

    @functools.cached_property
    def assembly(self) -> Assembly[bool]:
        """What is said to this person, as true and false."""
        return assembled(self.inference)

    @functools.cached_property
    def items(self) -> dict[Kind, Item]:
        """Everything that is said, by conclusion; contradictions first."""
        said = (*self.consultation.contradictions, *self.consultation.items)
        return {item.conclusion: item for item in said}

    @functools.cached_property
    def _without(self) -> dict[str, "Person"]:
        return {}

    def without(self, question: str) -> "Person":
        """Return the same person without one answer."""
        if question not in self._without:
            rest = {id: answer for id, answer in self.answers.items() if id != question}
            self._without[question] = Person(rest, self.unknown)
        return self._without[question]

    def when(self, conclusion: Kind) -> str | None:
        """Tell when something is said to this person, if it is."""
        item = self.items.get(conclusion)
        return item.when if item else None

    def is_given(self, conclusion: Kind) -> bool:
        """Tell whether something is said, and not only shown as held back."""
        return self.when(conclusion) in whens_given(conclusion)

    def needs(self, conclusion: Kind) -> tuple[str, ...]:
        """Return the answers without which, one at a time, this is no longer said at its time."""
        when = self.when(conclusion)
        return tuple(id for id in self.answers if self.without(id).when(conclusion) != when)

    def named(self, conclusion: Kind) -> Named:
        """Name a conclusion, with its text for this person where it is said."""
        item = self.items.get(conclusion)
        return Named(
            conclusion.id(), item.text if item else text(conclusion), self.when(conclusion)
        )

    def fact(self, question: str, needed: bool = False) -> Fact:
        """Return this person's answer to a question."""
        answer = self.answers.get(question)
        return Fact(question, prompt(question), answer, self.word(question), needed)

    def word(self, question: str) -> str:
        """Return this person's answer in words; not to know is an answer, too."""
        unknown = question in self.unknown and question not in self.answers
        return DONT_KNOW if unknown else word(self.answers.get(question))

    def changed(self, new: Mapping[str, Answer | None]) -> "Person":
        """Return the same person with other answers, None for "don't know"."""
        given = {**self.answers, **new}
        answers = {id: answer for id, answer in given.items() if answer is not None}
        # What the person takes away does not come back because it follows.
        following = {id: answer for id, answer in self.following.items() if id not in new}
        answers = filled_in(answers, following)
        unknown = self.unknown.difference(new) | {id for id, a in new.items() if a is None}
        return Person(answers, unknown.difference(answers), following)


def prompt(question: str) -> str:
    """Return what is asked, without the examples and remarks that follow in brackets."""
    return QUESTIONS[question].prompt.partition(" (")[0]


def quotes(rows: tuple[str, ...]) -> tuple[Quote, ...]:
    """Return what the rows say, and where."""
    found = (ROWS[row] for row in rows)
    return tuple(Quote(r.id, source(r.id), r.when, r.then, r.paraphrase) for r in found)


def whens_given(conclusion: Kind) -> tuple[str, ...]:
    """Return the times at which something counts as given: held back does not, a caution does."""
    if issubclass(conclusion, Path | Step | Stance):
        return ("now", "afterwards", "note")
    return ("now", "afterwards", "note", "not_now")


def advice_called(id: str) -> Kind:
    """Return the conclusion of this id; raise RequestError with the nearest spelling."""
    every = {c.id(): c for c in our_base().conclusions}
    if id not in every:
        raise RequestError([f"no advice is called {shown(id)}{did_you_mean(id, every)}"])
    return every[id]


def person_of(scenario: Scenario) -> Person:
    """Return who a scenario is about, with what follows from the client's own words."""
    return Person(*counting(scenario), answers_from(scenario.words))
