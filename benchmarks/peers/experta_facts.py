"""Idiomatic Experta: a fact a question and a fact a conclusion, with all that it brings along."""

import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from benchmarks.peers import Conclude
from engine.audit.engines.people import facts_of
from engine.base import Base
from engine.cards import (
    All,
    AnyOf,
    Clause,
    Concluded,
    Given,
    InRange,
    Is,
    Names,
    NotConcluded,
    RuleCard,
)
from kb.shell import AND, NOT, OR, Fact, KnowledgeEngine, Rule, experta
from kb.vocabulary import Conclusion
from kb.vocabulary.question import Answer

NAME = "Experta, a fact a question"
PACKAGE = "experta"
WARM = 20


def build(base: Base) -> Conclude:
    """Make an engine class with a rule a card, and one engine of it.

    Each rule has a salience of its own within its stage. Experta's agenda loses track of dead
    activations that share their salience and facts, and fires rules whose conditions do not hold.
    """
    return _running(base, lambda card: card.stage * len(base.cards) - card.place)


def by_stage_alone(base: Base) -> Conclude:
    """Make an engine class whose rules have their stage for salience."""
    return _running(base, lambda card: card.stage)


def _running(base: Base, salience: Callable[[RuleCard], int]) -> Conclude:
    asked = {id: type(id, (Fact,), {}) for id in (*base.questions, *base.measures)}
    rules = {card.name: _rule(card, asked, salience(card)) for card in base.cards}
    engine = type("Engine", (KnowledgeEngine,), rules)()

    def conclusions(answers: Mapping[str, Answer]) -> frozenset[str]:
        engine.reset()
        for id, answer in facts_of(base, answers).items():
            engine.declare(asked[id](value=answer))
        engine.run()
        found = engine.facts.values()
        return frozenset(fact.id() for fact in found if isinstance(fact, Conclusion))

    return conclusions


def _rule(card: RuleCard, asked: Mapping[str, Any], salience: int) -> Any:
    def declare(engine: Any) -> None:
        for conclusion in card.then:
            engine.declare(conclusion())

    declare.__name__ = card.name
    return Rule(_pattern(card.when, asked), salience=salience)(declare)


def _pattern(clause: Clause, asked: Mapping[str, Any]) -> Any:
    """Write a clause as Experta's documentation would: `L("a") | L("b")`, `GE(2) & LE(4)`, `P`."""
    match clause:
        case Is(id, values):
            return asked[id](value=reduce(operator.or_, map(experta.L, values)))
        case InRange(id, low, None):
            return asked[id](value=experta.operator.GE(low))
        case InRange(id, low, high):
            return asked[id](value=experta.operator.BETWEEN(low, high))
        case Names(id, choice, present):
            return asked[id](value=experta.P(lambda chosen: (choice in chosen) is present))
        case Given(id):
            return asked[id](value=experta.W())
        case Concluded(conclusion):
            return conclusion()
        case NotConcluded(conclusion):
            return NOT(conclusion())
        case All(parts):
            return AND(*(_pattern(part, asked) for part in parts))
        case AnyOf(parts):
            return OR(*(_pattern(part, asked) for part in parts))
