"""The workplace power map: who matters, how much, for or against, and whom they sway."""

import math
from collections.abc import Iterator

from engine.own_words import Person
from engine.report.pictures.drawing import (
    GREY,
    INK,
    PALE,
    PAPER,
    Circle,
    Curve,
    Label,
    Line,
    Picture,
    Point,
    Polygon,
    Shape,
    diamond,
    square,
    triangle,
)
from engine.report.pictures.names import box_of, names
from engine.report.wording import one_line

MOST_DRAWN = 12
"""How many people fit on the map with their names beside them; all of them are in the table."""

TITLE = "The people around you, and their influence"
SIGNS = (
    "You are in the middle. The nearer somebody stands to you, the more influence they have on "
    "this. The shape tells whether they are for what you want, and the line how much trust there "
    "is between you. An arrow leads from somebody to whom they influence."
)
DESCRIPTION = "The influence is that on what you want, and the trust is between the two of you."

STANCES = {"for": "for it", "open": "open", "against": "against it", None: "not known"}
TRUSTS = {"strong": "strong", "some": "some", "none": "none", None: "not known"}
INFLUENCES = {3: "much", 2: "some", 1: "little", None: "not known"}
RINGS = {3: 60.0, 2: 108.0, 1: 156.0}
NOT_KNOWN = 188.0
"""How far from the middle somebody stands whose influence is not known."""

_WIDTH, _SIZE, _NODE = 480.0, 15.0, 9.0
MIDDLE: Point = (_WIDTH / 2, 206.0)
_DRAWN = (2.0, 2.0, _WIDTH - 2, 424.0)
"""Where names may stand: above the legend."""
_GAP = math.tau / 6
"""The part of the rings, at the top, that is left to what they are called."""
_LINES = {"strong": (3.5, ""), "some": (1.5, ""), "none": (1.5, "2 5")}


def power_map(people: tuple[Person, ...]) -> Picture | None:
    """Draw the people; None where no more than names is known of them."""
    if not any(p.influence or p.stance or p.trust or p.influences for p in people):
        return None
    by_influence = sorted(people, key=lambda person: -(person.influence or 0))
    kept = by_influence[:MOST_DRAWN]
    drawn = tuple(person for person in people if person in kept)[:MOST_DRAWN]
    more = len(people) - len(drawn)
    left = f" {more} more {'stands' if more == 1 else 'stand'} in the table only." if more else ""
    return Picture(
        "power-map",
        TITLE,
        SIGNS + left,
        DESCRIPTION,
        (_WIDTH, 522.0),
        (*_rings(drawn), *_map(drawn), *_legend()),
        ("name", "role", "influence", "stance", "trust", "influences"),
        tuple(map(_row, people)),
    )


def _row(person: Person) -> tuple[str, ...]:
    return (
        one_line(person.name),
        one_line(person.role),
        INFLUENCES[person.influence],
        STANCES[person.stance],
        TRUSTS[person.trust],
        one_line(", ".join(person.influences)),
    )


def _rings(people: tuple[Person, ...]) -> Iterator[Shape]:
    yield from (Circle(MIDDLE, radius, ink=PALE) for radius in RINGS.values())
    if any(person.influence is None for person in people):
        yield Circle(MIDDLE, NOT_KNOWN, ink=PALE, dash="2 6")


def _called(people: tuple[Person, ...]) -> Iterator[Label]:
    """Say on each ring how much influence stands there."""
    for influence in dict.fromkeys((*RINGS, *(p.influence for p in people))):
        x, y = _at(0, RINGS.get(influence or 0, NOT_KNOWN))
        text = f"{INFLUENCES[influence]} influence" if influence else "influence not known"
        yield Label((x, y + 4), text, "middle", 13, ink=GREY, halo=True)


def _map(people: tuple[Person, ...]) -> Iterator[Shape]:
    """Draw everybody in a direction of their own, so that lines do not meet."""
    places = [
        _at(_turn(number, len(people)), RINGS.get(person.influence or 0, NOT_KNOWN))
        for number, person in enumerate(people)
    ]
    for person, place in zip(people, places, strict=True):
        if person.trust:
            thick, dash = _LINES[person.trust]
            yield Line(MIDDLE, place, thick, dash)
    by_name = dict(zip((p.name for p in reversed(people)), reversed(places), strict=True))
    for person, place in zip(people, places, strict=True):
        others = (by_name[name] for name in person.influences if name in by_name)
        for other in dict.fromkeys(others):
            if other != place:
                yield from _arrow(place, other)
    yield Circle(MIDDLE, 17, PAPER)
    yield Label((MIDDLE[0], MIDDLE[1] + 5), "You", "middle", 13, bold=True)
    called = tuple(_called(people))
    yield from called
    taken = [(MIDDLE[0] - 18, MIDDLE[1] - 18, MIDDLE[0] + 18, MIDDLE[1] + 18)]
    taken += map(box_of, called)
    known = [(one_line(p.name), place) for p, place in zip(people, places, strict=True)]
    yield from names(known, taken, _DRAWN, _SIZE)
    yield from (_shape(p.stance, place) for p, place in zip(people, places, strict=True))


def _turn(number: int, many: int) -> float:
    return _GAP / 2 + (number + 0.5) / many * (math.tau - _GAP)


def _at(turn: float, radius: float) -> Point:
    """Return the place in a direction, from straight up and with the clock."""
    return (MIDDLE[0] + math.sin(turn) * radius, MIDDLE[1] - math.cos(turn) * radius)


def _shape(stance: str | None, place: Point) -> Circle | Polygon:
    match stance:
        case "for":
            return Circle(place, _NODE, fill=INK)
        case "open":
            return square(place, _NODE * 0.85)
        case "against":
            return triangle(place, _NODE * 1.3, fill=GREY)
        case _:
            return diamond(place, _NODE, dash="2 2")


def _arrow(start: Point, end: Point) -> Iterator[Shape]:
    """Draw an arrow that is bent to its left, so that two ways are two arrows."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down)
    bend = (
        (start[0] + end[0]) / 2 + down * 0.32,
        (start[1] + end[1]) / 2 - across * 0.32,
    )
    back = math.atan2(bend[1] - end[1], bend[0] - end[0])
    clear = min(_NODE + 4, length / 3)
    tip = (end[0] + math.cos(back) * clear, end[1] + math.sin(back) * clear)
    barbs = tuple(
        (tip[0] + math.cos(back + side) * 10, tip[1] + math.sin(back + side) * 10)
        for side in (0.4, -0.4)
    )
    yield Curve(start, bend, ((barbs[0][0] + barbs[1][0]) / 2, (barbs[0][1] + barbs[1][1]) / 2))
    yield Polygon((tip, *barbs), fill=INK, width=0.5)


def _legend() -> Iterator[Shape]:
    """Say what shapes, lines and arrows mean, each on a row of its own."""
    y = 450.0
    for x, (stance, words) in zip((14.0, 98.0, 176.0, 292.0), STANCES.items(), strict=True):
        yield _shape(stance, (x, y - 5))
        yield Label((x + 16, y), words, size=14)
    y += 28
    yield Label((5, y), "Trust:", size=14)
    for x, (trust, (thick, dash)) in zip((60.0, 152.0, 236.0), _LINES.items(), strict=True):
        yield Line((x, y - 5), (x + 30, y - 5), thick, dash)
        yield Label((x + 38, y), TRUSTS[trust], size=14)
    yield Label((326, y), "no line: not known", size=14)
    y += 28
    yield from _arrow((5, y - 5), (50, y - 5))
    yield Label((60, y), "has influence on somebody", size=14)
