"""Libraries that only some commands need, and how to get them."""

import importlib
from typing import Any

from engine.complaints import ScenarioError


def required(module: str, package: str, extra: str) -> Any:
    """Import a module that comes with an extra.

    Raises ScenarioError with a line that says what to install where it is missing.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ScenarioError([missing(package, extra)]) from error


def missing(package: str, extra: str) -> str:
    """Return the line that says how to install what comes with an extra."""
    return f"{package} is missing; install it with: python -m pip install '.[{extra}]'"
