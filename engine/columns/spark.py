"""A survey on Spark: the same columns of truths, batch by batch, wherever the rows are."""

import contextlib
import functools
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from engine.answers import shown
from engine.base import our_base
from engine.columns.advised import BECAUSE, LISTS, Advised, advise, result
from engine.columns.mapping import SurveyWords
from engine.columns.replay import Drawn, differs, drawn
from engine.columns.survey import OWN, ROW, Survey, survey_of
from engine.complaints import ScenarioError, line, visible
from engine.extras import required
from kb.questions.scope import BEYOND

REJECTS = "rejects"
_MISFIT = pa.struct([("column", pa.string()), ("value", pa.string()), ("reason", pa.string())])


@dataclass(frozen=True)
class Request:
    """What is sent to where the rows are: names and words only; the rules are there already.

    The first of `kept` is the column that tells the rows apart.
    """

    source: str
    names: tuple[str, ...]
    words: SurveyWords
    kept: tuple[str, ...]

    @functools.cached_property
    def survey(self) -> Survey:
        """How the table is read.

        Raises ScenarioError as `survey_of` does, and where a column that is kept is called like one
        that is written, be it in capitals: Spark does not tell these apart.
        """
        own = {name.lower() for name in (*OWN, REJECTS, *(field.name for field in _MISFIT))}
        if taken := [name for name in dict.fromkeys(self.kept) if name.lower() in own]:
            message = "which results or rejects have of their own; allowed: other names for"
            raise ScenarioError(
                line(self.source, "columns", f"found {visible(name)}, {message} what is kept")
                for name in taken
            )
        return survey_of(our_base(), self.source, self.names, self.words, self.kept)

    def __reduce__(self) -> Any:
        """Leave behind what has been worked out from the rules."""
        return Request, (self.source, self.names, self.words, self.kept)


def session() -> Any:
    """Return the Spark session that is configured, or a local one.

    Raises ScenarioError where PySpark, what it needs, or Java is not there.
    """
    sql = required("pyspark.sql", "pyspark", "spark")
    required("pandas", "pandas", "spark")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        return sql.SparkSession.builder.appName("unstuck").getOrCreate()
    except Exception as error:  # what it raises without Java has no class of its own
        raise ScenarioError([f"Spark does not start; it needs Java 17 ({error})"]) from error


def read_parquet(spark: Any, source: str) -> Any:
    """Return a Parquet file or folder as a frame. Raises ScenarioError where there is none."""
    errors = required("pyspark.errors", "pyspark", "spark")
    try:
        return spark.read.parquet(source)
    except errors.PySparkException as error:
        message = f"found {shown(_first_line(error))}; allowed: Parquet, a file or a folder"
        raise ScenarioError([line(source, "table", message)]) from error


