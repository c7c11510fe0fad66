"""Whether the engines agree, as a table and as data; the first person about whom they do not."""

import json
from typing import Any

from engine.audit.engines.agree import Agreement, Difference
from engine.audit.engines.ways import Outcome
from engine.base import Base
from engine.report.answers import plain
from engine.report.tables import table
from engine.scenario_files import dump
from engine.scenarios import Scenario


def render(found: Agreement, base: Base, form: str) -> str:
    """Write what came out as a table or as JSON."""
    return as_data(found, base) if form == "json" else summary(found, base)


def summary(found: Agreement, base: Base) -> str:
    """Write the figures, a row for each pair, and the first person about whom two ways differ."""
    lines = [
        f"{found.people} people: {found.rules} firings and {found.conclusions} conclusions"
        f" compared; {len(found.fired)} of {len(base.cards)} rules fired for somebody",
        "",
        table(
            ("one way", "another", "people who differ"),
            [(*pair, str(count)) for pair, count in found.differing.items()],
        ),
    ]
    if found.first is not None:
        lines += ["", f"The first of them, person {found.first.number}:", "", _client(found.first)]
    return "\n".join(lines).rstrip("\n") + "\n"


def as_data(found: Agreement, base: Base) -> str:
    """Write what came out as JSON."""
    written: dict[str, Any] = {
        "knowledge_base": base.name,
        "people": found.people,
        "firings": found.rules,
        "conclusions": found.conclusions,
        "rules": {"fired": len(found.fired), "all": len(base.cards)},
        "differences": [
            {"ways": list(pair), "people": count} for pair, count in found.differing.items()
        ],
        "first": None,
    }
    if found.first is not None:
        written["first"] = {
            "person": found.first.number,
            "answers": plain(found.first.answers),
            "ways": {
                name: {"rules": sorted(each.rules), "conclusions": sorted(each.conclusions)}
                for name, each in found.first.outcomes.items()
            },
        }
    return json.dumps(written, indent=2) + "\n"


def _client(first: Difference) -> str:
    """Write a scenario file: the answers, and in its notes what not all ways came to."""
    notes = "; ".join(f"{name}: {_apart(each, first)}" for name, each in first.outcomes.items())
    return dump(Scenario(f"person {first.number}", dict(first.answers), notes=notes))


def _apart(outcome: Outcome, first: Difference) -> str:
    """List what this way came to and not all the others did."""
    every = first.outcomes.values()
    rules = outcome.rules - frozenset.intersection(*(each.rules for each in every))
    conclusions = outcome.conclusions - frozenset.intersection(*(e.conclusions for e in every))
    return ", ".join((*sorted(rules), *sorted(conclusions))) or "nothing more than all of them"
