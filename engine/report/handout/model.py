"""The parts a handout is made of, in the order in which they are read; every form writes these."""

import datetime
from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.report.pictures.drawing import Picture


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a `quiet` one is a remark, one on what is `drawn` stands only where that is."""

    form: ClassVar[str] = "text"
    text: str
    quiet: bool = False
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section, or below such a heading (`lower`); a `sheet` begins a page."""

    form: ClassVar[str] = "heading"
    text: str
    sheet: bool = False
    lower: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is said: its text, what it waits for, the list below it, reason and source."""

    text: str
    waits_for: str = ""
    items: tuple[str, ...] = ()
    why: str = ""
    more: tuple[str, ...] = ()
    source: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the text is said, so that nothing has to stand out."""
        return not (self.items or self.why or self.more or self.source)


@dataclass(frozen=True, slots=True)
class Points:
    """A list: numbered, with bullets, or with boxes to tick."""

    form: ClassVar[str] = "points"
    points: tuple[Point, ...]
    marks: Literal["numbers", "bullets", "boxes"] = "bullets"


@dataclass(frozen=True, slots=True)
class Said:
    """What the client said, under a label; `values` are its lines."""

    form: ClassVar[str] = "said"
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on, under a label."""

    form: ClassVar[str] = "room"
    label: str
    lines: int


@dataclass(frozen=True, slots=True)
class Count:
    """A row of boxes to tick, one each time."""

    form: ClassVar[str] = "count"
    label: str
    boxes: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with its twin as a table, or only that where nothing can be drawn."""

    form: ClassVar[str] = "shown"
    picture: Picture


Block = Text | Heading | Points | Said | Room | Count | Shown


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; a `page` is kept on one when printed, where it fits."""

    title: str
    blocks: tuple[Block, ...]
    page: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """Something in the plan with a day: a name that stays, the day, a title, and what to do."""

    name: str
    day: datetime.date
    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """All that one client takes home.

    `plan` are the days of the plan, which also stand in a section. `key` names the client for as
    long as the file is called the same, but for the date of a check-in. `receipt` are lines at the
    very end, which may be none.
    """

    name: str
    key: str
    written: datetime.date
    begins: str
    sections: tuple[Section, ...]
    plan: tuple[Due, ...]
    closing: tuple[str, ...]
    receipt: tuple[str, ...] = ()
