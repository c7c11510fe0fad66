"""One row of the catalogue: a decision that an article makes, in our words."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "classify",
    "diagnose",
    "strategy",
    "action",
    "step order",
    "reflection question",
    "conversation script",
    "warning",
    "stop/exit criterion",
]
Basis = Literal["explicit", "implicit", "comment"]


@dataclass(frozen=True, slots=True)
class Row:
    """A decision (`when`, `then`), what it means (`paraphrase`), and where it stands.

    `place` names heading, line and sentence: `L19.5` is the fifth sentence of line 19.
    `basis` is `explicit` (stated), `implicit` (follows clearly) or `comment` (a reader's comment
    below the article, which weighs less).
    """

    id: str
    place: str
    kind: Kind
    basis: Basis
    when: str
    then: str
    paraphrase: str

    @property
    def family(self) -> str:
        """The two letters of the id: RU, BO, RB, BG, AC, PA or RS."""
        return self.id[:2]
