"""The files of handouts: which form a file has, and where it goes, named safely."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.answers import shown
from engine.complaints import ScenarioError, line
from engine.file_names import safe_name_of
from engine.report.handout.model import Handout
from engine.scenario_files import make_folder
from engine.scenarios import Scenario

ENDINGS = {"html": ".html", "markdown": ".md", "pdf": ".pdf", "ics": ".ics"}


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


def form_for(output: str, wanted: str | None) -> str:
    """Return the form of a handout: the one that is wanted, or else what the ending tells.

    Raises ScenarioError where the ending tells of another form than the one that is wanted, or
    where none is wanted and the ending tells of none.
    """
    ending = Path(output).suffix.lower()
    if output == "-" or output.endswith(os.sep) or Path(output).is_dir() or not ending:
        return wanted or "html"
    told = next((form for form, end in ENDINGS.items() if end == ending), None)
    form = wanted or told
    if form is None or told not in (None, form):
        allowed = ENDINGS[wanted] if wanted else ", ".join(ENDINGS.values())
        message = f"found the ending {shown(ending)}; allowed: {allowed}"
        raise ScenarioError([line(output, "file", message)])
    return form


def placed(
    scenarios: Sequence[Scenario], output: str, form: str
) -> Sequence[tuple[Scenario, Path | None]]:
    """Return where each handout goes: to a file, one a client in a folder, or nowhere for "-".

    What ends in a slash is a folder, and is made. Raises ScenarioError where several handouts would
    go to one place, or one to the place of a client's file.
    """
    folder = Path(output)
    if output.endswith(os.sep):
        make_folder(folder)
    if not folder.is_dir():
        if len(scenarios) > 1:
            message = f"found no folder of this name; allowed: {output}/ to make one"
            if output == "-":
                message = f"found {len(scenarios)} clients; allowed: one, or a folder/ for them"
            raise ScenarioError([line(output, "folder", message)])
        places = [None if output == "-" else folder for _ in scenarios]
    else:
        places = [folder / f"{safe_name_of(each.source)}{ENDINGS[form]}" for each in scenarios]
    found = list(zip(scenarios, places, strict=True))
    if clashes := [*_shared(found), *_sources(found)]:
        raise ScenarioError(clashes)
    return found


def _shared(found: Iterable[tuple[Scenario, Path | None]]) -> Iterator[str]:
    """Yield a complaint for each client whose handout would lie where that of another one does."""
    taken: dict[str, str] = {}
    for scenario, place in found:
        if place is not None:
            before = taken.setdefault(place.name.casefold(), scenario.source)
            if before != scenario.source:
                message = f"found another client for {place.name}: {before}"
                yield line(scenario.source, "file", f"{message}; allowed: a name a client")


def _sources(found: Sequence[tuple[Scenario, Path | None]]) -> Iterator[str]:
    """Yield a complaint for each handout that would replace what a client has said."""
    sources = {os.path.realpath(scenario.source) for scenario, _ in found}
    for _, place in found:
        if place is not None and os.path.realpath(place) in sources:
            message = "found a client's own file; allowed: another name for the handout"
            yield line(str(place), "file", message)
