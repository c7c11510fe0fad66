"""Consultations written for a reader: terminal, Markdown or JSON."""

from collections.abc import Callable, Iterable

from engine.consultation import Consultation
from engine.report import data, markdown, terminal
from engine.report.outline import outline


def render(
    consultations: Iterable[tuple[str, Consultation]],
    form: str,
    width: int = 80,
    heading: Callable[[str], str] = str,
) -> str:
    """Write named consultations as table, json or markdown; `heading` styles a section's title."""
    if form == "json":
        return data.render(consultations)
    outlines = [outline(name, found) for name, found in consultations]
    if form == "markdown":
        return "\n".join(markdown.render(each) for each in outlines)
    return "\n".join(terminal.render(each, width, heading) for each in outlines)
