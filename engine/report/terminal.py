"""An answer for a terminal: calm, short, as wide as the window."""

import textwrap
from collections.abc import Callable, Iterator

from engine.report.outline import Entry, Outline

Style = Callable[[str], str]

NARROWEST = 20
MOST_LEFT_OPEN = 5


def render(answer: Outline, width: int = 80, heading: Style = str) -> str:
    """Write an outline as lines of at most `width` columns; `heading` styles the headings."""
    return "\n".join(_lines(answer, max(NARROWEST, width), heading)) + "\n"


def _lines(answer: Outline, width: int, heading: Style) -> Iterator[str]:
    yield from (heading(line) for line in textwrap.wrap(answer.name, width))
    for title, text in answer.in_your_words:
        yield from _wrap(f"{title}: {text}", width, "", "  ")
    yield ""
    if answer.contradictions:
        yield heading("First, please clear this up")
        for entry in answer.contradictions:
            yield from _entry(entry, width, "  - ", brief=False)
        yield ""
    for verdict in answer.verdict:
        yield from _entry(verdict, width, "  - " if len(answer.verdict) > 1 else "", brief=False)
    yield from _section("Now", answer.now, width, heading, numbered=True)
    yield from _section("Alongside", answer.alongside, width, heading, brief=True)
    yield from _section("Afterwards, in this order", answer.afterwards, width, heading, brief=True)
    yield from _section("Not now", answer.not_now, width, heading)
    if answer.worth_knowing:
        yield from ("", heading("Worth knowing"))
        for line in answer.worth_knowing:
            yield from _wrap(line, width, "  - ")
    if answer.left_open:
        yield from ("", *map(heading, _wrap("You left open", width)))
        for question, hanging in answer.left_open[:MOST_LEFT_OPEN]:
            yield from _wrap(question, width, "  - ")
            if hanging:
                yield from _wrap(f"May hang on it: {hanging}.", width, "    ")
        if len(answer.left_open) > MOST_LEFT_OPEN:
            yield f"  and {len(answer.left_open) - MOST_LEFT_OPEN} more."
    if answer.settled:
        yield from ("", *_wrap(answer.settled, width))
    if answer.next_question:
        yield ""
        yield from map(heading, _wrap("The next question that would help", width))
        yield from _wrap(answer.next_question, width, "  ")
    if answer.not_covered:
        yield from ("", *_wrap(answer.not_covered, width))


def _section(
    title: str,
    entries: tuple[Entry, ...],
    width: int,
    heading: Style,
    *,
    numbered: bool = False,
    brief: bool = False,
) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield from map(heading, _wrap(title, width))
    for number, entry in enumerate(entries, 1):
        yield from _entry(entry, width, f"  {number}. " if numbered else "  - ", brief)


def _entry(entry: Entry, width: int, marker: str, brief: bool) -> Iterator[str]:
    margin = " " * len(marker)
    text = f"{entry.text} ({entry.waits_for})" if entry.waits_for else entry.text
    if brief:
        yield from _wrap(f"{text} [{entry.source}]", width, marker)
        if entry.why:
            yield from _wrap(entry.why, width, f"{margin}Why: ", f"{margin}     ")
        for explanation in entry.explanations:
            yield from _wrap(explanation, width, margin)
        return
    yield from _wrap(text, width, marker)
    for item in entry.items:
        yield from _wrap(item, width, f"{margin}  * ")
    if entry.why:
        yield from _wrap(entry.why, width, f"{margin}Why: ", f"{margin}     ")
    for explanation in entry.explanations:
        yield from _wrap(explanation, width, margin)
    for title, lines, origin in entry.parts:
        yield from _wrap(f"{title} [{origin}]", width, margin)
        for line in lines:
            yield from _wrap(line, width, f"{margin}  * ")
    if entry.source:
        yield from _wrap(entry.source, width, f"{margin}From: ", f"{margin}      ")


def _wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    indent = " " * len(first) if rest is None else rest
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=indent)
