"""What a client says in their own words: the goal, the request, the people, and what is missing."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

MOST_TEXT, MOST_LISTED, MOST_NAME = 2000, 500, 200
"""How many characters a text may have, one in a list of needs or wants, and a name or a role."""
MOST_PEOPLE, MOST_WISHES, MOST_BACK_UPS = 50, 50, 20
"""How many entries each list may have; needs and wants are counted each for itself."""
MOST_IN_ALL = 20_000
"""How many characters all own words together may have: some ten pages in a handout.

A character that cannot be shown counts as the letters by which it is written instead.
"""

Stance = Literal["for", "open", "against"]
Trust = Literal["strong", "some", "none"]


@dataclass(frozen=True, slots=True)
class Gains:
    """What a yes to the request would bring to each of the four parties (RU-53)."""

    you: str = ""
    team: str = ""
    manager: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a topic, the exact wording, why, what all gain, and what else would do.

    `topic` is a choice of the question `ask_topic`; `intent` is the one sentence to open with
    (RU-48), and `back_ups` are the alternatives, best first (RU-54).
    """

    topic: str = ""
    wording: str = ""
    intent: str = ""
    gains: Gains = Gains()
    back_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who matters in it, as on a map of influence (RU-61).

    `influence` goes from 1 (little) to 3 (much); `stance` is towards what the client wants, and
    `trust` is between the two; None is not known. `influences` are the names of other people whom
    this person sways.
    """

    name: str
    role: str = ""
    influence: int | None = None
    stance: Stance | None = None
    trust: Trust | None = None
    influences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """A need or a want: what it is, and whether it is met (None: not known)."""

    what: str
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All that a client put into words."""

    goal: str = ""
    request: Request = Request()
    people: tuple[Person, ...] = ()
    needs: tuple[Wish, ...] = ()
    wants: tuple[Wish, ...] = ()


NO_WORDS = OwnWords()


def same_name(name: str) -> str:
    """Return what two spellings of one name have in common: case and spaces do not count."""
    written = name.encode("utf-8", "replace").decode()  # half a character is a "?" in a file
    return unicodedata.normalize("NFC", " ".join(written.split()).casefold())
