"""Answers that follow from what the client has put into words."""

from dataclasses import dataclass

from kb.articles import ROWS


@dataclass(frozen=True, slots=True)
class Unmet:
    """How many entries of a list are not met: a range while some do not tell whether they are."""

    place: str


@dataclass(frozen=True, slots=True)
class Filled:
    """Yes, when something stands at each of these places; an empty one proves nothing."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """The word that stands at a place; no word proves nothing."""

    place: str


Source = Unmet | Filled | Word


@dataclass(frozen=True, slots=True)
class Derived:
    """The answer to `question` follows from a `source`; `why`, and on which rows.

    A place is named as in a scenario file, with dots: `request.gains.team`.
    """

    question: str
    source: Source
    why: str
    rows: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse rows that are not in the catalogue."""
        unknown = [row for row in self.rows if row not in ROWS]
        if unknown or not self.rows:
            raise ValueError(f"{self.question} cites rows that do not exist: {unknown}")

    @property
    def places(self) -> tuple[str, ...]:
        """The places in a file that the answer follows from."""
        return self.source.places if isinstance(self.source, Filled) else (self.source.place,)
