"""A survey from a table to results: what is read, what is kept, and what comes of each part."""

import contextlib
import gc
import itertools
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from engine.answers import did_you_mean
from engine.base import Base
from engine.columns.advised import BECAUSE, LISTS, Advised, advise, result
from engine.columns.arrays import array_of
from engine.columns.mapping import Reading, SurveyWords, readings
from engine.columns.meanwhile import ahead
from engine.columns.rejects import Rejects
from engine.columns.tables import CsvTable, ParquetTable, Part
from engine.complaints import MOST_MESSAGES, ScenarioError, line, visible
from kb.questions.scope import BEYOND
from kb.vocabulary import Question

Table = CsvTable | ParquetTable
ROW = "row"
OWN = (ROW, BEYOND.id, "first", *LISTS, BECAUSE)
"""The columns of results, which no column that is kept may be called."""


@dataclass(frozen=True)
class Survey:
    """How one table is read: the questions, and the columns that are kept as they are."""

    base: Base
    source: str
    readings: tuple[Reading, ...]
    kept: tuple[str, ...]
    grouped_by: str | None
    ignored: tuple[str, ...]

    @property
    def columns(self) -> list[str]:
        """All columns that are read, each once."""
        asked = (name for reading in self.readings for name in reading.columns)
        grouping = () if self.grouped_by is None else (self.grouped_by,)
        return list(dict.fromkeys((*asked, *self.kept, *grouping)))

    def hints(self) -> Iterator[str]:
        """Yield a line for each column that is not read, with the nearest spelling."""
        unread = [id for id in questions_of(self.base) if id not in self.columns]
        for name in self.ignored:
            shown = visible(name) or "without a name"
            yield f"{visible(self.source)}: column {shown} is not read{did_you_mean(name, unread)}"


def questions_of(base: Base) -> Mapping[str, Question]:
    """Return what a survey may ask: all questions, and before them whether these can help."""
    return {BEYOND.id: BEYOND, **base.questions}


def open_table(path: Path, encoding: str = "utf-8", separator: str | None = None) -> Table:
    """Open a table by its name: .parquet, or else CSV; "-" is CSV from standard input."""
    if path.suffix == ".parquet":
        return ParquetTable(path)
    return CsvTable(path, encoding, separator)


def survey_of(
    base: Base,
    source: str,
    names: tuple[str, ...],
    words: SurveyWords,
    kept: tuple[str, ...] = (),
    grouped_by: str | None = None,
) -> Survey:
    """Return how a table with these columns is read.

    Raises ScenarioError where the mapping does not fit, or a column to be kept is not there.
    """
    asked = readings(names, words, questions_of(base), source)
    kept = tuple(dict.fromkeys(kept))
    wrong = [
        f"found no {visible(name)}{did_you_mean(name, names)}"
        for name in dict.fromkeys((*kept, *filter(None, (grouped_by,))))
        if name not in names
    ]
    wrong += [
        f"found {name}, which results have of their own; allowed: other names for what is kept"
        for name in kept
        if name in OWN
    ]
    if wrong:
        raise ScenarioError(line(source, "columns", message) for message in wrong)
    read = {name for reading in asked for name in reading.columns} | {*kept, grouped_by}
    ignored = tuple(name for name in names if name not in read)
    return Survey(base, source, asked, kept, grouped_by, ignored)


def advised_parts(survey: Survey, table: Table) -> Generator[tuple[Part, Advised], None, None]:
    """Yield the rows part by part, advised.

    Raises ScenarioError where none of the first rows can be read: then it is not a few slips that
    are in the way, but the wrong columns or words.
    """
    advised = False
    gc.freeze()  # what is there by now stays: there is no need to look through it part by part
    # Closed at once, whatever happens: what is read ahead would keep Python waiting at its end.
    with contextlib.closing(ahead(table.parts(survey.columns), table.stop)) as parts:
        for part in parts:
            found = advise(survey.base, survey.readings, part.table, part.numbers, part.broken)
            advised = advised or bool(len(found.rows))
            if not advised and len(found.rejects):
                more = max(len(found.rejects) - MOST_MESSAGES, 0)
                raise ScenarioError(_in_the_way(survey, found.rejects), more)
            yield part, found
            # What was worked out about a part refers to itself, and would pile up else.
            del found
            gc.collect()


def _in_the_way(survey: Survey, rejects: Rejects) -> Iterator[str]:
    """Yield why no row can be read: what is wrong with the first cells."""
    yield (
        f"None of the first {rejects.rows} rows can be read. A --mapping tells what columns and"
        " words mean; this is what is in the way:"
    )
    for row, misfit in itertools.islice(rejects, MOST_MESSAGES):
        place = ", ".join(filter(None, (f"row {row}", visible(misfit.column))))
        yield line(survey.source, place, misfit.reason)


def results_of(survey: Survey, part: Part, found: Advised, because: bool) -> Any:
    """Return the results of a part: the number of the row, what is kept, and what is told."""
    everything: dict[str, Any] = {ROW: array_of(found.rows)}
    if survey.kept:
        mask = array_of(found.kept)
        everything |= {name: part.table.column(name).filter(mask) for name in survey.kept}
    return pa.table(everything | result(found, because))
