"""What clients show of a knowledge base, in a few lines, as a table, and as data."""

import json
from collections.abc import Iterable
from typing import Any

from engine.audit.coverage import Coverage
from engine.audit.feasible import NEVER
from engine.audit.points import LEVELS, Level
from engine.report.tables import table

NAMES: dict[Level, str] = {
    "rule": "rules",
    "conclusion": "conclusions",
    "condition": "conditions, both ways",
}
HEADERS = ("", "covered", "of", "missing", "impossible")


def summary(coverage: Coverage, most: int | None) -> str:
    """Write the table of one engine class, and below it what is missing, at most so many lines.

    What is impossible is not among what is to be covered.
    """
    lines = [
        f"Coverage of {coverage.base}",
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


def figures(coverage: Coverage) -> list[tuple[str, ...]]:
    """Return a row a level: its name, covered, feasible, missing and impossible, in whole numbers."""
    rows = []
    for level in LEVELS:
        count = coverage.figures(level)
        missing = count.feasible - count.covered
        numbers = (count.covered, count.feasible, missing, count.impossible)
        rows.append((NAMES[level], *map(str, numbers)))
    return rows


def by_rule(coverage: Coverage) -> list[tuple[str, str, str, str]]:
    """Return a row a rule: its name, covered by whom, its conditions, and what is impossible."""
    rows = []
    for rule in (point for point in coverage.points if point.level == "rule"):
        ways = [p for p in coverage.points if p.level == "condition" and p.name == rule.name]
        covered = sum(way in coverage.covered for way in ways)
        impossible = sum(way in coverage.impossible for way in ways)
        by = coverage.covered.get(rule, "nobody")
        rows.append((rule.name, by, f"{covered} of {len(ways) - impossible}", str(impossible)))
    return rows


def as_data(coverages: Iterable[Coverage]) -> str:
    """Write coverage as JSON: a list with an entry for each engine class, every point in it."""
    return json.dumps([_data(coverage) for coverage in coverages], indent=2) + "\n"


def _data(coverage: Coverage) -> dict[str, Any]:
    counted = ((level, coverage.figures(level)) for level in LEVELS)
    return {
        "knowledge_base": coverage.base,
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
        " without which nobody would be told anything else."
    ]
