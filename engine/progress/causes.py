"""Which changed answers brought about a change of advice: the smallest sets of them, exactly."""

from collections.abc import Iterable, Mapping

from engine.base import Kind, our_base
from engine.gates import gates, open_questions
from engine.kernel.diagrams import Diagram
from engine.kernel.kernel import Kernel, kernel
from kb.situation import QUESTIONS
from kb.vocabulary import Contradiction
from kb.vocabulary.question import Answer

Answers = Mapping[str, Answer]
Cause = tuple[str, ...]
"""Changed answers, by question, that together turn a piece of advice."""


class Causes:
    """The changes from one set of answers to another one, and what each of them can do.

    Only what changed is tried out, each question with its old or its new answer; all the rest is
    as it was. A mixture in which an answer counts that does not apply, or in which answers
    contradict each other that do so neither before nor after, is no way to get there. What has
    lapsed follows the changes: it counts where its question applies, and is never the cause.
    """

    def __init__(self, before: Answers, after: Answers, contradictions: Iterable[Kind]) -> None:
        """Prepare the search; `contradictions` are those of before and of after."""
        compiled = kernel(gated=False)
        self._compiled, self._space = compiled, compiled.space
        self.changed = differing(before, after)
        self.lapsed = lapsing(before, after)
        same = {id: before.get(id) for id in QUESTIONS if id not in self.changed}
        self._same = self._space.assignments(same)
        self._old, self._new = (
            {id: self._space.assignment(id, answers.get(id)) for id in self.changed}
            for answers in (before, after)
        )
        self._sound = self._mixed(
            self._space.logic.every(
                (
                    *self._applying(after),
                    *self._lapsing(),
                    *_free_of_others(compiled, contradictions),
                )
            )
        )

    def of(self, conclusion: Kind, when: str | None) -> tuple[Cause, ...]:
        """Return the smallest sets of changes after which something is said as it is said now.

        `when` is the time at which it is said with the new answers; None if it is not said.
        """
        said = self._compiled.said
        if when is None:
            others = (told for (kind, _), told in said.items() if kind is conclusion)
            target = ~self._space.logic.some(others)
        else:
            target = said[conclusion, when]
        return self._smallest(self._mixed(target) & self._sound, {})

    def _mixed(self, diagram: Diagram) -> Diagram:
        """Leave open only what has changed."""
        return self._space.restrict(diagram, self._same)

    def _smallest(
        self, target: Diagram, known: dict[Diagram, tuple[Cause, ...]]
    ) -> tuple[Cause, ...]:
        """Decide the first question of the target: it keeps its old answer, or has the new one."""
        if target == self._space.true:
            return ((),)
        if target == self._space.false:
            return ()
        if target not in known:
            id = self._space.owners[target.var]
            kept = self._smallest(self._space.restrict(target, self._old[id]), known)
            left = self._smallest(self._space.restrict(target, self._new[id]), known)
            made = () if id in self.lapsed else (id,)
            found = tuple(dict.fromkeys((*((*made, *more) for more in left), *kept)))
            size = min(map(len, found), default=0)
            known[target] = tuple(cause for cause in found if len(cause) == size)
        return known[target]

    def _applying(self, after: Answers) -> Iterable[Diagram]:
        """Yield for each change that it has not been made, or that its question applies."""
        everything = self._space.client(after)
        for question, gate, unless in gates():
            if question.id in self.changed and question.id in after and (gate or unless):
                applies = self._space.logic.opens(gate, unless, self._space.condition)
                if self._space.restrict(applies, everything) == self._space.true:
                    yield applies | self._space.diagrams.cube(self._old[question.id])

    def _lapsing(self) -> Iterable[Diagram]:
        """Yield for each answer that has lapsed that it counts exactly where it applies."""
        for question, gate, unless in gates():
            if question.id in self.lapsed:
                applies = self._space.logic.opens(gate, unless, self._space.condition)
                counts = self._space.diagrams.cube(self._old[question.id])
                yield (applies & counts) | ~(applies | counts)


def differing(before: Answers, after: Answers) -> tuple[str, ...]:
    """Return the questions whose answers are not the same, in the order of asking."""
    return tuple(id for id in QUESTIONS if before.get(id) != after.get(id))


def lapsing(before: Answers, after: Answers) -> frozenset[str]:
    """Return the questions that are not answered any more because they do not apply any more."""
    gone = [id for id in QUESTIONS if id in before and id not in after]
    return frozenset(id for id in gone if _is_open(id, before) and not _is_open(id, after))


def _is_open(id: str, answers: Answers) -> bool:
    """Tell whether a question applies, all other answers counting as they stand."""
    others = {other: answer for other, answer in answers.items() if other != id}
    return any(question.id == id for question in open_questions(others))


def _free_of_others(compiled: Kernel, contradictions: Iterable[Kind]) -> Iterable[Diagram]:
    known = frozenset(contradictions)
    others = (each for each in our_base().reached(Contradiction) if each not in known)
    return (~compiled.concluded(each) for each in others)
