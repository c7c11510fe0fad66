"""From answers to conclusions, by Experta, with a matcher and an agenda order of our own."""

import contextlib
import functools
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from engine.base import Base, our_base
from engine.evaluation import evaluate, support
from engine.matching import CardMatcher, Firing
from kb.knowledge_base import KnowledgeBase
from kb.shell import Agenda, FactList, Strategy
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
        if added:
            agenda.activations += added
            agenda.activations.sort(key=attrgetter("key"))

    @staticmethod
    def _key(activation: Any) -> tuple[int, int]:
        # The activation at the right end fires next.
        return (activation.rule.salience, -activation.rule.place)


class Facts(FactList):
    """The facts of one person; a conclusion has no fields, and is known by its class.

    Nothing is validated, since no fact of ours declares what its fields must be.
    """

    def declare(self, fact: Any) -> Any:
        """Add a fact and return it, or None if it was known."""
        known_by = self._get_fact_id(fact)
        if known_by in self.reference_counter:
            return None
        fact.__factid__ = self.last_index
        self[self.last_index] = fact
        self.last_index += 1
        self.added.append(fact)
        self.reference_counter[known_by] = 1
        return fact

    @staticmethod
    def _get_fact_id(fact: Any) -> Any:
        if isinstance(fact, Conclusion):
            return type(fact)
        fields = dict(fact)
        fields.pop("__factid__", None)
        return type(fact), frozenset(fields.items())


class Engine(KnowledgeBase):
    """The knowledge base on Experta, with our matcher and our agenda order, and a shorter cycle.

    Of Experta's own cycle, what nobody reads is left out: the search for conditions and accessors
    in the facts that are declared, the initial fact, and the log of what is fired.
    """

    __matcher__ = CardMatcher
    __strategy__ = StageOrder

    def reset(self) -> None:
        """Forget everything."""
        self.facts, self.agenda = Facts(), Agenda()
        self.fired: list[Any] = []
        self.matcher.reset()
        self.running = False

    def declare(self, *facts: Any) -> Any:
        """Declare facts; return the last, or None if it was known."""
        declared = None
        for fact in facts:
            declared = self.facts.declare(fact)
        if not self.running:
            self._update_agenda()
        return declared

    def run(self) -> None:
        """Fire the rules on the agenda, a stage at a time, until none is left.

        What a stage concludes is read by later ones only, so that it is matched at its end.
        """
        self.running = True
        waiting = self.agenda.activations
        while self.running and waiting:
            stage = waiting[-1].rule.salience
            while waiting and waiting[-1].rule.salience == stage:
                rule = waiting.pop().rule
                self.fired.append(rule.__name__)
                rule(self)
            self._update_agenda()
        self.running = False

    def _update_agenda(self) -> None:
        arose, died = self.get_activations()
        if arose or died:
            self.strategy.update_agenda(self.agenda, arose, died)


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

    @functools.cached_property
    def reasons(self) -> dict[str, Any]:
        """The reasons that have been worked out, by rule; see `engine.explanation`."""
        return {}


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
        return Inference(our_base(), facts, engine.matcher.fired(engine.fired))
