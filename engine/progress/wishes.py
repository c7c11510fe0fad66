"""What became of the needs and wants that a client has listed, from one session to the next."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.own_words import OwnWords, Wish, same_name

_Place = tuple[str, str, int]
"""A kind, what is written there, and how often it was written before in the same list."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A need or a want (`kind`) that is listed or met otherwise than it was; None: not listed.

    `what` is as it is written now, or was written last.
    """

    kind: str
    what: str
    before: Wish | None
    after: Wish | None


def turned_wishes(before: OwnWords, after: OwnWords) -> Iterator[Turned]:
    """Yield the needs and wants that are listed, or met, otherwise than before.

    Two are the same where the same is written, in the same list; case and spaces do not count.
    """
    then, now = _listed(before), _listed(after)
    for place in {**now, **then}:
        old, new = then.get(place), now.get(place)
        if old is None or new is None or old.met != new.met:
            yield Turned(place[0], (new or old or Wish("")).what, old, new)


def _listed(words: OwnWords) -> Mapping[_Place, Wish]:
    found: dict[_Place, Wish] = {}
    times: Counter[tuple[str, str]] = Counter()
    for kind, wishes in (("need", words.needs), ("want", words.wants)):
        for wish in wishes:
            written = same_name(wish.what)
            if written:
                found[kind, written, times[kind, written]] = wish
                times[kind, written] += 1
    return found
