"""The right side of a rule as data: what it concludes, why, and on which rows it rests."""

import functools
import inspect
import itertools
from collections.abc import Callable, Sequence
from typing import Any

from kb.articles import ROWS
from kb.vocabulary.conclusion import Conclusion

_definition = itertools.count()


def concludes(
    *conclusions: type[Conclusion], rows: Sequence[str]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make the body of a rule: declare each of `conclusions`, and nothing else.

    The docstring of the decorated function is the reason that the client reads; its name is the
    claim and the id of the rule. Raises ValueError for rows that are not in the catalogue, for a
    missing reason, and for a body that has statements of its own.
    """

    def decorate(reason: Callable[..., None]) -> Callable[..., None]:
        unknown = [row for row in rows if row not in ROWS]
        if unknown or not rows:
            raise ValueError(f"{reason.__name__} cites rows that do not exist: {unknown}")
        if not reason.__doc__:
            raise ValueError(f"{reason.__name__} gives no reason")

        @functools.wraps(reason)
        def declare(engine: Any) -> None:
            for conclusion in conclusions:
                engine.declare(conclusion())

        # Read by engine.reading; Experta's Rule takes a function's own attributes over.
        declare.__dict__.update(
            then=conclusions,
            rows=tuple(rows),
            why=" ".join(inspect.cleandoc(reason.__doc__).split()),
            place=next(_definition),
            source=f"{reason.__module__.replace('.', '/')}.py:{reason.__code__.co_firstlineno}",
        )
        return declare

    return decorate
