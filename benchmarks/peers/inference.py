"""Ours, as far as the peers go: what follows from the answers, and which rules fired and why."""

from benchmarks.peers import Conclude
from engine.base import Base
from engine.inference import infer

NAME = "unstuck, inference"
PACKAGE = "unstuck"
WARM = 100


def build(base: Base) -> Conclude:
    """Return what a consultation rests on, by Experta; `base` must be the knowledge base itself."""
    ids = {conclusion: conclusion.id() for conclusion in base.concluding}
    return lambda answers: frozenset(map(ids.__getitem__, infer(answers).concluded))
