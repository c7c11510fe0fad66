"""The rows that the reports on coverage share."""

from engine.audit.coverage.coverage import Coverage
from engine.audit.coverage.points import LEVELS, Level

NAMES: dict[Level, str] = {
    "rule": "rules",
    "conclusion": "conclusions",
    "condition": "conditions, both ways",
}
HEADERS = ("", "covered", "of", "missing", "impossible")


def figures(coverage: Coverage) -> list[tuple[str, ...]]:
    """Return a row a level: its name, and how many are covered, feasible, missing, impossible."""
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
