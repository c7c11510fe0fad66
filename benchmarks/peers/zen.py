"""zen-engine: a graph of decisions, an expression node a stage, an expression a conclusion."""

import itertools
import json
from collections.abc import Mapping
from typing import Any

from benchmarks.infix import condition, infix, stages
from benchmarks.peers import Conclude
from engine.audit.engines.people import facts_of
from engine.base import Base
from engine.cards import Clause, RuleCard
from engine.extras import required
from engine.logic import Logic
from kb.vocabulary.question import Answer

NAME = "zen-engine"
PACKAGE = "zen-engine"
WARM = 100

_LOGIC: Logic[str] = infix("not", "and", "or", "true", "false")


def build(base: Base) -> Conclude:
    """Compile the graph; each node passes on what it was given."""
    zen = required("zen", "zen-engine", "bench")
    decision = zen.ZenEngine().create_decision(json.dumps(graph(base)))
    ids = {f"c_{conclusion.id()}": conclusion.id() for conclusion in base.concluding}

    def conclusions(answers: Mapping[str, Answer]) -> frozenset[str]:
        facts = {
            id: list(answer) if isinstance(answer, frozenset) else answer
            for id, answer in facts_of(base, answers).items()
        }
        result = decision.evaluate(facts)["result"]
        return frozenset(id for key, id in ids.items() if result[key])

    return conclusions


def graph(base: Base) -> dict[str, Any]:
    """Return the graph as data: input, a node a stage, output, one after the other."""
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "content": {}},
        *(_node(base, number, cards) for number, cards in enumerate(stages(base))),
        {"id": "out", "name": "out", "type": "outputNode", "content": {}},
    ]
    edges = [
        {"id": f"{a['id']} {b['id']}", "type": "edge", "sourceId": a["id"], "targetId": b["id"]}
        for a, b in itertools.pairwise(nodes)
    ]
    return {"nodes": nodes, "edges": edges}


def _node(base: Base, number: int, cards: tuple[RuleCard, ...]) -> dict[str, Any]:
    concluded = dict.fromkeys(conclusion for card in cards for conclusion in card.then)
    expressions = [
        {
            "id": f"c_{conclusion.id()}",
            "key": f"c_{conclusion.id()}",
            "value": _LOGIC.some(
                _LOGIC.judge(card.when, _leaf) for card in base.concluding[conclusion]
            ),
        }
        for conclusion in concluded
    ]
    return {
        "id": f"stage {number}",
        "name": f"stage {number}",
        "type": "expressionNode",
        "content": {"expressions": expressions, "passThrough": True},
    }


def _leaf(clause: Clause) -> str:
    return condition(clause, _named)


def _named(id: str, choice: str, present: bool) -> str:
    named = f"contains({id}, {json.dumps(choice)})"
    return named if present else f"not {named}"
