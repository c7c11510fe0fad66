"""rule-engine: an expression a rule, over answers and what earlier stages concluded."""

import json
from collections.abc import Mapping
from typing import Any

from benchmarks.infix import with_null
from benchmarks.language import stages
from benchmarks.peers import Conclude
from engine.audit.engines.people import facts_of
from engine.base import Base
from engine.extras import required
from kb.vocabulary import Tally
from kb.vocabulary.question import Answer

NAME = "rule-engine"
PACKAGE = "rule-engine"
WARM = 50


def build(base: Base) -> Conclude:
    """Parse an expression a rule, with the types of all that it may read."""
    engine = required("rule_engine", "rule-engine", "bench")
    types = _types(base, engine.DataType)
    context = engine.Context(type_resolver=engine.type_resolver_from_dict(types))
    language = with_null(_named)
    concluded = {f"c_{conclusion.id()}" for conclusion in base.concluding}
    unknown = {symbol: False if symbol in concluded else None for symbol in types}
    rules = [
        (
            engine.Rule(language.write(card.when), context=context),
            [(f"c_{c.id()}", c.id()) for c in card.then],
        )
        for cards in stages(base)
        for card in cards
    ]

    def conclusions(answers: Mapping[str, Answer]) -> frozenset[str]:
        # What is not answered is null by name: for a name it does not find, rule-engine looks for
        # similar ones, which takes a hundred times as long as all the rules.
        thing = unknown | {
            id: set(answer) if isinstance(answer, frozenset) else answer
            for id, answer in facts_of(base, answers).items()
        }
        found = []
        for rule, then in rules:
            if rule.matches(thing):
                for symbol, id in then:
                    thing[symbol] = True
                    found.append(id)
        return frozenset(found)

    return conclusions


def _types(base: Base, types: Any) -> dict[str, Any]:
    kinds = {
        "yes/no": types.BOOLEAN,
        "choice": types.STRING,
        "list": types.SET(types.STRING),
    }
    measured = base.measures.values()
    return {
        **{q.id: kinds.get(q.kind, types.FLOAT) for q in base.questions.values()},
        **{m.id: types.FLOAT if isinstance(m, Tally) else types.BOOLEAN for m in measured},
        **{f"c_{conclusion.id()}": types.BOOLEAN for conclusion in base.concluding},
    }


def _named(id: str, choice: str, present: bool) -> str:
    return f"{json.dumps(choice)} {'in' if present else 'not in'} {id}"
