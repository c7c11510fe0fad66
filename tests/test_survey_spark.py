"""A survey on Spark: the real thing in local mode, and the same advice."""

import shutil

import pytest

pytest.importorskip("pyspark", reason="PySpark is not installed; python -m pip install '.[spark]'")
if shutil.which("java") is None:
    pytest.skip("there is no Java, which Spark needs", allow_module_level=True)

import pyarrow.parquet

from benchmarks.survey import differences
from tests.surveys import call

pytestmark = pytest.mark.filterwarnings("ignore")  # PySpark warns of its own dependencies


def test_spark_advises_like_experta(tmp_path):
    """Everything that is written about a few people is what each one is told."""
    assert list(differences(30, tmp_path, spark=True))[1:] == [
        "Spark against Experta: 30 people, 0 differences"
    ]


def test_spark_rejects_what_does_not_fit(tmp_path):
    """The rejects stand in a folder beside the results, with the id of the row."""
    table = {"who": ["a", "b", "c"], "has_boss": ["yes", "maybe", "no"]}
    pyarrow.parquet.write_table(pyarrow.table(table), tmp_path / "in.parquet")
    ended = call(
        tmp_path / "in.parquet", "-o", tmp_path / "out", "--engine", "spark", "--id", "who"
    )
    assert ended.code == 0, ended.stderr
    assert "3 rows: 2 advised, 1 rejected" in ended.stderr
    results, rejects = (
        pyarrow.parquet.read_table(tmp_path / "out" / n) for n in ("results", "rejects")
    )
    assert sorted(results.column("who").to_pylist()) == ["a", "c"]
    assert [(row["who"], row["column"]) for row in rejects.to_pylist()] == [("b", "has_boss")]
