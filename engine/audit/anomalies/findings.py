"""An audit of a knowledge base: every anomaly that is found, and those that are waived."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.audit.anomalies import ANOMALIES, LEVELS, Anomaly, Fault, Level
from engine.audit.anomalies.proofs import Proofs, Verdict
from engine.audit.clients import Client
from engine.base import Base


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its kind; `waived` is the reason why it is none, or empty."""

    anomaly: Anomaly
    fault: Fault
    waived: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """All that was found, and the proofs that it rests on.

    The gravest comes first, in the order of the codes, and what is waived comes last.
    The proofs are about `base`: what was audited, without rules that break their stage.
    """

    base: Base
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def standing(self) -> tuple[Finding, ...]:
        """What is found and not waived."""
        return tuple(finding for finding in self.findings if not finding.waived)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """What is found and waived."""
        return tuple(finding for finding in self.findings if finding.waived)

    def reaches(self, level: Level) -> bool:
        """Tell whether something is found at this level or above it, and not waived."""
        least = LEVELS.index(level)
        return any(LEVELS.index(found.anomaly.level) >= least for found in self.standing)


def audit(base: Base, level: Level = "note") -> Audit:
    """Look for every kind of anomaly of this level or above it, over all possible clients."""
    proofs = Proofs(base)
    findings = sorted(_findings(proofs, LEVELS.index(level)), key=_rank)
    return Audit(proofs.base, tuple(findings), tuple(proofs.verdicts))


def _rank(finding: Finding) -> tuple[bool, int]:
    return bool(finding.waived), -LEVELS.index(finding.anomaly.level)


def _findings(proofs: Proofs, least: int) -> Iterator[Finding]:
    waivers = {(waiver.code, waiver.subject): waiver.reason for waiver in proofs.base.waivers}
    for code, kind in sorted(ANOMALIES.items()):
        if LEVELS.index(kind.level) < least:
            continue
        proofs.checked.add(code)
        for fault in kind.check(proofs):
            proofs.found.add((code, fault.subject))
            yield Finding(kind, fault, waivers.get((code, fault.subject), ""))


def witnesses_of(found: Audit) -> tuple[Client, ...]:
    """Return the clients who show what was found, numbered in the order of the report."""
    shown = [finding for finding in found.findings if finding.fault.witness is not None]
    return tuple(
        Client(
            f"{place:03} {finding.anomaly.code} {finding.fault.subject.replace(' + ', ' and ')}",
            finding.fault.witness or {},
            (f"{finding.anomaly.name}: {finding.fault.subject}, {finding.fault.sentence}",),
        )
        for place, finding in enumerate(shown, 1)
    )
