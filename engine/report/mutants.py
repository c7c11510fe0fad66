"""What became of the mutants of a knowledge base, as a table and as data."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from engine.audit.mutation.mutants import OUTCOMES, Outcome, Verdict, figures, survivors
from engine.audit.mutation.operators import Mutant
from engine.audit.mutation.witness import Witness
from engine.base import Base
from engine.report.answers import plain
from engine.report.tables import table
from engine.words import word

HEADERS = ("operator", "mutants", "killed", "equivalent", "survived")


def render(base: Base, verdicts: Sequence[Verdict], form: str, width: int) -> str:
    """Write what became of mutants as a table, with the survivors below it, or as JSON."""
    if form == "json":
        return _as_data(base, verdicts)
    counted = figures(verdicts)
    total: Counter[Outcome] = sum(counted.values(), Counter())
    rows = [_row(name, counts) for name, counts in (*counted.items(), ("all", total))]
    lines = [f"Mutants of {base.name}", "", table(HEADERS, rows)]
    if total["equivalent"]:
        lines.append(
            "Equivalent, proved over all clients: nobody would be told anything else or why."
        )
    left = [line for mutant, witness in survivors(verdicts) for line in _told(mutant, witness)]
    return "\n".join([*lines, *(_wrapped(line, width) for line in left)]) + "\n"


def _wrapped(line: str, width: int) -> str:
    return textwrap.fill(line, width, subsequent_indent="    ", break_on_hyphens=False)


def _row(name: str, counts: Mapping[Outcome, int]) -> tuple[str, ...]:
    numbers = (sum(counts.values()), *(counts[outcome] for outcome in OUTCOMES))
    return (name, *map(str, numbers))


def _told(mutant: Mutant, witness: Witness) -> Iterator[str]:
    """Yield the lines on one mutant that survived, and on the client who would kill it."""
    yield ""
    yield f"{mutant.rule}: {mutant.words}"
    yield f"  client: {_client(witness)}"
    for id, ours, theirs in witness.differs:
        yield f"  {id}: {_when(ours)}, and with the mistake {_when(theirs)}"
    if not witness.differs:
        for rule, is_ours in witness.reasons:
            yield f"  {rule}: {'no longer' if is_ours else 'wrongly'} given as a reason"


def _client(witness: Witness) -> str:
    said = ", ".join(f"{id} = {word(answer)}" for id, answer in witness.answers.items())
    return (said or "no answers") + ("" if witness.met else " (by a file only, in no interview)")


def _when(when: str | None) -> str:
    return when.replace("_", " ") if when else "not told"


def _as_data(base: Base, verdicts: Sequence[Verdict]) -> str:
    counted = figures(verdicts)
    written = {
        "knowledge_base": base.name,
        "figures": {
            name: {outcome: counts[outcome] for outcome in OUTCOMES}
            for name, counts in counted.items()
        },
        "mutants": [_verdict(verdict) for verdict in verdicts],
    }
    return json.dumps(written, indent=2) + "\n"


def _verdict(verdict: Verdict) -> dict[str, Any]:
    mutant = verdict.mutant
    written = {
        "rule": mutant.rule,
        "operator": mutant.operator,
        "words": mutant.words,
        "outcome": verdict.outcome,
    }
    if verdict.killer:
        written["killed_by"] = verdict.killer
    return written | ({"witness": _witness(verdict.witness)} if verdict.witness else {})


def _witness(witness: Witness) -> dict[str, Any]:
    return {
        "answers": plain(witness.answers),
        "in_an_interview": witness.met,
        "differs": [
            {"id": id, "when": ours, "with_the_mistake": theirs}
            for id, ours, theirs in witness.differs
        ],
        "reasons": [
            {"rule": rule, "given": is_ours, "with_the_mistake": not is_ours}
            for rule, is_ours in witness.reasons
        ],
    }
