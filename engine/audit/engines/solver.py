"""Proofs by z3: what is concluded and said as formulas, and who meets one of them, or nobody."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from engine.audit.engines.formulas import Formula, Formulas
from engine.base import Base, Kind
from engine.cards import Clause
from engine.kernel.kernel import Kernel
from engine.kernel.said import Said
from kb.vocabulary.question import Answer


class Prover:
    """What is concluded and said, as formulas, and a solver that looks for who meets one."""

    def __init__(self, base: Base, *, gated: bool = False) -> None:
        """Compile a base as the kernel does. Raises ScenarioError where z3 is not installed."""
        self.space = Formulas(base, gated=gated)
        # The kernel asks a space for its logic and its conditions, and does not mind which it is.
        space: Any = self.space
        self.kernel = Kernel(space, base)
        self.said: Mapping[Said, Formula] = self.kernel.said
        self._solver = self._solving()

    def judge(self, clause: Clause) -> Formula:
        """Return for whom a clause holds."""
        return self.kernel.assembly.judge(clause)

    def concluded(self, conclusion: Kind) -> Formula:
        """Return for whom some rule concludes this."""
        return self.kernel.concluded(conclusion)

    def somebody(self, formula: Formula) -> dict[str, Answer] | None:
        """Return a client for whom a formula holds, or None where there is none."""
        self._solver.push()
        try:
            self._solver.add(formula)
            model = _model(self._solver)
            return None if model is None else self.space.answers(model)
        finally:
            self._solver.pop()

    def nobody(self, formula: Formula) -> bool:
        """Tell whether a formula holds for no possible client."""
        return self.somebody(formula) is None

    def holding(
        self, formulas: Iterable[Formula]
    ) -> Callable[[Mapping[str, Answer]], tuple[bool, ...]]:
        """Return what tells of one client which of these formulas hold.

        The solver is given the answers and looks for a model. It raises ValueError where what is
        given is no possible client.
        """
        z3, solver = self.space.z3, self._solving()
        names = []
        for number, formula in enumerate(formulas):
            names.append(z3.Bool(f"formula {number}"))
            solver.add(names[-1] == formula)
        # All truths as the digits of one number: a model is asked once, and not for each.
        bit = [z3.BitVecVal(0, 1), z3.BitVecVal(1, 1)]
        digits = z3.Concat(bit[0], bit[0], *(z3.If(name, bit[1], bit[0]) for name in names))

        def of(answers: Mapping[str, Answer]) -> tuple[bool, ...]:
            model = _model(solver, *self.space.client(answers))
            if model is None:
                raise ValueError("no possible client")
            number = model.eval(digits, model_completion=True).as_long()
            return tuple(digit == "1" for digit in format(number, f"0{2 + len(names)}b")[2:])

        return of

    def _solving(self) -> Any:
        solver = self.space.z3.Solver()
        solver.add(self.space.possible)
        return solver


def _model(solver: Any, *assumed: Formula) -> Any:
    """Return a model of what a solver holds and what is assumed, or None where there is none."""
    found = str(solver.check(*assumed))
    if found == "unknown":
        raise RuntimeError(f"z3 could not decide: {solver.reason_unknown()}")
    return solver.model() if found == "sat" else None
