"""From what was concluded to what is said: now, afterwards, not now, and what belongs to it.

What gives way, what comes first and what is held back are read off the conclusions themselves
(`level`, `steps`, `settled_by`, `serves`, `sets_aside`); nothing is decided here that they do not
say.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.cards import Clause, Concluded, conclusions_in, questions_in
from engine.evaluation import holds
from engine.inference import Engine, Firing, Inference, infer
from engine.interview import next_question, open_questions
from engine.reading import automatic_of, read_condition
from kb.situation import MEASURES
from kb.vocabulary import (
    Caution,
    Conclusion,
    Contradiction,
    Diagnosis,
    Explanation,
    Finding,
    Path,
    Precedence,
    Questions,
    Script,
    Stance,
    Step,
    Tally,
)

_ORDER = (Stance, Caution, Explanation, Questions, Script)
"""In which order things that serve the same path or step are said."""

Kind = type[Conclusion]


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that fired, and the answers behind it, through earlier rules too."""

    rule: str
    why: str
    rows: tuple[str, ...]
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is said: `when` is now, afterwards, not_now or note.

    `belongs_to` names the advice it goes with, `set_aside_by` what made it give way, and
    `waits_for` says what a later step waits for.
    """

    conclusion: Kind
    when: str
    text: str
    because: tuple[Reason, ...]
    belongs_to: tuple[str, ...] = ()
    set_aside_by: tuple[str, ...] = ()
    waits_for: str = ""

    @property
    def id(self) -> str:
        """The public name of the conclusion."""
        return self.conclusion.id()


@dataclass(frozen=True, slots=True)
class Consultation:
    """Everything that one person is told, in order, and what is still open."""

    items: tuple[Item, ...]
    contradictions: tuple[Item, ...]
    unanswered: tuple[str, ...]
    next_question: str | None
    rules: frozenset[str]

    def at(self, when: str) -> tuple[Item, ...]:
        """Return the items for `now`, `afterwards`, `not_now` or `note`, in order."""
        return tuple(item for item in self.items if item.when == when)


def consult(answers: Mapping[str, Any], unknown: Iterable[str] = ()) -> Consultation:
    """Advise one person.

    `answers` are the known answers by question id; `unknown` the ids answered "don't know".
    """
    inference = infer(answers)
    assembly = _Assembly(inference)
    upcoming = next_question(answers, set(unknown)) or next_question(answers)
    return Consultation(
        items=assembly.items(),
        contradictions=assembly.contradictions(),
        unanswered=tuple(question.id for question in open_questions(answers)),
        next_question=upcoming.id if upcoming else None,
        rules=frozenset(firing.card.name for firing in inference.firings),
    )


@functools.cache
def _settled_by(step: Any) -> Clause | None:
    if step.settled_by is None:
        return None
    return read_condition(f"{step.id()}.settled_by", step.settled_by)


@dataclass
class _Assembly:
    """The one pass that puts the items of one consultation in order."""

    inference: Inference
    said: dict[Kind, Item] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.concluded = self.inference.concluded
        self.aside: dict[Kind, list[Kind]] = {}
        self._set_aside(self._all(Contradiction))
        # A precedence between paths means nothing where one of them is withheld.
        self.precedences = [p for p in self._all(Precedence) if not self._rests_on_aside(p)]
        self._set_aside(self.precedences)
        candidates = [c for c in self.concluded if issubclass(c, _ORDER)]
        candidates += automatic_of(Engine)
        self.companions = sorted(
            (c for c in candidates if c not in self.aside),
            key=lambda c: (next(n for n, k in enumerate(_ORDER) if issubclass(c, k)), c.definition),
        )

    def items(self) -> tuple[Item, ...]:
        """Return all items: the ladder first, then the order of each procedure."""
        paths = sorted(self._all(Path), key=lambda path: (path.level, path.id()))
        open_paths = [path for path in paths if path not in self.aside]
        timing = self._timing(open_paths)
        for path in open_paths:
            self._say(path, "note", self._reasons(path))
            for step in path.steps:
                if step in timing and step not in self.said:
                    self._say_step(step, timing[step], path)
            self._say_companions(path)
        for conclusion in self.companions:
            if not conclusion.serves and conclusion not in self.said:
                self._say(conclusion, conclusion.when, self._reasons(conclusion))
        for given_way in [*paths, *self._all(Step), *self._all(Stance)]:
            if given_way in self.aside and self._would_be_said(given_way, open_paths):
                self._say_set_aside(given_way)
        for precedence in self.precedences:
            if not self._rests_on_aside(precedence):
                about = self._readers_of(precedence)
                self._say(precedence, "note", self._reasons(precedence), about)
        for finding in [*self._all(Finding), *self._all(Diagnosis)]:
            self._say(finding, "note", self._reasons(finding), self._readers_of(finding))
        return tuple(self.said.values())

    def contradictions(self) -> tuple[Item, ...]:
        """Return the answers that cannot both hold."""
        return tuple(
            Item(c, "note", self._text(c), self._reasons(c)) for c in self._all(Contradiction)
        )

    def _set_aside(self, causes: list[Kind]) -> None:
        for cause in causes:
            for target in cause.sets_aside:
                self.aside.setdefault(target, []).append(cause)

    def _rests_on_aside(self, precedence: Kind) -> bool:
        """Whether a path that a precedence rests on gave way to something else."""
        return all(
            any(
                isinstance(leaf, Concluded)
                and set(self.aside.get(leaf.conclusion, ())) - {precedence}
                for leaf in firing.because
            )
            for firing in self.concluded[precedence]
        )

    def _timing(self, open_paths: list[type[Path]]) -> dict[type[Step], str]:
        """Say of each step whether it is taken now or afterwards; a now in any path wins."""
        timing: dict[type[Step], str] = {}
        deferred = {path for p in self.precedences for path in p.defers}
        for path in open_paths:
            due = [s for s in path.steps if s in self.concluded and s not in self.aside]
            if not due:
                continue
            if path in deferred:
                timing.setdefault(due[0], "afterwards")
            else:
                timing[due[0]] = "now"
            for step in path.steps[path.steps.index(due[0]) + 1 :]:
                if step not in self.aside and (step in due or self._lies_ahead(step)):
                    timing.setdefault(step, "afterwards")
        return timing

    def _lies_ahead(self, step: Any) -> bool:
        settled = _settled_by(step)
        return settled is not None and not holds(settled, self.inference.facts, self.concluded)

    def _say_step(self, step: type[Step], when: str, path: type[Path]) -> None:
        self._say(
            step,
            when,
            self._reasons(step) if step in self.concluded else self._reasons(path),
            (path.id(),),
            waits_for=step.gate if when == "afterwards" else "",
        )
        if when == "now":
            self._say_companions(step)

    def _say_companions(self, served: Kind) -> None:
        """Say what serves a path, a step or a stance that has just been said."""
        for companion in self.companions:
            if served in companion.serves and companion not in self.said:
                reasons = self._reasons(companion) or self._reasons(served)
                self._say(companion, companion.when, reasons, (served.id(),))
                if issubclass(companion, Stance):
                    self._say_companions(companion)

    def _would_be_said(self, conclusion: Kind, open_paths: list[type[Path]]) -> bool:
        """Whether a path or advice that gave way would have been given otherwise."""
        if issubclass(conclusion, Stance) and conclusion.serves:
            return any(path in open_paths for path in conclusion.serves)
        return True

    def _say_set_aside(self, conclusion: Kind) -> None:
        by = self.aside[conclusion]
        reasons = tuple(reason for cause in by for reason in self._reasons(cause))
        self._say(conclusion, "not_now", reasons, set_aside_by=tuple(cause.id() for cause in by))

    def _say(
        self,
        conclusion: Kind,
        when: str,
        because: tuple[Reason, ...],
        belongs_to: tuple[str, ...] = (),
        set_aside_by: tuple[str, ...] = (),
        waits_for: str = "",
    ) -> None:
        self.said[conclusion] = Item(
            conclusion, when, self._text(conclusion), because, belongs_to, set_aside_by, waits_for
        )

    def _text(self, conclusion: Kind) -> str:
        counts = {id: self.inference.facts[id] for id in MEASURES if id in self.inference.facts}
        return conclusion.text().format(**counts)

    def _all(self, kind: Any) -> list[Any]:
        return sorted(
            (c for c in self.concluded if issubclass(c, kind)), key=lambda c: c.definition
        )

    def _readers_of(self, conclusion: Kind) -> tuple[str, ...]:
        """Name what has been said and rests on a finding, or what a precedence is about."""
        if issubclass(conclusion, Precedence):
            read = [c for f in self.concluded[conclusion] for c in conclusions_in(f.card.when)]
            return tuple(dict.fromkeys(c.id() for c in read if c in self.said))
        return tuple(
            said.id()
            for said in self.said
            if any(Concluded(conclusion) in f.because for f in self.concluded.get(said, ()))
        )

    def _reasons(self, conclusion: Kind) -> tuple[Reason, ...]:
        return tuple(
            Reason(f.card.name, f.card.why, f.card.rows, self._answers_behind(f))
            for f in self.concluded.get(conclusion, ())
        )

    def _answers_behind(self, firing: Firing) -> dict[str, Any]:
        """Return the answers that a firing rests on, its own and those behind its findings."""
        behind: dict[str, Any] = {}
        for leaf in firing.because:
            if isinstance(leaf, Concluded):
                for earlier in self.concluded[leaf.conclusion]:
                    behind |= self._answers_behind(earlier)
            for id in questions_in(leaf):
                behind |= self._answers_to(id)
        return behind

    def _answers_to(self, id: str) -> dict[str, Any]:
        facts = self.inference.facts
        measure = MEASURES.get(id)
        if measure is None:
            return {id: facts[id]}
        counted = (q for q in measure.of if not isinstance(measure, Tally) or facts.get(q) is True)
        return {question: facts[question] for question in counted}
