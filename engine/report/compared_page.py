"""A comparison of two sessions as one page of HTML."""

from collections.abc import Iterable

from engine.complaints import visible
from engine.report.page import page
from engine.report.tree import Section


def render(sections: Iterable[Section], receipt: Iterable[str]) -> str:
    """Write sections as a page: the first one is the title; the receipt stands at the end."""
    head, *rest = sections
    lines = [*map(visible, receipt)]
    return page("compare.html", "compare.css", head=head, sections=rest, receipt=lines)
