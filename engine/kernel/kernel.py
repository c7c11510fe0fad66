"""Who is told what: for every piece of advice, a diagram of the clients who are given it."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.assembly import Assembly, Kind, concluding
from engine.kernel.said import Said
from engine.kernel.space import Diagram, Space
from engine.reading import conclusions_of
from kb.knowledge_base import KnowledgeBase
from kb.vocabulary.question import Answer


class Kernel:
    """The knowledge base over all possible clients.

    `said` is who is told what, and when; `advice` leaves out what only restates an answer. If
    `gated`, an answer counts only where its question applies, as in an interview; otherwise all
    answers count, as in a file.
    """

    def __init__(self, gated: bool) -> None:
        """Compile every rule card, and what is said when."""
        self.space = Space(gated)
        self._cache: dict[Kind, Diagram] = {}
        self.assembly: Assembly[Diagram] = Assembly(
            self.space.logic, self.space.condition, self.concluded
        )
        self.said: dict[Said, Diagram] = {
            (conclusion, when): told
            for conclusion in conclusions_of(KnowledgeBase)
            for when, told in self.assembly.timings(conclusion)
        }
        self.advice = {said: told for said, told in self.said.items() if said[0].told}

    def concluded(self, conclusion: Kind) -> Diagram:
        """Who some rule concludes this for."""
        if conclusion not in self._cache:
            judged = (self.assembly.judge(card.when) for card in concluding().get(conclusion, ()))
            self._cache[conclusion] = self.space.logic.some(judged)
        return self._cache[conclusion]


@functools.cache
def kernel(gated: bool) -> Kernel:
    """Return the kernel, compiled on first use."""
    return Kernel(gated)


@dataclass(frozen=True)
class Prospect:
    """What may still be said to one person: all advice that the answers so far leave open."""

    space: Space
    undecided: Mapping[Said, Diagram]

    @functools.cached_property
    def relevant(self) -> frozenset[str]:
        """The questions whose answers can still change the advice, whatever the rest may be."""
        variables: set[str] = set()
        for told in self.undecided.values():
            variables |= told.support
        return self.space.questions_of(variables)

    def hanging_on(self, question: str) -> tuple[Said, ...]:
        """Return the advice that one question can still change."""
        return tuple(
            said
            for said, told in self.undecided.items()
            if question in self.space.questions_of(told.support)
        )


def prospect(answers: Mapping[str, Answer], unknown: Iterable[str] = ()) -> Prospect:
    """Return what may still be said in an interview after these answers.

    `answers` are the known answers by question id; `unknown` the ids answered "don't know".
    """
    compiled = kernel(gated=True)
    space = compiled.space
    fixed: dict[str, bool] = {}
    for id, answer in (*dict.fromkeys(unknown).items(), *answers.items()):
        fixed |= space.assignment(id, answer)
    left = ((said, space.restrict(told, fixed)) for said, told in compiled.advice.items())
    return Prospect(
        space, {said: told for said, told in left if told not in (space.true, space.false)}
    )
