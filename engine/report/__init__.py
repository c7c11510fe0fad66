"""Cases written for a reader: terminal, Markdown or JSON."""

from collections.abc import Callable, Iterable

from engine.report import data, markdown, terminal
from engine.report.case import Case
from engine.report.outline import outline


def render(
    cases: Iterable[Case],
    form: str,
    width: int = 80,
    heading: Callable[[str], str] = str,
    command: str = "",
) -> str:
    """Write cases as table, json or markdown.

    `heading` styles a section's title, and `command` is what was typed, for the receipts.
    """
    if form == "json":
        return data.render(cases, command)
    outlines = [outline(case) for case in cases]
    if form == "markdown":
        return "\n".join(markdown.render(each) for each in outlines)
    return "\n".join(terminal.render(each, width, heading) for each in outlines)
