"""JSON as it is written for people and programs: readable, and nothing in it steers a terminal."""

import json
import re
from typing import Any

_NOT_ASCII = re.compile(r"[^\n -~]")


def json_text(value: Any) -> str:
    """Write a value as JSON; what cannot be printed, such as a change of direction, is escaped.

    Sets become sorted lists.
    """
    text = json.dumps(value, indent=2, ensure_ascii=False, default=sorted)
    return _NOT_ASCII.sub(_printable, text) + "\n"


def _printable(found: re.Match[str]) -> str:
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1]
