"""Generated people for audits: with any answers, as interviewed, and on the edge of a rule."""

import functools
import random
from collections.abc import Iterator, Mapping
from typing import Any

from engine.base import Base
from engine.cards import Clause, InRange, leaves
from engine.evaluation import holds
from engine.kernel.kernel import Kernel, space_of
from engine.logic import PLAIN
from kb.vocabulary import Outweighs, Question
from kb.vocabulary.question import Answer

_DONT_KNOW = 0.15
"""The share of questions that an interviewed person cannot answer."""
_NOISE = (0.0, 0.1, 0.5)
"""The shares of all other questions that somebody for whom a rule fires has answered as well."""
_MOST_COMPARED = 3
"""Up to which number counts that are compared are drawn, apart from the bounds that rules name."""


def people(base: Base, n: int, seed: int) -> Iterator[dict[str, Answer]]:
    """Yield the answers of `n` people; those of a smaller `n` are the first of a larger one.

    In turn: somebody who answers a random share of all questions, contradictions included;
    somebody who is interviewed; and somebody for whom a rule just fires, or just does not.
    """
    drawing = _Drawing(base, random.Random(seed))
    makers = (drawing.anybody, drawing.interviewed, drawing.on_the_edge)
    for number in range(n):
        yield makers[number % len(makers)]()


def facts_of(base: Base, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Return known answers with the measures that follow from them."""
    measured = ((measure.id, measure.value(answers)) for measure in base.measures.values())
    return {**answers, **{id: value for id, value in measured if value is not None}}


def near_bounds(base: Base) -> dict[str, tuple[int, ...]]:
    """Return for each count or number of weeks the numbers at which a rule or gate may turn.

    These are both ends of the question, and both sides of each bound and of each comparison.
    """
    asked = [card.when for card in base.cards]
    asked += [clause for gate in base.gates.values() for clause in gate if clause is not None]
    pools = {
        question.id: {0, question.at_most}
        for question in base.questions.values()
        if question.kind in ("count", "weeks")
    }
    for leaf in (leaf for clause in asked for leaf in leaves(clause)):
        if isinstance(leaf, InRange) and leaf.question in pools:
            pools[leaf.question] |= {leaf.low - 1, leaf.low}
            pools[leaf.question] |= set() if leaf.high is None else {leaf.high, leaf.high + 1}
    for measure in base.measures.values():
        if isinstance(measure, Outweighs):
            pools[measure.less] |= set(range(_MOST_COMPARED + 1))
            enough = {measure.times * less for less in pools[measure.less]}
            pools[measure.more] |= enough | {more - 1 for more in enough}
    return {
        # A bound is a parameter with a name; an answer is a plain number.
        id: tuple(int(n) for n in sorted(pool) if 0 <= n <= base.questions[id].at_most)
        for id, pool in pools.items()
    }


class _Drawing:
    """Draws people, one after the other, out of one stream of random numbers."""

    def __init__(self, base: Base, rng: random.Random) -> None:
        """Compile nothing yet: who makes a rule fire is worked out when it is drawn."""
        self._base, self._rng = base, rng
        self._numbers = near_bounds(base)
        self._kernel = functools.cache(lambda: Kernel(space_of(base, gated=False), base))
        self._firing = functools.cache(self._who_fires)

    def anybody(self) -> dict[str, Answer]:
        """Answer a random share of all questions, whether they apply or not."""
        share = self._rng.random()
        return {
            question.id: self._answer(question)
            for question in self._base.questions.values()
            if self._rng.random() < share
        }

    def interviewed(self) -> dict[str, Answer]:
        """Answer the questions that apply, as they come, some of them with "don't know"."""
        answers: dict[str, Answer] = {}

        def met(leaf: Clause) -> bool:
            return holds(leaf, facts_of(self._base, answers), ())

        for question in self._base.questions.values():
            if PLAIN.opens(*self._base.gates[question.id], met) and self._rng.random() > _DONT_KNOW:
                answers[question.id] = self._answer(question)
        return answers

    def on_the_edge(self) -> dict[str, Answer]:
        """Take the fewest answers that make a rule fire, then change one, or add some, or both."""
        answers = dict(self._firing(self._rng.randrange(len(self._base.cards))))
        if answers and self._rng.random() < 0.5:
            turned = self._rng.choice(tuple(answers))
            del answers[turned]
            if self._rng.random() < 0.5:
                answers[turned] = self._answer(self._base.questions[turned])
        share = self._rng.choice(_NOISE)
        for question in self._base.questions.values():
            if question.id not in answers and self._rng.random() < share:
                answers[question.id] = self._answer(question)
        return answers

    def _who_fires(self, place: int) -> Mapping[str, Answer]:
        """Return who makes a card fire; somebody without an answer where nobody can."""
        compiled = self._kernel()
        who = compiled.assembly.judge(self._base.cards[place].when)
        return {} if who == compiled.space.false else compiled.space.witness(who)

    def _answer(self, question: Question) -> Answer:
        """Draw an answer of the kind that is asked for."""
        match question.kind:
            case "yes/no":
                return self._rng.random() < 0.5
            case "choice":
                return self._rng.choice(question.choices)
            case "list":
                fewest = 0 if question.may_be_empty else 1
                size = self._rng.randint(fewest, min(question.at_most, len(question.choices)))
                return frozenset(self._rng.sample(question.choices, size))
            case _:
                return self._rng.choice(self._numbers[question.id])
