"""The fewest answers that would have to be different for something to hold: exact, by diagrams."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.kernel.diagrams import Diagram
from engine.kernel.space import Space
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

Changed = dict[str, Answer]
"""New answers by question: all that would have to be different."""


def fewest_changes(
    space: Space,
    target: Diagram,
    answers: Mapping[str, Answer],
    *,
    yours: bool = False,
    possible: bool = False,
    most: int = 5,
) -> tuple[Changed, ...]:
    """Return up to `most` of the smallest sets of new answers that bring a person to `target`.

    All sets are of the same size; an empty set says that nothing has to change, and no set that
    no change leads there. An answer is never taken away. If `possible`, what is done stays done,
    and nobody is to become what nobody sets out to be. If `yours`, only facts change, beyond that,
    which the person can change. Of numbers and lists that do the same, the one nearest to the
    present answer is named.
    """
    return _Search(space, answers, yours, possible or yours, most).sets(target)


class _Search:
    """One search for one person: what is found for a diagram is found once."""

    def __init__(
        self,
        space: Space,
        answers: Mapping[str, Answer],
        yours: bool,
        possible: bool,
        most: int,
    ) -> None:
        self.space, self.answers, self.most = space, answers, most
        self.yours, self.possible = yours, possible
        self.known: dict[Diagram, tuple[Changed, ...]] = {
            space.true: ({},),
            space.false: (),
        }

    def sets(self, target: Diagram) -> tuple[Changed, ...]:
        """Decide the first question of the target: keep its answer, or give each one that counts.

        What is left of the target no longer reads the question, so the diagram gets smaller.
        """
        if target not in self.known:
            id = self.space.owners[target.var]
            as_it_is = self._with(target, id, self.answers.get(id))
            found = list(self.sets(as_it_is))
            for left, answer in self._alternatives(target, id).items():
                if left != as_it_is:
                    found += ({id: answer, **more} for more in self.sets(left))
            self.known[target] = self._smallest(found)
        return self.known[target]

    def _with(self, target: Diagram, id: str, answer: Answer | None) -> Diagram:
        return self.space.restrict(target, self.space.assignment(id, answer))

    def _alternatives(self, target: Diagram, id: str) -> dict[Diagram, Answer]:
        """Return what each other answer leaves of the target, with one answer that does."""
        question = self.space.questions[id]
        if self.yours and question.changed_by != "you":
            return {}
        now = self.answers.get(id)
        found: dict[Diagram, Answer] = {}
        for left, answer in self._by_answer(target, question, now):
            if not self.possible or question.may_become(now, answer):
                found.setdefault(left, answer)
        return found

    def _by_answer(
        self, target: Diagram, question: Question, now: Answer | None
    ) -> Iterator[tuple[Diagram, Answer]]:
        """Yield what the answers leave of the target, those nearest to the present one first."""
        match question.kind:
            case "yes/no":
                yield from ((self._with(target, question.id, a), a) for a in (False, True))
            case "choice":
                yield from ((self._with(target, question.id, a), a) for a in question.choices)
            case "list":
                yield from self._by_list(target, question, now)
            case _:
                yield from self._by_number(target, question, now)

    def _by_number(
        self, target: Diagram, question: Question, now: Any
    ) -> Iterator[tuple[Diagram, Answer]]:
        """Yield one number for each run of numbers that leave the same of the target."""
        present = now or 0
        known, *bits = self.space.variables(question.id)

        def runs(left: Diagram, lowest: int, places: list[str]) -> Iterator[tuple[Diagram, int]]:
            if lowest > question.at_most:
                return
            if left.support.isdisjoint(places):
                highest = min(lowest + (1 << len(places)) - 1, question.at_most)
                yield left, min(max(present, lowest), highest)
                return
            *lower, top = places
            for value in (False, True):
                half = self.space.restrict(left, {top: value})
                yield from runs(half, lowest + (value << len(lower)), lower)

        answered = self.space.restrict(target, {known: True})
        found = runs(answered, 0, bits)
        yield from sorted(found, key=lambda run: (abs(run[1] - present), run[1]))

    def _by_list(
        self, target: Diagram, question: Question, now: Any
    ) -> Iterator[tuple[Diagram, Answer]]:
        """Choose choice by choice, and keep one list for all that leave the same of the target."""
        present = now or frozenset()
        known, *bits = self.space.variables(question.id)

        def distance(chosen: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
            return len(present.symmetric_difference(chosen)), chosen

        start = self.space.restrict(target, {known: True})
        lists: dict[tuple[Diagram, int], tuple[str, ...]] = {(start, 0): ()}
        for choice, bit in zip(question.choices, bits, strict=True):
            longer: dict[tuple[Diagram, int], tuple[str, ...]] = {}
            for (left, size), chosen in lists.items():
                for more in ((), (choice,))[: 1 + (size < question.at_most)]:
                    key = self.space.restrict(left, {bit: bool(more)}), size + len(more)
                    other = longer.get(key)
                    mine = (*chosen, *more)
                    longer[key] = mine if other is None else min(other, mine, key=distance)
            lists = longer
        fewest = 0 if question.may_be_empty else 1
        for (left, size), chosen in sorted(lists.items(), key=lambda each: distance(each[1])):
            if size >= fewest:
                yield left, frozenset(chosen)

    def _smallest(self, found: list[Changed]) -> tuple[Changed, ...]:
        """Keep the smallest sets; of those that differ only in a number or a list, the first."""
        size = min(map(len, found), default=0)
        kept: dict[tuple[Any, ...], Changed] = {}
        for changed in found:
            if len(changed) == size:
                kept.setdefault(tuple(map(self._kind_of_change, changed.items())), changed)
        return tuple(kept.values())[: self.most]

    def _kind_of_change(self, change: tuple[str, Answer]) -> tuple[str, Answer | None]:
        id, answer = change
        return id, answer if self.space.questions[id].kind in ("yes/no", "choice") else None
