"""At most how many more questions will be asked."""

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from engine.kernel.diagrams import Diagram
from engine.kernel.kernel import kernel
from engine.kernel.space import Space


def most_questions(questions: Iterable[str], fixed: Mapping[str, bool]) -> int:
    """Return how many of these questions can apply to one and the same client.

    `fixed` are the variables that the answers so far have set.
    """
    space = kernel(gated=True).space
    gates = Counter(space.restrict(space.applies(id), fixed) for id in questions)
    return _Bound(space).most(gates)


class _Bound:
    """How many of some gates can be open at once; a gate counts as often as it occurs."""

    def __init__(self, space: Space) -> None:
        """Begin with nothing worked out."""
        self._space = space
        self._known: dict[Any, int] = {}
        self._support = functools.cache(lambda gate: frozenset(gate.support))

    def most(self, gates: Counter[Diagram]) -> int:
        """Return how many of the gates can be open at once."""
        always = gates.pop(self._space.true, 0)
        gates.pop(self._space.false, 0)
        return always + sum(map(self._most_together, self._groups(gates)))

    def _most_together(self, gates: Counter[Diagram]) -> int:
        """Do the same for gates that hang together: decide the first variable both ways."""
        key = frozenset(gates.items())
        if key not in self._known:
            first = min((gate.var for gate in gates), key=self._space.diagrams.level_of_var)
            both_ways = (self._decided(gates, first, value) for value in (False, True))
            self._known[key] = max(map(self.most, both_ways))
        return self._known[key]

    def _decided(self, gates: Counter[Diagram], variable: str, value: bool) -> Counter[Diagram]:
        """Return what is left of the gates when a variable is set."""
        decided: Counter[Diagram] = Counter()
        for gate, times in gates.items():
            reads_it = variable in self._support(gate)
            left = self._space.restrict(gate, {variable: value}) if reads_it else gate
            decided[left] += times
        return decided

    def _groups(self, gates: Counter[Diagram]) -> Collection[Counter[Diagram]]:
        """Part the gates into groups that share no variable: each can be decided on its own."""
        groups: list[tuple[frozenset[str], Counter[Diagram]]] = []
        for gate, times in gates.items():
            variables, group = self._support(gate), Counter({gate: times})
            apart = []
            for other_variables, other in groups:
                if variables.isdisjoint(other_variables):
                    apart.append((other_variables, other))
                else:
                    variables |= other_variables
                    group.update(other)
            groups = [*apart, (variables, group)]
        return [group for _, group in groups]
