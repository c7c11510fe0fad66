"""At most how many more questions will be asked."""

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
    return _most(gates, space, {})


def _most(gates: Counter[Diagram], space: Space, known: dict[Any, int]) -> int:
    """Return how many of the gates, each counted as often as it occurs, can be open at once."""
    always = gates.pop(space.true, 0)
    gates.pop(space.false, 0)
    return always + sum(_most_together(group, space, known) for group in _groups(gates))


def _most_together(gates: Counter[Diagram], space: Space, known: dict[Any, int]) -> int:
    """Do the same for gates that hang together: decide the first variable both ways."""
    key = frozenset(gates.items())
    if key not in known:
        first = min((gate.var for gate in gates), key=space.diagrams.level_of_var)
        both_ways = []
        for value in (False, True):
            decided: Counter[Diagram] = Counter()
            for gate, times in gates.items():
                decided[space.restrict(gate, {first: value})] += times
            both_ways.append(_most(decided, space, known))
        known[key] = max(both_ways)
    return known[key]


def _groups(gates: Counter[Diagram]) -> Collection[Counter[Diagram]]:
    """Part the gates into groups that share no variable: each can be decided on its own."""
    groups: list[tuple[set[str], Counter[Diagram]]] = []
    for gate, times in gates.items():
        variables, group = set(gate.support), Counter({gate: times})
        apart = []
        for other_variables, other in groups:
            if variables & other_variables:
                variables |= other_variables
                group += other
            else:
                apart.append((other_variables, other))
        groups = [*apart, (variables, group)]
    return [group for _, group in groups]
