"""The files of handouts: which form a file has, and where it goes, named safely."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from engine.complaints import ScenarioError, line
from engine.report.handout.model import Handout
from engine.scenarios import Scenario

ENDINGS = {"html": ".html", "markdown": ".md", "pdf": ".pdf", "ics": ".ics"}

MOST_LETTERS = 80
"""How long the name of a file may be, without its ending."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def written(shown: Handout, form: str) -> str | bytes:
    """Write a handout as html, markdown, pdf or ics.

    Raises ScenarioError with what to install where a form needs more.
    """
    # Each form brings a library of its own, so only the one that is asked for is imported.
    match form:
        case "markdown":
            from engine.report.handout import markdown

            return markdown.render(shown)
        case "pdf":
            from engine.report.handout import pdf

            return pdf.render(shown)
        case "ics":
            from engine.report.handout import calendar

            return calendar.render(shown)
        case _:
            from engine.report.handout import page

            return page.render(shown)


def placed(
    scenarios: Sequence[Scenario], output: Path, form: str
) -> Iterator[tuple[Scenario, Path]]:
    """Return where each handout goes: the file, or one a client in the folder.

    Raises ScenarioError where several would go to one file.
    """
    if not output.is_dir():
        if len(scenarios) > 1:
            message = "found no folder of this name; allowed: a folder, for several clients"
            raise ScenarioError([line(str(output), "folder", message)])
        return iter([(scenario, output) for scenario in scenarios])
    places = [(s, output / f"{safe_name(s.source)}{ENDINGS[form]}") for s in scenarios]
    taken: dict[str, str] = {}
    clashes = []
    for scenario, place in places:
        before = taken.setdefault(place.name.casefold(), scenario.source)
        if before != scenario.source:
            message = f"found another client for {place.name}: {before}; allowed: a name a client"
            clashes.append(line(scenario.source, "file", message))
    if clashes:
        raise ScenarioError(clashes)
    return iter(places)


def safe_name(source: str) -> str:
    """Return a name for a file that stays in its folder, on any system."""
    stem = "standard-input" if source == "-" else PurePath(source).stem
    letters = re.sub(r"[^\w.-]+", "-", stem).strip(".-")[:MOST_LETTERS] or "client"
    return f"_{letters}" if _RESERVED.match(letters) else letters
