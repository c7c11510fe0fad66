"""A handout as PDF, through the page that a browser shows."""

from typing import Any, NoReturn

from engine.complaints import ScenarioError
from engine.extras import required
from engine.report.handout.model import Handout
from engine.report.handout.page import render as as_page

NO_PANGO = (
    "weasyprint finds no Pango; install it, on Debian with: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0"
)


def render(shown: Handout) -> bytes:
    """Write a handout as PDF; raise ScenarioError with what to install where that is missing."""
    try:
        weasyprint = required("weasyprint", "weasyprint", "pdf")
    except OSError as error:  # it is there, and a library of the system that it needs is not
        raise ScenarioError([NO_PANGO]) from error
    found: bytes = weasyprint.HTML(string=as_page(shown), url_fetcher=_fetch_nothing).write_pdf()
    return found


def _fetch_nothing(url: str, *args: Any, **more: Any) -> NoReturn:
    raise ValueError("a handout needs nothing from elsewhere")
