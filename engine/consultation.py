"""What one person is told, in order: now, afterwards, not now, and what belongs to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from engine.assembly import Assembly
from engine.base import Kind
from engine.evaluation import holds
from engine.explanation import Reason, reasons
from engine.gates import open_questions
from engine.inference import Inference, infer
from engine.logic import PLAIN
from kb.vocabulary import Contradiction, Diagnosis, Finding, Path, Precedence, Stance, Step


class Item(NamedTuple):
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
    "don't know". `facts` are the known answers and the measures that follow from them.
    """

    items: tuple[Item, ...]
    contradictions: tuple[Item, ...]
    unanswered: tuple[str, ...]
    unknown: tuple[str, ...]
    next_question: str | None
    rules: frozenset[str]
    facts: Mapping[str, Any]

    def at(self, when: str) -> tuple[Item, ...]:
        """Return the items for `now`, `afterwards`, `not_now` or `note`, in order.

        What goes alongside stands behind the steps: the first thing now is the first step.
        """
        found = (item for item in self.items if item.when == when)
        return tuple(sorted(found, key=lambda item: goes_alongside(item.conclusion, when)))

    @property
    def reasons(self) -> frozenset[str]:
        """The rules that are given as a reason for something that is told."""
        said = (*self.contradictions, *self.items)
        return frozenset(reason.rule for item in said for reason in item.because)

    @property
    def advice(self) -> dict[str, str]:
        """What is told, and when, by id; the interview asks what can change this.

        What only restates an answer, for rules to read, is left out.
        """
        said = (*self.contradictions, *self.items)
        return {item.id: item.when for item in said if item.conclusion.told}


def goes_alongside(conclusion: Kind, when: str) -> bool:
    """Tell whether something said is no step of its own, and has no day."""
    return when == "now" and issubclass(conclusion, Stance)


def consult(answers: Mapping[str, Any], unknown: Iterable[str] = ()) -> Consultation:
    """Advise one person.

    `answers` are the known answers by question id; `unknown` the ids answered "don't know".
    """
    return consult_on(infer(answers), unknown)


def consult_on(inference: Inference, unknown: Iterable[str] = ()) -> Consultation:
    """Advise one person on what has been inferred; `unknown` are the ids answered "don't know"."""
    unknown = frozenset(unknown)
    unanswered = tuple(question.id for question in open_questions(inference.facts))
    telling = _Telling(inference)
    items = telling.items()
    left = frozenset(unanswered)
    waiting = (id for id in telling.questions_of_open_paths() if id in left)
    upcoming = next(
        (id for id in chain(waiting, unanswered) if id not in unknown),
        next(iter(unanswered), None),
    )
    return Consultation(
        items=items,
        contradictions=telling.contradictions(),
        unanswered=unanswered,
        unknown=tuple(id for id in unanswered if id in unknown),
        next_question=upcoming,
        rules=frozenset(firing.card.name for firing in inference.firings),
        facts=inference.facts,
    )


def assembled(inference: Inference) -> Assembly[bool]:
    """Return what is said to one person, as true and false."""
    concluded = inference.concluded.__contains__
    fired = {firing.card.name for firing in inference.firings}
    return Assembly(
        inference.base,
        PLAIN,
        lambda leaf: holds(leaf, inference.facts, ()),
        concluded,
        lambda card: card.name in fired,
        possible=concluded,
    )


