"""A handout as one page of HTML that needs nothing else: no script, no picture, no font."""

import base64
import functools
import hashlib
from typing import TYPE_CHECKING

from engine.report.handout.model import Handout

if TYPE_CHECKING:
    from jinja2 import Environment


def render(shown: Handout) -> str:
    """Write a handout as HTML."""
    from markupsafe import Markup

    templates = _templates()
    style = templates.get_template("handout.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = templates.get_template("handout.html")
    # The style sheet is ours: only what clients say has to be escaped.
    return page.render(handout=shown, style=Markup(style), style_digest=digest) + "\n"


@functools.cache
def _templates() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("engine.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
