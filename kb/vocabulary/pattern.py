"""What a rule may say about the answers: values, ranges and choices, each one readable as data.

Stock Experta offers predicates such as `GE(2)`, but they hide their number in a lambda. These are
predicates of Experta, too (subclasses of `P`), and keep what they compare with as attributes, so
that plain Experta runs them and `engine.reading` reads them.
"""

from typing import Any

from kb.shell import Fact, P, W

ANSWERED = W()
"""The question has been answered, no matter how."""


class Situation(Fact):
    """The answers of one person: one fact with a field a question; unanswered ones are absent."""

    def __init__(self, **fields: Any) -> None:
        """Take the answers over; Experta would freeze each, and none can change as it is.

        A list of choices is a frozenset.
        """
        dict.__init__(self, fields)


class Between(P):
    """A count or a number of weeks from `low` to `high`, both included; no `high` is no limit."""

    low: int
    high: int | None

    def __new__(cls, low: int, high: int | None = None) -> "Between":
        """Make the constraint; `low` and `high` are counts or weeks."""
        pattern = super().__new__(cls, lambda n: low <= n and (high is None or n <= high))
        pattern.low, pattern.high = low, high
        return pattern


def AtLeast(low: int) -> Between:  # reads as a word of the rule language
    """Match a count or a number of weeks of `low` or more."""
    return Between(low)


class OneOf(P):
    """One of several choices of a multiple-choice question."""

    options: tuple[str, ...]

    def __new__(cls, *options: str) -> "OneOf":
        """Make the constraint; each option must be a choice of the question."""
        pattern = super().__new__(cls, lambda value: value in options)
        pattern.options = options
        return pattern


class Includes(P):
    """A list answer that names `option`."""

    option: str
    present = True

    def __new__(cls, option: str) -> "Includes":
        """Make the constraint; `option` must be a choice of the question."""
        present = cls.present
        pattern = super().__new__(cls, lambda chosen: (option in chosen) is present)
        pattern.option = option
        return pattern


class Lacks(Includes):
    """A list answer that was given and does not name `option`."""

    present = False


def fields(pattern: Any) -> dict[str, Any]:
    """Return the constraints of a fact pattern by field, without Experta's own entries."""
    return {str(key): value for key, value in pattern.items() if not pattern.is_special(key)}
