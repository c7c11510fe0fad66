"""The proofs of an audit, put to a second prover."""

from collections.abc import Iterable, Iterator

from engine.audit.anomalies.proofs import Verdict
from engine.audit.engines.solver import Prover
from engine.base import Base


def confirmed(base: Base, verdicts: Iterable[Verdict]) -> Iterator[bool]:
    """Yield for each verdict whether z3 says the same.

    Raises ScenarioError where z3 is not installed.
    """
    provers = {interview: Prover(base, gated=interview) for interview in (False, True)}
    for verdict in verdicts:
        prover = provers[verdict.interview]
        yield prover.nobody(verdict.clients(prover.kernel)) is verdict.nobody
