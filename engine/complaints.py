"""What is wrong with a scenario file, collected while it is read and told a line each."""

from collections.abc import Iterable

from engine.answers import complaint, nearest

MOST_MESSAGES = 20
"""How many complaints are listed before the rest is only counted."""

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


class ScenarioError(Exception):
    """What is wrong with scenario files: `messages`, a line each, the first twenty and a total.

    `more` is how many there are beside those that are given.
    """

    def __init__(self, messages: Iterable[str], more: int = 0) -> None:
        found = tuple(messages)
        super().__init__(found, more)
        self.messages = found[:MOST_MESSAGES]
        total = len(found) + more
        if total > MOST_MESSAGES:
            self.messages += (f"... and {total - MOST_MESSAGES} more; {total} in all",)

    def __str__(self) -> str:
        return "\n".join(self.messages)


class Complaints:
    """The complaints about one file, collected while it is read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.messages: list[str] = []

    def add(
        self, place: str, found: object, allowed: str, options: Iterable[str] | None = None
    ) -> None:
        """Note what was found at a place, what is allowed, and the option spelled most like it."""
        # What is not going to be shown is not worth the search for a spelling.
        shown = len(self.messages) < MOST_MESSAGES
        near = nearest(found, options) if options is not None and shown else ""
        self.messages.append(line(self.source, place, complaint(found, allowed, near)))


def line(source: str, place: str, message: str) -> str:
    """Return a complaint as one line: the file, the place in it, and the message."""
    return f"{visible(source)}: {place}: {message}"


def visible(text: str) -> str:
    """Return a text with every character escaped that could steer a terminal.

    What joins or parts two letters, in Persian words and in emoji, stays between what can be seen.
    """
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or _joins(text, place) else ascii(c)[1:-1]
        for place, c in enumerate(text)
    )


def _joins(text: str, place: int) -> bool:
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return text[place] in _JOINERS and len(around) == 2 and around.isprintable()
