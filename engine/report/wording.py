"""How dates and the client's own words are written in a handout."""

import datetime

from engine.complaints import visible


def one_line(text: str) -> str:
    """Return a text of the client's as one line, with nothing in it that could steer a reader."""
    return visible(" ".join(text.split()))


def day(date: datetime.date) -> str:
    """Write a day as `Saturday, 31 January 2026`."""
    return f"{date:%A}, {date.day} {date:%B} {date.year}"
