"""Polars: an expression a conclusion, a frame of new columns a stage, run as a stream."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.infix import stages
from benchmarks.tables import KEPT, columns_of
from engine.base import Base
from engine.cards import Clause, Concluded, Given, InRange, Is, Names, NotConcluded
from engine.extras import required
from engine.logic import Logic
from kb.vocabulary import Measure, Tally

NAME = "Polars, by hand"
PACKAGE = "polars"


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
    logic: Logic[Any] = Logic(
        lambda truth: ~truth,
        lambda truths: _joined(polars.all_horizontal, truths, polars.lit(True)),
        lambda truths: _joined(polars.any_horizontal, truths, polars.lit(False)),
    )

    def leaf(clause: Clause) -> Any:
        return _leaf(clause, polars)

    frame = frame.with_columns(
        _measured(measure, polars).alias(id) for id, measure in base.measures.items()
    )
    for cards in stages(base):
        concluded = dict.fromkeys(conclusion for card in cards for conclusion in card.then)
        frame = frame.with_columns(
            logic.some(logic.judge(card.when, leaf) for card in base.concluding[conclusion]).alias(
                f"c_{conclusion.id()}"
            )
            for conclusion in concluded
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


def _leaf(clause: Clause, polars: Any) -> Any:
    match clause:
        case Is(id, (bool() as value,)):
            return (polars.col(id) if value else ~polars.col(id)).fill_null(False)
        case Is(id, (value,)):
            return (polars.col(id) == value).fill_null(False)
        case Is(id, values):
            return polars.col(id).is_in(list(values)).fill_null(False)
        case InRange(id, low, None):
            return (polars.col(id) >= int(low)).fill_null(False)
        case InRange(id, low, high):
            return polars.col(id).is_between(int(low), int(high or 0)).fill_null(False)
        case Names(id, choice, present):
            named = polars.col(id).list.contains(choice)
            return (named if present else ~named).fill_null(False)
        case Given(id):
            return polars.col(id).is_not_null()
        case Concluded(conclusion):
            return polars.col(f"c_{conclusion.id()}")
        case NotConcluded(conclusion):
            return ~polars.col(f"c_{conclusion.id()}")
        case _:
            raise TypeError(clause)
