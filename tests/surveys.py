"""Surveys in tests: the command, run in this process, and the tables that it writes."""

import contextlib
import io
import sys
from types import SimpleNamespace
from unittest import mock

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

import cli


def call(*words):
    """Run `unstuck survey` with these words; return how it ended, and what it said."""
    said, complained = io.StringIO(), io.StringIO()
    with (
        mock.patch.object(sys, "argv", ["unstuck", "survey", *map(str, words)]),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
    ):
        try:
            cli.main()
        except SystemExit as ended:
            code = ended.code
    return SimpleNamespace(code=code, stdout=said.getvalue(), stderr=complained.getvalue())


def survey(folder, table, *words, name="in.csv", out="out.csv"):
    """Write a table, survey it, and return how it ended, with the results and the rejects."""
    path = folder / name
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    if "--sample" not in words:
        words = ("--sample", "3", *words)
    ended = call(path, "-o", folder / out, *words)
    return ended, rows_of(folder / out), rows_of(folder / "out.rejects.csv")


def rows_of(path):
    """Return a file of results as a list of rows, or nothing where it is not there."""
    if not path.exists():
        return None
    table = pa.parquet.read_table(path) if path.suffix == ".parquet" else pa.csv.read_csv(path)
    return table.to_pylist()
