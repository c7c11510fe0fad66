"""Columns of answers: yes and no as Arrow has packed them, and what is made of several columns."""

import itertools

import numpy as np
import pyarrow as pa
import pytest

from engine.base import our_base
from engine.columns.cells import read_column
from engine.columns.mapping import Reading
from engine.columns.truths import Column, combined

QUESTION = our_base().questions["has_boss"]
CELLS = list(itertools.islice(itertools.cycle([True, False, None, True, True, None, False]), 45))
KNOWN = [cell is True for cell in CELLS]


def read(cells):
    """Read a column of a table with nothing else in it."""
    return read_column(Reading(QUESTION, ("has_boss",)), pa.table({"has_boss": cells}))


def told(column, people):
    """Return what is read of each person, in each of the three ways to ask."""
    one_by_one = [column.answer(person) for person in range(people)]
    by_code = [column.answers[code] for code in column.codes]
    by_answer = [None] * people
    for code, answer in enumerate(column.answers):
        for person in np.flatnonzero(np.unpackbits(column.gave(code), bitorder="little")[:people]):
            by_answer[person] = answer
    return one_by_one, by_code, by_answer


@pytest.mark.parametrize("cells", [CELLS, KNOWN, [None] * 9, [], [True]], ids=len)
@pytest.mark.parametrize("start", [0, 3, 8, 13])
def test_each_answer_stands_where_it_stood(cells, start):
    """Slices begin within a byte, too; a column without nulls has no bits that tell of them."""
    part = pa.array(cells, pa.bool_())[start:]
    assert told(read(part), len(part)) == (cells[start:],) * 3


@pytest.mark.parametrize("sizes", [(), (5, 9, 31), (0, 45)])
def test_several_chunks_are_one_column(sizes):
    """As a table has them that was put together from pieces."""
    ends = list(itertools.accumulate(sizes))
    chunks = [CELLS[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    column = read(pa.chunked_array(chunks, pa.bool_()))
    assert told(column, sum(sizes)) == (CELLS[: sum(sizes)],) * 3


@pytest.mark.parametrize("many", [0, 1 << 20])
def test_what_is_made_of_columns_is_made_of_each_persons_answers(monkeypatch, many):
    """Whether the combinations are few enough to have a place each, or have to be sorted."""
    monkeypatch.setattr("engine.columns.truths._MANY", many)
    answers = {"a": [3, None, 3, 1, None, 2], "b": ["x", "y", "x", None, "y", "x"]}
    columns = {
        id: Column(np.array([row.index(cell) for cell in row], np.uint8), tuple(row))
        for id, row in answers.items()
    }
    made = combined(columns, dict, 6)
    persons = [dict(zip(answers, row, strict=True)) for row in zip(*answers.values(), strict=True)]
    known = [{id: cell for id, cell in each.items() if cell is not None} for each in persons]
    assert [made.answer(person) for person in range(6)] == known
    assert len(made.answers) == 4
