"""Cells of Parquet: lists and texts, however Arrow has them, and numbers that became floats."""

import pyarrow as pa
import pyarrow.parquet
import pytest

from engine.answers import UNKNOWN
from engine.base import our_base
from engine.columns.arrays import without_views
from engine.columns.cells import read_column
from engine.columns.mapping import Reading
from engine.columns.rejects import Misfit
from engine.complaints import ScenarioError
from tests.surveys import call, rows_of, survey

BASE = our_base()
LISTS = [["upset", "angry"], [], None, ["nervous"], ["upset", "angry"]]


def read(id, cells, words=None):
    """Read a column that answers one question; a cell that is no answer comes as "misfit"."""
    reading = Reading(BASE.questions[id], (id,), words=(words or {},))
    column = read_column(reading, without_views(pa.table({id: cells})))
    answers = (column.answer(place) for place in range(len(cells)))
    return ["misfit" if isinstance(answer, Misfit) else answer for answer in answers]


@pytest.mark.parametrize(
    "items",
    [[""], [None], ["upset\x1fangry"], ["upset,angry"], ["0"], ["upset", None], ["upset", ""]],
)
def test_what_is_no_choice_is_no_answer(items):
    """Nothing in a list is not an empty list, and no character in a text makes two of it."""
    cells = pa.array([["upset"], items, [], None], pa.list_(pa.string()))
    assert read("feelings", cells) == [{"upset"}, "misfit", set(), None]


def test_a_list_that_holds_nothing_is_rejected(tmp_path):
    """From file to file: the row is told among the rejects, and gets no advice."""
    cells = pa.array([["upset"], [""], [None]], pa.list_(pa.string()))
    pa.parquet.write_table(pa.table({"feelings": cells}), tmp_path / "in.parquet")
    table = (tmp_path / "in.parquet").read_bytes()
    ended, results, rejects = survey(tmp_path, table, name="in.parquet")
    assert ended.code == 0 and [row["row"] for row in results] == [1]
    assert [each["row"] for each in rejects] == [2, 3]
    assert rows_of(tmp_path / "out.rejects.csv") == rejects


@pytest.mark.parametrize(
    "kind",
    [
        pa.list_(pa.string()),
        pa.large_list(pa.large_string()),
        pa.list_(pa.large_string()),
        pa.list_(pa.string_view()),
        pa.large_list(pa.string_view()),
        pa.list_(pa.dictionary(pa.int32(), pa.string())),
        pa.list_view(pa.string()),
    ],
    ids=str,
)
@pytest.mark.parametrize("start", [0, 1, 3])
def test_lists_are_lists_however_they_are_kept(kind, start):
    """Polars and pandas write other kinds than Arrow itself; slices and chunks are none either."""
    chunks = pa.chunked_array([pa.array(LISTS, kind)[start:], pa.array(LISTS[:2], kind)])
    expected = [None if each is None else set(each) for each in [*LISTS[start:], *LISTS[:2]]]
    assert read("feelings", chunks) == expected


def test_lists_without_any_item_are_empty():
    """A column in which nobody named anything has no kind of items at all."""
    assert read("feelings", pa.array([[], None], pa.list_(pa.null()))) == [set(), None]


@pytest.mark.parametrize(
    "kind",
    [pa.string_view(), pa.large_string(), pa.dictionary(pa.int8(), pa.large_string())],
    ids=str,
)
def test_texts_are_texts_however_they_are_kept(kind):
    """A view, a large text or a text in a dictionary is the same word."""
    assert read("has_boss", pa.array(["yes", None, "no"], pa.string()).cast(kind)) == [
        True,
        None,
        False,
    ]


def test_views_are_kept_and_grouped_by_as_texts(tmp_path):
    """What tells people apart may be a view, as Polars writes them; so may their group."""
    texts = pa.array(["a", "b", "a"], pa.string_view())
    table = pa.table({"unmet_needs": [1, 0, 2], "who": texts})
    pa.parquet.write_table(table, tmp_path / "in.parquet")
    content = (tmp_path / "in.parquet").read_bytes()
    for keeping in (("--keep", "who"), ("--id", "who")):
        ended, results, _ = survey(tmp_path, content, *keeping, "--force", name="in.parquet")
        assert ended.code == 0 and [row["who"] for row in results] == ["a", "b", "a"]
    assert call(tmp_path / "in.parquet", "--summary", "--by", "who").code == 0


def test_lists_of_something_else_are_refused():
    """Numbers are no choices."""
    with pytest.raises(ScenarioError, match="allowed: lists of texts"):
        read("feelings", pa.array([[1]]))


def test_a_word_for_a_number_is_found_though_it_became_a_float():
    """A column of 1, 0 and nothing comes from pandas as 1.0, 0.0 and null."""
    words = {"1": True, "0": False, "9": UNKNOWN}
    cells = pa.array([1.0, 0.0, None, 9.0, 1.5])
    assert read("has_boss", cells, words) == [True, False, None, None, "misfit"]
    other = {"1.0": True, "0": False, "9.0": UNKNOWN}
    assert read("has_boss", cells, other) == [True, False, None, None, "misfit"]
    assert read("has_boss", pa.array([1, 0, None, 9, 2]), other) == [
        *(True, False, None, None),
        "misfit",
    ]
