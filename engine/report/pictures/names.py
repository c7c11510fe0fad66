"""Names beside what they name: next to it where there is room, and never over one another."""

import itertools
from collections.abc import Iterator, Sequence

from engine.report.pictures.drawing import PALE, Label, Line, Point, Shape, cut, width_of

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

MARK = 13.0
"""How far from the middle of a mark a name begins; a mark is smaller than that on every side."""
MOST_WIDE = 116.0
"""How wide a name may be; what is longer is cut, and stands in the table in full."""
_UP, _DOWN = 1.0, 0.25
"""How far letters reach above their line and below it, in their size."""
_STEP = 12


def names(
    marks: Sequence[tuple[str, Point]], taken: Sequence[Box], within: Box, size: float
) -> Iterator[Shape]:
    """Write each text beside its mark, off what is taken; a line leads to one that is further off.

    Raises ValueError where there is no room left at all.
    """
    full = [*taken, *(_round(place) for _, place in marks)]
    middle = (within[0] + within[2]) / 2
    for text, mark in marks:
        shown = cut(text, MOST_WIDE, size)
        wide = width_of(shown, size)
        candidates = itertools.chain(
            _beside(mark, wide, size, mark[0] < middle), _anywhere(mark, wide, size, within)
        )
        box = next((b for b in candidates if _lies_in(b, within) and not _meets(b, full)), None)
        if box is None:
            raise ValueError(f"no room for a name beside {len(marks)} marks")
        full.append(box)
        if not _meets(box, [_round(mark, MARK + 2)]):
            yield Line(mark, _nearest(mark, box), 0.75, ink=PALE)
        yield _written(shown, box, mark, size)


def _written(text: str, box: Box, mark: Point, size: float) -> Label:
    """Write a text into its box, at the end that is nearer to its mark."""
    line = box[1] + size * _UP
    if box[0] > mark[0]:
        return Label((box[0], line), text, "start", size, halo=True)
    if box[2] < mark[0]:
        return Label((box[2], line), text, "end", size, halo=True)
    return Label(((box[0] + box[2]) / 2, line), text, "middle", size, halo=True)


def box_of(label: Label) -> Box:
    """Return where a label with its middle at its place lies."""
    half = width_of(label.text, label.size) / 2
    x, y = label.at
    return x - half, y - label.size * _UP, x + half, y + label.size * _DOWN


def _beside(mark: Point, wide: float, size: float, leftwards: bool) -> Iterator[Box]:
    """Yield the four places next to a mark, outwards first."""
    high, (x, y) = size * (_UP + _DOWN), mark
    left = (x - MARK - wide, y - high / 2, x - MARK, y + high / 2)
    right = (x + MARK, y - high / 2, x + MARK + wide, y + high / 2)
    yield from (left, right) if leftwards else (right, left)
    yield (x - wide / 2, y + MARK, x + wide / 2, y + MARK + high)
    yield (x - wide / 2, y - MARK - high, x + wide / 2, y - MARK)


def _anywhere(mark: Point, wide: float, size: float, within: Box) -> list[Box]:
    """Return places all over the picture, the nearest to a mark first."""
    high = size * (_UP + _DOWN)
    lefts = range(int(within[0]), int(within[2] - wide) + 1, _STEP)
    tops = range(int(within[1]), int(within[3] - high) + 1, _STEP)
    boxes = [(x, y, x + wide, y + high) for x in map(float, lefts) for y in map(float, tops)]
    return sorted(boxes, key=lambda box: _far(mark, box))


def _far(mark: Point, box: Box) -> float:
    x, y = _nearest(mark, box)
    return (x - mark[0]) ** 2 + (y - mark[1]) ** 2


def _nearest(mark: Point, box: Box) -> Point:
    """Return the point of a box that is nearest to a mark."""
    return min(max(mark[0], box[0]), box[2]), min(max(mark[1], box[1]), box[3])


def _round(place: Point, half: float = MARK - 1) -> Box:
    x, y = place
    return x - half, y - half, x + half, y + half


def _lies_in(box: Box, within: Box) -> bool:
    low = within[0] <= box[0] and within[1] <= box[1]
    return low and box[2] <= within[2] and box[3] <= within[3]


def _meets(box: Box, others: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return any(left < o[2] and o[0] < right and top < o[3] and o[1] < bottom for o in others)
