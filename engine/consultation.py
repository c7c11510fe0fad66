"""From what was concluded to what is said: now, afterwards, not now, and what belongs to it.

What gives way, what comes first and what is held back are read off the conclusions themselves
(`level`, `steps`, `settled_by`, `serves`, `sets_aside`, `defers`); nothing is decided here that
they do not say.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.cards import Clause, Concluded, conclusions_in, questions_in
from engine.evaluation import holds
from engine.explanation import Reason, reasons
from engine.inference import Engine, Inference, infer
from engine.interview import open_questions
from engine.reading import automatic_of, cards_of, read_condition
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
)

_ORDER = (Stance, Caution, Explanation, Questions, Script)
"""In which order things that serve the same path or step are said."""

Kind = type[Conclusion]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is said: `when` is now, afterwards, not_now or note.

    `decided` tells that a rule concluded it; what is not decided comes with something else, or as
    the rest of a procedure, for the reasons of that. `belongs_to` names the advice it goes with,
    `set_aside_by` what made it give way, and `waits_for` says what a later step waits for.
    """

    conclusion: Kind
    when: str
    text: str
    because: tuple[Reason, ...]
    decided: bool = True
    belongs_to: tuple[str, ...] = ()
    set_aside_by: tuple[Kind, ...] = ()
    waits_for: str = ""

    @property
    def id(self) -> str:
        """The public name of the conclusion."""
        return self.conclusion.id()


@dataclass(frozen=True, slots=True)
class Consultation:
    """Everything that one person is told, in order, and what is still open.

    `unanswered` are the open questions without a known answer; of these, `unknown` were answered
    "don't know".
    """

    items: tuple[Item, ...]
    contradictions: tuple[Item, ...]
    unanswered: tuple[str, ...]
    unknown: tuple[str, ...]
    next_question: str | None
    rules: frozenset[str]

    def at(self, when: str) -> tuple[Item, ...]:
        """Return the items for `now`, `afterwards`, `not_now` or `note`, in order."""
        return tuple(item for item in self.items if item.when == when)


def consult(answers: Mapping[str, Any], unknown: Iterable[str] = ()) -> Consultation:
    """Advise one person.

    `answers` are the known answers by question id; `unknown` the ids answered "don't know".
    """
    unknown = frozenset(unknown)
    unanswered = tuple(question.id for question in open_questions(answers))
    inference = infer(answers)
    assembly = _Assembly(inference)
    items = assembly.items()
    waiting = [id for id in assembly.questions_of_open_paths() if id in unanswered]
    upcoming = next(
        (id for id in (*waiting, *unanswered) if id not in unknown), next(iter(unanswered), None)
    )
    return Consultation(
        items=items,
        contradictions=assembly.contradictions(),
        unanswered=unanswered,
        unknown=tuple(id for id in unanswered if id in unknown),
        next_question=upcoming,
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
            sets_something_aside = any(
                precedence in item.set_aside_by for item in self.said.values()
            )
            if sets_something_aside or not self._rests_on_aside(precedence):
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

    def questions_of_open_paths(self) -> tuple[str, ...]:
        """Return the questions that decide the steps of the open paths, the ladder first."""
        open_paths = [
            kind for kind in self.said if issubclass(kind, Path) and kind not in self.aside
        ]
        steps = [card for card in cards_of(Engine) if issubclass(card.then[0], Step)]
        return tuple(
            dict.fromkeys(
                question
                for path in open_paths
                for step in path.steps
                for card in steps
                if step in card.then and path in conclusions_in(card.when)
                for question in questions_in(card.when)
            )
        )

    def _set_aside(self, causes: list[Kind]) -> None:
        for cause in causes:
            for target in cause.sets_aside:
                self.aside.setdefault(target, []).append(cause)

    def _rests_on_aside(self, precedence: Kind) -> bool:
        """Whether a path that a precedence rests on gave way to something else."""
        standing = [c for c in self.concluded if set(self.aside.get(c, ())) <= {precedence}]
        return not any(
            holds(firing.card.when, self.inference.facts, standing)
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
                because = self._reasons(companion) or self._reasons(served)
                self._say(companion, companion.when, because, (served.id(),))
                if issubclass(companion, Stance):
                    self._say_companions(companion)

    def _would_be_said(self, conclusion: Kind, open_paths: list[type[Path]]) -> bool:
        """Whether a path or advice that gave way would have been given otherwise."""
        if issubclass(conclusion, Stance) and conclusion.serves:
            return any(path in open_paths for path in conclusion.serves)
        return True

    def _say_set_aside(self, conclusion: Kind) -> None:
        by = self.aside[conclusion]
        because = tuple(reason for cause in by for reason in self._reasons(cause))
        self._say(conclusion, "not_now", because, set_aside_by=tuple(by))

    def _say(
        self,
        conclusion: Kind,
        when: str,
        because: tuple[Reason, ...],
        belongs_to: tuple[str, ...] = (),
        set_aside_by: tuple[Kind, ...] = (),
        waits_for: str = "",
    ) -> None:
        self.said[conclusion] = Item(
            conclusion,
            when,
            self._text(conclusion),
            because,
            conclusion in self.concluded,
            belongs_to,
            set_aside_by,
            waits_for,
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
        return reasons(conclusion, self.inference)
