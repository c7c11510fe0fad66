"""All possible clients: answers as Boolean variables, and conditions on them as diagrams."""

import functools
import itertools
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from engine.base import Base
from engine.cards import Clause, Given, InRange, Is, Names
from engine.kernel.diagrams import Diagram, new_manager
from engine.logic import Logic
from kb.vocabulary import Outweighs, Question, Tally
from kb.vocabulary.question import Answer


class Space:
    """The answers of every possible client.

    A question has a variable that tells whether it is answered, and as many bits as its answers
    need. A code that stands for no answer counts as no answer, so that every assignment of the
    variables is a client. If `gated`, so does an answer to a question that does not apply. What is
    `heard` is the same for all of these clients, and no variable; a witness is not told it.
    """

    def __init__(
        self, base: Base, *, gated: bool, heard: Mapping[str, Answer] = MappingProxyType({})
    ) -> None:
        """Declare the variables, in the order in which the questions of a base are asked."""
        self.questions, self._measures, self._gates = base.questions, base.measures, base.gates
        self.diagrams = new_manager()
        self.diagrams.configure(reordering=False)
        self.true, self.false = self.diagrams.true, self.diagrams.false
        self.logic: Logic[Diagram] = Logic(lambda truth: ~truth, self._every, self._some)
        self._gated = gated
        self.owners: dict[str, str] = {}
        self.heard = heard
        comparisons = (m for m in base.measures.values() if isinstance(m, Outweighs))
        compared = {id: comparison.of for comparison in comparisons for id in comparison.of}
        for id in self.questions:
            # Bits that are compared with each other stand next to each other, the lowest first.
            together = compared.get(id, (id,))
            places = itertools.zip_longest(*(_variables(self.questions[each]) for each in together))
            for place in places:
                for owner, name in zip(together, place, strict=True):
                    if name and name not in self.owners and owner not in heard:
                        self.owners[name] = owner
                        self.diagrams.declare(name)
        self.assignment = functools.cache(self._assignment)
        self.condition = functools.cache(self._condition)
        self.applies = functools.cache(self._applies)
        self.given = functools.cache(self._given)

    def _assignment(self, id: str, answer: Answer | None) -> Mapping[str, bool]:
        """Return the variables of a question as an answer sets them; None is no answer."""
        known, *bits = _variables(self.questions[id])
        code = 0 if answer is None else _code(self.questions[id], answer)
        return {known: answer is not None} | {
            bit: bool(code >> place & 1) for place, bit in enumerate(bits)
        }

    def variables(self, id: str) -> tuple[str, ...]:
        """Name the variables of a question: is it answered, then its bits, the lowest first."""
        return _variables(self.questions[id])

    def restrict(self, diagram: Diagram, assignment: Mapping[str, bool]) -> Diagram:
        """Return a diagram for the clients whose variables are set in this way."""
        return self.diagrams.let(assignment, diagram) if assignment else diagram

    def assignments(self, heard: Mapping[str, Answer | None]) -> dict[str, bool]:
        """Return the variables of some questions as their answers set them; None is no answer."""
        new = ((id, answer) for id, answer in heard.items() if id not in self.heard)
        every = (self.assignment(id, answer) for id, answer in new)
        return {name: value for assignment in every for name, value in assignment.items()}

    def client(self, answers: Mapping[str, Answer]) -> dict[str, bool]:
        """Return all variables as one client sets them; what is not answered is unknown."""
        return self.assignments({id: answers.get(id) for id in self.questions})

    def witness(self, diagram: Diagram) -> dict[str, Answer]:
        """Return one client for whom a diagram holds, without an answer that could be left out.

        Answers are no rather than yes, and small rather than large. Raises ValueError where the
        diagram holds for nobody.
        """
        if diagram == self.false:
            raise ValueError("nobody")
        # What is asked late is left out first; then the high bits are decided before the low ones.
        names = [name for id in self.questions for name in self.variables(id)][::-1]
        names.sort(key=lambda name: name != self.variables(self.owners[name])[0])
        chosen: dict[str, bool] = {}
        for name in names:
            without = self.restrict(diagram, {name: False})
            chosen[name] = without == self.false
            diagram = self.restrict(diagram, {name: True}) if chosen[name] else without
        return {
            id: _answer(question, [chosen[bit] for bit in bits])
            for id, question in self.questions.items()
            for known, *bits in (_variables(question),)
            if chosen[known]
        }

    def questions_of(self, variables: Iterable[str]) -> frozenset[str]:
        """Return the questions that variables belong to."""
        return frozenset(self.owners[variable] for variable in variables)

    def _every(self, truths: Iterable[Diagram]) -> Diagram:
        joined = self.true
        for truth in truths:
            joined = joined & truth
            if joined == self.false:
                break  # and what comes after it is not worked out
        return joined

    def _some(self, truths: Iterable[Diagram]) -> Diagram:
        joined = self.false
        for truth in truths:
            joined = joined | truth
            if joined == self.true:
                break
        return joined

    def _applies(self, id: str) -> Diagram:
        """Whether a question makes sense; it always does if the space is not gated."""
        if not self._gated:
            return self.true
        gate, unless = self._gates[id]
        return self.logic.opens(gate, unless, self.condition)

    def _condition(self, leaf: Clause) -> Diagram:
        match leaf:
            case Is(id, (value,)) if id in self._measures:
                return self._outweighs(self._measures[id], bool(value))
            case Is(id, values):
                codes = (_code(self.questions[id], value) for value in values)
                return self.given(id) & self._some(self._equal(id, code) for code in codes)
            case InRange(id, low, high) if id in self._measures:
                above = self.false if high is None else self._tally(self._measures[id], high + 1)
                return self._tally(self._measures[id], low) & ~above
            case InRange(id, low, high):
                above = self.false if high is None else self._at_least(id, high + 1)
                return self.given(id) & self._at_least(id, low) & ~above
            case Names(id, choice, present):
                named = self._bits(id)[self.questions[id].choices.index(choice)]
                return self.given(id) & (named if present else ~named)
            case Given(id):
                return self.given(id)
            case _:
                raise TypeError(f"no condition on answers: {leaf!r}")

    def _given(self, id: str) -> Diagram:
        question = self.questions[id]
        known, *bits = self._diagrams_of(id)
        if question.kind == "list":
            fewest = 0 if question.may_be_empty else 1
            is_answer = self._count(bits, fewest) & ~self._count(bits, question.at_most + 1)
        else:
            is_answer = ~self._at_least(id, _size(question))
        return self.applies(id) & known & is_answer

    def _bits(self, id: str) -> list[Diagram]:
        return self._diagrams_of(id)[1:]

    def _diagrams_of(self, id: str) -> list[Diagram]:
        """Return the variables of a question as diagrams; of one that was heard, its answer."""
        if id in self.heard:
            values = self.assignment(id, self.heard[id]).values()
            return [self.true if value else self.false for value in values]
        return [self.diagrams.var(name) for name in self.variables(id)]

    def _equal(self, id: str, code: int) -> Diagram:
        bits = self._bits(id)
        return self._every(b if code >> place & 1 else ~b for place, b in enumerate(bits))

    def _at_least(self, id: str, low: int) -> Diagram:
        bits = self._bits(id)
        if low >= 1 << len(bits):
            return self.false
        holds = self.true
        for place, bit in enumerate(bits):
            holds = bit & holds if low >> place & 1 else bit | holds
        return holds

    def _count(self, truths: Iterable[Diagram], low: int) -> Diagram:
        """Whether at least `low` of the truths hold."""
        reached = [self.true, *[self.false] * low]
        for truth in truths:
            reached = [self.true] + [
                more | (fewer & truth) for fewer, more in itertools.pairwise(reached)
            ]
        return reached[low]

    def _tally(self, measure: Any, low: int) -> Diagram:
        assert isinstance(measure, Tally)
        return self._count((self.condition(Is(id, (True,))) for id in measure.of), low)

    def _outweighs(self, measure: Any, wanted: bool) -> Diagram:
        """Whether more >= times * less, or not; nothing is known where both are zero."""
        assert isinstance(measure, Outweighs)
        pairs = list(
            itertools.zip_longest(
                self._bits(measure.more), self._bits(measure.less), fillvalue=self.false
            )
        )

        @functools.cache
        def from_place(place: int, carry: int) -> Diagram:
            # Subtract bit by bit, as on paper: what is left over is carried, and its sign decides.
            if place == len(pairs):
                return self.true if carry >= 0 else self.false
            (m, n), times = pairs[place], measure.times

            def rest(difference: int) -> Diagram:
                return from_place(place + 1, (carry + difference) // 2)

            return (m & (n & rest(1 - times) | ~n & rest(1))) | (
                ~m & (n & rest(-times) | ~n & rest(0))
            )

        outweighs = from_place(0, 0)
        both_zero = ~self._at_least(measure.more, 1) & ~self._at_least(measure.less, 1)
        known = self.given(measure.more) & self.given(measure.less) & ~both_zero
        return known & (outweighs if wanted else ~outweighs)


def _size(question: Question) -> int:
    """Return how many codes are answers; a list has a bit a choice instead."""
    match question.kind:
        case "yes/no":
            return 2
        case "choice":
            return len(question.choices)
        case _:
            return question.at_most + 1


def _variables(question: Question) -> tuple[str, ...]:
    """Name the variables of a question: is it answered, then the bits of its code."""
    width = len(question.choices) if question.kind == "list" else (_size(question) - 1).bit_length()
    return (f"{question.id} known", *(f"{question.id} bit {n:02}" for n in range(width)))


def _code(question: Question, answer: Any) -> int:
    """Return the number that stands for an answer."""
    match question.kind:
        case "choice":
            return question.choices.index(answer)
        case "list":
            return sum(1 << question.choices.index(choice) for choice in answer)
        case _:
            return int(answer)


def _answer(question: Question, bits: list[bool]) -> Answer:
    """Return the answer that a number stands for, from its bits, the lowest first."""
    code = sum(bit << place for place, bit in enumerate(bits))
    match question.kind:
        case "yes/no":
            return bool(code)
        case "choice":
            return question.choices[code]
        case "list":
            return frozenset(c for c, bit in zip(question.choices, bits, strict=True) if bit)
        case _:
            return code
