"""Advice that must not be given together."""

from dataclasses import dataclass

from kb.articles import ROWS
from kb.vocabulary.conclusion import Conclusion


@dataclass(frozen=True, slots=True)
class Opposites:
    """Whoever is given `one` now must be given none of `others` now; `why`, and on which rows.

    A warning is given when it is said at all; a step that comes afterwards is not given now.
    """

    one: type[Conclusion]
    others: tuple[type[Conclusion], ...]
    why: str
    rows: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse rows that are not in the catalogue."""
        unknown = [row for row in self.rows if row not in ROWS]
        if unknown or not self.rows:
            raise ValueError(f"{self.one.__name__} cites rows that do not exist: {unknown}")
