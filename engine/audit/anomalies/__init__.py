"""What can be wrong with a knowledge base: a file a family of checks, each proved or refuted."""

from engine.audit.anomalies import advice, conditions, declarations, ranges, rules, waivers
from engine.audit.anomalies.anomaly import ANOMALIES, LEVELS, Anomaly, Fault, Level

__all__ = [
    "ANOMALIES",
    "LEVELS",
    "Anomaly",
    "Fault",
    "Level",
    "advice",
    "conditions",
    "declarations",
    "ranges",
    "rules",
    "waivers",
]
