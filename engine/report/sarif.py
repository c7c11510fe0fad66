"""What an audit found, as SARIF 2.1.0, which code hosts and editors show beside the code."""

from importlib.metadata import version
from typing import Any

from engine.audit.anomalies import ANOMALIES
from engine.audit.anomalies.findings import Audit, Finding
from engine.report.answers import plain

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(audit: Audit) -> dict[str, Any]:
    """Return the log of one run: every kind of anomaly as a rule, every finding as a result."""
    codes = sorted(ANOMALIES)
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "unstuck",
                        "version": version("unstuck"),
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "results": [_result(finding, codes) for finding in audit.findings],
            }
        ],
    }


def _rule(code: str) -> dict[str, Any]:
    kind = ANOMALIES[code]
    return {
        "id": code,
        "name": kind.name,
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": _filled(kind.explanation)},
        "defaultConfiguration": {"level": kind.level},
    }


def _filled(explanation: str) -> str:
    """Return paragraphs a line each."""
    return "\n\n".join(" ".join(each.split()) for each in explanation.split("\n\n"))


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    fault, kind = finding.fault, finding.anomaly
    result: dict[str, Any] = {
        "ruleId": kind.code,
        "ruleIndex": codes.index(kind.code),
        "level": kind.level,
        "message": {"text": f"{fault.subject}: {fault.sentence}"},
        "partialFingerprints": {"subject/v1": f"{kind.code}/{fault.subject}/{fault.sentence}"},
        "properties": {"witness": plain(fault.witness or {})},
    }
    if fault.source:
        result["locations"] = [_location(fault.source)]
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "justification": finding.waived}]
    return result


def _location(source: str) -> dict[str, Any]:
    file, _, line = source.partition(":")
    place: dict[str, Any] = {"artifactLocation": {"uri": file}}
    if line:
        place["region"] = {"startLine": int(line)}
    return {"physicalLocation": place}
