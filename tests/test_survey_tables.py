"""Tables as they come: what does not fit is rejected or refused in plain words, never guessed."""

import io
import os
import stat
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest

from tests.surveys import call, rows_of, survey

HEADER = "has_boss,bored_at_work,weeks_since_ask,feelings,answer_to_ask\n"


GOOD = HEADER + "yes,TRUE,6,upset; angry,none_yet\n,unknown,,none,\n"


@pytest.mark.parametrize(
    "table",
    [
        GOOD.encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode("utf-16"),
        GOOD.replace("\n", "\r\n").encode(),
        ("\n\n" + GOOD).encode(),
        GOOD.replace("; angry", "").replace(",", ";").encode(),
        GOOD.replace(",", "\t").encode(),
    ],
    ids=["plain", "mark", "utf-16", "windows", "empty lines", "semicolons", "tabs"],
)
def test_a_table_is_read_however_it_was_exported(tmp_path, table):
    """Byte order marks, UTF-16, line ends and separators make no difference."""
    outcome, results, rejects = survey(tmp_path, table)
    assert outcome.code == 0, outcome.stderr
    assert [row["row"] for row in results] == [1, 2] and rejects is None
    assert results[0]["findings"] == "tentative_rut" and not results[1]["findings"]


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ("maybe,yes,6,upset,none_yet", "has_boss", "allowed: true, false, yes, no or unknown"),
        ("1,yes,6,upset,none_yet", "has_boss", "allowed: true, false"),
        ("yes,yes,-6,upset,none_yet", "weeks_since_ask", "allowed: a whole number"),
        ("yes,yes,6.5,upset,none_yet", "weeks_since_ask", "allowed: a whole number"),
        ("yes,yes,6,upst,none_yet", "feelings", "did you mean"),
        ("yes,yes,6,upset;upset,none_yet", "feelings", "twice"),
        ("yes,yes,6,upset,=HYPERLINK(1)", "answer_to_ask", "allowed: one of"),
        ("yes,yes,6,upset,\0none_yet", "answer_to_ask", "allowed: one of"),
        ("yes,yes,6,upset", "", "found 4 cells; allowed: 5"),
        ("yes,yes,6,upset,none_yet,", "", "found 6 cells; allowed: 5"),
    ],
)
def test_a_row_with_something_else_is_rejected_whole(tmp_path, cells, column, reason):
    """The rejects tell the row, the column, what was found and why; the others are advised."""
    good = "yes,yes,6,upset,none_yet\n"
    outcome, results, (reject,) = survey(tmp_path, f"{HEADER}{good}\n{cells}\n{good}")
    assert outcome.code == 0
    assert "3 rows: 2 advised, 1 rejected" in outcome.stderr
    assert [row["row"] for row in results] == [1, 3]
    assert reject["row"] == 2 and (reject["column"] or "") == column
    assert reason in reject["reason"]
    assert not reject["value"].startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        (b"", "found nothing; allowed: a row of column names"),
        (b"\n \n", "found nothing; allowed: a row of column names"),
        (b"name,age\nx,1\n", "found no question among 2 columns"),
        (b"row,beyond_the_articles\n1,no\n", "found no question among 2 columns"),
        (b"has_bos,age\nyes,1\n", "did you mean has_boss?"),
        (b"has_boss,has_boss\nyes,no\n", "found 'has_boss' twice"),
        (b"has_boss\nyes\n\xe4\n", "line 3: found the byte 0xe4"),
        ("has_boss\nyes\n".encode("utf-16")[2:], "found a NUL byte"),
        (b'has_boss,"x\n' + b"yes,1\n" * 20_000, "no end of the row of column names"),
        (b'has_boss,x\nno,1\nyes,"1\nno,2\n', 'a quotation mark " that is never closed'),
        (b"has_boss\n" + b"x" * 9_000_000, "found a row of more than 4 MB"),
        (b"has_boss," + b"x" * 9_000_000, "no end of the row of column names"),
        (b"PAR1 has_boss\nyes\n", "found no question among 1 columns"),
        (b"has_boss\nmaybe\n", "None of the first 1 rows can be read"),
        (b"has_boss\n" + b"maybe\n" * 30, "31 in all"),
        (b"has_boss,bored_at_work\nyes;no\n", "row 1: found 1 cells; allowed: 2"),
        (b"yes,no\nno,yes\n", "found no question among 2 columns"),
    ],
    ids=range(17),
)
def test_a_table_that_is_none_is_refused_in_plain_words(tmp_path, table, complaint):
    """The exit code is 2, nothing is written, and the message says where and what is allowed."""
    outcome, results, rejects = survey(tmp_path, table)
    assert outcome.code == 2 and complaint in outcome.stderr
    assert results is None and rejects is None
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_separator_that_is_not_there_is_refused(tmp_path):
    """The whole header is one name then, which is no question."""
    outcome, results, _ = survey(tmp_path, "has_boss,bored_at_work\nyes,no\n", "--separator", ";")
    assert outcome.code == 2 and results is None
    assert "found no question among 1 columns" in outcome.stderr


def test_a_broken_parquet_file_is_refused(tmp_path):
    """So is a CSV file that only has the name of one."""
    outcome, results, _ = survey(tmp_path, GOOD, name="in.parquet", out="out.csv")
    assert outcome.code == 2 and results is None
    assert "allowed: a whole table as CSV or Parquet" in outcome.stderr


