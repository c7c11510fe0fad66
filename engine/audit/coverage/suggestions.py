"""The scenarios that a set of clients lacks: answers filled in, expectations left to an expert."""

from collections.abc import Iterable

from engine.audit.clients import Client
from engine.audit.coverage.coverage import Coverage
from engine.audit.coverage.feasible import Showing, showing
from engine.audit.coverage.points import Point
from engine.base import Base
from engine.kernel.space import Space
from kb.vocabulary.question import Answer


def suggestions(coverage: Coverage) -> tuple[Client, ...]:
    """Return clients who could show all that is missing, each for as many points as fit."""
    base = coverage.base
    found: list[Client] = []
    left = list(coverage.missing)
    while left:
        answers = _client(base, left[0])
        space = showing(base, gated=False).space
        client = space.client(answers)
        shown = [left[0], *_also_shown(base, left[1:], space, client)]
        words = tuple(coverage.points[point] for point in shown)
        name = f"{len(found) + 1:03} {left[0].name}"
        found.append(Client(name, answers, words))
        left = [point for point in left if point not in shown]
    return tuple(found)


def _client(base: Base, point: Point) -> dict[str, Answer]:
    """Return a client who shows a point: one as met in an interview, if there is any."""
    interviewed: Showing = showing(base, gated=True)
    anybody = showing(base, gated=False)
    clients = interviewed.clients(point)
    if clients != interviewed.space.false:
        return interviewed.space.witness(clients)
    return anybody.space.witness(anybody.clients(point))


def _also_shown(
    base: Base, points: Iterable[Point], space: Space, client: dict[str, bool]
) -> list[Point]:
    clients = showing(base, gated=False).clients
    return [point for point in points if space.restrict(clients(point), client) == space.true]
