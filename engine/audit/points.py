"""What there is to show of a knowledge base: its rules, conclusions, and conditions both ways."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from engine.audit.turning import without
from engine.cards import RuleCard, leaves
from engine.reading import cards_of, conclusions_of
from engine.words import condition
from kb.knowledge_base import KnowledgeBase
from kb.vocabulary import Conclusion

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


def points_of(base: Any) -> dict[Point, str]:
    """Return everything to be shown of an engine class, in order, each in words."""
    found: dict[Point, str] = {}
    for card in cards_of(base):
        found[Point("rule", card.name)] = f"rule {card.name}"
    for conclusion in conclusions_to_show(base):
        found[Point("conclusion", conclusion.id())] = f"conclusion {conclusion.id()}"
    for card in cards_of(base):
        for place, leaf in enumerate(leaves(card.when)):
            for fires in (True, False):
                turns = "alone lets it fire" if fires else "alone keeps it still"
                words = f"rule {card.name}, condition {place + 1} ({condition(leaf)}) {turns}"
                found[Point("condition", card.name, place, fires)] = words
    return found


def conclusions_to_show(base: Any) -> tuple[type[Conclusion], ...]:
    """Return the conclusions of an engine class; ours with what comes along without a rule."""
    if issubclass(base, KnowledgeBase):
        return conclusions_of(base)
    return tuple(dict.fromkeys(c for card in cards_of(base) for c in card.then))


def cards_without(base: Any, point: Point) -> tuple[RuleCard, ...]:
    """Return the cards of an engine class with the condition of a point taken to hold always."""
    return tuple(
        replace(card, when=without(card.when, point.place)) if card.name == point.name else card
        for card in cards_of(base)
    )
