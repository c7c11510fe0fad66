"""Which mutants of a base its clients notice, which nobody could, and which survive."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from engine.audit.clients import Client
from engine.audit.coverage.coverage import CheckedClient
from engine.audit.mutation.operators import Mutant
from engine.audit.mutation.witness import Witness, tell_apart, witness
from engine.base import Base, Kind
from engine.cards import RuleCard
from engine.evaluation import evaluate, holds
from kb.vocabulary import Precedence

Outcome = Literal["killed", "equivalent", "survived"]
OUTCOMES: tuple[Outcome, ...] = ("killed", "equivalent", "survived")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: the client who killed it, or one who would."""

    mutant: Mutant
    outcome: Outcome
    killer: str = ""
    witness: Witness | None = None


def tried(
    base: Base, tries: Iterable[Mutant], clients: Collection[CheckedClient]
) -> Iterator[Verdict]:
    """Try mutants of a base on clients whose expectations hold, and yield what became of each."""
    consulted = [_consulted(base, client) for client in clients]
    for mutant in tries:
        version = replace(
            mutant.base
        )  # a copy: what is worked out of it does not outlive its trial
        likely, others = _Mistake(base, mutant).parted(consulted)
        killer, found = _killer(version, likely), None
        if killer is None:
            found = witness(base, version)
            killer = _killer(version, others) if found else None
        if killer:
            yield Verdict(mutant, "killed", killer=killer.source)
        else:
            yield Verdict(mutant, "survived" if found else "equivalent", witness=found)


def figures(verdicts: Iterable[Verdict]) -> dict[str, Counter[Outcome]]:
    """Count what became of the mutants of each operator."""
    found: dict[str, Counter[Outcome]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.mutant.operator, Counter())[verdict.outcome] += 1
    return found


def survivors(verdicts: Iterable[Verdict]) -> Iterator[tuple[Mutant, Witness]]:
    """Yield the mutants that survived, each with the client who would tell it from the base."""
    for verdict in verdicts:
        if verdict.witness:
            yield verdict.mutant, verdict.witness


def killing(base: Base, verdicts: Iterable[Verdict]) -> tuple[Client, ...]:
    """Return clients who could kill all mutants that survived, each as many as it can."""
    left = list(survivors(verdicts))
    found: list[Client] = []
    while left:
        first, answers = left[0][0], left[0][1].answers
        told = [m for m, _ in left if m is first or tell_apart(base, m.base, answers)]
        words = tuple(f"{mutant.rule}: {mutant.words}" for mutant in told)
        found.append(Client(f"{len(found) + 1:03} {first.rule}", dict(answers), words))
        left = [(mutant, witness) for mutant, witness in left if mutant not in told]
    return tuple(found)


def _killer(version: Base, clients: Iterable[CheckedClient]) -> CheckedClient | None:
    return next((client for client in clients if client.would_notice(version)), None)


class _Mistake:
    """What a mutant touches directly: a rule, or what a conclusion sets aside or defers."""

    def __init__(self, base: Base, mutant: Mutant) -> None:
        """Look for what differs from the base."""
        self._ours, self._theirs = (
            next((card for card in version.cards if card.name == mutant.rule), None)
            for version in (base, mutant.base)
        )
        self._undeclared = mutant.base.dropped - base.dropped

    def parted(
        self, clients: Iterable["_Consulted"]
    ) -> tuple[list[CheckedClient], list[CheckedClient]]:
        """Return the clients who check what it touches, and the others; the touched ones first."""
        ranked = [(self._checked(each), each.client) for each in clients]
        likely = [client for checked, client in ranked if checked]
        touched = [client for checked, client in ranked if checked is False]
        return likely, [*touched, *(client for checked, client in ranked if checked is None)]

    def _checked(self, consulted: "_Consulted") -> bool | None:
        """Whether a client checks what is touched; None where nothing is."""
        client, concluded = consulted.client, consulted.concluded
        if any(cause in concluded for cause, _ in self._undeclared):
            return _names(client.named | client.denied, (c for _, c in self._undeclared))
        if self._ours is None:
            return None
        before = self._ours.name in consulted.fired
        after = self._theirs is not None and holds(self._theirs.when, client.facts, concluded)
        if before and not after:
            named = _names(client.named, self._ours.then)
            return named or self._ours.name in client.because
        if self._theirs is None or not (after and (not before or self._says_more(self._theirs))):
            return None
        either = (*self._ours.then, *self._theirs.then)
        return _names(client.denied if not before else client.named | client.denied, either)

    def _says_more(self, theirs: RuleCard) -> bool:
        """Whether a rule that fires either way may make a difference all the same.

        What a precedence rests on is looked at again when something is withheld.
        """
        swapped = self._ours is None or theirs.then != self._ours.then
        return swapped or any(issubclass(kind, Precedence) for kind in theirs.then)


class _Consulted(NamedTuple):
    """A client, and what follows from the base."""

    client: CheckedClient
    fired: frozenset[str]
    concluded: frozenset[Kind]


def _consulted(base: Base, client: CheckedClient) -> _Consulted:
    fired = evaluate(base.cards, client.facts)
    concluded = frozenset(kind for card in fired for kind in card.then)
    return _Consulted(client, frozenset(card.name for card in fired), concluded)


def _names(ids: Collection[str], kinds: Iterable[Kind]) -> bool:
    return any(kind.id() in ids for kind in kinds)
