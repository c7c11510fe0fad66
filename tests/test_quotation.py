"""Whether a table ends within a cell: the marks of CSV, followed piece by piece."""

import csv
import io
import random

import pytest

from engine.columns.quotation import Quotation


def ends_open(text, cuts=()):
    """Follow a text in pieces, and tell whether it ends within a cell that a mark has opened."""
    quotation = Quotation(",")
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        quotation.follow(text[start:end].encode())
    return quotation.open


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ('a,"b"\n', False),
        ('a,"b\n', True),
        ('a,5" disk\nb,fine\n', False),
        ('a,5" disk\nb,"never closed\nc,x\nd,y\n', True),
        ('a,"x ""y"" z"\n', False),
        ('a,"x ""y\n', True),
        ('a,""\n', False),
        ('a,5"" disk,"b"\n', False),
        ('"a"b"c,d\n', False),
        ('"', True),
    ],
)
def test_a_mark_opens_a_cell_where_the_cell_begins(text, is_open):
    """Elsewhere it is a character; two within a cell are one."""
    assert ends_open(text) is is_open
    assert all(ends_open(text, (cut,)) is is_open for cut in range(len(text)))


def test_what_is_followed_is_what_a_reader_of_csv_finds():
    """For texts drawn at random: a line put behind them is a row of its own, or is not."""
    rng = random.Random(1)
    found = set()
    for _ in range(3000):
        text = "".join(rng.choice('ab,"\n') for _ in range(rng.randint(0, 12)))
        rows = list(csv.reader(io.StringIO(text + "\nlast\n")))
        cuts = sorted(rng.choices(range(len(text) + 1), k=rng.randint(0, 2)))
        is_open = ends_open(text, cuts)
        assert is_open is (rows[-1:] != [["last"]]), text
        found.add(is_open)
    assert found == {True, False}
