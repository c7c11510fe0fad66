"""What everybody of a table is told, in the order in which each person is told it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.base import Kind
from engine.columns.truths import Everybody, Truths
from kb.vocabulary import Contradiction, Diagnosis, Finding, Precedence, Stance, Step


class Told(NamedTuple):
    """Something that is said at one place of the order, when it is said, and to whom."""

    conclusion: Kind
    when: str
    whom: Truths


def tell(everybody: Everybody) -> Iterator[Told]:
    """Yield what is said, contradictions first, then as a consultation has it.

    A conclusion comes up at each place where somebody may be told it first, and each person is
    told it once. What only restates an answer, for rules to read, is left out.
    """
    return (told for told in _Telling(everybody).items() if told.conclusion.told)


class _Telling:
    """The one pass over a table; whoever has been told something is not told it again."""

    def __init__(self, everybody: Everybody) -> None:
        self.people, self.assembly, self.base = everybody, everybody.assembly, everybody.base
        self.said: dict[Kind, Truths] = {}

    def items(self) -> Iterator[Told]:
        for contradiction in self.base.reached(Contradiction):
            yield from self._say(contradiction, "note", self.assembly.concluded(contradiction))
        for path in self.base.ladder:
            yield from self._path(path)
        for companion in self.base.companions:
            if not companion.serves:
                yield from self._companion(companion, self.people.everybody)
        for given_way in (*self.base.ladder, *self.base.reached(Step), *self.base.reached(Stance)):
            yield from self._say(given_way, "not_now", self.assembly.held_back(given_way))
        for precedence in self.base.reached(Precedence):
            yield from self._say(precedence, "note", self.assembly.settles(precedence))
        for finding in (*self.base.reached(Finding), *self.base.reached(Diagnosis)):
            yield from self._say(finding, "note", self.assembly.concluded(finding))

    def _path(self, path: Any) -> Iterator[Told]:
        stands = self.assembly.stands(path)
        yield from self._say(path, "note", stands)
        for step in path.steps:
            for told in self._say(step, "now", stands & self.assembly.now(step)):
                yield told
                yield from self._companions(step, told.whom)
            yield from self._say(step, "afterwards", stands & self.assembly.afterwards(step))
        yield from self._companions(path, stands)

    def _companions(self, served: Kind, whom: Truths) -> Iterator[Told]:
        for companion in self.base.serving(served):
            yield from self._companion(companion, whom)

    def _companion(self, companion: Kind, whom: Truths) -> Iterator[Told]:
        accompanies = whom & self.assembly.accompanies(companion)
        for told in self._say(companion, companion.when, accompanies):
            yield told
            yield from self._companions(companion, told.whom)

    def _say(self, conclusion: Kind, when: str, whom: Truths) -> Iterator[Told]:
        """Say something to those who have not been told it yet, if there are any."""
        said = self.said.get(conclusion, self.people.nobody)
        new = whom & ~said
        if new.any():
            self.said[conclusion] = said | new
            yield Told(conclusion, when, new)
