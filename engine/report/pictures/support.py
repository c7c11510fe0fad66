"""Two counts set against each other, such as support and drain."""

from collections.abc import Iterator

from engine.report.pictures.drawing import INK, Circle, Label, Picture, Polygon, Shape
from kb.vocabulary.handout import Balance

MOST_DOTS = 15
"""Up to this many, each is a dot; where one count is larger, both are bars."""

_WIDTH, _DOT = 420.0, 24.0


def balance(about: Balance, gain: int, loss: int) -> Picture | None:
    """Draw the two counts below each other; None where both are nothing."""
    if not gain and not loss:
        return None
    shapes = (
        *_measured(about.gain_words, gain, max(gain, loss), 0, filled=True),
        *_measured(about.loss_words, loss, max(gain, loss), 66, filled=False),
    )
    return Picture(
        "support",
        about.title,
        f"Filled: {about.gain_words}, {gain}. Empty: {about.loss_words}, {loss}.",
        "",
        (_WIDTH, 130),
        shapes,
        ("people", "how many"),
        ((about.gain_words, str(gain)), (about.loss_words, str(loss))),
    )


def _measured(words: str, count: int, most: int, top: float, *, filled: bool) -> Iterator[Shape]:
    yield Label((4, top + 18), f"{words[0].upper()}{words[1:]}: {count}", size=15, bold=True)
    fill = INK if filled else "none"
    if most <= MOST_DOTS:
        for number in range(count):
            yield Circle((4 + _DOT / 2 + number * _DOT, top + 42), 8, fill=fill)
    elif count:
        right = 4 + (_WIDTH - 8) * count / most
        corners = ((4.0, top + 32), (right, top + 32), (right, top + 52), (4.0, top + 52))
        yield Polygon(corners, fill=fill)
