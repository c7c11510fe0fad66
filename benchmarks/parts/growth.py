"""Growth: the same consultation on a knowledge base that is 2, 4 and 8 times as large."""

import functools
from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack

from benchmarks.grown import person_of_size
from benchmarks.measuring import Times, Worker, in_turn, working
from benchmarks.part import Lines, Part, Size, Table, milliseconds, ratio
from benchmarks.parts.person import OURS, REFEREE, SEED, YARDSTICK, called, compared
from benchmarks.peers import made, peers
from engine.audit.engines.people import people
from engine.base import our_base
from kb.vocabulary.question import Answer

ORDER = 4
CHOSEN = (OURS, *(name for name in peers() if name not in (REFEREE, OURS, "consultation")))
"""Our inference, and all that it is compared with; only the knowledge base itself is consulted."""
MOST_SECONDS = 60
"""How long all rounds of a way may take at a size; where they would take longer, it is left out."""
SHARE = 5
"""One in so many people is asked: everybody is several people in one here."""

Grown = dict[int, Times]
"""The times of a peer by the size of the base."""


def measure(size: Size, only: Collection[str] = CHOSEN) -> Part:
    """Compare and time the chosen peers on each size, all of them in turn."""
    persons = list(people(our_base(), size.people, SEED))
    asked = max(1, len(persons) // SHARE)
    known = peers()
    left_out: list[str] = []
    with ExitStack() as stack:
        workers: dict[tuple[str, int], Worker] = {}
        for times in size.growth:
            makes = {name: functools.partial(made, name, times) for name in (REFEREE, *only)}
            built, troubles = working(makes, stack)
            grown = [person_of_size(persons, start, times) for start in range(asked)]
            quick, slow = in_time(built, grown, size.rounds)
            agreeing, differing = compared(quick, grown)
            lines = (called(line, known) for line in (*troubles, *slow, *differing))
            left_out += [f"size {times}: {line}" for line in lines]
            workers |= {(name, times): agreeing[name] for name in only if name in agreeing}
        for (name, times), worker in workers.items():
            worker.warmed(int(known[name].WARM * size.warm / times))
        measured = in_turn(workers, asked, size.rounds)
    found: dict[str, Grown] = {}
    for (name, times), each in measured.items():
        found.setdefault(name, {})[times] = each
    names = {name: known[name].NAME for name in found}
    return Part(
        title="Growth",
        about=_ABOUT.format(people=asked, rounds=size.rounds, most=MOST_SECONDS),
        tables=_tables(found, names, size.growth),
        panels=(
            Lines(
                "Growth with rules and questions",
                "size of the knowledge base",
                {names[name]: grown for name, grown in found.items()},
            ),
        ),
        left_out=tuple(left_out),
        packages=tuple(dict.fromkeys(known[n].PACKAGE for n in found if known[n].PACKAGE)),
    )


def in_time(
    workers: Mapping[str, Worker], persons: Sequence[Mapping[str, Answer]], rounds: int
) -> tuple[dict[str, Worker], list[str]]:
    """Return the workers whose rounds end in time, by the first person, and why others do not."""
    quick, lines = {}, []
    consultations = len(persons) * rounds
    for name, worker in workers.items():
        worker.given(persons[:1])  # the first time, caches are filled
        seconds = worker.timed(0, 1)
        if seconds * consultations <= MOST_SECONDS:
            quick[name] = worker
        else:
            lines.append(
                f"{name}: not timed, as {consultations} consultations, with {seconds:.1f} s for the"
                f" first, would take longer than {MOST_SECONDS} s"
            )
    return quick, lines


def _tables(
    found: Mapping[str, Grown], names: Mapping[str, str], sizes: tuple[int, ...]
) -> tuple[Table, ...]:
    """Return the times by size, the ratios to the smallest size, and those to CLIPS."""
    whole = {}
    for name, grown in found.items():
        medians = {size: milliseconds(times.median) for size, times in grown.items()}
        firsts = dict.fromkeys(sizes, grown.get(sizes[0]))
        whole[name] = [
            [medians.get(size, "") for size in sizes],
            _ratios(grown, firsts, sizes),
            _ratios(grown, found.get(YARDSTICK, {}), sizes),
        ]
    headings = ("ms a person, by size", "times the smallest", "times CLIPS")
    columns = tuple(f"size {size}" for size in sizes)
    return tuple(
        Table(
            (heading, *columns),
            tuple((names[name], *cells[place]) for name, cells in whole.items()),
        )
        for place, heading in enumerate(headings)
    )


def _ratios(grown: Grown, others: Mapping[int, Times | None], sizes: tuple[int, ...]) -> list[str]:
    """Write how many times others the times of each size are, where both were measured."""
    pairs = ((grown.get(size), others.get(size)) for size in sizes)
    return [ratio(mine.over(other)) if mine and other else "" for mine, other in pairs]


_ABOUT = """\
Every rule, question, measure and conclusion is there 2, 4 and 8 times, under other names, and
each of {people} people answers the copies as several of the people above do. So the work grows
with the size, and who takes 8 times as long for 8 times the size wastes nothing. Conclusions
were compared first, on each size; all sizes and ways work in turn, {rounds} rounds.
What would take longer than {most} s for its rounds at a size is left out there."""
