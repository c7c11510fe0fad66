"""The text of a CSV file: decoded however it was exported, and its first row."""

import codecs
import csv
import io
import re
from typing import Any, NamedTuple

from engine.columns.quotation import Quotation
from engine.complaints import ScenarioError, line


class Text:
    """The bytes of a CSV file as UTF-8 without a byte order mark, as Arrow reads them."""

    closed = False
    unwanted = False

    def __init__(self, raw: Any, encoding: str, source: str) -> None:
        self._raw, self._source = raw, source
        self.consumed = self._lines = 0
        first = raw.read(1 << 16)
        self.consumed = len(first)
        if first[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
            encoding = "utf-32"  # its mark begins like the one of UTF-16
        elif first[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            encoding = "utf-16"
        self._encoding = (
            "utf-8-sig" if encoding.replace("_", "-") in ("utf-8", "utf8") else encoding
        )
        self._decoder = codecs.getincrementaldecoder(self._encoding)()
        self._left = self._decoded(first)

    def header(self, separator: str | None) -> "Header":
        """Return the row of column names; what is read from here on begins below it.

        Raises ScenarioError where there is none.
        """
        found = read_header(self._left.decode(), separator, self._source)
        self.quotation = Quotation(found.separator)
        # An empty line stands for it: Arrow refuses a file with nothing at all in it.
        self._left = b"\n" + found.below.encode()
        return found

    def read(self, most: int = -1) -> bytes:
        """Return some bytes, at most so many; nothing at the end, or when nobody wants more."""
        if self.unwanted:
            return b""
        if not self._left:
            raw = self._raw.read(1 << 20)
            self.consumed += len(raw)
            self._left = self._decoded(raw, final=not raw)
            if not self._left and raw:
                return self.read(most)
        taken, self._left = self._left[:most], self._left[most:]
        self.quotation.follow(taken)
        return taken

    def close(self) -> None:
        """Close nothing: standard input is not ours, and a file goes with this."""

    def readable(self) -> bool:
        """Yes: Arrow asks."""
        return True

    def seekable(self) -> bool:
        """No: it is read once."""
        return False

    def _decoded(self, raw: bytes, final: bool = False) -> bytes:
        try:
            text = self._decoder.decode(raw, final).encode()
        except UnicodeError as error:
            row, found = self._lines + 1, "something else"
            if isinstance(error, UnicodeDecodeError):
                row += error.object.count(b"\n", 0, error.start)
                found = f"the byte 0x{error.object[error.start]:02x}"
            message = (
                f"found {found}; allowed: text in {self._encoding.removesuffix('-sig').upper()},"
                " or another --encoding, such as latin-1"
            )
            raise ScenarioError([line(self._source, f"line {row}", message)]) from error
        self._lines += text.count(b"\n")
        return text


SEPARATORS = ",;\t|"
_TOLD = re.compile(r'"?sep=([\x01-\x7f])"?', re.IGNORECASE)
"""A line in front of the column names by which Excel is told the separator."""


class Header(NamedTuple):
    """The names of columns, the separator between them, and the text below them."""

    names: tuple[str, ...]
    separator: str
    below: str


def read_header(head: str, separator: str | None, source: str) -> Header:
    """Read the first row that is not empty; of several separators, the one that finds most names.

    Raises ScenarioError where it does not end, or is no text.
    """
    start, row = _first_line(head, 0)
    told = _TOLD.fullmatch(row.rstrip("\r\n"))
    if told and told[1] not in '"\r\n':
        separator = separator or told[1]
        start, row = _first_line(head, start + len(row))
    if not row.strip():
        raise ScenarioError([line(source, "file", "found nothing; allowed: a row of column names")])
    if "\0" in row:
        message = "found a NUL byte; allowed: plain text, or another --encoding, such as utf-16"
        raise ScenarioError([line(source, "line 1", message)])
    found = (_split(head[start:], each) for each in separator or SEPARATORS)
    header = max(found, key=lambda each: len(each.names))
    read = head[start : len(head) - len(header.below)]
    within = not header.below and read.count('"') % 2
    if within or (not read.endswith(("\r", "\n")) and len(head) > 1 << 15):
        message = "found no end of the row of column names; allowed: a row of at most 32 KB"
        raise ScenarioError([line(source, "line 1", message)])
    return header


def _first_line(text: str, start: int) -> tuple[int, str]:
    """Return where the first line from there begins that is not blank, and the line."""
    for each in io.StringIO(text[start:], newline=""):
        if each.strip():
            return start, each
        start += len(each)
    return start, ""


def _split(text: str, separator: str) -> Header:
    """Read one row as it would be with this separator; what is in quotation marks is one name."""
    lines = list(io.StringIO(text, newline=""))
    rows = csv.reader(lines, delimiter=separator)
    names = (name.replace("\r\n", "\n").replace("\r", "\n") for name in next(rows))
    return Header(tuple(names), separator, "".join(lines[rows.line_num :]))
