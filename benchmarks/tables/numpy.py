"""numpy: an array of numbers a question and one of truths a conclusion, part after part."""

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from benchmarks.language import Language, layers
from benchmarks.tables import KEPT, columns_of
from engine.base import Base
from engine.logic import Logic
from kb.vocabulary import Measure, Question, Tally

NAME = "numpy, by hand"

ROWS, BYTES = 100_000, 16 << 20
"""How much is worked on at once: rows of Parquet, bytes of CSV."""
UNKNOWN = -1
"""Stands for no answer; yes is 1, no is 0, and a choice is its place."""

_TYPES = {"yes/no": pa.bool_(), "choice": pa.string(), "list": pa.string()}


def run(base: Base, source: Path, output: Path) -> None:
    """Read, conclude and write, part by part."""
    ids = columns_of(base)
    parquet = output.suffix == ".parquet"
    told = dict.fromkeys(ids, pa.bool_()) if parquet else {"concluded": pa.string()}
    schema = pa.schema({KEPT: pa.int64(), **told})
    make = pa.parquet.ParquetWriter if parquet else pa.csv.CSVWriter
    with make(str(output), schema) as writer:
        for part in _parts(base, source):
            found = _concluded(base, part)
            columns = [found[id] for id in ids.values()] if parquet else [_joined(found)]
            writer.write(pa.record_batch([part.column(KEPT), *map(pa.array, columns)], schema))


def _parts(base: Base, source: Path) -> Iterator[Any]:
    if source.suffix == ".parquet":
        yield from pa.parquet.ParquetFile(source, pre_buffer=False).iter_batches(ROWS)
        return
    types = {q.id: _TYPES.get(q.kind, pa.int64()) for q in base.questions.values()}
    with pa.csv.open_csv(
        source,
        read_options=pa.csv.ReadOptions(block_size=BYTES),
        convert_options=pa.csv.ConvertOptions(column_types=types, strings_can_be_null=True),
    ) as parts:
        lists = [q.id for q in base.questions.values() if q.kind == "list"]
        for part in parts:
            for id in lists:
                place = part.schema.get_field_index(id)
                part = part.set_column(place, id, pc.split_pattern(part.column(id), ";"))
            yield part


def _concluded(base: Base, part: Any) -> dict[str, Any]:
    """Return for the id of each conclusion whom it follows for."""
    found: dict[str, Any] = {}
    language = _arrays(base, part, found)
    for follows in layers(base):
        found |= {conclusion.id(): language.write(when) for conclusion, when in follows.items()}
    return found


def _joined(found: Mapping[str, Any]) -> Any:
    """Return for each person the ids of what follows, as one text."""
    table = np.stack(list(found.values()), axis=1)
    _, places = np.nonzero(table)
    ends = np.append(0, np.cumsum(table.sum(axis=1))).astype(np.int32)
    ids = pa.array(found).take(pa.array(places))
    return pc.binary_join(pa.ListArray.from_arrays(ends, ids), ";")


def _arrays(base: Base, part: Any, found: Mapping[str, Any]) -> Language[Any]:
    everybody = np.ones(part.num_rows, bool)
    logic: Logic[Any] = Logic(
        np.logical_not,
        lambda truths: functools.reduce(np.logical_and, truths, everybody),
        lambda truths: functools.reduce(np.logical_or, truths, ~everybody),
    )

    columns = {id: _numbers(part.column(id), asked) for id, asked in base.questions.items()}
    columns |= {id: _measured(measure, columns) for id, measure in base.measures.items()}

    def one_of(id: str, values: tuple[bool | int | str, ...]) -> Any:
        # What is compared in a measure is yes or no, as most answers are.
        choices = base.questions[id].choices if id in base.questions else ()
        numbers = (choices.index(v) if isinstance(v, str) else int(v) for v in values)
        return logic.some(columns[id] == number for number in numbers)

    def in_range(id: str, low: int, high: int | None) -> Any:
        enough = (columns[id] >= low) & (columns[id] != UNKNOWN)
        return enough if high is None else enough & (columns[id] <= high)

    def names(id: str, choice: str, present: bool) -> Any:
        named = _named(part.column(id), choice)
        return named if present else ~named & (columns[id] != UNKNOWN)

    return Language(
        logic,
        one_of=one_of,
        in_range=in_range,
        names=names,
        given=lambda id: columns[id] != UNKNOWN,
        concluded=lambda conclusion: found[conclusion.id()],
    )


def _numbers(cells: Any, question: Question) -> Any:
    """Return a column as numbers; of a list, only whether there is an answer."""
    match question.kind:
        case "choice":
            cells = pc.index_in(cells, pa.array(question.choices))
        case "list":
            cells = pc.if_else(pc.is_valid(cells), 0, UNKNOWN)
    return pc.fill_null(cells.cast(pa.int16()), UNKNOWN).to_numpy()


def _named(lists: Any, choice: str) -> Any:
    """Return whose list has a choice."""
    whose = pc.list_parent_indices(lists).filter(pc.equal(pc.list_flatten(lists), choice))
    named = np.zeros(len(lists), bool)
    named[whose.to_numpy()] = True
    return named


def _measured(measure: Measure, columns: Mapping[str, Any]) -> Any:
    counted = [columns[id] for id in measure.of]
    if isinstance(measure, Tally):
        return sum(answers == 1 for answers in counted)
    more, less = counted
    known = (more != UNKNOWN) & (less != UNKNOWN) & ((more > 0) | (less > 0))
    return np.where(known, more >= measure.times * less, UNKNOWN)
