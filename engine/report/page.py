"""A page of HTML that needs nothing else: no script, no picture, no font, and a style of ours."""

import base64
import functools
import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def page(template: str, style: str, **values: Any) -> str:
    """Fill in a template of this package; the page allows its style sheet and nothing else."""
    from markupsafe import Markup

    sheet = _templates().get_template(style).render()
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    # The style sheet is ours: only what clients say has to be escaped.
    found = _templates().get_template(template)
    return found.render(style=Markup(sheet), style_digest=digest, **values) + "\n"


@functools.cache
def _templates() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import

    return Environment(
        loader=PackageLoader("engine.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
