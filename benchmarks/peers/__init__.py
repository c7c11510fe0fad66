"""What an author of rules could pick instead, a module a peer, each built from the same cards.

A peer has a `NAME`, the `PACKAGE` that it comes in ("" for none), the number of people to `WARM` it
up with, and `build(base)`, which returns a function from the answers of one person to the ids of
what follows. It works out the measures itself: that is part of the work. A peer may be built in a
second way, `by_stage_alone(base)`, which is compared and never timed.
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


def made(name: str, times: int = 1, how: str = "build") -> Conclude:
    """Build a peer on the knowledge base, or on one so many times as large; once in a process.

    `how` names the function of the peer that builds it, where there is more than one.
    """
    from benchmarks.grown import base_of_size

    return getattr(peers()[name], how)(base_of_size(times))
