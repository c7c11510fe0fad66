"""The single conditions that hold for one person, each judged once, and what they make hold."""

import functools
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
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

Memory = set[int]
"""The single conditions that hold, by number: an alpha memory, in the words of Rete."""
Check = Callable[[AbstractSet[int]], bool]
Support = Callable[[AbstractSet[int]], tuple[Clause, ...]]

_ANSWERS_KEPT = 4096


class Conditions:
    """The single conditions of some clauses; what each of them means, `engine.evaluation` says.

    The conditions that an answer meets are looked up when somebody else gives the same answer.
    """

    def __init__(self, clauses: Iterable[Clause]) -> None:
        """Number the conditions, and sort them by the question or conclusion that they read."""
        single = dict.fromkeys(leaf for clause in clauses for leaf in leaves(clause))
        self._number = {leaf: number for number, leaf in enumerate(single)}
        self._on_answers: dict[str, list[Clause]] = {}
        self._concluded: dict[type[Conclusion], set[int]] = {}
        self._absent: dict[type[Conclusion], set[int]] = {}
        for leaf, number in self._number.items():
            match leaf:
                case Concluded(conclusion):
                    self._concluded.setdefault(conclusion, set()).add(number)
                case NotConcluded(conclusion):
                    self._absent.setdefault(conclusion, set()).add(number)
                case _:
                    self._on_answers.setdefault(questions_in(leaf)[0], []).append(leaf)
        self._nothing_concluded = frozenset[int]().union(*self._absent.values())
        # 1 == True in Python, not here.
        self._met = functools.lru_cache(_ANSWERS_KEPT, typed=True)(self._judged)

    def memory(
        self, facts: Mapping[str, Any], concluded: Iterable[type[Conclusion]] = ()
    ) -> Memory:
        """Return the conditions that hold for answers and measures, given what is concluded."""
        memory = set(self._nothing_concluded)
        memory.update(*[self._met(id, facts[id]) for id in facts if id in self._on_answers])
        for conclusion in concluded:
            self.conclude(memory, conclusion)
        return memory

    def conclude(self, memory: Memory, conclusion: type[Conclusion]) -> None:
        """Take in that something is concluded."""
        memory |= self._concluded.get(conclusion, frozenset())
        memory -= self._absent.get(conclusion, frozenset())

    def retract(self, memory: Memory, conclusion: type[Conclusion]) -> None:
        """Take in that something is no longer concluded."""
        memory |= self._absent.get(conclusion, frozenset())
        memory -= self._concluded.get(conclusion, frozenset())

    def check(self, clause: Clause) -> Check:
        """Return what tells whether a clause holds, given the single conditions that do."""
        match clause:
            case All(parts):
                needed, checks = self._split(parts)
                if not checks:
                    return needed.issubset
                return lambda memory: needed <= memory and all(check(memory) for check in checks)
            case AnyOf(parts):
                enough, checks = self._split(parts)
                if not checks:
                    return lambda memory: not enough.isdisjoint(memory)
                return lambda memory: (
                    not enough.isdisjoint(memory) or any(check(memory) for check in checks)
                )
            case _:
                return frozenset((self._number[clause],)).issubset

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

    def _split(self, parts: tuple[Clause, ...]) -> tuple[frozenset[int], tuple[Check, ...]]:
        """Part single conditions from the checks of what is made of several."""
        single = (self._number[part] for part in parts if not isinstance(part, All | AnyOf))
        joined = (self.check(part) for part in parts if isinstance(part, All | AnyOf))
        return frozenset(single), tuple(joined)

    def _judged(self, question: str, answer: Any) -> frozenset[int]:
        """Return the conditions on a question that an answer meets."""
        met = (leaf for leaf in self._on_answers[question] if holds(leaf, {question: answer}, ()))
        return frozenset(map(self._number.__getitem__, met))
