"""At most how many more questions will be asked."""

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from engine.kernel.diagrams import Diagram
from engine.kernel.space import Space
from kb.vocabulary.question import Answer

Gates = dict[Diagram, int]
"""How many questions have each gate."""


def most_questions(
    space: Space, questions: Iterable[str], heard: Mapping[str, Answer | None]
) -> int:
    """Return how many of these questions can apply to one client who gave the answers heard."""
    fixed = space.assignments(heard)
    gates = dict(Counter(space.restrict(space.applies(id), fixed) for id in questions))
    return _Bound(space).most(gates)


class _Bound:
    """How many of some questions can apply at once."""

    def __init__(self, space: Space) -> None:
        """Begin with nothing worked out."""
        self._space = space
        self._known: dict[Any, int] = {}
        self._support = functools.cache(lambda gate: frozenset(gate.support))

    def most(self, gates: Gates) -> int:
        """Return how many of the gates can be open at once."""
        always = gates.pop(self._space.true, 0)
        gates.pop(self._space.false, 0)
        return always + sum(map(self._most_together, self._groups(gates)))

    def _most_together(self, gates: Gates) -> int:
        """Do the same for gates that hang together: decide the first variable both ways."""
        key = frozenset(gates.items())
        if key not in self._known:
            first = min(gate.level for gate in gates)
            off: Gates = {}
            on: Gates = {}
            for gate, times in gates.items():
                # A gate that reads the first variable of all begins with it.
                low, high = _branches(gate) if gate.level == first else (gate, gate)
                off[low] = off.get(low, 0) + times
                on[high] = on.get(high, 0) + times
            self._known[key] = max(self.most(off), self.most(on))
        return self._known[key]

    def _groups(self, gates: Gates) -> Collection[Gates]:
        """Part the gates into groups that share no variable: each can be decided on its own."""
        groups: list[tuple[frozenset[str], Gates]] = []
        for gate, times in gates.items():
            variables, group = self._support(gate), {gate: times}
            apart = []
            for other_variables, other in groups:
                if variables.isdisjoint(other_variables):
                    apart.append((other_variables, other))
                else:
                    variables |= other_variables
                    group.update(other)
            groups = [*apart, (variables, group)]
        return [group for _, group in groups]


def _branches(gate: Diagram) -> tuple[Diagram, Diagram]:
    """Return what is left of a gate when its first variable is set to false, and to true."""
    return (~gate.low, ~gate.high) if gate.negated else (gate.low, gate.high)
