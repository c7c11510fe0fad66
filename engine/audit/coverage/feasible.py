"""Which points of coverage some client can show, proved over all possible clients at once."""

import functools
from collections.abc import Iterable, Mapping

from engine.audit.coverage.points import Point, base_without
from engine.audit.turning import turning
from engine.base import Base, Kind
from engine.cards import leaves
from engine.kernel.diagrams import Diagram
from engine.kernel.kernel import Kernel, kernel
from engine.kernel.said import Said
from engine.kernel.space import Space

NEVER = "no client meets it"
UNNOTICED = "nobody would be told anything else without it, or why"


class Showing:
    """Who can show the points of a base."""

    def __init__(self, base: Base, space: Space) -> None:
        """Compile the cards of the base; what a point needs is compiled when asked for."""
        self.space = space
        self._base = base
        self._cards = {card.name: card for card in base.cards}
        self._compiled = Kernel(space, base)
        self._judge = self._compiled.assembly.judge
        self.clients = functools.cache(self._clients)

    def _clients(self, point: Point) -> Diagram:
        """Return who can show a point.

        A condition that keeps a rule still is shown only by somebody who would be told something
        else without it, or for another reason: nothing else is noticed.
        """
        clients = self.met_by(point)
        if point.fires or clients == self.space.false:
            return clients
        return clients & self._noticed(base_without(self._base, point))

    def met_by(self, point: Point) -> Diagram:
        """Return for whom a rule fires, a conclusion is given, or a condition turns its rule."""
        if point.level == "conclusion":
            said = told_by(self._compiled)
            told = (who for (kind, _), who in said.items() if kind.id() == point.name)
            return self.space.logic.some(told)
        card = self._cards[point.name]
        if point.level == "rule":
            return self._judge(card.when)
        turns = turning(card.when, self._judge, self.space.logic)[point.place]
        leaf = self._judge(leaves(card.when)[point.place])
        return turns & (leaf if point.fires else ~leaf)

    def _noticed(self, version: Base) -> Diagram:
        """Return who would notice that this were the base."""
        ours, theirs = self._compiled, Kernel(self.space, version)
        said, reasons = told_by(theirs), reasons_by(theirs)
        differ = self.space.logic.differ
        told = (differ(who, said[what]) for what, who in told_by(ours).items())
        reasoned = (differ(who, reasons[rule]) for rule, who in self._reasons.items())
        return self.space.logic.some((*told, *reasoned))

    @functools.cached_property
    def _reasons(self) -> Mapping[str, Diagram]:
        return reasons_by(self._compiled)


def told_by(compiled: Kernel) -> Mapping[Said, Diagram]:
    """Return who is told what; of an engine that does not advise, what it concludes is told."""
    if compiled.base.advises:
        return compiled.said
    return {(c, "concluded"): compiled.concluded(c) for c in compiled.base.concluding}


def reasons_by(compiled: Kernel) -> Mapping[str, Diagram]:
    """Return for whom each rule is given as a reason for something told.

    What gives way is shown for the reasons of what it gives way to, and not for its own.
    """
    base, none = compiled.base, compiled.space.false
    given: dict[Kind, Diagram] = {}
    for (kind, when), who in told_by(compiled).items():
        if when != "not_now" or not base.may_be_held_back(kind):
            given[kind] = given.get(kind, none) | who
    return {
        card.name: compiled.assembly.judge(card.when)
        & compiled.space.logic.some(given.get(kind, none) for kind in card.then)
        for card in base.cards
    }


@functools.cache
def showing(base: Base, gated: bool) -> Showing:
    """Return who can show the points of a base; what `gated` means, `kernel` tells."""
    return Showing(base, kernel(gated=gated).space)


def impossible(base: Base, points: Iterable[Point]) -> dict[Point, str]:
    """Return those of these points of a base that no client can show, and why not.

    A point is impossible only where the diagram of the clients who show it is empty.
    """
    everybody = showing(base, gated=False)
    nobody = everybody.space.false
    return {
        point: NEVER if everybody.met_by(point) == nobody else UNNOTICED
        for point in points
        if everybody.clients(point) == nobody
    }
