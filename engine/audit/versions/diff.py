"""What another version of a knowledge base tells otherwise: to whom, and which rules do it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.audit.versions.changes import Change, changes
from engine.audit.versions.side_by_side import Versions, facts_of, side_by_side
from engine.base import Base
from engine.derived import counting
from engine.evaluation import evaluate
from engine.kernel.changes import fewest_changes
from engine.kernel.diagrams import Diagram
from engine.scenarios import Scenario
from engine.words import text
from kb.vocabulary.question import Answer

_TIMES = ("now", "afterwards", "not_now", "note", "concluded")
_ORDER_ONLY = ("level",)
"""What decides in which order things are told, and not whether."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece of advice that somebody gains or loses: `when` it is told, or is no longer told."""

    id: str
    when: str
    gained: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """The smallest client who sees some turns, and what is behind them.

    `rules` are those that differ and do something else for this client, each with how it differs.
    Where there are none, they are the rules whose conclusions are declared otherwise, and
    `declared` are these conclusions.
    """

    answers: Mapping[str, Answer]
    turns: tuple[Turn, ...]
    rules: Mapping[str, str]
    declared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnedScenario:
    """A scenario file whose client is told something else."""

    source: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two versions; without witnesses they are proved to advise alike.

    `looked_at` is how many scenarios were compared, and `texts` are the ids of what is gained or
    lost with their texts.
    """

    before: Base
    after: Base
    witnesses: tuple[Witness, ...]
    changes: tuple[Change, ...]
    turned: tuple[TurnedScenario, ...]
    looked_at: int
    texts: Mapping[str, str]

    @property
    def equal(self) -> bool:
        """Whether every client is told the same, at the same time."""
        return not self.witnesses


def difference(before: Base, after: Base, scenarios: Iterable[Scenario] = ()) -> Difference:
    """Compare two versions over all clients, whatever they answer, gates or not.

    Raises ScenarioError where so much rests on each other that it cannot be worked out.
    """
    versions = side_by_side(before, after)
    turns = _turns(versions)
    advised = tuple(s for s in scenarios if not s.beyond)  # the others are given no advice at all
    try:
        witnesses = _witnesses(versions, turns)
    except RecursionError as error:
        raise versions.too_deep() from error
    return Difference(
        before,
        after,
        witnesses,
        changes(before, after),
        _turned(versions, turns, advised),
        len(advised),
        _texts(before, after, turns),
    )


def _turns(versions: Versions) -> dict[Turn, Diagram]:
    """Return all that is gained or lost, with the clients who see it."""
    before, after = versions.told()
    nobody = versions.space.false
    found: dict[Turn, Diagram] = {}
    for id, when in dict.fromkeys((*after, *before)):
        was, now = before.get((id, when), nobody), after.get((id, when), nobody)
        if was != now:
            found[Turn(id, when, gained=False)] = was & ~now
            found[Turn(id, when, gained=True)] = now & ~was
    seen = sorted(found, key=lambda turn: _TIMES.index(turn.when))
    return {turn: found[turn] for turn in seen if found[turn] != nobody}


def _witnesses(versions: Versions, turns: Mapping[Turn, Diagram]) -> tuple[Witness, ...]:
    """Return the smallest client for each turn, the smallest of all first."""
    seen: dict[frozenset[tuple[str, Answer]], list[Turn]] = {}
    answers: dict[frozenset[tuple[str, Answer]], dict[str, Answer]] = {}
    for turn, clients in turns.items():
        # From no answers at all, as few as possible: exact, where a witness only leaves out.
        (client,) = fewest_changes(versions.space, clients, {}, most=1)
        key = frozenset(client.items())
        answers[key] = {id: client[id] for id in versions.questions if id in client}
        seen.setdefault(key, []).append(turn)
    behind = _Behind(versions)
    found = (behind.witness(answers[key], tuple(group)) for key, group in seen.items())
    return tuple(sorted(found, key=lambda witness: len(witness.answers)))


class _Behind:
    """What is behind a turn: the rules and declarations that differ."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self._rules: dict[str, str] = {}
        self._declared: list[str] = []
        for change in changes(versions.before, versions.after):
            if change.weight == "decided" and change.key not in _ORDER_ONLY:
                if change.part == "rule":
                    whole = change.key in ("added", "removed")
                    self._rules[change.id] = change.key if whole else "changed"
                elif change.id not in self._declared:
                    self._declared.append(change.id)

    def witness(self, answers: Mapping[str, Answer], turns: tuple[Turn, ...]) -> Witness:
        """Return the client of these answers with the rules that are responsible."""
        before, after = (
            _fired(base, answers) for base in (self._versions.before, self._versions.after)
        )
        rules = {
            name: how for name, how in self._rules.items() if before.get(name) != after.get(name)
        }
        if rules:
            return Witness(answers, turns, rules, ())
        fired = {**before, **after}
        touched = {id for then in (*before.values(), *after.values()) for id in then}
        touched |= {turn.id for turn in turns}
        declared = [id for id in self._declared if id in touched] or self._declared
        rules = {
            name: f"concludes {id}, which changed"
            for name, then in fired.items()
            for id in then
            if id in declared
        }
        return Witness(answers, turns, rules, tuple(declared))


def _fired(base: Base, answers: Mapping[str, Answer]) -> dict[str, tuple[str, ...]]:
    """Return the rules of a version that fire for a client, with what they conclude."""
    fired = evaluate(base.cards, facts_of(base, answers))
    return {card.name: tuple(conclusion.id() for conclusion in card.then) for card in fired}


def _turned(
    versions: Versions, turns: Mapping[Turn, Diagram], scenarios: Iterable[Scenario]
) -> tuple[TurnedScenario, ...]:
    """Return the scenarios that turn, with what their clients gain and lose."""
    space, found = versions.space, []
    for scenario in scenarios if turns else ():
        client = space.client(versions.client(counting(scenario)[0]))
        seen = tuple(t for t, who in turns.items() if space.restrict(who, client) == space.true)
        if seen:
            found.append(TurnedScenario(scenario.source, seen))
    return tuple(found)


def _texts(before: Base, after: Base, turns: Iterable[Turn]) -> dict[str, str]:
    wanted = {turn.id for turn in turns}
    every = (*before.conclusions, *after.conclusions)
    return {c.id(): text(c) for c in every if c.id() in wanted}
