"""Which rules the facts of one person activate: a matcher for Experta that reads rule cards."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from engine.alpha import Check, Conditions, Memory
from engine.cards import (
    Clause,
    Concluded,
    NotConcluded,
    RuleCard,
    forks,
    leaves,
    needs,
    questions_in,
)
from engine.reading import cards_of, rules_of
from kb.shell import Activation, Matcher
from kb.vocabulary import Conclusion, Situation


@dataclass(frozen=True)
class Firing:
    """A rule that fired, and the conditions of it that held."""

    card: RuleCard
    because: tuple[Clause, ...]

    @functools.cached_property
    def concluded(self) -> tuple[type[Conclusion], ...]:
        """The conclusions that it rests on."""
        return tuple(leaf.conclusion for leaf in self.because if isinstance(leaf, Concluded))

    @functools.cached_property
    def grounds(self) -> tuple[str | type[Conclusion], ...]:
        """The conclusions that it rests on, and the questions and measures, by id, in order."""
        read = (leaf for leaf in self.because if not isinstance(leaf, NotConcluded))
        return tuple(
            leaf.conclusion if isinstance(leaf, Concluded) else questions_in(leaf)[0]
            for leaf in read
        )


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
