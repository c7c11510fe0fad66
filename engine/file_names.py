"""Names for files, made from those of clients: they stay in their folder, on any system."""

import re
from pathlib import PurePath

MOST_LETTERS = 80
"""How long the name of a file may be, without its ending."""

# Windows keeps these names for devices, whatever stands behind a dot.
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return the name of a file, without its ending, that every system takes, from any text."""
    letters = re.sub(r"[^\w.-]+", "-", name).strip(".-")[:MOST_LETTERS].rstrip(".-") or "client"
    return f"_{letters}" if _RESERVED.match(letters) else letters


def safe_name_of(source: str) -> str:
    """Return the name for a file that belongs to another one, or to standard input ("-")."""
    return safe_name("standard-input" if source == "-" else PurePath(source).stem)
