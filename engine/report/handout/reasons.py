"""What would turn the verdict and the first step, and where the articles disagree, in few lines."""

import itertools
from collections.abc import Iterable, Iterator

from engine.explain.disagreements import Disagreement, disagreements
from engine.explain.person import Person, Quote
from engine.explain.what_would_change import Turn, WouldChange, turning_points, what_would_change
from engine.report.explained import FACTS_NOT_ANSWERS, SETTLED, move_words, nothing_turns
from engine.report.handout.model import Block, Point, Points, Text
from engine.report.reasons import said_in
from kb.vocabulary import Contradiction, Precedence

MOST_TURNS = 2
MOST_POINTS = 3

LEAD = (
    "What could end these, or move them to another time, and is in your own hands. Only the "
    f"smallest changes are named. {FACTS_NOT_ANSWERS}"
)
BOTH_SIDES = (
    "More than one voice speaks about your situation. This is how they are weighed for you."
)


def changes(person: Person) -> tuple[Block, ...]:
    """Tell what would turn the verdict and the first step."""
    points = turning_points(person)
    if not points:
        return ()
    # The first step comes last there, and is worth more than a third verdict.
    kept = dict.fromkeys((*points[: MOST_POINTS - 1], points[-1]))
    # What ends a verdict often ends its first step, too, and is told once.
    by_turns: dict[tuple[Turn, ...], WouldChange] = {}
    for id in kept:
        found = what_would_change(person, id)
        by_turns.setdefault(found.turns, found)
    return (Text(LEAD), Points(tuple(map(_would_change, by_turns.values()))))


def _would_change(found: WouldChange) -> Point:
    if not found.turns:
        return Point(found.advice.text, more=(nothing_turns(found),))
    turns = tuple(_turn(turn, found.advice.id) for turn in found.turns[:MOST_TURNS])
    return Point(found.advice.text, items=turns)


def _turn(turn: Turn, advice: str) -> str:
    first, *more = (move_words(move, advice) for move in turn.moves)
    return " And ".join((first, *(f"{words[:1].lower()}{words[1:]}" for words in more)))


def differences(person: Person) -> tuple[Block, ...]:
    """Tell where articles disagree about this client, what each says, and what is made of it."""
    clashing = (k for k in person.items if issubclass(k, Contradiction | Precedence))
    told = {kind.id() for kind in clashing if kind.told}
    found = tuple(each for each in disagreements(person) if each.id in told)
    return (Text(BOTH_SIDES), Points(tuple(map(_difference, found)))) if found else ()


def _difference(found: Disagreement) -> Point:
    return Point(
        found.text, items=tuple(_voices(found)), why=" ".join((SETTLED[found.prevails], *found.why))
    )


def _voices(found: Disagreement) -> Iterator[str]:
    """Tell in a few words what each voice says, and where: the catalogue's own notes stay out."""
    if len(found.voices) == 1:
        yield f"From: {'; '.join(quote.source for quote in found.voices[0])}"
        return
    for name, voice in zip(("One voice", "The other voice"), found.voices, strict=True):
        # What several rows of one place say in the same words is said once.
        by_words = itertools.groupby(voice, key=said_in)
        yield f"{name}: {' '.join(_quoted(said, quotes) for said, quotes in by_words)}"


def _quoted(said: str, quotes: Iterable[Quote]) -> str:
    stop = "" if said.endswith("?") else "."
    sources = "; ".join(quote.source for quote in quotes)
    return f"{said[:1].upper()}{said[1:]}{stop} [{sources}]"
