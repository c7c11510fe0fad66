"""Idiomatic Experta: a fact a question and a fact a conclusion, with all that it brings along."""

import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from benchmarks.language import Language
from benchmarks.peers import Conclude
from engine.audit.engines.people import facts_of
from engine.base import Base
from engine.cards import RuleCard
from engine.logic import Logic
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
    language = _patterns(asked)
    rules = {card.name: _rule(card, language, salience(card)) for card in base.cards}
    engine = type("Engine", (KnowledgeEngine,), rules)()

    def conclusions(answers: Mapping[str, Answer]) -> frozenset[str]:
        engine.reset()
        for id, answer in facts_of(base, answers).items():
            engine.declare(asked[id](value=answer))
        engine.run()
        found = engine.facts.values()
        return frozenset(fact.id() for fact in found if isinstance(fact, Conclusion))

    return conclusions


def _rule(card: RuleCard, language: Language[Any], salience: int) -> Any:
    def declare(engine: Any) -> None:
        for conclusion in card.then:
            engine.declare(conclusion())

    declare.__name__ = card.name
    return Rule(language.write(card.when), salience=salience)(declare)


def _patterns(asked: Mapping[str, Any]) -> Language[Any]:
    """Write as Experta's documentation would: `L("a") | L("b")`, `BETWEEN(2, 4)`, `P`."""

    def in_range(id: str, low: int, high: int | None) -> Any:
        number = experta.operator
        return asked[id](value=number.GE(low) if high is None else number.BETWEEN(low, high))

    return Language(
        Logic(NOT, lambda parts: AND(*parts), lambda parts: OR(*parts)),
        one_of=lambda id, values: asked[id](value=reduce(operator.or_, map(experta.L, values))),
        in_range=in_range,
        names=lambda id, choice, present: asked[id](
            value=experta.P(lambda chosen: (choice in chosen) is present)
        ),
        given=lambda id: asked[id](value=experta.W()),
        concluded=lambda conclusion: conclusion(),
    )
