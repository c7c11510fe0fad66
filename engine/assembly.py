"""What is said and when, as Boolean functions of what holds: for one person, or for everybody.

What gives way, what comes first and what is held back are read off the conclusions themselves
(`level`, `steps`, `settled_by`, `serves`, `sets_aside`, `defers`); nothing is decided here that
they do not say. A consultation computes with true and false, the kernel with decision diagrams.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from engine.base import COMPANIONS, Base, Kind, settled_by
from engine.cards import Clause, Concluded, NotConcluded, RuleCard
from engine.logic import Logic
from engine.remembered import remembered
from kb.vocabulary import (
    Contradiction,
    Path,
    Precedence,
    Step,
)

Truth = TypeVar("Truth")


class Assembly(Generic[Truth]):
    """What is said to one person, or to whom what is said; every method returns a truth value.

    `answered` judges a condition on answers, `concluded` tells whether something is concluded, and
    `fires` whether a card fires. What is not `possible` is concluded for nobody, and passed over.
    """

    def __init__(
        self,
        base: Base,
        logic: Logic[Truth],
        answered: Callable[[Clause], Truth],
        concluded: Callable[[Kind], Truth],
        fires: Callable[[RuleCard], Truth] | None = None,
        possible: Callable[[Kind], bool] | None = None,
    ) -> None:
        """Begin with nothing worked out."""
        self._base = base
        self._logic = logic
        self._not, self._all, self._any = logic.negation, logic.every, logic.some
        self._answered = answered
        self.concluded = concluded
        self._fires = fires or (lambda card: self.judge(card.when))
        self._possible = possible or base.concluding.__contains__

    def judge(self, clause: Clause, concluded: Callable[[Kind], Truth] | None = None) -> Truth:
        """Tell whether a clause holds, given what counts as concluded."""
        counts = concluded or self.concluded

        def leaf(condition: Clause) -> Truth:
            match condition:
                case Concluded(conclusion):
                    return counts(conclusion)
                case NotConcluded(conclusion):
                    return self._not(counts(conclusion))
                case _:
                    return self._answered(condition)

        return self._logic.judge(clause, leaf)

    @remembered
    def prevails(self, cause: Kind) -> Truth:
        """A contradiction counts; so does a precedence between paths that are not contradicted."""
        contradictions = tuple(filter(self._possible, self._base.reached(Contradiction)))
        if issubclass(cause, Contradiction) or not contradictions:
            return self.concluded(cause)
        return self._rests_on(cause, lambda c: self._but_for(c, contradictions))

    @remembered
    def aside(self, conclusion: Kind) -> Truth:
        """Something that prevails sets this aside."""
        return self._any(map(self.prevails, filter(self._possible, self._base.causes(conclusion))))

    @remembered
    def stands(self, conclusion: Kind) -> Truth:
        """This is concluded and gives way to nothing: a path is open, a step is due."""
        return self._all((self.concluded(conclusion), self._not(self.aside(conclusion))))

    @remembered
    def now(self, step: Any) -> Truth:
        """A step is to be taken now: a path that is not put off has it first."""
        return self._any(
            self._all((self._first((path, step)), self._not(self._put_off(path))))
            for path in filter(self._possible, self._base.paths_with(step))
        )

    @remembered
    def afterwards(self, step: Any) -> Truth:
        """A step comes later: its path is put off, or has another step first."""
        later = self._any(
            self._any(
                (
                    self._all((self._first((path, step)), self._put_off(path))),
                    self._follows(path, step),
                )
            )
            for path in filter(self._possible, self._base.paths_with(step))
        )
        return self._all((later, self._not(self.now(step))))

    @remembered
    def accompanies(self, companion: Kind) -> Truth:
        """A companion is said: it stands, and what it serves is said."""
        decided = companion in self._base.concluding
        stands = self.stands(companion) if decided else self._not(self.aside(companion))
        if decided and not companion.serves:
            return stands
        return self._all((stands, self._any(self._is_said(each) for each in companion.serves)))

    @remembered
    def held_back(self, conclusion: Kind) -> Truth:
        """A path, a step of an open path, or a stance that goes with what is said, gives way."""
        belongs_to = self._base.paths_with(conclusion) or conclusion.serves
        given = self._any(map(self._is_said, belongs_to))
        gives_way = (self.concluded(conclusion), self.aside(conclusion))
        return self._all((*gives_way, given) if belongs_to else gives_way)

    @remembered
    def settles(self, precedence: Kind) -> Truth:
        """A precedence is worth saying: it holds something back, or what it is about is open."""

        def open_but_for_this(conclusion: Kind) -> Truth:
            causes = self._base.causes(conclusion)
            return self._but_for(conclusion, (cause for cause in causes if cause is not precedence))

        def worth_saying() -> Iterator[Truth]:
            gives_way = filter(self._base.may_be_held_back, self._base.set_aside_by(precedence))
            yield self._any(map(self.held_back, gives_way))
            yield self._rests_on(precedence, open_but_for_this)

        return self._all((self.prevails(precedence), self._any(worth_saying())))

    def timings(self, conclusion: Kind) -> Iterator[tuple[str, Truth]]:
        """Yield when a conclusion may be said, each with its truth; at most one is true."""
        if self._base.may_be_held_back(conclusion):
            yield "not_now", self.held_back(conclusion)
        if issubclass(conclusion, Step):
            yield "now", self.now(conclusion)
            yield "afterwards", self.afterwards(conclusion)
        elif issubclass(conclusion, Path):
            yield "note", self.stands(conclusion)
        elif issubclass(conclusion, COMPANIONS):
            yield conclusion.when, self.accompanies(conclusion)
        elif issubclass(conclusion, Precedence):
            yield "note", self.settles(conclusion)
        else:
            yield "note", self.concluded(conclusion)

    def _but_for(self, conclusion: Kind, withholding: Iterable[Kind]) -> Truth:
        """Whether this is concluded, and none of these withholds it."""
        withheld = self._any(
            self.prevails(cause)
            for cause in filter(self._possible, withholding)
            if conclusion in self._base.set_aside_by(cause)
        )
        return self._all((self.concluded(conclusion), self._not(withheld)))

    def _rests_on(self, precedence: Kind, standing: Callable[[Kind], Truth]) -> Truth:
        """Whether a precedence is concluded, and would be from what is left standing."""
        return self._any(
            self._all((self._fires(card), self.judge(card.when, standing)))
            for card in self._base.concluding.get(precedence, ())
        )

    @remembered
    def _first(self, place: tuple[type[Path], Any]) -> Truth:
        """Whether this is the first step of an open path that is due."""
        path, step = place
        return self._all((self.stands(path), self.stands(step), self._not(self._begun(place))))

    @remembered
    def _begun(self, place: tuple[type[Path], Any]) -> Truth:
        """Whether an earlier step of a path is due."""
        path, step = place
        earlier = path.steps[: path.steps.index(step)]
        return self._any(map(self.stands, filter(self._possible, earlier)))

    @remembered
    def _put_off(self, path: type[Path]) -> Truth:
        return self._any(map(self.prevails, filter(self._possible, self._base.deferring(path))))

    def _follows(self, path: type[Path], step: Any) -> Truth:
        """Whether an open path takes an earlier step first, and this one is not settled."""

        def open_still() -> Iterator[Truth]:
            yield self.concluded(step)
            settled = settled_by(step)
            if settled is not None:
                yield self._not(self.judge(settled))

        def conditions() -> Iterator[Truth]:
            yield self.stands(path)
            yield self._begun((path, step))
            yield self._any(open_still())
            yield self._not(self.aside(step))

        return self._all(conditions())

    def _is_said(self, served: Kind) -> Truth:
        if issubclass(served, Path):
            return self.stands(served)
        return self.now(served) if issubclass(served, Step) else self.accompanies(served)
