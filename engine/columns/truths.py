"""A column of truths, one a person: the rules and what is said, over a whole table at once.

A truth value is packed, eight people to a byte, so that joining two columns reads few bytes. What
a condition means is asked of `engine.evaluation`, once for each answer that occurs.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np

from engine.assembly import Assembly
from engine.base import Base, Kind
from engine.cards import Clause, RuleCard, questions_in
from engine.evaluation import holds
from engine.logic import Logic
from kb.vocabulary import Tally

Truths = np.ndarray[Any, np.dtype[np.uint8]]
"""Which of the people something holds for; what stands behind the last of them is void."""


_FEW_ANSWERS = 16


class Column(NamedTuple):
    """What each person answered: `codes`, and for each code what it stands for (None: unknown)."""

    codes: np.ndarray[Any, Any]
    answers: tuple[Any, ...]


class Everybody:
    """The people of one table: their answers by question, and what follows from them.

    A question without a column is unknown of everybody.
    """

    def __init__(self, base: Base, columns: Mapping[str, Column], people: int) -> None:
        """Begin with nothing worked out."""
        self.base, self.people = base, people
        self._columns = columns
        self.nobody: Truths = np.zeros((people + 7) // 8, np.uint8)
        self.everybody = ~self.nobody
        self.logic: Logic[Truths] = Logic(np.invert, self._every, self._some)
        self.answered = functools.cache(self._answered)
        self._known: dict[Kind, Truths] = {}
        self._column: Any = functools.cache(self._read)
        self._giving = functools.cache(self._gives)
        self.assembly: Assembly[Truths] = Assembly(base, self.logic, self.answered, self.concluded)
        self.fires: Callable[[RuleCard], Truths] = functools.cache(
            lambda card: self.assembly.judge(card.when)
        )

    def concluded(self, conclusion: Kind) -> Truths:
        """Return whom some rule concludes this for."""
        if conclusion not in self._known:
            cards = self.base.concluding.get(conclusion, ())
            self._known[conclusion] = self._some(self.fires(card) for card in cards)
        return self._known[conclusion]

    def unpacked(self, truths: Iterable[Truths]) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Return columns of truths as they are counted: a row a person, a column each."""
        rows = np.stack([self.nobody, *truths])[1:]
        return np.ascontiguousarray(np.unpackbits(rows, axis=1, count=self.people).T).view(bool)

    def _every(self, truths: Iterable[Truths]) -> Truths:
        return functools.reduce(np.bitwise_and, truths, self.everybody)

    def _some(self, truths: Iterable[Truths]) -> Truths:
        return functools.reduce(np.bitwise_or, truths, self.nobody)

    def _answered(self, leaf: Clause) -> Truths:
        """Whom a condition on answers holds for: looked up by the code of the answer."""
        (id,) = questions_in(leaf)
        column = self._column(id)
        if column is None:
            return self.nobody
        known = ({} if answer is None else {id: answer} for answer in column.answers)
        table = np.array([holds(leaf, facts, ()) for facts in known], bool)
        if len(table) > _FEW_ANSWERS:
            return np.packbits(table[column.codes])
        return self._some(self._giving(id, code) for code in np.flatnonzero(table))

    def _gives(self, id: str, code: int) -> Truths:
        """Who gave one answer; with few answers, to compare is faster than to look up."""
        return np.packbits(self._column(id).codes == code)

    def _read(self, id: str) -> Column | None:
        """Return what each person answered, or what is measured of each."""
        measure = self.base.measures.get(id)
        if measure is None:
            return self._columns.get(id)
        read = {each: self._column(each) for each in measure.of}
        columns = {each: column for each, column in read.items() if column is not None}
        if isinstance(measure, Tally):
            # Sums are few where combinations of answers are many.
            counts = [
                np.array([measure.value({each: a}) for a in column.answers])[column.codes]
                for each, column in columns.items()
            ]
            total = functools.reduce(np.add, counts, np.zeros(self.people, np.int64))
            return Column(total, tuple(range(len(measure.of) + 1)))
        return combined(columns, measure.value, self.people)


def combined(columns: Mapping[str, Column], value: Any, people: int) -> Column:
    """Return a column of what `value` makes of each person's answers, None being left out."""
    keys = np.zeros(people, np.int64)
    for column in columns.values():
        # The codes are made dense at each step, so that the keys never grow too large.
        _, keys = np.unique(
            keys * len(column.answers) + column.codes.astype(np.int64), return_inverse=True
        )
    _, first, codes = np.unique(keys, return_index=True, return_inverse=True)
    found = []
    for person in first:
        answers = {id: column.answers[column.codes[person]] for id, column in columns.items()}
        found.append(value({id: a for id, a in answers.items() if a is not None}))
    return Column(codes, tuple(found))
