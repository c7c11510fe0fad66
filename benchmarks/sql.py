"""The rules as SQL: a layer a stage, each of them a query on the one before."""

from collections.abc import Callable, Iterator

from benchmarks.infix import infix
from benchmarks.language import Language, layers
from engine.base import Base
from kb.vocabulary import Measure, Tally

Contains = Callable[[str, str], str]
"""Writes whether a list has something: a column, and a text in quotes."""


def queries(base: Base, contains: Contains) -> Iterator[str]:
    """Yield the layers; each reads `layer` and its number, which is 0 for the people."""
    sql = _language(contains)
    measured = (f"{_measured(measure)} AS {id}" for id, measure in base.measures.items())
    yield f"SELECT *, {', '.join(measured)} FROM layer0"
    for number, follows in enumerate(layers(base), 1):
        columns = (f"{sql.write(when)} AS c_{each.id()}" for each, when in follows.items())
        yield f"SELECT *, {', '.join(columns)} FROM layer{number}"


def joined(columns: dict[str, str]) -> str:
    """Return one text of the ids whose columns are true."""
    words = (f"CASE WHEN {column} THEN {text(id)} END" for column, id in columns.items())
    return f"concat_ws(';', {', '.join(words)}) AS concluded"


def text(word: str) -> str:
    """Write a word in quotes."""
    return "'{}'".format(word.replace("'", "''"))


def _language(contains: Contains) -> Language[str]:
    def one_of(id: str, values: tuple[bool | int | str, ...]) -> str:
        match values:
            case (bool() as value,):
                return _known(id if value else f"NOT {id}")
            case _:
                return _known(f"{id} IN ({', '.join(map(_value, values))})")

    def in_range(id: str, low: int, high: int | None) -> str:
        return _known(f"{id} >= {low}" if high is None else f"{id} BETWEEN {low} AND {high}")

    def names(id: str, choice: str, present: bool) -> str:
        named = contains(id, text(choice))
        return _known(named if present else f"NOT {named}")

    return Language(
        infix("NOT", "AND", "OR", "TRUE", "FALSE"),
        one_of=one_of,
        in_range=in_range,
        names=names,
        given=lambda id: f"({id} IS NOT NULL)",
        concluded=lambda conclusion: f"c_{conclusion.id()}",
    )


def _known(condition: str) -> str:
    return f"coalesce({condition}, FALSE)"


def _value(value: bool | int | str) -> str:
    return text(value) if isinstance(value, str) else str(value)


def _measured(measure: Measure) -> str:
    if isinstance(measure, Tally):
        return " + ".join(f"CAST({_known(id)} AS INTEGER)" for id in measure.of) or "0"
    more, less = measure.of
    return f"CASE WHEN {more} > 0 OR {less} > 0 THEN {more} >= {measure.times} * {less} END"