@pytest.mark.parametrize("option", [[], ["--keep", "has_boss"]])
def test_a_text_of_parquet_that_is_no_text_is_refused(tmp_path, option):
    """Its bytes are no UTF-8, whatever the file says of them."""
    buffers = [None, pa.py_buffer(np.array([0, 1], np.int32)), pa.py_buffer(b"\xff")]
    cells = pa.Array.from_buffers(pa.string(), 1, buffers)
    pa.parquet.write_table(
        pa.table({"has_boss": cells, "had_setback": ["yes"]}), tmp_path / "in.parquet"
    )
    ended = call(tmp_path / "in.parquet", "-o", tmp_path / "out.csv", *option)
    assert ended.code == 2 and "UTF8" in ended.stderr and "Traceback" not in ended.stderr


def test_rows_keep_their_numbers_over_many_blocks(tmp_path):
    """A row that is skipped takes its number with it, wherever the file is cut into parts."""
    rows = ["yes,no" if n % 1000 else "yes" for n in range(1, 120_001)]
    outcome, _, rejects = survey(
        tmp_path, "has_boss,bored_at_work\n" + "\n".join(rows), "--sample", "0", out="out.parquet"
    )
    numbers = pyarrow.parquet.read_table(tmp_path / "out.parquet").column("row").to_pylist()
    assert outcome.code == 0
    assert [each["row"] for each in rejects] == list(range(1000, 120_001, 1000))
    assert numbers == [n for n in range(1, 120_001) if n % 1000]


def test_columns_that_are_not_read_are_named(tmp_path):
    """Each with the nearest spelling of a question that is not answered."""
    outcome, _, _ = survey(tmp_path, "has_boss,bored_at_wrk,x\nyes,yes,1\n", "--keep", "x")
    assert "column bored_at_wrk is not read; did you mean bored_at_work?" in outcome.stderr
    assert "column x" not in outcome.stderr


def test_results_are_safe_in_a_spreadsheet(tmp_path):
    """What a spreadsheet takes for a formula begins with a quotation mark, names of columns too."""
    table = 'has_boss,=x\nyes,=1+1\nyes,@x\nyes,"\tx"\nyes,-1\nyes,plain\n'
    outcome, results, _ = survey(tmp_path, table, "--keep", "=x")
    assert outcome.code == 0
    assert [row["'=x"] for row in results] == ["'=1+1", "'@x", "'\tx", "'-1", "plain"]


def test_files_that_are_there_are_replaced_with_force_only(tmp_path):
    """And what an earlier run rejected does not stay beside new results."""
    survey(tmp_path, HEADER + "yes,no,1,none,\nmaybe,no,1,none,\n")
    refused, _, rejects = survey(tmp_path, GOOD)
    assert refused.code == 2 and "--force" in refused.stderr and len(rejects) == 1
    forced, results, rejects = survey(tmp_path, GOOD, "--force")
    assert forced.code == 0 and len(results) == 2 and rejects is None


def test_results_may_go_to_a_folder(tmp_path):
    """What ends in a slash is made, for its owner; results are of the kind of the table."""
    (tmp_path / "in.csv").write_text(GOOD + "maybe,,,,\n")
    outcome = call(tmp_path / "in.csv", "-o", f"{tmp_path / 'advice'}/", "--sample", "1")
    assert outcome.code == 0 and len(rows_of(tmp_path / "advice" / "results.csv")) == 2
    assert len(rows_of(tmp_path / "advice" / "results.rejects.csv")) == 1
    assert stat.S_IMODE((tmp_path / "advice").stat().st_mode) == 0o700
    again = call(tmp_path / "in.csv", "-o", tmp_path / "advice", "--sample", "1")
    assert again.code == 2 and "--force" in again.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_results_are_for_their_owner(tmp_path):
    """What clients say is private."""
    survey(tmp_path, HEADER + "yes,no,1,none,\nmaybe,no,1,none,\n")
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("out.*")} == {0o600}


def test_standard_input_is_read_as_csv(tmp_path, monkeypatch):
    """`-` is a table, too."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    outcome = call("-", "-o", tmp_path / "out.csv")
    assert outcome.code == 0 and len(rows_of(tmp_path / "out.csv")) == 2


def test_a_reject_says_what_a_cell_may_hold(tmp_path):
    """In the notation of the table: no brackets, the mark between, and the word for none."""
    ended, _, rejects = survey(tmp_path, 'feelings,preferred_roles\n"angry, upset",boss\nupset,\n')
    assert ended.code == 0 and "2 rows: 1 advised, 1 rejected" in ended.stderr
    assert "1 row advised once more by Experta" in ended.stderr
    feelings, roles = (each["reason"] for each in rejects)
    assert 'angry, nervous, upset, with ";" between them; none for none of them' in feelings
    assert roles.startswith("found 'boss'; allowed: up to 2 of teacher,")
    assert "none for" not in roles and not {*"[]"} & {*feelings, *roles}


def test_a_reject_remembers_that_there_are_words_of_the_mapping(tmp_path):
    """They are answers as well as those that every table may hold."""
    (tmp_path / "words.toml").write_text("words = {ja = true, nein = false}\n")
    mapped = ("--mapping", tmp_path / "words.toml")
    _, _, rejects = survey(tmp_path, "has_boss\nja\nvielleicht\n", *mapped)
    assert rejects[0]["reason"].endswith("unknown; or a word of the mapping")


def test_rejects_of_an_earlier_run_are_named_as_what_is_in_the_way(tmp_path):
    """A new kind of results beside old rejects is no new name for these."""
    survey(tmp_path, HEADER + "yes,no,1,none,\nmaybe,no,1,none,\n")
    refused = call(tmp_path / "in.csv", "-o", tmp_path / "out.parquet")
    assert refused.code == 2
    assert "out.rejects.csv: file: found the rejects of an earlier run" in refused.stderr
