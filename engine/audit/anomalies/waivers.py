"""Waivers that waive nothing."""

from collections.abc import Iterator

from engine.audit.anomalies.anomaly import Fault, anomaly
from engine.audit.anomalies.proofs import Proofs


@anomaly("A17", "waiver-unused", "warning")
def unused(proofs: Proofs) -> Iterator[Fault]:
    """A waiver names something that no check finds.

    What it excused has been mended, or it names it wrongly: then it hides nothing today and may
    hide something tomorrow. Take it away, or correct it. There is no witness.
    """
    looked_for = (waiver for waiver in proofs.base.waivers if waiver.code in proofs.checked)
    for waiver in looked_for:
        if (waiver.code, waiver.subject) not in proofs.found:
            yield Fault(f"{waiver.code} {waiver.subject}", "it waives nothing", "kb/waivers.py")
