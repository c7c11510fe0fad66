"""From answers to conclusions, by Experta, with a matcher and an agenda order of our own."""

import contextlib
import functools
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from engine.alpha import Check, Conditions, Memory
from engine.base import Base, our_base
from engine.cards import Clause, RuleCard, forks, leaves, needs
from engine.evaluation import evaluate, support
from engine.reading import cards_of, rules_of
from kb.knowledge_base import KnowledgeBase
from kb.shell import Activation, Agenda, FactList, Matcher, Strategy
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


class Firing(NamedTuple):
    """A rule that fired, and the conditions of it that held."""

    card: RuleCard
    because: tuple[Clause, ...]


class CardMatcher(Matcher):
    """Matches a `Situation` and the conclusions; wakes only the rules that read what changed."""

    def __init__(self, engine: Any) -> None:
        """Compile the cards of the engine's class."""
        super().__init__(engine)
        base: Any = type(engine)
        rules, cards = rules_of(base), cards_of(base)
        self._conditions = Conditions(card.when for card in cards)
        self._cards = {
            card.name: _Compiled(
                card,
                rules[card.name],
                self._conditions,
                self._conditions.needed(card.when),
                self._conditions.alternatives(card.when),
            )
            for card in cards
        }
        self._readers: dict[type[Conclusion], list[_Compiled]] = {}
        for card in cards:
            for conclusion in card.reads:
                self._readers.setdefault(conclusion, []).append(self._cards[card.name])
        # What needs a conclusion is woken by it.
        self._first = [self._cards[card.name] for card in cards if not needs(card.when)]
        self.reset()

    def reset(self) -> None:
        """Forget all facts."""
        self.situation: Any = None
        self.concluded: dict[type[Conclusion], Any] = {}
        self.active: dict[str, Any] = {}
        self._memory = self._conditions.memory({})

    def changes(self, adding: Any = None, deleting: Any = None) -> tuple[list[Any], list[Any]]:
        """Take in new and withdrawn facts; return the activations that arose and that died."""
        woken: list[_Compiled] = []  # one that stands there twice is the same the second time
        for fact in deleting or ():
            woken += self._without(fact)
        for fact in adding or ():
            woken += self._with(fact)
        arose, died = [], []
        memory, active = self._memory, self.active
        for compiled in woken:
            needed, check = compiled.needed, compiled.check
            if memory & needed == needed and (check is None or check(memory)):
                if compiled.name not in active:
                    active[compiled.name] = self._activation(compiled)
                    arose.append(active[compiled.name])
            elif compiled.name in active:
                died.append(active.pop(compiled.name))
        return arose, died

    def fired(self, names: Iterable[str]) -> tuple[Firing, ...]:
        """Return the firings of rules, in the order in which they have fired."""
        memory = self._memory
        return tuple([self._cards[name].firing(memory) for name in names])

    def _with(self, fact: Any) -> "list[_Compiled]":
        """Take in a new fact; return what it may wake."""
        if isinstance(fact, Situation):
            self.situation = fact
            self._memory = self._conditions.memory(fact, self.concluded)
            heard = (self._readers.get(conclusion, []) for conclusion in self.concluded)
            return list(chain(self._first, *heard))
        self.concluded[type(fact)] = fact
        readers = self._readers.get(type(fact), [])
        if readers:
            self._memory = self._conditions.concluding(self._memory, type(fact))
        return readers

    def _without(self, fact: Any) -> "list[_Compiled]":
        """Take in that a fact is withdrawn; return what that may wake."""
        if isinstance(fact, Situation):
            self.situation = None
            self._memory = self._conditions.memory({}, self.concluded)
            return list(self._cards.values())
        self.concluded.pop(type(fact), None)
        self._memory = self._conditions.retracting(self._memory, type(fact))
        return self._readers.get(type(fact), [])

    def _activation(self, compiled: "_Compiled") -> Any:
        facts = [] if self.situation is None else [self.situation]
        for conclusion in compiled.card.reads:
            if conclusion in self.concluded:
                facts.append(self.concluded[conclusion])
        return Activation(compiled.rule, facts)


@dataclass(frozen=True)
class _Compiled:
    """A card, its rule of Experta, and what tells from single conditions whether it fires.

    It fires if all `needed` conditions hold and, where it has alternatives, `check` says so. What
    only a rule that fires needs is made when it first does.
    """

    card: RuleCard
    bound: Any
    conditions: Conditions
    needed: Memory
    check: Check | None

    @functools.cached_property
    def name(self) -> str:
        """The name of the rule."""
        return self.card.name

    @functools.cached_property
    def rule(self) -> Any:
        """The rule for an activation: one that is looked up on an engine is bound to it."""
        rule = self.bound.new_conditions(*self.bound)
        rule.place = self.card.place
        return rule

    @functools.cached_property
    def firing(self) -> Callable[[Memory], Firing]:
        """What makes a firing of the card; without alternatives, all of them are alike."""
        card = self.card
        if not forks(card.when):
            always = Firing(card, leaves(card.when))
            return lambda _: always
        support = self.conditions.support(card.when)
        read = self.conditions.read_by(card.when)
        like = functools.lru_cache(lambda held: Firing(card, support(held)))
        return lambda memory: like(memory & read)


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
