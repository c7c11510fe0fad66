"""Who is told what: for every piece of advice, a diagram of the clients who are given it."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.assembly import Assembly
from engine.base import Base, Kind, our_base
from engine.kernel.diagrams import Diagram
from engine.kernel.said import Said
from engine.kernel.space import Space
from engine.remembered import remembered
from kb.vocabulary.question import Answer


class Kernel:
    """The knowledge base over all possible clients; what is asked for is compiled, once."""

    def __init__(self, space: Space, base: Base) -> None:
        """Begin with nothing compiled."""
        self.space, self.base = space, base
        self._cache: dict[Kind, Diagram] = {}
        self.assembly: Assembly[Diagram] = Assembly(
            base, space.logic, space.condition, self.concluded
        )

    @functools.cached_property
    def said(self) -> Mapping[Said, Diagram]:
        """Who is told what, and when."""
        return {
            (conclusion, when): told
            for conclusion in self.base.conclusions
            for when, told in self.assembly.timings(conclusion)
        }

    @functools.cached_property
    def advice(self) -> Mapping[Said, Diagram]:
        """Who is told what, without what only restates an answer."""
        return {said: told for said, told in self.said.items() if said[0].told}

    def concluded(self, conclusion: Kind) -> Diagram:
        """Who some rule concludes this for."""
        if conclusion not in self._cache:
            cards = self.base.concluding.get(conclusion, ())
            judged = (self.assembly.judge(card.when) for card in cards)
            self._cache[conclusion] = self.space.logic.some(judged)
        return self._cache[conclusion]


@functools.cache
def kernel(*, gated: bool) -> Kernel:
    """Return the kernel, compiled on first use.

    If `gated`, an answer counts only where its question applies, as in an interview; otherwise
    all answers count, as in a file.
    """
    return Kernel(Space(our_base(), gated=gated), our_base())


def space_of(base: Base, *, gated: bool) -> Space:
    """Return all possible clients of a base: ours, if the same is asked in the same way."""
    ours = our_base()
    asked, asked_of_ours = ((b.questions, b.measures, b.gates) for b in (base, ours))
    return kernel(gated=gated).space if asked == asked_of_ours else Space(base, gated=gated)


@dataclass(frozen=True)
class Undecided:
    """Advice that is still open: among some clients, those who are given it."""

    told: Diagram
    space: Space = field(compare=False)

    @functools.cached_property
    def questions(self) -> frozenset[str]:
        """The questions that decide who is given it."""
        return self.space.questions_of(self.told.support)


class Prospect:
    """What may still be said to one person: all advice that the answers so far leave open.

    A piece of advice is looked at when it is asked about: few need all of them.
    """

    def __init__(
        self,
        space: Space,
        before: Mapping[Said, Undecided],
        heard: Mapping[str, Answer | None] = MappingProxyType({}),
    ) -> None:
        """Begin with what was open before some answers were heard; None is "don't know"."""
        self.space, self._before, self._heard = space, before, heard

    @functools.cached_property
    def undecided(self) -> Mapping[Said, Undecided]:
        """All that is open."""
        left = {said: self._left(each) for said, each in self._before.items()}
        return {said: each for said, each in left.items() if each is not None}

    @functools.cached_property
    def relevant(self) -> frozenset[str]:
        """The questions whose answers can still change the advice, whatever the rest may be."""
        return frozenset().union(*(each.questions for each in self.undecided.values()))

    def hanging_on(self, question: str) -> Iterator[Said]:
        """Yield the advice that one question, of those not heard, can still change."""
        # What reads an answer reads whether there is one, too.
        known, everybody = self.space.variables(question)[:1], self._everybody
        for said, each in self._before.items():
            if question in each.questions:
                told = each.told & everybody
                if self.space.diagrams.exist(known, told) != told:
                    yield said

    def can_change(self, question: str) -> bool:
        """Tell whether the answer to one question can still change the advice."""
        return any(self.hanging_on(question))

    def after(self, heard: Mapping[str, Answer | None]) -> "Prospect":
        """Return what may be said after more answers; None is "don't know"."""
        return Prospect(self.space, self.undecided, heard)

    @functools.cached_property
    def _everybody(self) -> Diagram:
        """All who have given the answers heard."""
        return self.space.diagrams.cube(self.space.assignments(self._heard))

    @remembered
    def _left(self, before: Undecided) -> Undecided | None:
        """Return what the answers leave open of a piece of advice; None if they decide it."""
        heard = self._heard.keys() & before.questions
        if not heard:
            return before
        fixed = self.space.assignments({id: self._heard[id] for id in heard})
        told = self.space.restrict(before.told, fixed)
        return None if told in (self.space.true, self.space.false) else Undecided(told, self.space)


@functools.cache
def outset() -> Prospect:
    """Return what may be said to somebody of whom nothing is known, in an interview."""
    return _open_in(kernel(gated=True))


def outset_after(heard: Mapping[str, Answer]) -> Prospect:
    """Return what may be said to all who have given some answers, compiled for them alone.

    For one person, this takes half the time of `outset`, which is compiled once for everybody.
    """
    return _open_in(Kernel(Space(our_base(), gated=True, heard=heard), our_base()))


def _open_in(compiled: Kernel) -> Prospect:
    space = compiled.space
    return Prospect(
        space,
        {
            said: Undecided(told, space)
            for said, told in compiled.advice.items()
            if told not in (space.true, space.false)
        },
    )
