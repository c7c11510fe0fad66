"""A survey on Spark: the real thing in local mode, and the same advice."""

import shutil

import pytest

pytest.importorskip("pyspark", reason="PySpark is not installed; python -m pip install '.[spark]'")
if shutil.which("java") is None:
    pytest.skip("there is no Java, which Spark needs", allow_module_level=True)

import pyarrow.parquet

from benchmarks.parts import rows
from benchmarks.survey import differences, long_tables
from benchmarks.tables import pyspark
from engine.audit.engines.people import people
from engine.audit.engines.ways import by_cards
from engine.base import our_base
from engine.cards import Concluded, Given, InRange, Is, Names, NotConcluded, leaves
from tests.surveys import call

pytestmark = pytest.mark.filterwarnings("ignore")  # PySpark warns of its own dependencies


def test_spark_advises_like_experta(tmp_path):
    """Everything that is written about a few people is what each one is told."""
    assert list(differences(30, tmp_path, spark=True))[1:] == [
        "Spark against Experta: 30 people, 0 differences"
    ]


def test_what_is_written_by_hand_on_spark_comes_to_what_the_cards_say(tmp_path):
    """The first stages are enough for every kind of condition; from Parquet and from CSV."""
    base = our_base()
    base = base.with_cards(card for card in base.cards if card.stage >= 600)
    kinds = {type(leaf) for card in base.cards for leaf in leaves(card.when)}
    assert kinds >= {Is, InRange, Names, Given, Concluded, NotConcluded}
    persons, way = list(people(our_base(), 60, seed=6)), by_cards(base)
    expected = {number: way(answers).conclusions for number, answers in enumerate(persons)}
    for source in long_tables(persons, len(persons), tmp_path, drawn=False):
        output = source.with_name(f"by-hand{source.suffix}")
        pyspark.run(base, source, output)
        assert dict(rows.written(output, base)) == expected


def on_spark(folder, *words, out="out", **columns):
    """Write a table of one row and advise it on Spark, kept apart by `who`."""
    source = folder / "in.parquet"
    if not source.exists():
        table = {"who": ["a"], "has_boss": ["yes"], **columns}
        pyarrow.parquet.write_table(pyarrow.table(table), source)
    words = words if "--id" in words else ("--id", "who", *words)
    return call(source, "-o", folder / out, "--engine", "spark", "--sample", "1", *words)


@pytest.mark.parametrize(
    ("option", "name"),
    [("--id", "value"), ("--id", "Reason"), ("--keep", "Rejects"), ("--keep", "FIRST")],
)
def test_names_of_our_own_columns_are_not_kept_on_spark(tmp_path, option, name):
    """It is said before anything is advised, and capitals make no difference to Spark."""
    ended = on_spark(tmp_path, option, name, **{name: ["x"]})
    assert ended.code == 2 and f"found {name}, which results or rejects have" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


@pytest.mark.parametrize("there", ["results", "rejects"])
def test_a_folder_that_is_there_is_refused_before_the_work(tmp_path, monkeypatch, there):
    """Of two folders, neither is written when the other one is in the way."""
    monkeypatch.setattr("engine.columns.spark.advised_frame", None)
    (tmp_path / "out" / there).mkdir(parents=True)
    ended = on_spark(tmp_path)
    assert ended.code == 2 and "--force" in ended.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [there]


def test_spark_never_replaces_what_it_reads(tmp_path):
    """A table within the folder of results stays, although it is forced."""
    folder = tmp_path / "results"
    folder.mkdir()
    ended = on_spark(folder, "--force", out="..")
    assert ended.code == 2 and "found what is read" in ended.stderr
    assert [path.name for path in folder.iterdir()] == ["in.parquet"]


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
