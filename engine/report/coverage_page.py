"""What clients show of a knowledge base, as one page of HTML without scripts."""

import html
import re
from collections.abc import Iterable, Sequence

from engine.audit.coverage.coverage import Coverage
from engine.report.coverage_rows import HEADERS, by_rule, figures

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rule coverage</title>
<style>
body {{ font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }}
table {{ border-collapse: collapse; margin: 1rem 0 }}
th, td {{ border-bottom: 1px solid #999; padding: .2rem .8rem .2rem 0; text-align: left }}
th, td {{ vertical-align: top }}
@media (max-width: 40rem) {{
  body {{ font-size: 12px; margin: 1rem 0; padding: 0 .5rem }}
  th, td {{ padding-right: .3rem }}
}}
</style>
</head>
<body>
<h1>Rule coverage</h1>
{body}
</body>
</html>
"""


def page(coverages: Iterable[Coverage]) -> str:
    """Write a page with the figures, what is missing, the rules, and what is impossible."""
    return _PAGE.format(body="\n".join(map(_section, coverages)))


def _section(coverage: Coverage) -> str:
    points = coverage.points
    impossible = [(points[p], why) for p, why in coverage.impossible.items()]
    parts = [
        f"<h2>{html.escape(coverage.base.name)}</h2>",
        _table(HEADERS, figures(coverage)),
        "<h3>Missing</h3>",
        _table(("to be shown",), [(points[point],) for point in coverage.missing]),
        "<h3>Rules</h3>",
        _table(("rule", "covered by", "conditions, both ways", "impossible"), by_rule(coverage)),
        "<h3>Proved impossible</h3>",
        _table(("what no client can show", "why"), impossible),
    ]
    return "\n".join(parts)


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return "<p>Nothing.</p>"
    head = _row("th", headers)
    return "\n".join(("<table>", head, *(_row("td", row) for row in rows), "</table>"))


def _row(tag: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{_breakable(cell)}</{tag}>" for cell in cells) + "</tr>"


def _breakable(text: str) -> str:
    """Escape a text, and let names break at their joints on a narrow screen."""
    return re.sub(r"([_/-])", r"\1<wbr>", html.escape(text))
