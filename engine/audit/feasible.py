"""Which points of coverage some client can show, proved over all possible clients at once."""

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from engine.assembly import Assembly, by_conclusion
from engine.audit.points import Point, cards_without
from engine.audit.turning import turning
from engine.cards import Clause, RuleCard, leaves
from engine.kernel.kernel import Kernel, kernel
from engine.kernel.said import Said
from engine.kernel.space import Diagram, Space
from engine.reading import cards_of
from kb.knowledge_base import KnowledgeBase

NEVER = "no client meets it"
UNNOTICED = "nobody would be told anything else without it"

Judge = Callable[[Clause], Diagram]


class Showing:
    """Who can show the points of an engine class."""

    def __init__(self, base: Any, space: Space) -> None:
        """Compile the cards of the class; what a point needs is compiled when asked for."""
        self.space = space
        self._base = base
        self._cards = {card.name: card for card in cards_of(base)}
        self._judge, self._said = self._compiled(tuple(self._cards.values()))
        self.clients = functools.cache(self._clients)

    def _clients(self, point: Point) -> Diagram:
        """Return who can show a point.

        A condition that keeps a rule still is shown only by somebody who would be told something
        else without it, or for whom another rule would no longer fire: nothing else is noticed.
        """
        clients = self.met_by(point)
        if point.fires or clients == self.space.false:
            return clients
        return clients & self._noticed(cards_without(self._base, point))

    def met_by(self, point: Point) -> Diagram:
        """Return for whom a rule fires, a conclusion is given, or a condition turns its rule."""
        if point.level == "conclusion":
            told = (who for (kind, _), who in self._said.items() if kind.id() == point.name)
            return self.space.logic.some(told)
        card = self._cards[point.name]
        if point.level == "rule":
            return self._judge(card.when)
        turns = turning(card.when, self._judge, self.space.logic)[point.place]
        leaf = self._judge(leaves(card.when)[point.place])
        return turns & (leaf if point.fires else ~leaf)

    def _noticed(self, cards: tuple[RuleCard, ...]) -> Diagram:
        """Return who would notice that these were the cards."""
        judge, said = self._compiled(cards)
        told = (
            (who & ~said[what]) | (said[what] & ~who)
            for what, who in self._said.items()
            if who != said[what]
        )
        stopped = (self._judge(self._cards[card.name].when) & ~judge(card.when) for card in cards)
        return self.space.logic.some((*told, *stopped))

    def _compiled(self, cards: tuple[RuleCard, ...]) -> tuple[Judge, Mapping[Said, Diagram]]:
        """Return for whom a clause holds, and who is told what, if these were the cards.

        Of an engine that is not ours it is not known what is told when: a conclusion is told.
        """
        if issubclass(self._base, KnowledgeBase):
            compiled = Kernel(self.space, cards)
            return compiled.assembly.judge, compiled.said
        concluded: dict[Any, Diagram] = {}
        judge = Assembly(
            self.space.logic,
            self.space.condition,
            lambda conclusion: concluded.get(conclusion, self.space.false),
            by_conclusion(cards),
        ).judge
        for card in sorted(cards, key=lambda card: -card.stage):
            for conclusion in card.then:
                before = concluded.get(conclusion, self.space.false)
                concluded[conclusion] = before | judge(card.when)
        return judge, {(conclusion, "concluded"): who for conclusion, who in concluded.items()}


@functools.cache
def showing(base: Any, gated: bool) -> Showing:
    """Return who can show the points of an engine class; what `gated` means, `kernel` tells."""
    return Showing(base, kernel(gated=gated).space)


def impossible(base: Any, points: Iterable[Point]) -> dict[Point, str]:
    """Return those of these points of an engine class that no client can show, and why not.

    A point is impossible only where the diagram of the clients who show it is empty.
    """
    everybody = showing(base, gated=False)
    nobody = everybody.space.false
    return {
        point: NEVER if everybody.met_by(point) == nobody else UNNOTICED
        for point in points
        if everybody.clients(point) == nobody
    }
