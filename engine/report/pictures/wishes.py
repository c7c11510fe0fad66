"""Needs against wants: a box for each, filled where it is met."""

from collections.abc import Iterator, Sequence

from engine.own_words import Wish
from engine.report.own_words import MET
from engine.report.pictures.drawing import INK, Label, Picture, Point, Shape, square
from engine.report.wording import one_line

TITLE = "What you need, and what you want"
SIGNS = "A filled box is met, an empty box is not, and a broken box is not known."
DESCRIPTION = (
    "A need is what must be met, or staying cannot be justified; a want is what you would enjoy "
    "and can do without."
)

_BOX, _IN_A_ROW = 26.0, 14


def wishes(needs: Sequence[Wish], wants: Sequence[Wish]) -> Picture | None:
    """Draw a row of boxes for the needs and one for the wants; None where there is neither."""
    if not needs and not wants:
        return None
    shapes: list[Shape] = []
    y = 6.0
    for title, group in [pair for pair in (("Needs", needs), ("Wants", wants)) if pair[1]]:
        met = sum(wish.met is True for wish in group)
        shapes.append(Label((4, y + 16), title, size=15, bold=True))
        shapes.append(Label((76, y + 16), f"{met} of {len(group)} met", size=15))
        y += 26
        shapes += _boxes(group, y)
        y += -(-len(group) // _IN_A_ROW) * _BOX + 16
    rows = tuple(
        (kind, one_line(wish.what), MET[wish.met])
        for kind, group in (("need", needs), ("want", wants))
        for wish in group
    )
    size = (_BOX * _IN_A_ROW + 16, y)
    headers = ("kind", "what", "met")
    return Picture("wishes", TITLE, SIGNS, DESCRIPTION, size, tuple(shapes), headers, rows)


def _boxes(group: Sequence[Wish], top: float) -> Iterator[Shape]:
    for number, wish in enumerate(group):
        row, column = divmod(number, _IN_A_ROW)
        place: Point = (4 + _BOX / 2 + column * _BOX, top + _BOX / 2 + row * _BOX)
        if wish.met:
            yield square(place, 9, fill=INK)
        else:
            yield square(place, 9, dash="" if wish.met is False else "3 3")
