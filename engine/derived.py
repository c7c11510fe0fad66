"""Answers that follow from the client's own words, and where the two do not fit together."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from engine.base import our_base, settled_by
from engine.cards import Clause, InRange, Is, leaves
from engine.evaluation import holds
from engine.gates import filled_in
from engine.own_words import NO_WORDS, OwnWords, Wish
from engine.scenarios import Scenario
from kb.derived import DERIVED
from kb.situation import MEASURES
from kb.vocabulary import Derived, Filled, Step, Unmet, Word
from kb.vocabulary.question import Answer


@dataclass(frozen=True, slots=True)
class Following:
    """What follows for one question: `possible` are the answers left open, the least first."""

    derived: Derived
    possible: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """An answer that does not fit what the client has put into words; the answer counts."""

    answer: Answer
    following: Following


def following(words: OwnWords) -> dict[str, Following]:
    """Return what follows for each question, in the order of the questions."""
    if words == NO_WORDS:
        return {}
    found = ((derived, _follows(derived, words)) for derived in DERIVED)
    return {derived.question: each for derived, each in found if each is not None}


def answers_from(words: OwnWords) -> dict[str, Answer]:
    """Return the answers that follow.

    A count that is known from below only is given as the least that it can be, where no rule tells
    the least from the most; otherwise it is no answer.
    """
    return {
        id: each.possible[0]
        for id, each in following(words).items()
        if _are_alike(id, each.possible)
    }


def counting(scenario: Scenario) -> tuple[dict[str, Answer], frozenset[str]]:
    """Return all answers of a client, with those that follow, and what is not known all the same.

    What follows fills in what is not answered or answered "don't know", where the question applies.
    """
    known = filled_in(scenario.answers, answers_from(scenario.words))
    return known, scenario.unknown.difference(known)


def misfits(answers: Mapping[str, Answer], words: OwnWords) -> tuple[Misfit, ...]:
    """Return the answers that do not fit what follows from the words, in the order of questions."""
    return tuple(
        Misfit(answers[id], each)
        for id, each in following(words).items()
        if id in answers and answers[id] not in each.possible
    )


def _follows(derived: Derived, words: OwnWords) -> Following | None:
    match derived.source:
        case Unmet(place):
            wishes: tuple[Wish, ...] = attrgetter(place)(words)
            least = sum(wish.met is False for wish in wishes)
            most = sum(wish.met is not True for wish in wishes)
            return Following(derived, tuple(range(least, most + 1))) if wishes else None
        case Filled(places):
            filled = all(_is_filled(attrgetter(place)(words)) for place in places)
            return Following(derived, (True,)) if filled else None
        case Word(place):
            word: str = attrgetter(place)(words)
            return Following(derived, (word,)) if word else None


def _is_filled(value: str | tuple[str, ...]) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _are_alike(question: str, possible: tuple[Answer, ...]) -> bool:
    """Tell whether everybody is told the same, whichever of these answers is the true one."""
    if len(possible) == 1:
        return True
    return all(
        len({holds(c, {question: a}, ()) for a in possible}) == 1 for c in _reading(question)
    )


@functools.cache
def _reading(question: str) -> tuple[Clause, ...]:
    """Return every condition of the knowledge base on a question that no measure compares."""
    if any(question in measure.of for measure in MEASURES.values()):
        raise ValueError(
            f"{question} is compared; what follows from less than all is not worked out"
        )
    base = our_base()
    settled = (settled_by(c) for c in base.conclusions if issubclass(c, Step))
    gates = (clause for pair in base.gates.values() for clause in pair)
    clauses = (*(card.when for card in base.cards), *settled, *gates)
    every = (leaf for clause in clauses if clause is not None for leaf in leaves(clause))
    return tuple(
        dict.fromkeys(c for c in every if isinstance(c, Is | InRange) and c.question == question)
    )
