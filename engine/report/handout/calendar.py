"""The plan of a handout as a calendar file."""

import datetime
from collections.abc import Iterator
from typing import Any

from engine.extras import required
from engine.report.handout.model import Due, Handout

PRODUCT = "-//unstuck//plan//EN"
TITLE = "My plan"
"""What others may see of a calendar is no advice: only this and the title of the day."""
ONLY_AN_EXAMPLE = "The day is an example: move it to where it fits you."


def render(shown: Handout) -> str:
    """Write the plan as a calendar of whole days, each private and taking up no time.

    Raises ScenarioError with what to install where icalendar is missing.
    """
    icalendar = required("icalendar", "icalendar", "calendar")
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for due in shown.plan:
        calendar.add_component(_event(icalendar.Event(), due, shown))
    text: str = calendar.to_ical().decode()
    return text


def _event(event: Any, due: Due, shown: Handout) -> Any:
    """Fill in one day; its name stays, so that a calendar updates it when it is read again."""
    event.add("uid", f"{shown.key}-{due.name}@unstuck")
    # The day, which never goes back, whatever day the plan begins on; the time of day would make
    # every file another one.
    stamp = datetime.datetime.combine(shown.written, datetime.time(), datetime.UTC)
    event.add("dtstamp", stamp)
    event.add("dtstart", due.day)
    event.add("summary", f"{TITLE}: {due.title[:1].lower()}{due.title[1:]}")
    event.add("description", "\n".join(_lines(due)))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _lines(due: Due) -> Iterator[str]:
    for point in due.points:
        yield f"- {point.text}{f' ({point.waits_for})' if point.waits_for else ''}"
    yield ONLY_AN_EXAMPLE
