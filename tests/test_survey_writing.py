"""What a survey writes: never over what it reads, whole or not at all, and nothing left behind."""

import datetime
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest

import engine.columns.results
import engine.columns.tables
from tests.surveys import call, rows_of, survey

GOOD = "has_boss\nyes\nno\n"


def asked(folder, rows=4, **columns):
    """Write a Parquet table with one question and some columns; return where it is."""
    table = {"has_boss": ["yes"] * rows, **columns}
    pa.parquet.write_table(pa.table(table), folder / "in.parquet")
    return folder / "in.parquet"


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("over.csv", "over.csv"),
        ("over.csv", "./sub/../over.csv"),
        ("x.rejects.csv", "x.csv"),
        ("over.csv", "link.csv"),
        ("results.csv", "."),
    ],
)
def test_what_is_read_is_never_replaced(tmp_path, source, output):
    """By no other name, not as rejects, and not when it is forced: answers are worth more."""
    (tmp_path / "sub").mkdir()
    (tmp_path / source).write_text(GOOD)
    (tmp_path / "link.csv").symlink_to(tmp_path / "over.csv")
    ended = call(tmp_path / source, "-o", f"{tmp_path}/{output}", "--force", "--sample", "1")
    assert ended.code == 2 and "found what is read" in ended.stderr
    assert (tmp_path / source).read_text() == GOOD


def test_a_mapping_and_what_is_piped_are_never_replaced(tmp_path, monkeypatch):
    """A file that comes by standard input is as precious as one with a name."""
    words = tmp_path / "words.csv"
    words.write_text('[columns]\n"Q" = "has_boss"\n')
    ended, *_ = survey(tmp_path, "Q\nyes\n", "--mapping", words, "--force", out="words.csv")
    assert ended.code == 2 and "found what is read" in ended.stderr and "Q" in words.read_text()
    (tmp_path / "over.csv").write_text(GOOD)
    with (tmp_path / "over.csv").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        ended = call("-", "-o", tmp_path / "over.csv", "--force", "--sample", "1")
    assert ended.code == 2 and (tmp_path / "over.csv").read_text() == GOOD


@pytest.mark.parametrize("output", ["out.parquet", "out.csv"])
@pytest.mark.parametrize("source", ["rows.parquet", "groups.parquet", "in.csv"])
def test_a_table_without_rows_has_results_without_rows(tmp_path, source, output):
    """Whoever goes on with the file finds it, with its columns; Parquet may have no groups."""
    kinds = pa.schema({"has_boss": pa.bool_(), "feelings": pa.list_(pa.string())})
    (tmp_path / "in.csv").write_text("has_boss,feelings\n")
    pa.parquet.write_table(kinds.empty_table(), tmp_path / "rows.parquet")
    pa.parquet.ParquetWriter(tmp_path / "groups.parquet", kinds).close()
    assert call(tmp_path / source, "-o", tmp_path / output).code == 0
    if output == "out.csv":
        assert (tmp_path / output).read_text().startswith('"row",')
    else:
        written = pa.parquet.read_table(tmp_path / output)
        assert written.num_rows == 0 and {"row", "now"} <= set(written.column_names)


@pytest.mark.parametrize("output", ["out.parquet", "out.csv"])
def test_pandas_is_left_alone(tmp_path, monkeypatch, output):
    """Whoever has it installed does not wait for it: nothing that a survey does needs it."""
    (tmp_path / "pandas.py").write_text("open('imported', 'w'); raise ImportError")
    lists = pa.array([["upset"], None, [], ["no feeling"]])
    source = asked(tmp_path, feelings=lists, weeks_since_ask=[1, None, 3, 4], name=list("abcd"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    words = [source, "-o", tmp_path / output, "--keep", "name", "--because"]
    command = [sys.executable, Path(__file__).parent.parent / "cli.py", "survey", *words]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / output).exists() and rows_of(tmp_path / "out.rejects.csv")
    assert not (tmp_path / "imported").exists()


def test_a_list_that_is_kept_is_no_formula(tmp_path):
    """What is joined is guarded as a whole; what is missing in a list takes nothing with it."""
    kept = pa.array([["=1+1", "x"], ["a", None, "b"], None, []])
    path = asked(tmp_path, tags=kept)
    ended = call(path, "-o", tmp_path / "out.csv", "--keep", "tags", "--sample", "0")
    assert ended.code == 0, ended.stderr
    assert [row["tags"] for row in rows_of(tmp_path / "out.csv")] == ["'=1+1;x", "a;;b", "", ""]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([b"=1+1"], "binary"),
        ([{"a": 1}], "struct<a: int64>"),
        ([[[1]]], "list<"),
        ([[b"=1"]], "list<"),
        ([datetime.timedelta(1)], "duration"),
    ],
)
def test_what_csv_cannot_hold_is_refused(tmp_path, values, kind):
    """The column, its type, and what is allowed; Parquet holds it as it is."""
    path = asked(tmp_path, rows=1, odd=pa.array(values))
    ended = call(path, "-o", tmp_path / "out.csv", "--keep", "odd", "--sample", "0")
    assert ended.code == 2 and "odd" in ended.stderr and kind in ended.stderr
    assert "a .parquet file holds anything" in ended.stderr
    assert [found.name for found in tmp_path.iterdir()] == ["in.parquet"]
    ended = call(path, "-o", tmp_path / "out.parquet", "--keep", "odd", "--sample", "0")
    assert ended.code == 0 and rows_of(tmp_path / "out.parquet")[0]["odd"] == values[0]


