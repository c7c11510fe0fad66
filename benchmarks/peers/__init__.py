"""What an author of rules could pick instead, a module a peer, each built from the same cards.

A peer has a `NAME`, the `PACKAGE` that it comes in ("" for none), the number of people to `WARM` it
up with, and `build(base)`, which returns a function from the answers of one person to the ids of
what follows. It works out the measures itself: that is part of the work.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from engine.base import Base
from kb.vocabulary.question import Answer

Conclude = Callable[[Mapping[str, Answer]], frozenset[str]]


class Peer(Protocol):
    """What a module of this package offers."""

    NAME: str
    PACKAGE: str
    WARM: int

    @staticmethod
    def build(base: Base) -> Conclude:
        """Return the rules of a base, ready to be run; raise ScenarioError for what is missing."""


def peers() -> dict[str, Any]:
    """Return the peers by the names of their modules; what a peer needs is imported when built."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}
