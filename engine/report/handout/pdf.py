"""A handout as PDF, through the page that a browser shows."""

from typing import Any, NoReturn

from engine.extras import required
from engine.report.handout.model import Handout
from engine.report.handout.page import render as as_page


def render(shown: Handout) -> bytes:
    """Write a handout as PDF; raise ScenarioError with what to install where that is missing."""
    weasyprint = required("weasyprint", "weasyprint", "pdf")
    found: bytes = weasyprint.HTML(string=as_page(shown), url_fetcher=_fetch_nothing).write_pdf()
    return found


def _fetch_nothing(url: str, *args: Any, **more: Any) -> NoReturn:
    raise ValueError("a handout needs nothing from elsewhere")
