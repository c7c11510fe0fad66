"""A column of truths, one a person: the rules and what is said, over a whole table at once.

A truth value is packed, eight people to a byte, so that joining two columns reads few bytes. What
a condition means is asked of `engine.evaluation`, once for each answer that occurs.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from engine.assembly import Assembly
from engine.base import Base, Kind
from engine.cards import Clause, RuleCard, questions_in
from engine.evaluation import holds
from engine.logic import Logic
from kb.vocabulary import Tally

Truths = np.ndarray[Any, np.dtype[np.uint8]]
"""Which of the people something holds for, the first in the lowest bit; the rest is void."""

_FEW_ANSWERS = 16
_MANY = 1 << 20
_EACH_BIT = np.uint8(1) << np.arange(8, dtype=np.uint8)


def packed(truths: np.ndarray[Any, Any]) -> Truths:
    """Return truths, one a byte, as one a bit."""
    return np.packbits(truths, bitorder="little")


class Column(NamedTuple):
    """What each person answered: `codes`, and for each code what it stands for (None: unknown)."""

    codes: np.ndarray[Any, Any]
    answers: tuple[Any, ...]

    def answer(self, person: int) -> Any:
        """Return what one person answered."""
        return self.answers[self.codes[person]]

    def gave(self, code: int) -> Truths:
        """Who gave one answer."""
        return packed(self.codes == code)


@dataclass(frozen=True)
class YesNoColumn:
    """A column of yes and no, packed as Arrow has it; the answers stand for no, yes and null."""

    yes: Truths
    known: Truths
    people: int
    answers: tuple[Any, ...]

    @functools.cached_property
    def codes(self) -> np.ndarray[Any, Any]:
        """Return 0, 1 and, for null, 2."""
        yes, known = (
            np.unpackbits(bits, count=self.people, bitorder="little")
            for bits in (self.yes, self.known)
        )
        return np.where(known, yes, np.uint8(2))

    def answer(self, person: int) -> Any:
        """Return what one person answered."""
        byte, bit = person >> 3, person & 7
        if not self.known[byte] >> bit & 1:
            return self.answers[2]
        return self.answers[self.yes[byte] >> bit & 1]

    def gave(self, code: int) -> Truths:
        """Who gave one answer."""
        given = (self.known & ~self.yes, self.known & self.yes, ~self.known)
        return np.asarray(given[code])


AnyColumn = Column | YesNoColumn


class Everybody:
    """The people of one table: their answers by question, and what follows from them.

    A question without a column is unknown of everybody.
    """

    def __init__(self, base: Base, columns: Mapping[str, AnyColumn], people: int) -> None:
        """Begin with nothing worked out."""
        self.base, self.people = base, people
        self._columns = columns
        self.nobody: Truths = np.zeros((people + 7) // 8, np.uint8)
        self.everybody = ~self.nobody
        self.logic: Logic[Truths] = Logic(np.invert, self._every, self._some)
        self.answered = functools.cache(self._answered)
        self._known: dict[Kind, Truths] = {}
        self._fires: dict[str, Truths] = {}
        self._column: Any = functools.cache(self._read)
        self._giving = functools.cache(self._gives)
        self.assembly: Assembly[Truths] = Assembly(base, self.logic, self.answered, self.concluded)

    def fires(self, card: RuleCard) -> Truths:
        """Return whom a rule fires for."""
        if card.name not in self._fires:
            self._fires[card.name] = self.assembly.judge(card.when)
        return self._fires[card.name]

    def concluded(self, conclusion: Kind) -> Truths:
        """Return whom some rule concludes this for."""
        if conclusion not in self._known:
            cards = self.base.concluding.get(conclusion, ())
            self._known[conclusion] = self._some(self.fires(card) for card in cards)
        return self._known[conclusion]

    def unpacked(self, truths: Iterable[Truths]) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Return columns of truths as they are counted: a row a person, a column each."""
        # Turned while eight people are a byte: turned later, it would be eight times as much.
        eights = np.ascontiguousarray(np.stack([self.nobody, *truths])[1:].T)
        rows = (eights[:, None] & _EACH_BIT[:, None]).astype(bool)
        return rows.reshape(8 * len(eights), eights.shape[1])[: self.people]

    def _every(self, truths: Iterable[Truths]) -> Truths:
        several = tuple(truths)
        return functools.reduce(np.bitwise_and, several) if several else self.everybody

    def _some(self, truths: Iterable[Truths]) -> Truths:
        several = tuple(truths)
        return functools.reduce(np.bitwise_or, several) if several else self.nobody

    def _answered(self, leaf: Clause) -> Truths:
        """Whom a condition on answers holds for: looked up by the code of the answer."""
        (id,) = questions_in(leaf)
        column = self._column(id)
        if column is None:
            return self.nobody
        known = ({} if answer is None else {id: answer} for answer in column.answers)
        table = np.array([holds(leaf, facts, ()) for facts in known], bool)
        if len(table) > _FEW_ANSWERS:
            return packed(table[column.codes])
        return self._some(self._giving(id, code) for code in np.flatnonzero(table))

    def _gives(self, id: str, code: int) -> Truths:
        """Who gave one answer; with few answers, to compare is faster than to look up."""
        gave: Truths = self._column(id).gave(code)
        return gave

    def _read(self, id: str) -> AnyColumn | None:
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


def combined(columns: Mapping[str, AnyColumn], value: Any, people: int) -> Column:
    """Return a column of what `value` makes of each person's answers, None being left out."""
    codes: np.ndarray[Any, Any] = np.zeros(people, np.int64)
    occurring: list[dict[str, Any]] = [{}]
    for id, column in columns.items():
        answers = column.answers
        pairs, codes = _dense(codes * len(answers) + column.codes, len(occurring) * len(answers))
        places = (divmod(int(pair), len(answers)) for pair in pairs)
        occurring = [{**occurring[before], id: answers[code]} for before, code in places]
    known = ({id: a for id, a in each.items() if a is not None} for each in occurring)
    return Column(codes, tuple(map(value, known)))


def _dense(keys: np.ndarray[Any, Any], bound: int) -> tuple[Any, Any]:
    """Return the keys that occur, all below a bound, and for each key its place among them."""
    if bound > _MANY:
        return np.unique(keys, return_inverse=True)
    occurring = np.flatnonzero(np.bincount(keys, minlength=bound))
    places = np.zeros(bound, np.int64)
    places[occurring] = np.arange(len(occurring))
    return occurring, places[keys]
