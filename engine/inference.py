"""From answers to conclusions, by Experta, with a matcher and an agenda order of our own."""

import bisect
import contextlib
import functools
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.base import Base, our_base
from engine.cards import Clause, RuleCard
from engine.evaluation import evaluate, holds, support
from engine.reading import cards_of, rules_of
from kb.knowledge_base import KnowledgeBase
from kb.shell import Activation, Agenda, Matcher, Strategy
from kb.situation import measures
from kb.vocabulary import Conclusion, Situation


class StageOrder(Strategy):
    """An agenda in the order of stages, then of definition; exactly what died is taken off it.

    Experta's own strategy looks for a dead activation at three places of the list only, and may
    leave it there to fire.
    """

    def _update_agenda(self, agenda: Any, added: Any, removed: Any) -> None:
        for activation in removed:
            activation.key = self._key(activation)
            with contextlib.suppress(ValueError):  # it has fired already
                agenda.activations.remove(activation)
        for activation in added:
            activation.key = self._key(activation)
            bisect.insort(agenda.activations, activation)

    @staticmethod
    def _key(activation: Any) -> tuple[int, int]:
        # The activation at the right end fires next.
        return (activation.rule.salience, -activation.rule.place)


class CardMatcher(Matcher):
    """Matches a `Situation` and the conclusions; wakes only the rules that read what changed."""

    def __init__(self, engine: Any) -> None:
        """Read the cards of the engine's class; they are shared by all engines of the class."""
        super().__init__(engine)
        base: Any = type(engine)
        rules = rules_of(base)
        self._cards = cards_of(base)
        # A rule looked up on an engine is bound to it; a copy of the unbound rule stays free.
        self._rules = {card.name: _unbound(rules[card.name], card) for card in self._cards}
        self._readers: dict[type[Conclusion], list[RuleCard]] = {}
        for card in self._cards:
            for conclusion in card.reads:
                self._readers.setdefault(conclusion, []).append(card)
        self.reset()

    def reset(self) -> None:
        """Forget all facts."""
        self.situation: Any = None
        self.facts: Mapping[str, Any] = {}
        self.concluded: dict[type[Conclusion], Any] = {}
        self.active: dict[str, Any] = {}

    def changes(self, adding: Any = None, deleting: Any = None) -> tuple[list[Any], list[Any]]:
        """Take in new and withdrawn facts; return the activations that arose and that died."""
        touched: dict[str, RuleCard] = {}
        for fact, is_new in [
            *((f, False) for f in deleting or ()),
            *((f, True) for f in adding or ()),
        ]:
            if isinstance(fact, Situation):
                self.situation = fact if is_new else None
                self.facts = fact if is_new else {}
                touched.update((card.name, card) for card in self._cards)
            elif isinstance(fact, Conclusion):
                if is_new:
                    self.concluded[type(fact)] = fact
                else:
                    self.concluded.pop(type(fact), None)
                touched.update((card.name, card) for card in self._readers.get(type(fact), ()))
        arose, died = [], []
        for name, card in touched.items():
            if holds(card.when, self.facts, self.concluded):
                if name not in self.active:
                    self.active[name] = Activation(self._rules[name], self._facts_behind(card))
                    arose.append(self.active[name])
            elif name in self.active:
                died.append(self.active.pop(name))
        return arose, died

    def _facts_behind(self, card: RuleCard) -> list[Any]:
        read = [self.concluded[c] for c in card.reads if c in self.concluded]
        return read if self.situation is None else [self.situation, *read]


def _unbound(rule: Any, card: RuleCard) -> Any:
    copy = rule.new_conditions(*rule)
    copy.place = card.place
    return copy


class FiringLog(Agenda):
    """An agenda that remembers what it handed out to be fired, in order."""

    def __init__(self) -> None:
        """Begin with nothing fired."""
        super().__init__()
        self.fired: list[str] = []

    def get_next(self) -> Any:
        """Hand out the next activation, and note its rule."""
        activation = super().get_next()
        if activation is not None:
            self.fired.append(activation.rule.__name__)
        return activation


class Engine(KnowledgeBase):
    """The knowledge base on Experta, with our matcher and our agenda order."""

    __matcher__ = CardMatcher
    __strategy__ = StageOrder

    def reset(self, **more: Any) -> None:
        """Forget everything; Experta makes its own agenda here, and the log takes its place."""
        super().reset(**more)
        self.agenda = FiringLog()

    def get_deffacts(self) -> list[Any]:
        """Return Experta's initial facts; looked for once, since that inspects the whole engine."""
        if not hasattr(self, "_deffacts"):
            self._deffacts = super().get_deffacts()
        return self._deffacts


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that fired, and the conditions of it that held."""

    card: RuleCard
    because: tuple[Clause, ...]


@dataclass(frozen=True)
class Inference:
    """What follows for one person: the answers with their measures, and the rules that fired."""

    base: Base
    facts: Mapping[str, Any]
    firings: tuple[Firing, ...]

    @functools.cached_property
    def concluded(self) -> dict[type[Conclusion], tuple[Firing, ...]]:
        """Every conclusion with the firings that reached it, in order."""
        found: dict[type[Conclusion], tuple[Firing, ...]] = {}
        for firing in self.firings:
            for conclusion in firing.card.then:
                found[conclusion] = (*found.get(conclusion, ()), firing)
        return found


def inferred(base: Base, facts: Mapping[str, Any]) -> Inference:
    """Tell what follows in any version of a base, by plain evaluation of its cards.

    `facts` are the known answers and their measures.
    """
    fired = evaluate(base.cards, facts)
    concluded = {conclusion for card in fired for conclusion in card.then}
    return Inference(
        base, facts, tuple(Firing(card, support(card.when, facts, concluded)) for card in fired)
    )


_engine: Engine | None = None
_lock = threading.Lock()


def infer(answers: Mapping[str, Any]) -> Inference:
    """Run the knowledge base on one person's known answers, by question id.

    The engine is built on first use and kept: one a process, one person at a time.
    """
    global _engine
    facts = {**answers, **measures(answers)}
    with _lock:
        engine, _engine = _engine or Engine(), None
        engine.reset()
        engine.declare(Situation(**facts))
        engine.run()
        _engine = engine  # only after a clean run: an engine that raised is not used again
        log = frozenset(engine.agenda.fired)
        cards = (card for card in cards_of(Engine) if card.name in log)
        fired = sorted(cards, key=lambda card: (-card.stage, card.place))
        concluded = engine.matcher.concluded
        return Inference(
            our_base(),
            facts,
            tuple(Firing(card, support(card.when, facts, concluded)) for card in fired),
        )
