"""What a set of clients shows of a knowledge base: rules, conclusions, and conditions both ways."""

import functools
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from engine.audit.coverage.feasible import impossible
from engine.audit.coverage.points import Level, Point, base_without, points_of
from engine.audit.turning import turning
from engine.base import Base
from engine.cards import Clause, RuleCard, leaves
from engine.evaluation import Facts, evaluate, holds
from engine.logic import PLAIN


@dataclass(frozen=True, slots=True)
class CheckedClient:
    """One client with what was expected and did hold.

    `named` are the ids of the conclusions that had to be given or held back, `denied` those that
    must not be given, `because` the rules that had to fire. `would_notice` tells whether an
    expectation would fail with another version of the base.
    """

    source: str
    facts: Facts
    named: frozenset[str]
    denied: frozenset[str]
    because: frozenset[str]
    would_notice: Callable[[Base], bool]


@dataclass(frozen=True, slots=True)
class Figures:
    """Whole numbers of one level: how many points are covered, how many can be, and how many not.

    `impossible` are those proved to be out of anybody's reach; they are not among the `feasible`.
    """

    covered: int
    feasible: int
    impossible: int

    def reach(self, percentage: int) -> bool:
        """Tell whether this percentage is covered; nothing is rounded."""
        return self.covered * 100 >= percentage * self.feasible


@dataclass(frozen=True)
class Coverage:
    """The points of a knowledge base in words, and those covered, with the first client that does.

    `impossible` are the points that no client can ever show, and why not.
    """

    base: Base
    points: Mapping[Point, str]
    covered: Mapping[Point, str]
    impossible: Mapping[Point, str]

    def figures(self, level: Level) -> Figures:
        """Count the points of one level."""
        points = {point for point in self.points if point.level == level}
        feasible = points - self.impossible.keys()
        return Figures(len(feasible & self.covered.keys()), len(feasible), len(points - feasible))

    @functools.cached_property
    def missing(self) -> tuple[Point, ...]:
        """The points that a client could show, and none does."""
        return tuple(p for p in self.points if p not in self.covered and p not in self.impossible)


def cover(base: Base, clients: Iterable[CheckedClient]) -> Coverage:
    """Return what clients show of a base.

    A rule is covered where it fired and was named as a reason, or one of its conclusions was
    named; a conclusion where it was named. A condition is covered one way where it alone makes a
    rule fire that the client covers, and the other way where it alone keeps the rule from firing
    and an expectation would fail without the condition.
    """
    words = points_of(base)
    covered: dict[Point, str] = {}
    clients = tuple(clients)

    def look(wanted: Set[Point], likely_only: bool) -> None:
        for client in clients:
            for point in shown(base, client, wanted - covered.keys(), likely_only):
                covered[point] = client.source

    # To ask a client whether it would notice takes long: those that deny it are asked first, and
    # nobody is asked about what nobody can show.
    look(words.keys(), likely_only=True)
    out_of_reach = impossible(base, [point for point in words if point not in covered])
    look(words.keys() - out_of_reach.keys(), likely_only=False)
    return Coverage(base, words, covered, out_of_reach)


def shown(
    base: Base, client: CheckedClient, wanted: Collection[Point], likely_only: bool = False
) -> tuple[Point, ...]:
    """Return those of the wanted points that a client covers.

    If `likely_only`, a condition that keeps a rule still counts only where the client denies what
    the rule concludes.
    """
    found = [Point("conclusion", id) for id in sorted(client.named)]
    fired = evaluate(base.cards, client.facts)
    concluded = {conclusion for card in fired for conclusion in card.then}
    firing = {card.name for card in fired}
    for card in base.cards:
        # A rule that expectations say nothing about shows nothing by firing.
        if card.name in firing:
            if not _is_checked(card, client):
                continue
            found.append(Point("rule", card.name))
        elif likely_only and not any(c.id() in client.denied for c in card.then):
            continue
        for place, fires in turning_places(card, client.facts, concluded):
            point = Point("condition", card.name, place, fires)
            if point in wanted and (fires or client.would_notice(base_without(base, point))):
                found.append(point)
    return tuple(point for point in found if point in wanted)


def turning_places(
    card: RuleCard, facts: Facts, concluded: Collection[Any]
) -> tuple[tuple[int, bool], ...]:
    """Return the conditions of a rule that alone decide it: the place, and whether it fires."""

    def judge(clause: Clause) -> bool:
        return holds(clause, facts, concluded)

    return tuple(
        (place, judge(leaf))
        for place, (leaf, turns) in enumerate(
            zip(leaves(card.when), turning(card.when, judge, PLAIN), strict=True)
        )
        if turns
    )


def _is_checked(card: RuleCard, client: CheckedClient) -> bool:
    return card.name in client.because or any(c.id() in client.named for c in card.then)