@dataclass
class _Telling:
    """The one pass that puts the items of one consultation in order."""

    inference: Inference
    said: dict[Kind, Item] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.base, self.concluded = self.inference.base, self.inference.concluded
        self.assembly = assembled(self.inference)
        self.ordered = sorted(self.concluded, key=attrgetter("definition"))
        facts = self.inference.facts
        self.counts = {id: facts[id] for id in self.base.measures if id in facts}

    def items(self) -> tuple[Item, ...]:
        """Return all items: the ladder first, then the order of each procedure."""
        paths = [path for path in self.base.ladder if path in self.concluded]
        for path in filter(self.assembly.stands, paths):
            self._say(path, "note", self._reasons(path))
            for step in path.steps:
                if step not in self.said:
                    self._say_step(step, path)
            self._say_companions(path)
        for companion in self.base.standing_alone:
            if companion not in self.said:
                self._say_companion(companion)
        for given_way in [*paths, *self._all(Step), *self._all(Stance)]:
            if self.assembly.held_back(given_way):
                by = tuple(c for c in self.base.causes(given_way) if self.assembly.prevails(c))
                because = tuple(reason for cause in by for reason in self._reasons(cause))
                self._say(given_way, "not_now", because, set_aside_by=by)
        for precedence in filter(self.assembly.settles, self._all(Precedence)):
            about = self._subjects_of(precedence)
            self._say(precedence, "note", self._reasons(precedence), about)
        readers = self._readers()
        for finding in [*self._all(Finding), *self._all(Diagnosis)]:
            self._say(finding, "note", self._reasons(finding), readers.get(finding, ()))
        return tuple(self.said.values())

    def contradictions(self) -> tuple[Item, ...]:
        """Return the answers that cannot both hold."""
        return tuple(
            Item(c, "note", self._text(c), self._reasons(c)) for c in self._all(Contradiction)
        )

    def questions_of_open_paths(self) -> tuple[str, ...]:
        """Return the questions that decide the steps of the open paths, the ladder first.

        What would settle a step that no rule has reached comes last: it tells where one stands.
        """
        open_paths = [c for c in self.said if issubclass(c, Path) and self.assembly.stands(c)]
        deciding = (id for path in open_paths for id in self.base.deciding(path))
        unreached = (s for path in open_paths for s in path.steps if s not in self.concluded)
        settling = (id for step in unreached for id in self.base.settling(step))
        return tuple(dict.fromkeys(chain(deciding, settling)))

    def _say_step(self, step: type[Step], path: type[Path]) -> None:
        because = self._reasons(step) if step in self.concluded else self._reasons(path)
        if self.assembly.now(step):
            self._say(step, "now", because, (path.id(),))
            self._say_companions(step)
        elif self.assembly.afterwards(step):
            # What is known to be open has met its condition; it only comes later.
            waits_for = "" if step in self.concluded else step.gate
            self._say(step, "afterwards", because, (path.id(),), waits_for=waits_for)

    def _say_companions(self, served: Kind) -> None:
        """Say what serves a path, a step or a stance that has just been said."""
        for companion in self.base.serving(served):
            if companion not in self.said:
                self._say_companion(companion, served)

    def _say_companion(self, companion: Kind, served: Kind | None = None) -> None:
        possible = companion in self.concluded or companion not in self.base.concluding
        if possible and self.assembly.accompanies(companion):
            because = self._reasons(companion) or (self._reasons(served) if served else ())
            self._say(companion, companion.when, because, (served.id(),) if served else ())
            self._say_companions(companion)

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
        text = conclusion.text()
        return text.format(**self.counts) if "{" in text else text

    def _all(self, kind: Any) -> list[Any]:
        return [conclusion for conclusion in self.ordered if issubclass(conclusion, kind)]

    def _subjects_of(self, precedence: Kind) -> tuple[str, ...]:
        """Name what a precedence is about, where it is said."""
        read = (c for firing in self.concluded[precedence] for c in firing.card.reads)
        return tuple(dict.fromkeys(c.id() for c in read if c in self.said))

    def _readers(self) -> dict[Kind, tuple[str, ...]]:
        """Return for each conclusion what has been said that rests on it."""
        found: dict[Kind, tuple[str, ...]] = {}
        for said in self.said:
            firings = self.concluded.get(said, ())
            for conclusion in dict.fromkeys(chain(*[firing.concluded for firing in firings])):
                found[conclusion] = (*found.get(conclusion, ()), said.id())
        return found

    def _reasons(self, conclusion: Kind) -> tuple[Reason, ...]:
        return reasons(conclusion, self.inference)
