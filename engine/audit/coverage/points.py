"""What there is to show of a knowledge base: its rules, conclusions, and conditions both ways."""

from dataclasses import dataclass, replace
from typing import Literal

from engine.audit.turning import without
from engine.base import Base, Kind
from engine.cards import leaves
from engine.words import condition

Level = Literal["rule", "conclusion", "condition"]
LEVELS: tuple[Level, ...] = ("rule", "conclusion", "condition")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to be shown: of a condition, that it alone makes the rule fire, or keeps it still.

    `name` is that of the rule or conclusion; `place` is that of the condition in its rule, and
    `fires` which way it is to turn the rule.
    """

    level: Level
    name: str
    place: int = 0
    fires: bool = True


def points_of(base: Base) -> dict[Point, str]:
    """Return everything to be shown of a base, in order, each in words."""
    found: dict[Point, str] = {}
    for card in base.cards:
        found[Point("rule", card.name)] = f"rule {card.name}"
    for conclusion in conclusions_to_show(base):
        found[Point("conclusion", conclusion.id())] = f"conclusion {conclusion.id()}"
    for card in base.cards:
        for place, leaf in enumerate(leaves(card.when)):
            for fires in (True, False):
                turns = "alone lets it fire" if fires else "alone keeps it still"
                words = f"rule {card.name}, condition {place + 1} ({condition(leaf)}) {turns}"
                found[Point("condition", card.name, place, fires)] = words
    return found


def conclusions_to_show(base: Base) -> tuple[Kind, ...]:
    """Return what a base can tell; if it advises, with what comes along without a rule."""
    return base.conclusions if base.advises else tuple(base.concluding)


def base_without(base: Base, point: Point) -> Base:
    """Return a base with the condition of a point taken to hold always."""
    return base.with_cards(
        replace(card, when=without(card.when, point.place)) if card.name == point.name else card
        for card in base.cards
    )