def _first_line(error: Exception) -> str:
    """Return what is wrong without the calls that led to it; the cause, where Java names one."""
    lines = str(error).strip().split("\n")
    return next((each for each in lines if each.startswith("Caused by: ")), lines[0])


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows were advised and rejected, how many replayed, and which of them differ."""

    advised: int
    rejected: int
    replayed: int
    differing: tuple[Drawn, ...]


def run(
    request: Request, frame: Any, folder: str, sample: int, because: bool, force: bool
) -> Outcome:
    """Write `results` and `rejects` into a folder, unless Experta advises a drawn row otherwise.

    Results come last: where they are whole, all is. Raises ScenarioError where Spark cannot do it,
    or a folder is there already or holds what is read; the latter two before anything is advised.
    """
    levels = required("pyspark", "pyspark", "spark").StorageLevel
    with _told_plainly(request.source):
        results, rejects = (f"{folder}/{name}" for name in ("results", REJECTS))
        for each in (results, rejects):
            _require_place(frame, request.source, each, force)
        # In memory, a million rows would not fit into the gigabyte that Spark takes unless told.
        advised = advised_frame(request, frame).persist(levels.DISK_ONLY)
        try:
            rows = replayed(request, frame, advised, sample)
            if differing := tuple(filter(differs, rows)):
                return Outcome(0, 0, len(rows), differing)
            told, left = (advised.filter(f"size({REJECTS}) {sign} 0") for sign in ("=", ">"))
            mode = "overwrite" if force else "errorifexists"
            misfits = left.selectExpr(_quoted(request.kept[0]), f"inline({REJECTS})")
            misfits.write.mode(mode).parquet(rejects)
            without = [REJECTS] if because else [REJECTS, BECAUSE]
            told.drop(*without).write.mode(mode).parquet(results)
            return Outcome(told.count(), left.count(), len(rows), ())
        finally:
            advised.unpersist()


@contextlib.contextmanager
def _told_plainly(source: str) -> Iterator[None]:
    java = required("py4j.protocol", "pyspark", "spark")
    errors = required("pyspark.errors", "pyspark", "spark")
    try:
        yield
    except (errors.PySparkException, java.Py4JJavaError) as error:
        message = f"found {shown(_first_line(error))}; allowed: a table that fits, a new folder"
        raise ScenarioError([line(source, "Spark", message)]) from error


def _require_place(frame: Any, source: str, folder: str, force: bool) -> None:
    """Refuse a folder that is there already, or that holds what is read, wherever it is."""
    spark = frame.sparkSession
    # Spark itself looks only when it writes, which is after all the work.
    java_path = spark._jvm.org.apache.hadoop.fs.Path
    path = java_path(folder)
    files = path.getFileSystem(spark._jsc.hadoopConfiguration())
    place, read = (files.makeQualified(each).toString() for each in (path, java_path(source)))
    if f"{read}/".startswith(f"{place}/"):
        message = f"found what is read ({source}); allowed: another name for results"
        raise ScenarioError([line(folder, "folder", message)])
    if files.exists(path) and not force:
        message = "found a folder of this name; allowed: a new name, or --force to replace it"
        raise ScenarioError([line(folder, "folder", message)])


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def advised_frame(request: Request, frame: Any) -> Any:
    """Return a frame with a row for each row of a frame: what is kept, what is told, and rejects.

    A row that is rejected has its misfits in the column `rejects`, and nothing else beside what is
    kept; that of the others is empty.
    """
    types = required("pyspark.sql.pandas.types", "pyspark", "spark")
    chosen = frame.select(list(map(_quoted, request.survey.columns)))
    schema = types.from_arrow_schema(_schema(request, types.to_arrow_schema(chosen.schema)))
    return chosen.mapInArrow(functools.partial(_batches, request), schema)


def _schema(request: Request, given: Any) -> Any:
    ids = pa.list_(pa.string())
    return pa.schema(
        [
            *(pa.field(name, given.field(name).type) for name in request.survey.kept),
            (BEYOND.id, pa.bool_()),
            ("first", pa.string()),
            *((name, ids) for name in (*LISTS, BECAUSE)),
            (REJECTS, pa.list_(_MISFIT)),
        ]
    )


def _batches(request: Request, batches: Iterator[Any]) -> Iterator[Any]:
    """Advise batches of rows; this is what runs where the rows are."""
    for batch in batches:
        table = pa.Table.from_batches([batch])
        found = _advised(request, table)
        yield from _with_rejects(request, table, found).to_batches()


def _advised(request: Request, table: Any) -> Advised:
    # Rows have no number on a cluster; their places in the batch tell them apart here.
    return advise(our_base(), request.survey.readings, table, np.arange(table.num_rows))


def _with_rejects(request: Request, table: Any, found: Advised) -> Any:
    schema = _schema(request, table.schema)
    kept = table.select(list(request.survey.kept))
    advised = kept.filter(pa.array(found.kept))
    for name, column in result(found, because=True).items():
        advised = advised.append_column(name, column)
    none = pa.array([[]] * advised.num_rows, schema.field(REJECTS).type)
    advised = advised.append_column(REJECTS, none).cast(schema)
    misfits: dict[int, list[dict[str, str]]] = {}
    for row, misfit in found.rejects:
        misfits.setdefault(row, []).append(misfit._asdict())
    left = kept.take(pa.array(list(misfits), pa.int64()))
    for field in list(schema)[len(kept.column_names) : -1]:
        left = left.append_column(field.name, pa.nulls(len(misfits), field.type))
    rejects = pa.array(list(misfits.values()), schema.field(REJECTS).type)
    return pa.concat_tables([advised, left.append_column(REJECTS, rejects).cast(schema)])


def replayed(request: Request, frame: Any, advised: Any, size: int) -> list[Drawn]:
    """Return rows drawn at random, with what was told on Spark; the same ones in every run.

    Raises ScenarioError where two rows have the same id.
    """
    functions = required("pyspark.sql.functions", "pyspark", "spark")
    id = request.kept[0]
    chosen = frame.select(list(map(_quoted, request.survey.columns)))
    table = chosen.orderBy(functions.rand(size)).limit(size).toArrow()
    found = _advised(request, table)
    ids = table.column(id).filter(pa.array(found.kept)).to_pylist()
    told = advised.filter(
        functions.col(_quoted(id)).isin(ids) & (functions.size(REJECTS) == 0)
    ).toArrow()
    by_id = {row[id]: row for row in told.to_pylist()}
    if len(by_id) < told.num_rows or len(by_id) < len(ids):
        raise ScenarioError([f"{request.source}: column {id}: found an id twice, or none"])
    here = pa.table({ROW: pa.array(found.rows), **result(found, because=True)})
    return [
        each._replace(
            told={name: by_id[id][name] for name in ("first", *LISTS)},
            rules=frozenset(by_id[id][BECAUSE]),
        )
        for id, each in zip(ids, drawn(found, here, range(len(ids))), strict=True)
    ]
