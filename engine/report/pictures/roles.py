"""Two lists of the same words side by side, such as roles that are lived and roles preferred."""

from collections.abc import Collection, Iterator, Sequence

from engine.report.pictures.drawing import INK, PALE, Circle, Label, Line, Picture, Shape
from kb.vocabulary.handout import Overlap

_LEFT, _RIGHT, _WIDTH, _ROW = 192.0, 352.0, 430.0, 30.0


def overlap(
    about: Overlap, choices: Sequence[str], now: Collection[str], wanted: Collection[str]
) -> Picture | None:
    """Draw a row for each of the choices named in either list; None where one list is empty."""
    named = [choice for choice in choices if choice in now or choice in wanted]
    if not now or not wanted:
        return None
    shapes = [
        Label((_LEFT, 18), about.now_words, "middle", 13),
        Label((_RIGHT, 18), about.wanted_words, "middle", 13),
        *(
            shape
            for number, choice in enumerate(named)
            for shape in _row(choice, 46 + number * _ROW, choice in now, choice in wanted)
        ),
    ]
    both = [choice.replace("_", " ") for choice in named if choice in now and choice in wanted]
    return Picture(
        "roles",
        about.title,
        "A filled dot is what you named, an empty one what you did not.",
        f"In both lists: {', '.join(both) or 'none'}.",
        (_WIDTH, 46 + len(named) * _ROW),
        tuple(shapes),
        ("role", about.now_words, about.wanted_words),
        tuple(
            (choice.replace("_", " "), _word(choice in now), _word(choice in wanted))
            for choice in named
        ),
    )


def _row(choice: str, y: float, now: bool, wanted: bool) -> Iterator[Shape]:
    yield Line((_LEFT + 8, y), (_RIGHT - 8, y), 3 if now and wanted else 1, ink=_ink(now, wanted))
    yield Label((6, y + 5), choice.replace("_", " "), size=15)
    for x, named in ((_LEFT, now), (_RIGHT, wanted)):
        yield Circle((x, y), 8, fill=INK if named else "none")


def _ink(now: bool, wanted: bool) -> str:
    return INK if now and wanted else PALE


def _word(named: bool) -> str:
    return "yes" if named else "no"
