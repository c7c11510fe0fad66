"""What clients show of a knowledge base, in a few lines, as a table, and as data."""

import json
from collections.abc import Iterable
from typing import Any

from engine.audit.coverage.coverage import Coverage
from engine.audit.coverage.feasible import NEVER
from engine.audit.coverage.points import LEVELS
from engine.report import coverage_page
from engine.report.coverage_rows import HEADERS, by_rule, figures
from engine.report.tables import table


def summary(coverage: Coverage, most: int | None) -> str:
    """Write the table of one base, and below it what is missing, at most so many lines.

    What is impossible is not among what is to be covered.
    """
    lines = [
        f"Coverage of {coverage.base.name}",
        "",
        table(HEADERS, figures(coverage)),
        *_proved(coverage),
    ]
    if coverage.missing:
        listed = [coverage.points[point] for point in coverage.missing]
        lines += ["", "Missing", *(f"  {words}" for words in listed[:most])]
        if most is not None and len(listed) > most:
            lines.append(f"  ... and {len(listed) - most} more")
    return "\n".join(lines)


def table_of_rules(coverage: Coverage, width: int) -> str:
    """Write a row a rule, and below it the summary with all that is missing."""
    share = max(10, (width - 26) // 2)
    headers = ("rule", "covered by", "ways", "impossible")
    return "\n\n".join(
        (table(headers, by_rule(coverage), (share, share, 10, 10)), summary(coverage, None))
    )


def as_data(coverages: Iterable[Coverage]) -> str:
    """Write coverage as JSON: a list with an entry for each base, every point in it."""
    return json.dumps([_data(coverage) for coverage in coverages], indent=2) + "\n"


def render(coverage: Coverage, form: str, width: int) -> str:
    """Write coverage as a table, JSON or a page of HTML."""
    match form:
        case "json":
            return as_data([coverage])
        case "html":
            return coverage_page.render([coverage])
        case _:
            return table_of_rules(coverage, width) + "\n"


def _data(coverage: Coverage) -> dict[str, Any]:
    counted = ((level, coverage.figures(level)) for level in LEVELS)
    return {
        "knowledge_base": coverage.base.name,
        "figures": {
            level: {"covered": c.covered, "feasible": c.feasible, "impossible": c.impossible}
            for level, c in counted
        },
        "points": [
            {
                "level": point.level,
                "name": point.name,
                "words": words,
                "covered_by": coverage.covered.get(point),
                "impossible": coverage.impossible.get(point),
            }
            for point, words in coverage.points.items()
        ],
    }


def _proved(coverage: Coverage) -> list[str]:
    """Tell what impossible means, where anything is."""
    if not coverage.impossible:
        return []
    never = sum(reason == NEVER for reason in coverage.impossible.values())
    unnoticed = len(coverage.impossible) - never
    return [
        f"Impossible, proved over all clients: {never} that no client meets, and {unnoticed}"
        " without which nobody would be told anything else or why."
    ]
