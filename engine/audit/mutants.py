"""Which mutants of a base its clients would notice, which nobody could, and who would tell them."""

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from engine.audit.coverage import CheckedClient
from engine.audit.feasible import told_by
from engine.audit.mutation import Mutant
from engine.base import Base, Kind
from engine.cards import RuleCard
from engine.consultation import consult_on
from engine.evaluation import Facts, evaluate, holds
from engine.inference import Inference, inferred
from engine.kernel.kernel import Kernel, kernel
from engine.kernel.said import Said
from engine.kernel.space import Diagram, Space
from kb.situation import measures
from kb.vocabulary import Precedence
from kb.vocabulary.question import Answer

Outcome = Literal["killed", "equivalent", "survived"]
OUTCOMES: tuple[Outcome, ...] = ("killed", "equivalent", "survived")


class Telling(NamedTuple):
    """What one person is told, and when, by id; and the rules that are given as reasons for it."""

    whens: Mapping[str, str]
    reasons: frozenset[str]


@dataclass(frozen=True)
class Witness:
    """A client who is told something else by a mutant, or is given another reason.

    `met` tells whether an interview may lead to these answers.
    """

    answers: Mapping[str, Answer]
    met: bool
    ours: Telling
    theirs: Telling

    @property
    def differs(self) -> tuple[tuple[str, str | None, str | None], ...]:
        """What is told at another time: its id, when we tell it, and when the mutant does."""
        ours, theirs = self.ours.whens, self.theirs.whens
        ids = dict.fromkeys((*ours, *theirs))
        both = ((id, ours.get(id), theirs.get(id)) for id in ids)
        return tuple((id, before, after) for id, before, after in both if before != after)

    @property
    def reasons(self) -> tuple[tuple[str, bool], ...]:
        """The rules that only one of both gives as a reason, and whether it is ours."""
        either = sorted(self.ours.reasons ^ self.theirs.reasons)
        return tuple((rule, rule in self.ours.reasons) for rule in either)


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
        # A copy, so that what is worked out for one mutant does not outlive its trial.
        mutant = replace(mutant, base=replace(mutant.base))
        likely, others = _Mistake(base, mutant).parted(consulted)
        killer, witness = _killer(mutant, likely), None
        if killer is None:
            witness = _witness(base, mutant.base)
            killer = _killer(mutant, others) if witness else None
        if killer:
            yield Verdict(mutant, "killed", killer=killer.source)
        else:
            yield Verdict(mutant, "survived" if witness else "equivalent", witness=witness)


def figures(verdicts: Iterable[Verdict]) -> dict[str, Counter[Outcome]]:
    """Count what became of the mutants of each operator."""
    found: dict[str, Counter[Outcome]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.mutant.operator, Counter())[verdict.outcome] += 1
    return found


def telling(base: Base, facts: Facts) -> Telling:
    """Return what one person is told by a base; of one that does not advise, what it concludes.

    `facts` are the known answers and their measures.
    """
    inference = inferred(base, facts)
    if base.advises:
        found = consult_on(inference)
        items = (*found.contradictions, *found.items)
        whens = {item.id: item.when for item in items}
        given = {
            item.id
            for item in items
            if item.when != "not_now" or not base.may_be_held_back(item.conclusion)
        }
    else:
        whens = {kind.id(): "concluded" for kind in inference.concluded}
        given = set(whens)
    return Telling(whens, _reasons(inference, given))


def _reasons(inference: Inference, given: Collection[str]) -> frozenset[str]:
    cards = (firing.card for firing in inference.firings)
    return frozenset(card.name for card in cards if any(c.id() in given for c in card.then))


def _killer(mutant: Mutant, clients: Iterable[CheckedClient]) -> CheckedClient | None:
    return next((client for client in clients if client.would_notice(mutant.base)), None)


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


def _witness(base: Base, version: Base) -> Witness | None:
    """Return a client who would tell a version from the base, or None if there is none.

    One as met in an interview, if there is any; and one who is told something else, if there is
    any, rather than one who is only given another reason.
    """
    everybody, interviewed = (_over_all_clients(base, gated) for gated in (False, True))
    for apart in (_Tellings.told_apart, _Tellings.reasoned_apart):
        difference = apart(everybody, version)
        if difference != everybody.space.false:
            usual = apart(interviewed, version)
            met = usual != interviewed.space.false
            space, clients = (interviewed.space, usual) if met else (everybody.space, difference)
            answers = space.witness(clients)
            facts = {**answers, **measures(answers)}
            return Witness(answers, met, telling(base, facts), telling(version, facts))
    return None


class _Tellings:
    """Who is told what by a base, and by which rules, over all possible clients."""

    def __init__(self, base: Base, space: Space) -> None:
        """Compile the base."""
        self.space = space
        self._base = base
        self._said, self._reasons = self._compiled(base)

    def told_apart(self, version: Base) -> Diagram:
        """Return who would be told something else, or at another time, by a version of the base."""
        said = told_by(Kernel(self.space, version))
        return self._apart(self._said, said)

    def reasoned_apart(self, version: Base) -> Diagram:
        """Return who would be given another rule as a reason."""
        return self._apart(self._reasons, self._compiled(version)[1])

    def _apart(self, ours: Mapping[Any, Diagram], theirs: Mapping[Any, Diagram]) -> Diagram:
        none = self.space.false
        pairs = ((ours.get(key, none), theirs.get(key, none)) for key in {**ours, **theirs})
        return self.space.logic.some((a & ~b) | (b & ~a) for a, b in pairs if a != b)

    def _compiled(self, base: Base) -> tuple[Mapping[Said, Diagram], Mapping[str, Diagram]]:
        """Return who is told what, and for whom each rule is a reason for something told."""
        compiled = Kernel(self.space, base)
        said = told_by(compiled)
        given: dict[Kind, Diagram] = {}
        for (kind, when), who in said.items():
            if when != "not_now" or not base.may_be_held_back(kind):
                given[kind] = given.get(kind, self.space.false) | who
        reasons = {
            card.name: compiled.assembly.judge(card.when)
            & self.space.logic.some(given.get(kind, self.space.false) for kind in card.then)
            for card in base.cards
        }
        return said, reasons


@functools.cache
def _over_all_clients(base: Base, gated: bool) -> _Tellings:
    return _Tellings(base, kernel(gated=gated).space)
