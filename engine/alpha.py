"""The single conditions that hold for one person, each judged once, and what they make hold."""

import functools
import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from engine.cards import (
    All,
    AnyOf,
    Clause,
    Concluded,
    NotConcluded,
    forks,
    leaves,
    questions_in,
)
from engine.evaluation import holds
from kb.vocabulary import Conclusion

Memory = int
"""The single conditions that hold, a bit each: an alpha memory, in the words of Rete."""
Check = Callable[[Memory], bool]
Support = Callable[[Memory], tuple[Clause, ...]]

_ANSWERS_KEPT = 4096


class Conditions:
    """The single conditions of some clauses; what each of them means, `engine.evaluation` says.

    The conditions that an answer meets are looked up when somebody else gives the same answer.
    """

    def __init__(self, clauses: Iterable[Clause]) -> None:
        """Give each condition a bit, and sort them by the question or conclusion that they read."""
        single = dict.fromkeys(leaf for clause in clauses for leaf in leaves(clause))
        self._bit = {leaf: 1 << number for number, leaf in enumerate(single)}
        self._on_answers: dict[str, list[Clause]] = {}
        self._concluded: dict[type[Conclusion], Memory] = {}
        self._absent: dict[type[Conclusion], Memory] = {}
        for leaf, bit in self._bit.items():
            match leaf:
                case Concluded(conclusion):
                    self._concluded[conclusion] = bit
                case NotConcluded(conclusion):
                    self._absent[conclusion] = bit
                case _:
                    self._on_answers.setdefault(questions_in(leaf)[0], []).append(leaf)
        self._nothing_concluded = _joined(self._absent.values())
        # 1 == True in Python, not here.
        self._met = functools.lru_cache(_ANSWERS_KEPT, typed=True)(self._judged)

    def memory(
        self, facts: Mapping[str, Any], concluded: Iterable[type[Conclusion]] = ()
    ) -> Memory:
        """Return the conditions that hold for answers and measures, given what is concluded."""
        met = map(self._met, facts, facts.values())
        memory = functools.reduce(operator.or_, met, self._nothing_concluded)
        for conclusion in concluded:
            memory = self.concluding(memory, conclusion)
        return memory

    def concluding(self, memory: Memory, conclusion: type[Conclusion]) -> Memory:
        """Return what holds when something is concluded."""
        return memory & ~self._absent.get(conclusion, 0) | self._concluded.get(conclusion, 0)

    def retracting(self, memory: Memory, conclusion: type[Conclusion]) -> Memory:
        """Return what holds when something is no longer concluded."""
        return memory & ~self._concluded.get(conclusion, 0) | self._absent.get(conclusion, 0)

    def read_by(self, clause: Clause) -> Memory:
        """Return the conditions of a clause, whether they hold or not."""
        return _joined(map(self._bit.__getitem__, leaves(clause)))

    def needed(self, clause: Clause) -> Memory:
        """Return conditions without which a clause cannot hold: all of it, unless it forks."""
        match clause:
            case All(parts):
                return _joined(map(self.needed, parts))
            case AnyOf():
                return 0
            case _:
                return self._bit[clause]

    def alternatives(self, clause: Clause) -> Check | None:
        """Return what is left to check where all that a clause needs holds; None is nothing."""
        match clause:
            case All(parts):
                checks = tuple(filter(None, map(self.alternatives, parts)))
                return functools.reduce(_both, checks) if checks else None
            case AnyOf(parts):
                enough = _joined(self._bit[part] for part in parts if part in self._bit)
                joined = (self.check(part) for part in parts if part not in self._bit)
                return functools.reduce(_either, joined, lambda memory: memory & enough != 0)
            case _:
                return None

    def check(self, clause: Clause) -> Check:
        """Return what tells whether a clause holds, given the single conditions that do."""
        needed, check = self.needed(clause), self.alternatives(clause)
        if check is None:
            return lambda memory: memory & needed == needed
        return lambda memory: memory & needed == needed and check(memory)

    def opens(self, gate: Clause | None, unless: Clause | None) -> Check:
        """Return what tells whether a question applies, as `Logic.opens` does."""
        applies = self.check(All(()) if gate is None else gate)
        if unless is None:
            return applies
        shut = self.check(unless)
        return lambda memory: applies(memory) and not shut(memory)

    def support(self, clause: Clause) -> Support:
        """Return what lists the conditions that make a clause hold; see `evaluation.support`."""
        match clause:
            case All(parts) if forks(clause):
                supports = tuple(map(self.support, parts))
                return lambda memory: tuple(leaf for each in supports for leaf in each(memory))
            case AnyOf(parts):
                branches = tuple((self.check(part), self.support(part)) for part in parts)
                return lambda memory: tuple(
                    leaf for check, each in branches if check(memory) for leaf in each(memory)
                )
            case _:
                certain = leaves(clause)
                return lambda _: certain

    def _judged(self, question: str, answer: Any) -> Memory:
        """Return the conditions on a question that an answer meets."""
        read = self._on_answers.get(question, ())
        met = (leaf for leaf in read if holds(leaf, {question: answer}, ()))
        return _joined(map(self._bit.__getitem__, met))


def _joined(bits: Iterable[Memory]) -> Memory:
    return functools.reduce(operator.or_, bits, 0)


def _both(one: Check, other: Check) -> Check:
    return lambda memory: one(memory) and other(memory)


def _either(one: Check, other: Check) -> Check:
    return lambda memory: one(memory) or other(memory)
