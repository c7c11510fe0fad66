"""A comparison of two sessions as one page of HTML, without scripts or anything from outside."""

from collections.abc import Iterable

from engine.complaints import visible
from engine.report.tree import Section


def page(sections: Iterable[Section], receipt: Iterable[str]) -> str:
    """Write sections as a page: the first one is the title; the receipt stands at the end."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import

    environment = Environment(
        loader=PackageLoader("engine.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    head, *rest = sections
    template = environment.get_template("compare.html.j2")
    return template.render(head=head, sections=rest, receipt=[*map(visible, receipt)])
