"""Rows drawn at random, advised once more by Experta, one by one, and compared."""

import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

# At the beginning: a signal that comes while it is loaded is swallowed.
from numpy.random import default_rng

from engine.columns.advised import LISTS, Advised, list_of
from engine.columns.arrays import array_of
from engine.consultation import Consultation, consult, goes_alongside
from engine.scenario_files import dump
from engine.scenarios import Scenario
from kb.questions.scope import BEYOND


class Drawn(NamedTuple):
    """One row: its number, the answers, what was told by column, and the rules that fired."""

    row: int
    answers: Mapping[str, Any]
    told: Mapping[str, Any]
    rules: frozenset[str]
    beyond: bool


class Sample:
    """Rows drawn from all parts, each row as likely as any other; the same ones in every run."""

    def __init__(self, size: int) -> None:
        """Begin with none."""
        self._size, self._random = size, random.Random(size)
        self._drawn: list[Drawn] = []
        self._seen = 0

    def add(self, found: Advised, results: Any) -> None:
        """Draw from one more part; `results` are its rows as they are written."""
        people = len(found.rows)
        chosen: dict[int, int] = {}
        # A row takes a place among all that were seen; whoever is there gives way (a reservoir).
        for person in _candidates(self._random, self._seen, people, self._size):
            place = self._seen + person
            if place >= self._size:
                place = self._random.randrange(self._size)
            chosen[place] = person
        self._seen += people
        places = sorted(chosen)
        new = drawn(found, results, [chosen[place] for place in places])
        for place, each in zip(places, new, strict=True):
            self._drawn[place : place + 1] = [each]

    def differences(self) -> Iterator[Drawn]:
        """Yield the drawn rows that Experta advises otherwise."""
        return filter(differs, self._drawn)

    def __len__(self) -> int:
        """Return how many rows have been drawn."""
        return len(self._drawn)


def as_scenario(drawn: Drawn) -> str:
    """Return the answers of a row as the text of a scenario file."""
    return dump(Scenario(f"Row {drawn.row}", drawn.answers))


def _candidates(rng: random.Random, seen: int, people: int, size: int) -> Iterator[int]:
    """Yield the persons of a part who are drawn: the n-th of all with the chance size / n."""
    places = seen + np.arange(people)
    chances = np.minimum(size / (places + 1), 1)
    yield from map(int, np.flatnonzero(default_rng(rng.getrandbits(64)).random(people) < chances))


def drawn(found: Advised, results: Any, persons: Iterable[int]) -> Iterator[Drawn]:
    """Yield some persons of a part; `results` are the rows of the part as they are written."""
    persons = list(persons)
    rows = results.take(array_of(np.array(persons, np.int64))).to_pylist()
    cards = found.everybody.base.cards
    whom = np.stack([found.everybody.fires(card) for card in cards])
    for person, row in zip(persons, rows, strict=True):
        fires = whom[:, person >> 3] >> (person & 7) & 1
        fired = frozenset(cards[place].name for place in np.flatnonzero(fires))
        told = {name: row[name] for name in ("first", *LISTS)}
        yield Drawn(row["row"], found.answers(person), told, fired, row[BEYOND.id])


def differs(drawn: Drawn) -> bool:
    """Tell whether Experta advises a row otherwise."""
    return _by_experta(drawn) != (drawn.told, drawn.rules)


def _by_experta(drawn: Drawn) -> tuple[dict[str, Any], frozenset[str]]:
    consultation = consult(drawn.answers)
    return told_by(consultation, drawn.beyond), consultation.rules


def told_by(consultation: Consultation, beyond: bool = False) -> dict[str, Any]:
    """Return what a consultation tells, as the columns of results have it."""
    told: dict[str, Any] = {name: [] for name in LISTS}
    items = [] if beyond else [*consultation.contradictions, *consultation.items]
    for item in sorted(items, key=lambda item: goes_alongside(item.conclusion, item.when)):
        if item.conclusion.told and (name := list_of(item.conclusion, item.when)):
            told[name].append(item.id)
    return {"first": next(iter(told["now"]), None), **told}
