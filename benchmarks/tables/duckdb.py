"""DuckDB: one SQL text, a layer of common table expressions a stage."""

from pathlib import Path

from benchmarks.sql import joined, queries, text
from benchmarks.tables import KEPT, columns_of
from engine.base import Base
from engine.extras import required

NAME = "DuckDB, by hand"

_TYPES = {"yes/no": "BOOLEAN", "choice": "VARCHAR", "list": "VARCHAR"}


def run(base: Base, source: Path, output: Path) -> None:
    """Read, conclude and write, with one statement."""
    duckdb = required("duckdb", "duckdb", "bench")
    with duckdb.connect() as connection:
        # The order of rows is of no use here, and takes memory.
        connection.execute("SET preserve_insertion_order = false")
        connection.execute(statement(base, source, output))


def statement(base: Base, source: Path, output: Path) -> str:
    """Return the SQL."""
    layers = [_read(base, source), *queries(base, "list_contains({}, {})".format)]
    ids = columns_of(base)
    if output.suffix == ".parquet":
        told, form = ", ".join(ids), "FORMAT parquet"
    else:
        told, form = joined(ids), "FORMAT csv, HEADER"
    written = ",\n".join(f"layer{n} AS ({layer})" for n, layer in enumerate(layers))
    query = f"WITH {written}\nSELECT {KEPT}, {told} FROM layer{len(layers) - 1}"
    return f"COPY (\n{query}\n) TO {text(str(output))} ({form})"


def _read(base: Base, source: Path) -> str:
    if source.suffix == ".parquet":
        return f"SELECT * FROM read_parquet({text(str(source))})"
    questions = base.questions.values()
    types = ", ".join(f"'{q.id}': '{_TYPES.get(q.kind, 'INTEGER')}'" for q in questions)
    split = ", ".join(f"string_split({q.id}, ';') AS {q.id}" for q in questions if q.kind == "list")
    return f"SELECT * REPLACE ({split}) FROM read_csv({text(str(source))}, types = {{{types}}})"
