"""A handout as one page of HTML."""

from engine.report.handout.model import Handout
from engine.report.page import page


def render(shown: Handout) -> str:
    """Write a handout as HTML."""
    return page("handout.html", "handout.css", handout=shown)
