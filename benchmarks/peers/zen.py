"""zen-engine: a graph of decisions, an expression node a stage, an expression a conclusion."""

import itertools
import json
from collections.abc import Mapping
from typing import Any

from benchmarks.infix import with_null
from benchmarks.language import layers
from benchmarks.peers import Conclude
from engine.audit.engines.people import facts_of
from engine.base import Base, Kind
from engine.cards import Clause
from engine.extras import required
from kb.vocabulary.question import Answer

NAME = "zen-engine"
PACKAGE = "zen-engine"
WARM = 100


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
        *(_node(number, follows) for number, follows in enumerate(layers(base))),
        {"id": "out", "name": "out", "type": "outputNode", "content": {}},
    ]
    edges = [
        {"id": f"{a['id']} {b['id']}", "type": "edge", "sourceId": a["id"], "targetId": b["id"]}
        for a, b in itertools.pairwise(nodes)
    ]
    return {"nodes": nodes, "edges": edges}


def _node(number: int, follows: Mapping[Kind, Clause]) -> dict[str, Any]:
    language = with_null(_named)
    expressions = [
        {
            "id": f"c_{conclusion.id()}",
            "key": f"c_{conclusion.id()}",
            "value": language.write(when),
        }
        for conclusion, when in follows.items()
    ]
    return {
        "id": f"stage {number}",
        "name": f"stage {number}",
        "type": "expressionNode",
        "content": {"expressions": expressions, "passThrough": True},
    }


def _named(id: str, choice: str, present: bool) -> str:
    named = f"contains({id}, {json.dumps(choice)})"
    return named if present else f"not {named}"
