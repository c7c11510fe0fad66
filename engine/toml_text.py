"""From the bytes of a file to a table of TOML, or a plain word on what is in the way."""

import re
import tomllib
from typing import Any

from engine.answers import shown
from engine.complaints import ScenarioError, line

MOST_BYTES = 200_000
"""The largest scenario that is read; a real one has a few thousand bytes."""

# A dotted key takes tomllib time by the square of its length, and memory for each of its parts:
# one of a megabyte takes hours. No key of a scenario has more than one dot, and few texts have
# five words with nothing but dots in between.
_MOST_DOTS = 2000
_DOTTED = re.compile(
    r"""(?<![\w-])(?:(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.){0,29}+"|'[^'\n]{0,29}+')"""
    r"""[ \t]*+\.[ \t]*+){4,}+"""
)


def read_table(text: bytes, source: str) -> dict[str, Any]:
    """Return the file as TOML reads it."""
    content = _decode(text, source)
    dots = 0
    for found in _DOTTED.finditer(content):
        dots += found[0].count(".")
        if dots > _MOST_DOTS:
            row = content.count("\n", 0, found.start()) + 1
            message = f"found more than {_MOST_DOTS} dots in keys; allowed: one question a line"
            raise ScenarioError([line(source, f"line {row}", message)])
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError([_syntax_line(content, source, str(error))]) from error
    except (ValueError, RecursionError) as error:  # Python's own limits, passed on by tomllib
        message = "found a huge number or nest of lists; allowed: small numbers and plain lists"
        raise ScenarioError([line(source, "file", message)]) from error


def require_fitting(size: int, source: str) -> None:
    """Raise ScenarioError for more bytes than a scenario may have."""
    if size > MOST_BYTES:
        message = f"found more than {MOST_BYTES} bytes; allowed: a scenario of at most 200 kB"
        raise ScenarioError([line(source, "file", message)])


def _decode(text: bytes, source: str) -> str:
    """Return the characters of the file, without a byte order mark."""
    require_fitting(len(text), source)
    try:
        content = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        message = f"found the byte 0x{error.object[error.start]:02x}; allowed: text in UTF-8"
        raise ScenarioError([line(source, f"line {row}", message)]) from error
    if "\0" in content:
        row = content.count("\n", 0, content.index("\0")) + 1
        raise ScenarioError([line(source, f"line {row}", "found a NUL byte; allowed: plain text")])
    if not content.strip():
        message = 'found an empty file; allowed: a table [answers], as "unstuck new" writes one'
        raise ScenarioError([line(source, "file", message)])
    return content


def _syntax_line(content: str, source: str, error: str) -> str:
    """Return tomllib's complaint with its place in front and the text it is about."""
    rows = content.replace("\r\n", "\n").rstrip().split("\n")
    row, place = len(rows), f"line {len(rows)}, end of the file"
    if numbers := re.search(r"\(at line (\d+), column (\d+)\)$", error):
        row, column = map(int, numbers.groups())
        place = f"line {row}, column {column}"
    found = shown("".join(rows[row - 1 : row]).strip())
    reason = shown(error.partition(" (at ")[0])[1:-1]
    if reason.startswith("Cannot overwrite"):
        return line(source, place, f"found {found}, given twice; allowed: each key once")
    if re.match(r"'date\s*=", found):  # tomllib has no word for a thirteenth month
        return line(source, place, f"found {found}; allowed: a day there is: date = 2026-01-31")
    allowed = 'TOML, such as: has_boss = true, or words in quotes: "unknown"'
    return line(source, place, f"found {found} ({reason}); allowed: {allowed}")
