"""Experta with one fact for the answers: our rules as they stand, on its own matcher and agenda."""

from collections.abc import Callable, Mapping
from typing import Any

from benchmarks.peers import Conclude
from engine.audit.engines.people import facts_of
from engine.base import Base
from engine.reading import rules_of
from kb.knowledge_base import KnowledgeBase
from kb.shell import KnowledgeEngine
from kb.vocabulary import Conclusion, Situation
from kb.vocabulary.question import Answer

NAME = "Experta, one fact"
PACKAGE = "experta"
WARM = 50


def build(base: Base) -> Conclude:
    """Make an engine of the rules of the knowledge base, which `base` must be.

    Each rule has a salience of its own within its stage. Experta's agenda loses track of dead
    activations that share their salience and facts, and fires rules whose conditions do not hold.
    """
    return _running(base, lambda rule: rule.salience * len(base.cards) - rule.place)


def by_stage_alone(base: Base) -> Conclude:
    """Make an engine of the rules as they are written, with their stage for salience."""
    return _running(base, lambda rule: rule.salience)


def _running(base: Base, salience: Callable[[Any], int]) -> Conclude:
    rules = {}
    for name, rule in rules_of(KnowledgeBase).items():
        rules[name] = rule.new_conditions(*rule)
        rules[name].salience = salience(rule)
    engine = type("Engine", (KnowledgeEngine,), rules)()

    def conclusions(answers: Mapping[str, Answer]) -> frozenset[str]:
        engine.reset()
        engine.declare(Situation(**facts_of(base, answers)))
        engine.run()
        found = engine.facts.values()
        return frozenset(fact.id() for fact in found if isinstance(fact, Conclusion))

    return conclusions
