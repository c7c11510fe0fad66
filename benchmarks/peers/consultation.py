"""Ours, as a whole: everything that one person is told, in order, with its reasons."""

from benchmarks.peers import Conclude
from engine.base import Base
from engine.consultation import consult

NAME = "unstuck, consultation"
PACKAGE = "unstuck"
WARM = 100


def build(base: Base) -> Conclude:
    """Return the consultation; `base` must be the knowledge base itself."""
    ids = {card.name: frozenset(c.id() for c in card.then) for card in base.cards}
    return lambda answers: frozenset().union(*(ids[rule] for rule in consult(answers).rules))
