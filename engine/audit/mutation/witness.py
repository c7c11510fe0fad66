"""The client who would tell two versions of a base apart, out of all possible clients."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from engine.audit.coverage.feasible import reasons_by, told_by
from engine.base import Base
from engine.consultation import consult_on
from engine.inference import inferred
from engine.kernel.diagrams import Diagram
from engine.kernel.kernel import Kernel, kernel
from engine.kernel.said import Said
from engine.kernel.space import Space
from kb.situation import measures
from kb.vocabulary.question import Answer


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


def witness(base: Base, version: Base) -> Witness | None:
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
            return Witness(answers, met, telling(base, answers), telling(version, answers))
    return None


def tell_apart(base: Base, version: Base, answers: Mapping[str, Answer]) -> bool:
    """Tell whether a client is told something else by a version, or given another reason."""
    return telling(base, answers) != telling(version, answers)


def telling(base: Base, answers: Mapping[str, Answer]) -> Telling:
    """Return what one person is told by a base; of one that does not advise, what it concludes."""
    inference = inferred(base, {**answers, **measures(answers)})
    if base.advises:
        found = consult_on(inference)
        whens = {item.id: item.when for item in (*found.contradictions, *found.items)}
        return Telling(whens, found.reasons)
    whens = {kind.id(): "concluded" for kind in inference.concluded}
    return Telling(whens, frozenset(firing.card.name for firing in inference.firings))


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
        return told_by(compiled), reasons_by(compiled)


@functools.cache
def _over_all_clients(base: Base, gated: bool) -> _Tellings:
    return _Tellings(base, kernel(gated=gated).space)
