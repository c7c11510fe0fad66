"""`dd`, imported quickly, in C or in Python: everybody imports decision diagrams from here."""

import atexit
import functools
import gc
import importlib
import sys
from typing import Any

Diagram = Any
"""A decision diagram of `dd`: it knows `&`, `|`, `~`, equality, and its `support`."""


def new_manager() -> Any:
    """Return a manager of diagrams, which takes some 10 MB and lives to the end of the program.

    CUDD complains when a manager goes before its diagrams, and garbage goes in any order.
    """
    _kept.append(_Manager())
    return _kept[-1]


_MEMORY, _CACHE = 2**28, 2**14
"""What CUDD sizes its tables by at first, in bytes and entries; both grow, and large ones take time
that one answer does not need."""
_kept: list[Any] = []
atexit.register(gc.freeze)  # what is garbage at the end is left to the operating system


def _manager_class() -> Any:
    try:
        found = importlib.import_module("dd.cudd").BDD
        return functools.partial(found, memory_estimate=_MEMORY, initial_cache_size=_CACHE)
    except ImportError:  # the same interface in pure Python, where no binary package is to be had
        # Its destructor complains of diagrams that live to the end of the program, and ours do.
        del importlib.import_module("dd.bdd").BDD.__del__
        return importlib.import_module("dd.autoref").BDD


# dd does without networkx, which it needs for drawing only, where that is not there; and to import
# it takes longer than all the rest of an answer.
_there = sys.modules.get("networkx")
sys.modules["networkx"] = _there  # type: ignore[assignment]  # None: not there
try:
    _Manager = _manager_class()
finally:
    if _there is None:
        del sys.modules["networkx"]
