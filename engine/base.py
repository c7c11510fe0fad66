"""A knowledge base as one value: its rules as cards, what they conclude, and what is asked."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from engine.cards import Clause, RuleCard, questions_in
from engine.gates import gates
from engine.reading import cards_of, conclusions_of, read_condition, unreached_of
from engine.remembered import remembered
from kb.knowledge_base import KnowledgeBase
from kb.opposites import OPPOSITES
from kb.parameters import PARAMETERS
from kb.situation import MEASURES, QUESTIONS
from kb.untouched import UNTOUCHED
from kb.vocabulary import (
    Caution,
    Conclusion,
    Contradiction,
    Explanation,
    Measure,
    Opposites,
    Parameter,
    Path,
    Precedence,
    Question,
    Questions,
    Script,
    Stance,
    Step,
)
from kb.waivers import WAIVERS, Waiver

Kind = type[Conclusion]
COMPANIONS = (Stance, Caution, Explanation, Questions, Script)
"""What is said along with paths and steps, in this order."""
Gate = tuple[Clause | None, Clause | None]
"""When a question is asked, and when it is not; None sets no condition."""


@dataclass(frozen=True, eq=False)
class Base:
    """A knowledge base; another version of it is another value (`dataclasses.replace`).

    `conclusions` is everything that it knows, in the order of definition, and `unreached` what is
    written beside that, and neither concluded nor named by anything. `parameters` are the
    numbers that were chosen where a scale is divided. `opposites` must not be told together,
    `untouched` is the condition under which nothing needs to be told, and `waivers` excuse
    findings of an audit. Of an engine class that does not advise, it is known what it concludes,
    and not what is told when. `dropped` are pairs of a cause and what it declares to set aside or
    to defer, but does not here; `version` is that of the program it was written by, if known.
    """

    name: str
    cards: tuple[RuleCard, ...]
    conclusions: tuple[Kind, ...]
    questions: Mapping[str, Question]
    measures: Mapping[str, Measure]
    gates: Mapping[str, Gate]
    parameters: tuple[Parameter, ...] = ()
    opposites: tuple[Opposites, ...] = ()
    untouched: Clause | None = None
    waivers: tuple[Waiver, ...] = ()
    unreached: tuple[Kind, ...] = ()
    advises: bool = True
    dropped: frozenset[tuple[Kind, Kind]] = frozenset()
    version: str = ""

    @functools.cached_property
    def concluding(self) -> Mapping[Kind, tuple[RuleCard, ...]]:
        """For each conclusion that some rule reaches, the cards that reach it."""
        return by_conclusion(self.cards)

    @functools.cached_property
    def automatic(self) -> tuple[Kind, ...]:
        """The conclusions that no rule decides: they come with the path or step they serve."""
        return tuple(c for c in self.conclusions if c.serves and c not in self.concluding)

    @functools.cached_property
    def companions(self) -> tuple[Kind, ...]:
        """What may be said along with something else, in the order of saying it."""
        known = (*self.concluding, *self.automatic)
        return tuple(
            companion
            for kind in COMPANIONS
            for companion in sorted(known, key=attrgetter("definition"))
            if issubclass(companion, kind)
        )

    @functools.cached_property
    def standing_alone(self) -> tuple[Kind, ...]:
        """The companions that serve nothing; they are said for a reason of their own."""
        return tuple(companion for companion in self.companions if not companion.serves)

    @functools.cached_property
    def ladder(self) -> tuple[type[Path], ...]:
        """The paths, the first to take before the others."""
        return tuple(sorted(self.reached(Path), key=lambda path: (path.level, path.id())))

    @remembered
    def serving(self, served: Kind) -> tuple[Kind, ...]:
        """Return the companions of a path, a step or another companion, in the order of saying."""
        return tuple(companion for companion in self.companions if served in companion.serves)

    @remembered
    def reached(self, kind: Any) -> tuple[Any, ...]:
        """Return the conclusions of a kind that some rule reaches, in the order of definition."""
        of_kind = (conclusion for conclusion in self.concluding if issubclass(conclusion, kind))
        return tuple(sorted(of_kind, key=lambda conclusion: conclusion.definition))

    @remembered
    def causes(self, conclusion: Kind) -> tuple[Kind, ...]:
        """Return what can set a conclusion aside, contradictions first."""
        settling = (*self.reached(Contradiction), *self.reached(Precedence))
        return tuple(cause for cause in settling if conclusion in self.set_aside_by(cause))

    @remembered
    def set_aside_by(self, cause: Kind) -> tuple[Kind, ...]:
        """Return what gives way when something is concluded."""
        return tuple(c for c in cause.sets_aside if (cause, c) not in self.dropped)

    @remembered
    def deferring(self, path: type[Path]) -> tuple[type[Precedence], ...]:
        """Return the precedences that put a path off."""
        return tuple(
            cause
            for cause in self.reached(Precedence)
            if path in cause.defers and (cause, path) not in self.dropped
        )

    @remembered
    def paths_with(self, step: Kind) -> tuple[type[Path], ...]:
        """Return the paths that have a step."""
        return tuple(path for path in self.reached(Path) if step in path.steps)

    @remembered
    def deciding(self, path: type[Path]) -> tuple[str, ...]:
        """Return the questions that decide the steps of a path, in the order of the steps."""
        cards = (card for step in path.steps for card in self.concluding.get(step, ()))
        return tuple(
            dict.fromkeys(id for card in cards if path in card.reads for id in card.questions)
        )

    @remembered
    def settling(self, step: type[Step]) -> tuple[str, ...]:
        """Return the questions that tell whether a step is behind the client."""
        settled = settled_by(step)
        return () if settled is None else questions_in(settled)

    @remembered
    def may_be_held_back(self, conclusion: Kind) -> bool:
        """Tell whether a conclusion is shown when it gives way: paths, steps and stances are."""
        return issubclass(conclusion, Path | Step | Stance) and bool(self.causes(conclusion))

    def with_cards(self, cards: Iterable[RuleCard]) -> "Base":
        """Return this base with other rules."""
        return replace(self, cards=tuple(cards))


@functools.cache
def base_of(engine_class: Any) -> Base:
    """Return an engine class as a base."""
    advises = issubclass(engine_class, KnowledgeBase)
    return Base(
        name=engine_class.__name__,
        cards=cards_of(engine_class),
        conclusions=conclusions_of(engine_class),
        questions=QUESTIONS,
        measures=MEASURES,
        gates={question.id: (gate, unless) for question, gate, unless in gates()},
        parameters=tuple(number for number in PARAMETERS if number.begins) if advises else (),
        opposites=OPPOSITES if advises else (),
        untouched=read_condition("untouched", UNTOUCHED) if advises else None,
        waivers=WAIVERS if advises else (),
        unreached=unreached_of(engine_class) if advises else (),
        advises=advises,
    )


def our_base() -> Base:
    """Return the knowledge base."""
    return base_of(KnowledgeBase)


def our_base_with_version() -> Base:
    """Return the knowledge base with the version of the installed program."""
    from importlib.metadata import version  # needed only where a version is shown

    return replace(our_base(), version=version("unstuck"))


def by_conclusion(cards: Iterable[RuleCard]) -> dict[Kind, tuple[RuleCard, ...]]:
    """Return for each conclusion of these cards the cards that reach it."""
    found: dict[Kind, tuple[RuleCard, ...]] = {}
    for card in cards:
        for conclusion in card.then:
            found[conclusion] = (*found.get(conclusion, ()), card)
    return found


def settled_by(step: Any) -> Clause | None:
    """Return the condition that puts a step behind the client."""
    return _settled_by(step)


@functools.cache
def _settled_by(step: Any) -> Clause | None:
    if step.settled_by is None or isinstance(step.settled_by, Clause):
        return step.settled_by
    return read_condition(f"{step.id()}.settled_by", step.settled_by)
