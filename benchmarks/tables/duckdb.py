"""DuckDB: one SQL text, a layer of common table expressions a stage."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.infix import infix, stages
from benchmarks.tables import KEPT, columns_of
from engine.base import Base
from engine.cards import Clause, Concluded, Given, InRange, Is, Names, NotConcluded
from engine.extras import required
from engine.logic import Logic
from kb.vocabulary import Measure, Tally

NAME = "DuckDB, by hand"
PACKAGE = "duckdb"

_LOGIC: Logic[str] = infix("NOT", "AND", "OR", "TRUE", "FALSE")
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
    layers = list(_layers(base, source))
    ids = columns_of(base)
    if output.suffix == ".parquet":
        told, form = ", ".join(ids), "FORMAT parquet"
    else:
        words = ", ".join(f"CASE WHEN {column} THEN {_text(id)} END" for column, id in ids.items())
        told, form = f"concat_ws(';', {words}) AS concluded", "FORMAT csv, HEADER"
    written = ",\n".join(f"layer{n} AS ({layer})" for n, layer in enumerate(layers))
    query = f"WITH {written}\nSELECT {KEPT}, {told} FROM layer{len(layers) - 1}"
    return f"COPY (\n{query}\n) TO {_text(str(output))} ({form})"


def _layers(base: Base, source: Path) -> Iterator[str]:
    yield f"SELECT * {_read(base, source)}"
    measured = (f"{_measured(measure)} AS {id}" for id, measure in base.measures.items())
    yield f"SELECT *, {', '.join(measured)} FROM layer0"
    for number, cards in enumerate(stages(base), 1):
        concluded = dict.fromkeys(conclusion for card in cards for conclusion in card.then)
        columns = (
            f"{_LOGIC.some(_LOGIC.judge(card.when, _leaf) for card in base.concluding[each])}"
            f" AS c_{each.id()}"
            for each in concluded
        )
        yield f"SELECT *, {', '.join(columns)} FROM layer{number}"


def _read(base: Base, source: Path) -> str:
    if source.suffix == ".parquet":
        return f"FROM read_parquet({_text(str(source))})"
    questions = base.questions.values()
    types = ", ".join(f"'{q.id}': '{_TYPES.get(q.kind, 'INTEGER')}'" for q in questions)
    split = ", ".join(f"string_split({q.id}, ';') AS {q.id}" for q in questions if q.kind == "list")
    return f"REPLACE ({split}) FROM read_csv({_text(str(source))}, types = {{{types}}})"


def _text(word: str) -> str:
    return "'{}'".format(word.replace("'", "''"))


def _value(value: bool | int | str) -> str:
    return _text(value) if isinstance(value, str) else str(value)


def _measured(measure: Measure) -> str:
    if isinstance(measure, Tally):
        return " + ".join(f"coalesce({id}, FALSE)::INTEGER" for id in measure.of) or "0"
    more, less = measure.of
    return f"CASE WHEN {more} > 0 OR {less} > 0 THEN {more} >= {measure.times} * {less} END"


def _leaf(clause: Clause) -> str:
    match clause:
        case Is(id, (bool() as value,)):
            return f"coalesce({id if value else f'NOT {id}'}, FALSE)"
        case Is(id, values):
            return f"coalesce({id} IN ({', '.join(map(_value, values))}), FALSE)"
        case InRange(id, low, None):
            return f"coalesce({id} >= {int(low)}, FALSE)"
        case InRange(id, low, high):
            return f"coalesce({id} BETWEEN {int(low)} AND {int(high or 0)}, FALSE)"
        case Names(id, choice, present):
            named = f"list_contains({id}, {_text(choice)})"
            return f"coalesce({named if present else f'NOT {named}'}, FALSE)"
        case Given(id):
            return f"({id} IS NOT NULL)"
        case Concluded(conclusion):
            return f"c_{conclusion.id()}"
        case NotConcluded(conclusion):
            return f"(NOT c_{conclusion.id()})"
        case _:
            raise TypeError(clause)
