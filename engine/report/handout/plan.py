"""The plan: what to do by which day, from the advice; the days are examples, not the articles'."""

import datetime
import itertools
from collections.abc import Iterable, Sequence

from engine.consultation import Consultation, Item
from engine.report.handout.model import Block, Count, Due, Heading, Point, Points, Text
from engine.report.wording import day
from kb.handout import PACES, TALKS
from kb.vocabulary import Stance
from kb.vocabulary.handout import Hurry, Pace

_FRIDAY = 4
_FIRST_STEP = "first-step"
FIRST = 6
SOON = 13
VIEWS = (30, 60, 90)
"""Days after the start: the first step within a week, the rest of now and a talk within two."""

NO_DATES = (
    "The articles set no dates. The days here are examples: cross them out and write down the "
    "ones that fit you."
)
KEEP_PRIVATE = "A calendar at work may be read by others. Better keep these days in your own."
FIRST_STEP = "This week, the first step"
FIRST_STEP_NOW = "At once, the first step"
RIGHT_AFTER = "Without delay, one after the other, with no day"
AS_SOON = "One after the other, each as soon as it can be, with no day"
ALONGSIDE = "Alongside, with no day"
PREPARE = "Prepare it: write down what you want to say, and find a day for it."
LOOK_BACK = "Look back: what have you done so far, and what did it bring?"
ASK_AGAIN = "Answer the questions again. What has changed since may change the advice."
FOLLOW_UPS = "Talks and follow-ups so far, a box for each:"
BOXES = 8


def days_of_plan(consultation: Consultation, start: datetime.date) -> tuple[Due, ...]:
    """Return what to do by which day, counted from the start; nothing where there is no advice."""
    afterwards = consultation.at("afterwards")
    if not consultation.at("now") and not afterwards:
        return ()
    now = [i for i in consultation.at("now") if not issubclass(i.conclusion, Stance)]
    first, talks, rest = _arranged(now)
    within = min((pace.days for pace in _hurries(consultation)), default=FIRST)
    at_once = _at_once(consultation)
    found = [
        (_FIRST_STEP, within, FIRST_STEP if within else FIRST_STEP_NOW, tuple(first)),
        ("talk", max(SOON, within), "A day for the talk", tuple(map(_point, talks))),
        ("also-now", max(SOON, within), "Also now", tuple(map(_point, rest))),
        *_views(tuple(item for item in afterwards if item not in at_once)),
    ]
    # Python ends with the year 9999, and a plan with its last day.
    last = (datetime.date.max - start).days
    return tuple(
        Due(name, _on_a_weekday(start, min(days, last)), title, points)
        for name, days, title, points in found
        if points
    )


def _on_a_weekday(start: datetime.date, days: int) -> datetime.date:
    """Return the day so many days later, or the Friday before, where that is not too early."""
    found = start + datetime.timedelta(days)
    over = max(0, found.weekday() - _FRIDAY)
    return found - datetime.timedelta(over) if over <= days else found


def _arranged(now: list[Item]) -> tuple[list[Point], list[Item], list[Item]]:
    """Part what is to be done now into the first step, talks, and the rest.

    A talk that comes first needs preparing first.
    """
    talks = [item for item in now if item.conclusion in TALKS]
    rest = [item for item in now if item not in talks]
    if now and now[0] in talks:
        return [Point(PREPARE)], talks, rest
    return [_point(item) for item in rest[:1]], talks, rest[1:]


def _views(afterwards: tuple[Item, ...]) -> Iterable[tuple[str, int, str, tuple[Point, ...]]]:
    """Spread what comes afterwards evenly, in its order, and look back at the end of each view."""
    each = -(-len(afterwards) // len(VIEWS))
    for number, days in enumerate(VIEWS):
        steps = map(_point, afterwards[number * each : (number + 1) * each])
        last = days == VIEWS[-1]
        ending = (Point(LOOK_BACK), Point(ASK_AGAIN)) if last else (Point(LOOK_BACK),)
        yield f"day-{days}", days, f"{days} days", (*steps, *ending)


def _point(item: Item) -> Point:
    return Point(item.text, item.waits_for)


def _paces(consultation: Consultation) -> tuple[Pace, ...]:
    given = {item.conclusion for item in consultation.items if item.when != "not_now"}
    return tuple(pace for pace in PACES if pace.said in given)


def _hurries(consultation: Consultation) -> tuple[Hurry, ...]:
    return tuple(pace for pace in _paces(consultation) if isinstance(pace, Hurry))


def _at_once(consultation: Consultation) -> tuple[Item, ...]:
    """Return the later steps of paths that are in a hurry: they are not put off by weeks."""
    hurrying = (hurry.said for hurry in _hurries(consultation))
    paths = {path.id() for said in hurrying for path in (said, *said.serves)}
    return tuple(i for i in consultation.at("afterwards") if paths & set(i.belongs_to))


def plan(consultation: Consultation, days: tuple[Due, ...]) -> tuple[Block, ...]:
    """Write the plan as lists with boxes to tick."""
    if not days:
        return ()
    blocks: list[Block] = [Text(" ".join((NO_DATES, *(p.remark for p in _paces(consultation)))))]
    at_once = _in_turn(_at_once(consultation))
    stances = [i for i in consultation.at("now") if issubclass(i.conclusion, Stance)]
    alongside = _boxes(ALONGSIDE, stances)
    begins = days[0].name == _FIRST_STEP
    if not begins:
        blocks += (*at_once, *alongside)
    for due in days:
        blocks.append(Heading(f"{due.title}: for example by {day(due.day)}"))
        blocks.append(Points(due.points, "boxes"))
        if due.name == _FIRST_STEP:
            blocks += at_once
    if begins:
        blocks += alongside
    if any(item.conclusion in TALKS for item in consultation.items if item.when != "not_now"):
        blocks.append(Count(FOLLOW_UPS, BOXES))
    return (*blocks, Text(KEEP_PRIVATE, quiet=True))


def _in_turn(items: Sequence[Item]) -> tuple[Block, ...]:
    """Write what is in a hurry: what can begin, and from the first that waits on, the rest."""
    free = tuple(itertools.takewhile(lambda item: not item.waits_for, items))
    return (*_boxes(RIGHT_AFTER, free), *_boxes(AS_SOON, items[len(free) :]))


def _boxes(title: str, items: Sequence[Item]) -> tuple[Block, ...]:
    """Write what has no day, to tick off; nothing where there is nothing."""
    return (Heading(title), Points(tuple(map(_point, items)), "boxes")) if items else ()
