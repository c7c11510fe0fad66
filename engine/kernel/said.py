"""A piece of advice and when it is said; put in order of weight, and in words."""

from collections.abc import Iterable

from engine.base import Kind
from kb.vocabulary import Conclusion, Path, Stance, Step

Said = tuple[Kind, str]
"""A conclusion and when it is said: now, afterwards, not_now or note."""

_TIMES = {"now": "now", "afterwards": "afterwards", "not_now": "not now", "note": ""}


def weighed(hanging: Iterable[Said]) -> tuple[Said, ...]:
    """Put advice in order of weight, once each: verdicts by the ladder, steps, then the rest."""

    def weight(said: Said) -> tuple[int, int, tuple[str, int]]:
        kind, when = said
        if issubclass(kind, Path):
            return (0 if when == "note" else 2, kind.level, kind.definition)
        if issubclass(kind, Step) and when == "now":
            return (1, 0, kind.definition)
        return (3 if issubclass(kind, Step | Stance) else 4, 0, kind.definition)

    once: dict[type[Conclusion], Said] = {}
    for said in sorted(hanging, key=weight):
        once.setdefault(said[0], said)
    return tuple(once.values())


def told(said: Said) -> str:
    """Return the text of a piece of advice, and when it would be said."""
    kind, when = said
    text = kind.text().format_map(_Measured())
    return f"{text.rstrip('.')} ({_TIMES[when]})." if _TIMES[when] else text


class _Measured(dict[str, str]):
    """Stands in for the counts of a person who has not answered yet."""

    def __missing__(self, key: str) -> str:
        return "some"
