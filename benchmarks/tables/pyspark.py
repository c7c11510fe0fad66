"""PySpark: SQL, a view a stage, on all cores of this machine; results are a folder."""

from pathlib import Path
from typing import Any

from benchmarks.sql import joined, queries
from benchmarks.tables import KEPT, columns_of
from engine.base import Base
from engine.extras import required

NAME = "PySpark, by hand"

_TYPES = {"yes/no": "BOOLEAN", "choice": "STRING", "list": "STRING"}


def run(base: Base, source: Path, output: Path) -> None:
    """Read, conclude and write."""
    sql = required("pyspark.sql", "pyspark", "spark")
    with sql.SparkSession.builder.appName("by hand").master("local[*]").getOrCreate() as spark:
        frame = _read(spark, base, source)
        frame.createOrReplaceTempView("layer0")
        for number, query in enumerate(queries(base, "array_contains({}, {})".format), 1):
            frame = spark.sql(query)
            frame.createOrReplaceTempView(f"layer{number}")
        ids = columns_of(base)
        if output.suffix == ".parquet":
            frame.select(KEPT, *ids).write.mode("overwrite").parquet(str(output))
        else:
            told = frame.selectExpr(KEPT, joined(ids))
            told.write.mode("overwrite").csv(str(output), header=True)


def _read(spark: Any, base: Base, source: Path) -> Any:
    if source.suffix == ".parquet":
        return spark.read.parquet(str(source))
    types = {q.id: _TYPES.get(q.kind, "INT") for q in base.questions.values()}
    schema = ", ".join(f"{name} {type}" for name, type in {KEPT: "BIGINT", **types}.items())
    split = {q.id: f"split({q.id}, ';')" for q in base.questions.values() if q.kind == "list"}
    columns = (f"{split.get(name, name)} AS {name}" for name in (KEPT, *types))
    return spark.read.csv(str(source), schema=schema, header=True).selectExpr(*columns)
