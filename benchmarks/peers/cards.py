"""The rules read one after the other by a plain evaluation: what every way is compared with."""

from benchmarks.peers import Conclude
from engine.audit.engines.ways import by_cards
from engine.base import Base

NAME = "the cards, evaluated plainly"
PACKAGE = "unstuck"
WARM = 50


def build(base: Base) -> Conclude:
    """Return the evaluation of a base."""
    way = by_cards(base)
    return lambda answers: way(answers).conclusions
