"""The clients of a folder who have several files, for a terminal."""

from collections.abc import Callable, Mapping, Sequence

from engine.complaints import visible
from engine.report.tree import Line, Section, as_text
from engine.scenarios import Scenario


def render(
    found: Mapping[str, Sequence[Scenario]], width: int, heading: Callable[[str], str]
) -> str:
    """List the clients with several files, and the dates of these, from the oldest on."""
    rows = tuple(
        (visible(name), ", ".join(str(each.date or "no date") for each in files))
        for name, files in found.items()
        if len(files) > 1
    )
    if not rows:
        return "No client has several files here: files of one client have the same name in them.\n"
    lines = tuple(Line(f"{name}: {dates}") for name, dates in rows)
    return as_text((Section("Clients with several files", lines),), width, heading)
