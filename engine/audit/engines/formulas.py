"""All possible clients as formulas of z3: answers as its unknowns, and conditions on them."""

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from engine.base import Base
from engine.cards import Clause, Given, InRange, Is, Names
from engine.extras import required
from engine.logic import Logic
from kb.vocabulary import Outweighs, Question, Tally
from kb.vocabulary.question import Answer

Formula = Any
"""A formula of z3 that is true or false for each client."""


class Formulas:
    """The answers of every possible client, as the unknowns of formulas.

    A question has a truth that tells whether it is answered, and its answer: a truth for a yes/no,
    a whole number for a count, for weeks and for the place of a choice, and a truth a choice for a
    list. `possible` says which of these are clients at all. If `gated`, an answer to a question
    that does not apply counts as no answer.
    """

    def __init__(self, base: Base, *, gated: bool) -> None:
        """Make the unknowns. Raises ScenarioError where z3 is not installed."""
        self.z3 = required("z3", "z3-solver", "audit")
        self.true = self.z3.BoolVal(True)
        self.logic: Logic[Formula] = Logic(self.z3.Not, self._every, self._some)
        self._base, self._gated = base, gated
        self._known = {id: self.z3.Bool(f"{id} known") for id in base.questions}
        self._answers = {q.id: self._unknown(q) for q in base.questions.values()}
        self.possible = self._every(map(self._is_answer, base.questions.values()))
        self.condition: Callable[[Clause], Formula] = functools.cache(self._condition)
        self.given: Callable[[str], Formula] = functools.cache(self._given)
        self.applies: Callable[[str], Formula] = functools.cache(self._applies)
        self._said_so = functools.cache(self._literals)

    def client(self, answers: Mapping[str, Answer]) -> tuple[Formula, ...]:
        """Return what is true of one client; what is not answered is unknown."""
        return tuple(
            literal for id in self._base.questions for literal in self._said_so(id, answers.get(id))
        )

    def answers(self, model: Any) -> dict[str, Answer]:
        """Return the answers of the client in a model that the solver found."""

        def of(unknown: Any) -> Any:
            return model.eval(unknown, model_completion=True)

        def answer(question: Question) -> Answer:
            given = self._answers[question.id]
            match question.kind:
                case "yes/no":
                    return bool(of(given))
                case "list":
                    return frozenset(choice for choice, named in given.items() if of(named))
                case "choice":
                    return question.choices[of(given).as_long()]
                case _:
                    return int(of(given).as_long())

        return {q.id: answer(q) for q in self._base.questions.values() if of(self._known[q.id])}

    def _every(self, truths: Iterable[Formula]) -> Formula:
        return self.z3.And(self.true, *truths)

    def _some(self, truths: Iterable[Formula]) -> Formula:
        return self.z3.Or(self.z3.Not(self.true), *truths)

    def _unknown(self, question: Question) -> Any:
        match question.kind:
            case "yes/no":
                return self.z3.Bool(question.id)
            case "list":
                return {
                    choice: self.z3.Bool(f"{question.id} {choice}") for choice in question.choices
                }
            case _:
                return self.z3.Int(question.id)

    def _is_answer(self, question: Question) -> Formula:
        """Whether what is answered, if anything is, is an answer to the question."""
        given = self._answers[question.id]
        match question.kind:
            case "yes/no":
                return self.true
            case "list":
                fewest = 0 if question.may_be_empty else 1
                named = self._number_of(given.values())
                is_answer = self.z3.And(fewest <= named, named <= question.at_most)
                return self.z3.Implies(self._known[question.id], is_answer)
            case kind:
                last = len(question.choices) - 1 if kind == "choice" else question.at_most
                return self.z3.And(given >= 0, given <= last)

    def _literals(self, id: str, answer: Any) -> tuple[Formula, ...]:
        question, known, given = self._base.questions[id], self._known[id], self._answers[id]
        if answer is None:
            return (self.z3.Not(known),)
        match question.kind:
            case "yes/no":
                return known, given if answer else self.z3.Not(given)
            case "list":
                return known, *(
                    named if choice in answer else self.z3.Not(named)
                    for choice, named in given.items()
                )
            case _:
                return known, given == self._number(question, answer)

    @staticmethod
    def _number(question: Question, value: Any) -> int:
        return question.choices.index(value) if question.kind == "choice" else value

    def _number_of(self, truths: Iterable[Formula]) -> Any:
        return self.z3.Sum([self.z3.IntVal(0), *(self.z3.If(truth, 1, 0) for truth in truths)])

    def _given(self, id: str) -> Formula:
        return self.z3.And(self.applies(id), self._known[id])

    def _applies(self, id: str) -> Formula:
        """Whether a question makes sense; it always does if this is not gated."""
        if not self._gated:
            return self.true
        gate, unless = self._base.gates[id]
        return self.logic.opens(gate, unless, self.condition)

    def _condition(self, leaf: Clause) -> Formula:
        measures = self._base.measures
        match leaf:
            case Is(id, (value,)) if id in measures:
                known, outweighs = self._outweighs(measures[id])
                return self.z3.And(known, outweighs if value else self.z3.Not(outweighs))
            case Is(id, values):
                return self.z3.And(
                    self.given(id), self._some(self._equal(id, value) for value in values)
                )
            case InRange(id, low, high):
                known, number = self._counted(id)
                return self._every(
                    (known, low <= number, *([] if high is None else [number <= high]))
                )
            case Names(id, choice, present):
                named = self._answers[id][choice]
                return self.z3.And(self.given(id), named if present else self.z3.Not(named))
            case Given(id):
                return self.given(id)
            case _:
                raise TypeError(f"no condition on answers: {leaf!r}")

    def _equal(self, id: str, value: bool | int | str) -> Formula:
        question, given = self._base.questions[id], self._answers[id]
        if question.kind == "yes/no":
            return given if value else self.z3.Not(given)
        return given == self._number(question, value)

    def _counted(self, id: str) -> tuple[Formula, Any]:
        """Return whether a number is known, and the number."""
        measure = self._base.measures.get(id)
        if isinstance(measure, Tally):
            return self.true, self._number_of(self.condition(Is(q, (True,))) for q in measure.of)
        return self.given(id), self._answers[id]

    def _outweighs(self, measure: Any) -> tuple[Formula, Formula]:
        """Return whether two counts can be compared, and whether the one outweighs the other."""
        assert isinstance(measure, Outweighs)
        more, less = (self._answers[id] for id in measure.of)
        known = self._every((*map(self.given, measure.of), more + less > 0))
        return known, more >= measure.times * less
