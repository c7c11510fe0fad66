"""One person: a consultation in our program and in what could be used instead."""

import functools
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from typing import Any

from benchmarks.measuring import Times, Worker, in_turn, working
from benchmarks.part import Bars, Part, Size, Table, milliseconds, ratio, spread
from benchmarks.peers import made, peers
from engine.audit.engines.people import people
from engine.base import our_base

ORDER = 1
REFEREE, OURS, YARDSTICK = "cards", "inference", "clips"
SEED = 1
_COLUMNS = (
    *("", "ms a person", "half of the rounds", "times our inference", "times CLIPS"),
    *("ready after, s", "memory, MB"),
)


def measure(size: Size, only: Collection[str] | None = None) -> Part:
    """Compare what all peers conclude about some people, then time those that conclude the same.

    Of the peers, `only` some may be chosen; what all are compared with is always among them.
    """
    chosen = {
        name: peer
        for name, peer in peers().items()
        if only is None or name in only or name == REFEREE
    }
    persons = list(people(our_base(), size.people, SEED))
    with ExitStack() as stack:
        makes = {name: functools.partial(made, name) for name in chosen}
        workers, troubles = working(makes, stack)
        agreeing, differing = compared(workers, persons)
        differing += _by_stage_alone(chosen, agreeing, persons)
        for name, worker in agreeing.items():
            worker.warmed(int(chosen[name].WARM * size.warm))
        times = in_turn(agreeing, len(persons), size.rounds)
        rows = tuple(
            _row(chosen[name].NAME, times[name], times, agreeing[name])
            for name in sorted(times, key=lambda name: times[name].median)
        )
    base = our_base()
    return Part(
        title="One person",
        about=_ABOUT.format(
            people=len(persons),
            rounds=size.rounds,
            rules=len(base.cards),
            questions=len(base.questions),
        ),
        tables=(Table(_COLUMNS, rows),),
        panels=(
            Bars(
                "One person: answers in, conclusions out",
                {chosen[name].NAME: each for name, each in times.items()},
                by_tens=True,
            ),
        ),
        left_out=tuple(called(line, chosen) for line in (*troubles, *differing)),
        packages=tuple(dict.fromkeys(peer.PACKAGE for peer in chosen.values() if peer.PACKAGE)),
    )


def compared(
    workers: Mapping[str, Worker], persons: list[Any]
) -> tuple[dict[str, Worker], list[str]]:
    """Return the workers that conclude about all people what plain evaluation does.

    For the others a line says about how many people they differ, and in what about the first.
    """
    expected = workers[REFEREE].given(persons)
    agreeing, lines = {}, []
    for name, worker in workers.items():
        found = worker.given(persons)
        apart = [pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1]]
        if apart:
            first = apart[0][0]
            what = first if isinstance(first, str) else ", ".join(sorted(first ^ apart[0][1]))
            lines.append(
                f"{name}: not timed, as it differs about {len(apart)} of {len(found)} people;"
                f" first in {what}"
            )
        else:
            agreeing[name] = worker
    return agreeing, lines


def _by_stage_alone(
    chosen: Mapping[str, Any], agreeing: Mapping[str, Worker], persons: list[Any]
) -> list[str]:
    """Tell about how many people a peer differs whose rules have no salience of their own."""
    makes = {
        name: functools.partial(made, name, how="by_stage_alone")
        for name, peer in chosen.items()
        if name in agreeing and hasattr(peer, "by_stage_alone")
    }
    with ExitStack() as stack:
        workers, _ = working(makes, stack)
        _, differing = compared({REFEREE: agreeing[REFEREE], **workers}, persons)
    return [
        line.replace(": not", ": with the stage alone for salience not", 1) for line in differing
    ]


def _row(name: str, mine: Times, times: Mapping[str, Times], worker: Worker) -> tuple[str, ...]:
    others = (
        ratio(mine.over(times[other])) if other in times else "" for other in (OURS, YARDSTICK)
    )
    return (
        name,
        milliseconds(mine.median),
        spread(mine),
        *others,
        f"{worker.ready:.1f}",
        f"{worker.megabytes():.0f}",
    )


def called(line: str, chosen: Mapping[str, Any]) -> str:
    """Return a line about a peer with its name instead of that of its module."""
    name, _, rest = line.partition(": ")
    return f"{chosen[name].NAME}: {rest}"


_ABOUT = """\
{people} generated people (any answers, as interviewed, and on the edge of a rule) and the same
{rules} rules and {questions} questions, exported to each peer from the cards. What each
concludes was first compared with a plain evaluation of the cards, for all of them. Each has a
process of its own, is warmed up, and works in turn with the others, {rounds} rounds; from
answers in a Python dictionary to the ids of the conclusions, measures included. Our inference
also notes which rules fired and which of their conditions held; the consultation is all that a
client is told, with its reasons. No peer does either.
Ready after: the seconds it takes to build a peer from the cards, its imports included. Memory: the
most that its process has had."""
