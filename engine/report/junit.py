"""What an audit found, as JUnit's XML: a test case for each kind of anomaly."""

from xml.etree import ElementTree

from engine.audit.anomalies import ANOMALIES, LEVELS, Anomaly, Level
from engine.audit.anomalies.findings import Audit, Finding


def junit(audit: Audit, fail_level: Level) -> str:
    """Return a suite in which a kind of anomaly fails where something is found and not waived.

    What is below the level, and what is waived, is told in the output of its case.
    """
    failing = {f.anomaly.code for f in audit.standing if _fails(f.anomaly, fail_level)}
    suite = ElementTree.Element(
        "testsuite",
        name=f"audit of {audit.base.name}",
        tests=str(len(ANOMALIES)),
        failures=str(len(failing)),
        errors="0",
        skipped="0",
    )
    for code, kind in sorted(ANOMALIES.items()):
        found = [finding for finding in audit.findings if finding.anomaly.code == code]
        _case(suite, kind, found, _fails(kind, fail_level))
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _fails(kind: Anomaly, fail_level: Level) -> bool:
    return LEVELS.index(kind.level) >= LEVELS.index(fail_level)


def _case(suite: ElementTree.Element, kind: Anomaly, found: list[Finding], fails: bool) -> None:
    name = f"{kind.code} {kind.name}"
    case = ElementTree.SubElement(suite, "testcase", classname="unstuck.audit", name=name)
    standing = [finding for finding in found if not finding.waived]
    if standing and fails:
        message = f"{len(standing)} found: {kind.title}"
        failure = ElementTree.SubElement(case, "failure", type=kind.level, message=message)
        failure.text = "\n".join(map(_line, standing))
    elif standing:
        ElementTree.SubElement(case, "system-out").text = "\n".join(map(_line, standing))
    waived = [f"{_line(finding)} (waived: {finding.waived})" for finding in found if finding.waived]
    if waived:
        ElementTree.SubElement(case, "system-err").text = "\n".join(waived)


def _line(finding: Finding) -> str:
    fault = finding.fault
    return f"{fault.source or '-'}: {fault.subject}: {fault.sentence}"
