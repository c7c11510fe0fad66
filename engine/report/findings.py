"""What an audit found, for a terminal and as data."""

import json
import textwrap
from collections import Counter
from typing import Any

from engine.audit.anomalies import LEVELS, Level
from engine.audit.anomalies.findings import Audit, Finding
from engine.report.answers import plain
from engine.report.junit import junit
from engine.report.sarif import sarif
from engine.scenario_files import answer_line
from kb.situation import QUESTIONS

_HARD_SPACE = "\N{NO-BREAK SPACE}"


def render(audit: Audit, form: str, width: int, fail_level: Level = "warning") -> str:
    """Write an audit as table, json, sarif or junit, in which what reaches a level fails."""
    match form:
        case "json":
            return json.dumps(_data(audit), indent=2) + "\n"
        case "sarif":
            return json.dumps(sarif(audit), indent=2) + "\n"
        case "junit":
            return junit(audit, fail_level)
        case _:
            return _table(audit, width)


def described(finding: Finding, width: int) -> str:
    """Write one finding: code, level, subject and place; then what is wrong, and the witness."""
    fault, kind = finding.fault, finding.anomaly
    where = f" ({fault.source})" if fault.source else ""
    lines = [
        f"{kind.code} {kind.level}: {fault.subject}{where}",
        *_wrapped(sentence(finding), width),
    ]
    if fault.witness is not None:
        lines += _wrapped(f"Witness: {_answers(fault.witness) or 'anybody'}", width)
    if finding.waived:
        lines += _wrapped(f"Waived: {finding.waived}", width)
    return "\n".join(lines)


def sentence(finding: Finding) -> str:
    """Return what is wrong, as a sentence."""
    said = finding.fault.sentence.rstrip(".")
    return f"{said[0].upper()}{said[1:]}."


def _table(audit: Audit, width: int) -> str:
    parts = [described(finding, width) for finding in audit.findings]
    count = Counter(finding.anomaly.level for finding in audit.standing)
    levels = ", ".join(
        f"{count[level]} {level}{'s' * (count[level] != 1)}" for level in LEVELS[::-1]
    )
    proved = f"{len(audit.verdicts)} proofs over all possible clients"
    return "\n\n".join((*parts, f"{levels}; {len(audit.waived)} waived. {proved}.")) + "\n"


def _wrapped(text: str, width: int) -> list[str]:
    lines = textwrap.wrap(
        text,
        width,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_HARD_SPACE, " ") for line in lines]


def _answers(witness: Any) -> str:
    lines = (answer_line(QUESTIONS[id], answer).strip() for id, answer in witness.items())
    # An answer stays on one line.
    return ", ".join(line.replace(" ", _HARD_SPACE) for line in lines)


def _data(audit: Audit) -> dict[str, Any]:
    return {
        "knowledge_base": audit.base.name,
        "proofs": len(audit.verdicts),
        "findings": [
            {
                "code": finding.anomaly.code,
                "name": finding.anomaly.name,
                "level": finding.anomaly.level,
                "subject": finding.fault.subject,
                "sentence": sentence(finding),
                "place": finding.fault.source,
                "witness": None if finding.fault.witness is None else plain(finding.fault.witness),
                "waived": finding.waived or None,
            }
            for finding in audit.findings
        ],
    }
