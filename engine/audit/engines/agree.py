"""Whether different ways come to the same rules and conclusions, person by person."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.audit.engines.ways import Outcome, Way
from kb.vocabulary.question import Answer


@dataclass(frozen=True, slots=True)
class Difference:
    """A person about whom two ways differ: the place among all people, from 1, and the answers."""

    number: int
    answers: Mapping[str, Answer]
    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What came out: how many people, and about how many of them each pair of ways differs.

    `rules` and `conclusions` count what was compared: over all people, the rules that fired and
    the conclusions that were drawn in any of the ways. `fired` are the rules that did for anybody.
    """

    people: int
    rules: int
    conclusions: int
    fired: frozenset[str]
    differing: Mapping[tuple[str, str], int]
    first: Difference | None

    @property
    def differences(self) -> int:
        """The number of differences over all pairs."""
        return sum(self.differing.values())


def compare(people: Iterable[Mapping[str, Answer]], ways: Mapping[str, Way]) -> Agreement:
    """Go all ways for each person, and compare what comes out."""
    pairs = list(itertools.combinations(ways, 2))
    differing = Counter(dict.fromkeys(pairs, 0))
    count = rules = conclusions = 0
    fired: set[str] = set()
    first = None
    for count, answers in enumerate(people, start=1):
        outcomes = {name: way(answers) for name, way in ways.items()}
        firing = frozenset().union(*(outcome.rules for outcome in outcomes.values()))
        fired |= firing
        rules += len(firing)
        conclusions += len(frozenset().union(*(each.conclusions for each in outcomes.values())))
        apart = [pair for pair in pairs if outcomes[pair[0]] != outcomes[pair[1]]]
        differing.update(apart)
        if apart and first is None:
            first = Difference(count, answers, outcomes)
    return Agreement(count, rules, conclusions, frozenset(fired), dict(differing), first)
