"""A handout as Markdown; what is the client's own is kept from being read as Markdown or HTML."""

import re
from collections.abc import Iterator

from engine.report.handout.model import (
    Block,
    Count,
    Handout,
    Heading,
    Point,
    Points,
    Room,
    Said,
    Shown,
    Text,
)
from engine.report.pictures.drawing import Picture
from engine.report.tables import pipe_table
from engine.report.tree import escaped

LINE = "\\_" * 40
BOX = " \\[ \\]"


def render(shown: Handout) -> str:
    """Write a handout as a Markdown document."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_lines(shown))).rstrip("\n") + "\n"


def _lines(shown: Handout) -> Iterator[str]:
    yield from (f"# {escaped(shown.name)}", "", shown.begins)
    for section in shown.sections:
        yield from ("", f"## {section.title}", "")
        for block in section.blocks:
            yield from _block(block)
            yield ""
    yield from ("---", "")
    for line in (*shown.closing, *shown.receipt):
        yield from (escaped(line), "")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text(drawn=True):
            pass  # there is no picture here, only its table
        case Text(text, quiet):
            yield f"*{text}*" if quiet else text
        case Heading(text, _, lower):
            yield f"{'####' if lower else '###'} {text}"
        case Points(points, marks):
            for number, point in enumerate(points, 1):
                marker = {"numbers": f"{number}. ", "bullets": "- ", "boxes": "- [ ] "}[marks]
                yield from _point(point, marker)
        case Said(label, values):
            yield from (label, "", *(f"> {escaped(value)}  " for value in values))
        case Room(label, lines):
            yield label
            yield from (part for _ in range(lines) for part in ("", LINE))
        case Count(label, boxes):
            yield f"{label}{BOX * boxes}"
        case Shown(picture):
            yield from _picture(picture)


def _point(point: Point, marker: str) -> Iterator[str]:
    """Write one thing that is said; the box of a marker is no part of the margin."""
    margin = " " * len(marker.removesuffix("[ ] "))
    waits = f" ({point.waits_for})" if point.waits_for else ""
    yield f"{marker}{point.text if point.is_bare else f'**{point.text}**'}{waits}"
    if point.items:
        yield from ("", *(f"{margin}- {item}" for item in point.items))
    if point.why:
        yield from ("", f"{margin}Why: {point.why}")
    for text in point.more:
        yield from ("", f"{margin}{text}")
    if point.source:
        yield from ("", f"{margin}*From: {point.source}*")
    if not point.is_bare:
        yield ""


def _picture(picture: Picture) -> Iterator[str]:
    """Write the table of a picture, with what holds without the drawing."""
    yield from (f"### {picture.title}", "", picture.description, "")
    rows = [tuple(map(escaped, row)) for row in picture.rows]
    yield pipe_table(picture.headers, rows)
