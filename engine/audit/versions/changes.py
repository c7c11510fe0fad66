"""What is declared otherwise in another version of a knowledge base, in words."""

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from engine.base import Base
from engine.cards import leaves
from engine.export.as_json import base_data, mentioned
from engine.export.clauses import Known, read_clause
from engine.export.entry import Entry
from engine.words import condition

Part = Literal["question", "measure", "conclusion", "rule"]
Weight = Literal["asked", "decided", "told"]
"""What a change touches: what is asked, what is decided, or only how it is told."""

PARTS: tuple[Part, ...] = ("question", "measure", "conclusion", "rule")

_TOLD: dict[Part, tuple[str, ...]] = {
    "question": ("prompt", "rows"),
    "measure": (),
    "conclusion": ("text", "why", "rows", "lines", "kind", "gate", "conflict", "sides", "prevails"),
    "rule": ("why", "rows", "name"),
}
_CLAUSES = ("gate", "unless", "when", "settled_by")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: of what, which key of it, and how, in words.

    The key of what is new or gone as a whole is "added" or "removed".
    """

    part: Part
    id: str
    key: str
    words: str

    @property
    def weight(self) -> Weight:
        """What the change touches."""
        if self.key in _TOLD[self.part]:
            return "told"
        return "asked" if self.part in ("question", "measure") else "decided"


@functools.cache
def changes(before: Base, after: Base) -> tuple[Change, ...]:
    """Return all changes between two versions, but those in the order of definition."""
    old, new = base_data(before), base_data(after)
    clauses = {"before": _conditions(before), "after": _conditions(after)}
    found: list[Change] = []
    for part in PARTS:
        was, now = (_by_name(data[f"{part}s"]) for data in (old, new))
        renamed = _renamed(was, now) if part == "rule" else {}
        found += (Change(part, id, "name", f"is now called {to}") for id, to in renamed.items())
        for id in [id for id in was if id not in now and id not in renamed]:
            found.append(Change(part, id, "removed", "is gone"))
        for id, entry in now.items():
            earlier = was.get(id) or was.get({to: id for id, to in renamed.items()}.get(id, ""))
            if earlier is None:
                found.append(Change(part, id, "added", "is new"))
            else:
                found += _changed(part, id, earlier, entry, clauses)
    return tuple(found)


Conditions = Callable[[Any], list[str]]


def _by_name(entries: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    # The place only puts rules of one stage in order, and no rule depends on that.
    return {
        entry.get("id", entry.get("name", "")): {k: v for k, v in entry.items() if k != "place"}
        for entry in entries
    }


def _renamed(
    was: Mapping[str, dict[str, Any]], now: Mapping[str, dict[str, Any]]
) -> dict[str, str]:
    """Return the new names of rules that decide what they did."""
    new = [name for name in now if name not in was]
    found: dict[str, str] = {}
    for name in [name for name in was if name not in now]:
        for other in new:
            if other not in found.values() and all(
                was[name][key] == now[other][key] for key in ("when", "then", "stage")
            ):
                found[name] = other
                break
    return found


def _changed(
    part: Part,
    id: str,
    was: Mapping[str, Any],
    now: Mapping[str, Any],
    clauses: Mapping[str, Conditions],
) -> Iterator[Change]:
    for key in dict.fromkeys((*was, *now)):
        earlier, later = was.get(key), now.get(key)
        if earlier == later or key == "name":
            continue
        if key in _CLAUSES and (isinstance(earlier, dict) or isinstance(later, dict)):
            words = _listed(clauses["before"](earlier), clauses["after"](later), "asks for")
        elif isinstance(earlier, list) or isinstance(later, list):
            words = _listed(_items(earlier), _items(later), "has")
        else:
            words = f"is {_shown(later)}, was {_shown(earlier)}"
        yield Change(part, id, key, f"{key} {words}")


def _listed(was: list[str], now: list[str], verb: str) -> str:
    gone = [each for each in was if each not in now]
    new = [each for each in now if each not in was]
    told = [f"now {verb} {', '.join(new)}"] if new else []
    told += [f"no longer {verb} {', '.join(gone)}"] if gone else []
    return "; ".join(told) or "is put together otherwise"


def _items(value: Any) -> list[str]:
    return [_shown(each) for each in value or []]


def _shown(value: Any) -> str:
    match value:
        case None | "":
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case list():
            return " and ".join(map(_shown, value))
        case str() if " " in value:
            return f'"{value}"'
        case _:
            return str(value)


def _conditions(base: Base) -> Conditions:
    """Return how a clause of a base is told: its conditions, in words."""
    named = {conclusion.id(): conclusion for conclusion in mentioned(base)}
    known = Known(base.questions, base.measures, named)

    def told(data: Any) -> list[str]:
        if not data:
            return []
        return [condition(leaf) for leaf in leaves(read_clause(Entry("", data), known))]

    return told