@pytest.mark.parametrize("values", [[["a"]], [{"a": 1}], [b"a"]])
def test_nobody_is_grouped_by_lists(tmp_path, values):
    """It is said what a column of groups may hold."""
    ended = call(asked(tmp_path, rows=1, odd=pa.array(values)), "--summary", "--by", "odd")
    assert ended.code == 2 and "odd" in ended.stderr and "allowed: text, numbers" in ended.stderr


def test_two_columns_never_get_one_name(tmp_path):
    """The quotation mark that makes a name harmless may make it that of another."""
    table = "has_boss,=x,'=x\nyes,1,2\n"
    ended, results, _ = survey(tmp_path, table, "--keep", "=x", "--keep", "'=x")
    assert ended.code == 2 and "found twice in CSV" in ended.stderr and results is None
    ended, results, _ = survey(tmp_path, table, "--keep", "=x", "--keep", "'=x", out="out.parquet")
    assert ended.code == 0 and results[0]["=x"] == "1"


def in_second_part(monkeypatch, folder, trouble):
    """Let there be trouble in the second part; return the names that were there by then."""
    monkeypatch.setattr(engine.columns.tables, "PART", 2)
    seen, whole = [], engine.columns.results.for_spreadsheets

    def troubled(table):
        seen.append([path.name for path in folder.rglob(".unstuck-*")])
        if len(seen) == 2:
            raise trouble
        return whole(table)

    monkeypatch.setattr(engine.columns.results, "for_spreadsheets", troubled)
    return seen


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (KeyboardInterrupt(), 130),
        (SystemExit(143), 143),
        (OSError(28, "No space left on device"), 2),
    ],
)
def test_trouble_in_the_middle_leaves_nothing(tmp_path, monkeypatch, trouble, code):
    """Not half of a file, although it was there when the second part came."""
    source = asked(tmp_path)
    seen = in_second_part(monkeypatch, tmp_path, trouble)
    ended = call(source, "-o", tmp_path / "out.csv", "--sample", "0")
    assert ended.code == code and seen[0] == [] and len(seen[1]) == 1
    assert "No space" in ended.stderr or code != 2
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


def test_a_file_that_was_made_meanwhile_is_left_as_it_is(tmp_path, monkeypatch):
    """Without --force nothing is replaced, whenever it came to be there; with it, it is."""
    results = engine.columns.results.Results
    write = results.write

    def written_meanwhile(self, table):
        (tmp_path / "out.csv").write_text("precious")
        write(self, table)

    monkeypatch.setattr(results, "write", written_meanwhile)
    (tmp_path / "in.csv").write_text("unmet_needs\n1\n")
    ended = call(tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert ended.code == 2 and "made meanwhile" in ended.stderr
    assert (tmp_path / "out.csv").read_text() == "precious"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert call(tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--force").code == 0
    assert (tmp_path / "out.csv").read_text() != "precious"


def test_a_refused_run_makes_no_folder(tmp_path):
    """It is made once there is something to write."""
    (tmp_path / "in.csv").write_text(GOOD)
    ended = call(tmp_path / "in.csv", "-o", f"{tmp_path / 'advice'}/", "--keep", "nobody")
    assert ended.code == 2 and [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_folder_goes_with_what_was_written_in_it(tmp_path, monkeypatch):
    """A run that fails in its second part takes the folder that it has made away again."""
    (tmp_path / "in.csv").write_text("has_boss\n" + "yes\n" * 900_000)
    seen = in_second_part(monkeypatch, tmp_path, KeyboardInterrupt())
    monkeypatch.setattr(engine.columns.tables, "TEXTS", 1)
    monkeypatch.setattr(engine.columns.tables, "MOST_IN_ROW", 1 << 16)
    ended = call(tmp_path / "in.csv", "-o", f"{tmp_path / 'advice'}/", "--sample", "0")
    assert ended.code == 130 and len(seen[1]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(("sent", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_run_that_waits_for_a_pipe_can_be_ended(tmp_path, sent, code):
    """However much came through it already, and although its other end stays open."""
    program = (
        "import signal, cli; signal.signal(signal.SIGINT, signal.default_int_handler); cli.main()"
    )
    words = ["survey", "-", "-o", "out.csv", "--sample", "0"]
    with subprocess.Popen(
        [sys.executable, "-c", program, *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ran:
        ran.stdin.write(b"has_boss\n" + b"yes\n" * 3_000_000)
        ran.stdin.flush()
        try:
            while not any(tmp_path.glob(".unstuck-*")) and ran.poll() is None:
                time.sleep(0.01)
            ran.send_signal(getattr(signal, sent))
            assert ran.wait(60) == code
        finally:
            ran.kill()
        assert b"Traceback" not in ran.stderr.read()
    assert not [path.name for path in tmp_path.iterdir()]
