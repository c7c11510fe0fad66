"""What clients show of a knowledge base, as one page of HTML without scripts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.audit.coverage.coverage import Coverage
from engine.report.coverage_rows import HEADERS, by_rule, figures
from engine.report.page import page


def render(coverages: Iterable[Coverage]) -> str:
    """Write a page with the figures, what is missing, the rules, and what is impossible."""
    bases = [{"name": each.base.name, "parts": _parts(each)} for each in coverages]
    return page("coverage.html", "coverage.css", bases=bases)


def _parts(coverage: Coverage) -> list[Mapping[str, Any]]:
    points = coverage.points
    missing = [(points[point],) for point in coverage.missing]
    impossible = [(points[point], why) for point, why in coverage.impossible.items()]
    by_both = ("rule", "covered by", "conditions, both ways", "impossible")
    return [
        _table("", HEADERS, figures(coverage)),
        _table("Missing", ("to be shown",), missing),
        _table("Rules", by_both, by_rule(coverage)),
        _table("Proved impossible", ("what no client can show", "why"), impossible),
    ]


def _table(title: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Mapping[str, Any]:
    return {"title": title, "headers": _breakable(headers), "rows": [*map(_breakable, rows)]}


def _breakable(cells: Iterable[str]) -> list[list[str]]:
    """Part each cell at its joints, where it may break on a narrow screen."""
    return [re.split(r"(?<=[_/-])", cell) for cell in cells]
