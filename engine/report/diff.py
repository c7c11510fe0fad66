"""What differs between two versions of a knowledge base, for a terminal and as data."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from engine.audit.versions.changes import Change
from engine.audit.versions.clients import turned_words
from engine.audit.versions.diff import Difference, Turn, Witness
from engine.base import Base
from engine.complaints import visible
from engine.report.answers import plain
from engine.words import word

_EQUAL = "Proved equal: whatever a client answers, the same is told, and at the same time."
_TITLES = {
    "asked": "Questions and measures",
    "decided": "Rules and conclusions",
    "told": "Texts and sources, which decide nothing",
}


def render(found: Difference, form: str, width: int) -> str:
    """Write a difference as text or as JSON; `width` is in columns."""
    if form == "json":
        return json.dumps(_data(found), indent=2) + "\n"
    lines = [f"{_title(found.before)} -> {_title(found.after)}", "", _verdict(found)]
    for witness in found.witnesses:
        lines += ["", *_witness(witness, found.texts)]
    for weight, title in _TITLES.items():
        told = [change for change in found.changes if change.weight == weight]
        if told:
            lines += ["", title, *(f"  - {_change(change)}" for change in told)]
    if found.looked_at:
        lines += ["", f"Scenarios that turn: {len(found.turned)} of {found.looked_at}"]
        for scenario in found.turned:
            turns = ", ".join(map(turned_words, scenario.turns))
            lines.append(f"  - {scenario.source}: {turns}")
    return "\n".join(_wrapped(map(visible, lines), width)) + "\n"


def _title(base: Base) -> str:
    return f"{base.name} {base.version}".strip()


def _verdict(found: Difference) -> str:
    if found.equal:
        return _EQUAL
    turns = [turn for witness in found.witnesses for turn in witness.turns]
    gained = sum(turn.gained for turn in turns)
    return f"Advice differs: {gained} gained, {len(turns) - gained} lost by some client."


def _witness(witness: Witness, texts: Mapping[str, str]) -> Iterator[str]:
    answers = ", ".join(f"{id} = {word(answer)}" for id, answer in witness.answers.items())
    yield f"Seen by a client with {answers or 'no answers'}"
    for turn in witness.turns:
        yield f"  - {turned_words(turn)}: {texts.get(turn.id, '')}"
    behind = [f"{name} ({how})" for name, how in witness.rules.items()]
    if not behind:
        behind = [f"the declaration of {id}" for id in witness.declared]
    if behind:
        yield f"  because of {', '.join(behind)}"


def _change(change: Change) -> str:
    return f"{change.part} {change.id}: {change.words}"


def _wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        yield from textwrap.wrap(line, width, subsequent_indent=indent) or [""]


def _data(found: Difference) -> dict[str, Any]:
    return {
        "before": {"name": found.before.name, "version": found.before.version},
        "after": {"name": found.after.name, "version": found.after.version},
        "equal": found.equal,
        "witnesses": [_witness_data(witness) for witness in found.witnesses],
        "changes": [
            {"what": c.part, "id": c.id, "key": c.key, "touches": c.weight, "words": c.words}
            for c in found.changes
        ],
        "scenarios": {
            "compared": found.looked_at,
            "turned": [
                {"file": each.source, "advice": [_turn(turn) for turn in each.turns]}
                for each in found.turned
            ],
        },
    }


def _witness_data(witness: Witness) -> dict[str, Any]:
    return {
        "answers": plain(witness.answers),
        "advice": [_turn(turn) for turn in witness.turns],
        "rules": dict(witness.rules),
        "declared": list(witness.declared),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {"id": turn.id, "when": turn.when, "change": "gained" if turn.gained else "lost"}
