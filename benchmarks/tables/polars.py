"""Polars: an expression a conclusion, a frame of new columns a stage, run as a stream."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.language import Language, layers
from benchmarks.tables import KEPT, columns_of
from engine.base import Base
from engine.extras import required
from engine.logic import Logic
from kb.vocabulary import Measure, Tally

NAME = "Polars, by hand"


def run(base: Base, source: Path, output: Path) -> None:
    """Read, conclude and write."""
    polars = required("polars", "polars", "bench")
    frame = _concluded(base, _read(polars, base, source), polars)
    ids = columns_of(base)
    if output.suffix == ".parquet":
        frame.select(KEPT, *ids).sink_parquet(output)
        return
    words = (polars.when(polars.col(column)).then(polars.lit(id)) for column, id in ids.items())
    joined = polars.concat_str(*words, separator=";", ignore_nulls=True)
    frame.select(KEPT, joined.alias("concluded")).sink_csv(output)


def _read(polars: Any, base: Base, source: Path) -> Any:
    if source.suffix == ".parquet":
        return polars.scan_parquet(source)
    types = {"yes/no": polars.Boolean, "choice": polars.String, "list": polars.String}
    schema = {q.id: types.get(q.kind, polars.Int64) for q in base.questions.values()}
    lists = [q.id for q in base.questions.values() if q.kind == "list"]
    frame = polars.scan_csv(source, schema_overrides=schema)
    return frame.with_columns(polars.col(id).str.split(";") for id in lists)


def _concluded(base: Base, frame: Any, polars: Any) -> Any:
    """Return a frame with measures, and a yes/no column a conclusion."""
    language = _expressions(polars)
    frame = frame.with_columns(
        _measured(measure, polars).alias(id) for id, measure in base.measures.items()
    )
    for follows in layers(base):
        frame = frame.with_columns(
            language.write(when).alias(f"c_{conclusion.id()}")
            for conclusion, when in follows.items()
        )
    return frame


def _joined(join: Any, truths: Iterable[Any], of_none: Any) -> Any:
    several = list(truths)
    return join(several) if several else of_none


def _measured(measure: Measure, polars: Any) -> Any:
    if isinstance(measure, Tally):
        return polars.sum_horizontal(polars.col(id).fill_null(False) for id in measure.of)
    more, less = (polars.col(id) for id in measure.of)
    return polars.when((more > 0) | (less > 0)).then(more >= measure.times * less)


def _expressions(polars: Any) -> Language[Any]:
    col = polars.col

    def one_of(id: str, values: tuple[bool | int | str, ...]) -> Any:
        match values:
            case (bool() as value,):
                return (col(id) if value else ~col(id)).fill_null(False)
            case (value,):
                return (col(id) == value).fill_null(False)
            case _:
                return col(id).is_in(list(values)).fill_null(False)

    def in_range(id: str, low: int, high: int | None) -> Any:
        within = col(id) >= low if high is None else col(id).is_between(low, high)
        return within.fill_null(False)

    def names(id: str, choice: str, present: bool) -> Any:
        named = col(id).list.contains(choice)
        return (named if present else ~named).fill_null(False)

    logic: Logic[Any] = Logic(
        lambda truth: ~truth,
        lambda truths: _joined(polars.all_horizontal, truths, polars.lit(True)),
        lambda truths: _joined(polars.any_horizontal, truths, polars.lit(False)),
    )
    return Language(
        logic,
        one_of=one_of,
        in_range=in_range,
        names=names,
        given=lambda id: col(id).is_not_null(),
        concluded=lambda conclusion: col(f"c_{conclusion.id()}"),
    )
