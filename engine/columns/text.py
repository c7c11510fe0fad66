"""The text of a CSV file: decoded however it was exported, and its first row."""

import codecs
import io
from typing import Any

from engine.complaints import ScenarioError, line


class Text:
    """The bytes of a CSV file as UTF-8 without a byte order mark, as Arrow reads them."""

    closed = False
    unwanted = False

    def __init__(self, raw: Any, encoding: str, source: str) -> None:
        self._raw, self._source = raw, source
        self.consumed = self.quotes = self._lines = 0
        first = raw.read(1 << 16)
        self.consumed = len(first)
        if first[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            encoding = "utf-16"
        self._encoding = (
            "utf-8-sig" if encoding.replace("_", "-") in ("utf-8", "utf8") else encoding
        )
        self._decoder = codecs.getincrementaldecoder(self._encoding)()
        self.head = self._decoded(first)
        self._left = self.head.encode()

    def read(self, most: int = -1) -> bytes:
        """Return some bytes, at most so many; nothing at the end, or when nobody wants more."""
        if self.unwanted:
            return b""
        if not self._left:
            raw = self._raw.read(1 << 20)
            self.consumed += len(raw)
            self._left = self._decoded(raw, final=not raw).encode()
            if not self._left and raw:
                return self.read(most)
        taken, self._left = self._left[:most], self._left[most:]
        self.quotes += taken.count(b'"')
        return taken

    def close(self) -> None:
        """Close nothing: standard input is not ours, and a file goes with this."""

    def readable(self) -> bool:
        """Yes: Arrow asks."""
        return True

    def seekable(self) -> bool:
        """No: it is read once."""
        return False

    def _decoded(self, raw: bytes, final: bool = False) -> str:
        try:
            text = self._decoder.decode(raw, final)
        except UnicodeDecodeError as error:
            row = self._lines + error.object.count(b"\n", 0, error.start) + 1
            message = (
                f"found the byte 0x{error.object[error.start]:02x}; allowed: text in"
                f" {self._encoding.removesuffix('-sig').upper()}, or another --encoding, such as"
                " latin-1"
            )
            raise ScenarioError([line(self._source, f"line {row}", message)]) from error
        self._lines += text.count("\n")
        return text


def first_row(head: str, source: str) -> str:
    """Return the first row that is not empty, which names the columns."""
    within = False
    row = ""
    for text in io.StringIO(head, newline=None):
        if not row and not text.strip():
            continue
        row += text
        within ^= text.count('"') % 2 == 1
        if not within:
            break
    if not row.strip():
        raise ScenarioError([line(source, "file", "found nothing; allowed: a row of column names")])
    if "\0" in row:
        message = "found a NUL byte; allowed: plain text, or another --encoding, such as utf-16"
        raise ScenarioError([line(source, "line 1", message)])
    if within or (not row.endswith("\n") and len(head) > 1 << 15):
        message = "found no end of the row of column names; allowed: a row of at most 32 KB"
        raise ScenarioError([line(source, "line 1", message)])
    return row.rstrip("\n")
