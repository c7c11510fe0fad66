"""Whether a CSV file ends in the middle of a cell that a quotation mark has opened."""

import numpy as np

_MARK = b'"'[0]


class Quotation:
    """Follows the quotation marks of a table, piece by piece, as a reader of CSV takes them.

    A mark opens a cell where the cell begins; elsewhere in a cell without marks it is a character.
    `open` tells whether a cell is open at the end of what was followed.
    """

    def __init__(self, separator: str) -> None:
        """Begin at the beginning of a row."""
        self.open = False
        self._starts = np.frombuffer(f'\r\n"{separator}'.encode(), np.uint8)
        self._last = b"\n"

    def follow(self, text: bytes) -> None:
        """Go on with the next piece."""
        if _MARK in text:
            self._follow_marks(np.frombuffer(self._last + text, np.uint8))
        elif text:
            self._last = text[-1:]

    def _follow_marks(self, text: np.ndarray[tuple[int], np.dtype[np.uint8]]) -> None:
        """Go on with what follows the first byte, which is the last of the piece before."""
        marks = np.flatnonzero(text[1:] == _MARK) + 1
        begins = np.isin(text[marks - 1], self._starts)
        literal = False  # whether the last mark was a character
        if begins[int(self.open) :: 2].all():  # every other mark opens a cell, or opens it again
            self.open ^= bool(len(marks) % 2)
        else:
            for mark, begin in zip(marks, begins, strict=True):
                if self.open:
                    self.open = literal = False
                else:
                    self.open = bool(begin and not (literal and text[mark - 1] == _MARK))
                    literal = not self.open
        self._last = b"x" if literal and text[-1] == _MARK else text[-1:].tobytes()
