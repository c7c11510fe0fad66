"""What a picture consists of: lines, shapes and labels at their places, and its table twin."""

import itertools
import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Literal

Point = tuple[float, float]

INK = "#1a1a1a"
GREY = "#767676"
PALE = "#c4c4c4"
PAPER = "#ffffff"
CUT = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A line from one point to another; `dash` is its pattern, none for a solid one."""

    form: ClassVar[str] = "line"
    start: Point
    end: Point
    width: float = 1
    dash: str = ""
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve from one point to another, bent towards a third."""

    form: ClassVar[str] = "curve"
    start: Point
    bend: Point
    end: Point
    width: float = 1


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round a centre."""

    form: ClassVar[str] = "circle"
    centre: Point
    radius: float
    fill: str = "none"
    ink: str = INK
    width: float = 1.5
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through its corners."""

    form: ClassVar[str] = "polygon"
    corners: tuple[Point, ...]
    fill: str = PAPER
    ink: str = INK
    width: float = 1.5
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; `size` is in the units of the drawing; a `halo` keeps lines off them."""

    form: ClassVar[str] = "label"
    at: Point
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    size: float = 14
    bold: bool = False
    ink: str = INK
    halo: bool = False


Shape = Line | Curve | Circle | Polygon | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as wide and high as it says, what it is and shows in words, and its table twin.

    `signs` tells what shapes and lines stand for, and `description`, which may be empty, what holds
    of the table, too. `name` is short, without spaces, and unlike that of every other picture of a
    handout.
    """

    name: str
    title: str
    signs: str
    description: str
    size: tuple[float, float]
    shapes: tuple[Shape, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def square(centre: Point, half: float, fill: str = PAPER, dash: str = "") -> Polygon:
    """Return a square round a centre; `half` is half its side."""
    x, y = centre
    left, right, top, bottom = x - half, x + half, y - half, y + half
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Polygon(corners, fill, dash=dash)


def triangle(centre: Point, radius: float, fill: str = PAPER) -> Polygon:
    """Return a triangle that stands on its base."""
    x, y = centre
    across, low = radius * 0.87, y + radius / 2
    return Polygon(((x, y - radius), (x + across, low), (x - across, low)), fill)


def diamond(centre: Point, radius: float, dash: str = "") -> Polygon:
    """Return a square that stands on a corner."""
    x, y = centre
    return Polygon(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)), dash=dash)


def cut(text: str, room: float, size: float) -> str:
    """Return as much of a text as fits into `room` at a size of letters, with a mark where cut.

    How wide a text is, is estimated.
    """
    ends = list(itertools.accumulate(_ems(character) * size for character in text))
    if not ends or ends[-1] <= room:
        return text
    kept = sum(end + _ems(CUT) * size <= room for end in ends)
    return text[:kept].rstrip() + CUT


def width_of(text: str, size: float) -> float:
    """Return how wide a text is at a size of letters, as an estimate, and rather too wide."""
    return sum(_ems(character) * size for character in text)


def _ems(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in ("m", "w", "M", "W", "@", "%", CUT):
        return 1.0
    return 0.72 if character.isupper() else 0.6 if ord(character) < 0x300 else 0.85
