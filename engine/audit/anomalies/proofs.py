"""Proofs over all possible clients, each kept so that a second prover can confirm it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.base import Base
from engine.cards import Clause, RuleCard
from engine.kernel.kernel import Kernel, space_of
from kb.vocabulary.question import Answer

Clients = Callable[[Kernel], Any]
"""For whom something holds, as a truth of the kernel that is given."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether nobody is among some clients: all who could fill in a file, or be interviewed."""

    clients: Clients
    interview: bool
    nobody: bool


class Proofs:
    """What holds for whom, over all answers of a file (`kernel`) and of an interview.

    `checked` are the codes that were looked for so far, and `found` those that were found, each
    with its subject.
    """

    def __init__(self, declared: Base) -> None:
        """Compile a base, without the rules that read what is concluded no earlier."""
        self.declared = declared
        self.base = base = declared.with_cards(filter(in_stages, declared.cards))
        self.kernel = Kernel(space_of(base, gated=False), base)
        self.interviewed = Kernel(space_of(base, gated=True), base)
        self.verdicts: list[Verdict] = []
        self.checked: set[str] = set()
        self.found: set[tuple[str, str]] = set()

    def nobody(self, clients: Clients, *, interview: bool = False) -> bool:
        """Tell whether nobody is among the clients, and keep the verdict."""
        kernel = self.interviewed if interview else self.kernel
        found = bool(clients(kernel) == kernel.space.false)
        self.verdicts.append(Verdict(clients, interview, found))
        return found

    def codes(self, subject: str) -> frozenset[str]:
        """Return the codes of what the checks so far have found of a subject."""
        return frozenset(code for code, of in self.found if of == subject)

    def witness(self, clients: Clients, *, interview: bool = False) -> dict[str, Answer]:
        """Return one of the clients with few answers: as met in an interview, if there is any.

        Raises ValueError where nobody is among them.
        """
        met = clients(self.interviewed)
        if interview or met != self.interviewed.space.false:
            return self.interviewed.space.witness(met)
        return self.kernel.space.witness(clients(self.kernel))


def in_stages(card: RuleCard) -> bool:
    """Tell whether a rule reads conclusions of earlier stages only, and concludes at its own."""
    return all(kind.stage > card.stage for kind in card.reads) and all(
        kind.stage == card.stage for kind in card.then
    )


def fires(rule: RuleCard | Clause) -> Clients:
    """For whom a rule fires, or a condition holds."""
    clause = rule.when if isinstance(rule, RuleCard) else rule
    return lambda kernel: kernel.assembly.judge(clause)


def both(*several: Clients) -> Clients:
    """For whom all of these hold."""
    return lambda kernel: kernel.space.logic.every(clients(kernel) for clients in several)


def but_not(clients: Clients, *others: Clients) -> Clients:
    """For whom this holds, and none of the others does."""
    return lambda kernel: kernel.space.logic.every(
        (clients(kernel), *(kernel.space.logic.negation(other(kernel)) for other in others))
    )


def differ(one: Clients, other: Clients) -> Clients:
    """For whom exactly one of the two holds."""
    return lambda kernel: kernel.space.logic.differ(one(kernel), other(kernel))
