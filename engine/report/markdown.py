"""An answer as Markdown."""

from collections.abc import Iterator

from engine.report.outline import Entry, Outline
from engine.report.tree import escaped


def render(answer: Outline) -> str:
    """Write an outline as a Markdown document."""
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: Outline) -> Iterator[str]:
    yield f"# {escaped(answer.name)}"
    if answer.in_your_words:
        yield ""
        yield from (f"- {title}: {escaped(text)}" for title, text in answer.in_your_words)
    if answer.contradictions:
        yield from ("", "## First, please clear this up", "")
        for entry in answer.contradictions:
            yield from _entry(entry, "- ")
    yield ""
    for verdict in answer.verdict:
        yield from _entry(verdict, "- ")
    yield from _section("Now", answer.now, numbered=True)
    yield from _section("Alongside", answer.alongside)
    yield from _section("Afterwards, in this order", answer.afterwards, numbered=True)
    yield from _section("Not now", answer.not_now)
    if answer.worth_knowing:
        yield from ("", "## Worth knowing", "")
        yield from (f"- {line}" for line in answer.worth_knowing)
    if answer.left_open:
        yield from ("", "## You left open", "")
        for question, hanging in answer.left_open:
            yield f"- {question}" + (f" May hang on it: {hanging}." if hanging else "")
    if answer.settled:
        yield from ("", answer.settled)
    if answer.next_question:
        yield from ("", "## The next question that would help", "", answer.next_question)
    if answer.not_covered:
        yield from ("", f"*{answer.not_covered}*")


def _section(title: str, entries: tuple[Entry, ...], *, numbered: bool = False) -> Iterator[str]:
    if not entries:
        return
    yield from ("", f"## {title}", "")
    for number, entry in enumerate(entries, 1):
        yield from _entry(entry, f"{number}. " if numbered else "- ")


def _entry(entry: Entry, marker: str) -> Iterator[str]:
    margin = " " * len(marker)
    waits = f" ({entry.waits_for})" if entry.waits_for else ""
    yield f"{marker}**{entry.text}**{waits}"
    if entry.items:
        yield from ("", *(f"{margin}- {item}" for item in entry.items), "")
    if entry.why:
        yield f"{margin}*Why:* {entry.why}"
    for explanation in entry.explanations:
        yield from ("", f"{margin}{explanation}")
    for heading, lines, origin in entry.parts:
        yield from ("", f"{margin}{heading} [{origin}]", "")
        yield from (f"{margin}- {line}" for line in lines)
    if entry.source:
        yield from ("", f"{margin}*From:* {entry.source}")
