"""Consultations written for a reader: terminal, Markdown or JSON."""

from collections.abc import Callable, Iterable

from engine.consultation import Consultation
from engine.report import data, markdown, terminal
from engine.report.outline import outline

FORMS = ("table", "json", "markdown")


def render(
    consultations: Iterable[tuple[str, Consultation]],
    form: str,
    width: int = 80,
    heading: Callable[[str], str] = str,
) -> str:
    """Write named consultations in one of `FORMS`; `heading` styles what heads a section."""
    if form == "json":
        return data.render(consultations)
    outlines = [outline(name, found) for name, found in consultations]
    if form == "markdown":
        return "\n".join(markdown.render(each) for each in outlines)
    return "\n".join(terminal.render(each, width, heading) for each in outlines)
