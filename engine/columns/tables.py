"""Tables of a survey on disk: CSV and Parquet, read part by part; nothing is held as a whole."""

import stat
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from engine.answers import shown
from engine.columns.arrays import without_views
from engine.columns.meanwhile import Patient
from engine.columns.rejects import Collected, Misfit, Misfits
from engine.columns.text import Text
from engine.complaints import ScenarioError, line
from engine.scenario_files import STANDARD_INPUT, plain_line

MOST_IN_ROW = 4 << 20
"""The longest row in a CSV file, in bytes."""
PART, TEXTS = 100_000, 50_000
"""About how many rows are advised at once; those of CSV, which are texts, take more memory."""


class Part(NamedTuple):
    """Some rows of a table, all cells as they are; `numbers` are their places, from 1.

    `broken` are the rows among them that have too many or too few cells, and `done` says how much
    of the file has been read, from 0 to 1.
    """

    table: Any
    numbers: np.ndarray[Any, Any]
    broken: tuple[Misfits, ...]
    done: float


class ParquetTable:
    """A Parquet file."""

    def __init__(self, path: Path) -> None:
        """Read what columns there are. Raises ScenarioError where it is no such file."""
        self.source = str(path)
        with _plainly(path):
            _require_regular(path)
            self._file = pa.parquet.ParquetFile(path, pre_buffer=False)
        self.names: tuple[str, ...] = tuple(self._file.schema_arrow.names)
        _require_different(self.names, self.source)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def stop(self) -> None:
        """Do nothing: a file keeps nobody waiting."""

    def parts(self, columns: list[str]) -> Generator[Part, None, None]:
        """Yield the rows part by part, with these columns."""
        read, total = 0, max(self._file.metadata.num_rows, 1)
        try:
            for batch in self._file.iter_batches(PART, columns=columns, use_threads=False):
                batch.validate(full=True)  # a text may be no UTF-8
                numbers = np.arange(read + 1, read + 1 + batch.num_rows)
                read += batch.num_rows
                yield Part(without_views(pa.Table.from_batches([batch])), numbers, (), read / total)
            if not read:  # results without a row are results, too
                nobody = self._file.schema_arrow.empty_table().select(columns)
                yield Part(nobody, np.arange(0), (), 1.0)
        except (pa.ArrowException, OSError) as error:
            raise _unreadable(self.source, error) from error


class CsvTable:
    """A CSV file, or standard input; every cell is a text."""

    def __init__(self, path: Path, encoding: str, separator: str | None) -> None:
        """Read the header. Raises ScenarioError where there is none, or a name stands twice."""
        self.source = str(path)
        self._size = 0
        with _plainly(path):
            if path == STANDARD_INPUT:
                if sys.stdin is None:
                    raise OSError("there is no standard input")
                raw: Any = Patient(sys.stdin.buffer)
            else:
                self._size = _require_regular(path)
                raw = path.open("rb")
        self._raw, self._broken = raw, Collected()
        try:
            self._text = Text(raw, encoding, self.source)
            header = self._text.header(separator)
            self.separator = header.separator
            self.names: tuple[str, ...] = header.names
            _require_different(self.names, self.source)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file, but not standard input."""
        if self.source != str(STANDARD_INPUT):
            self._raw.close()

    def stop(self) -> None:
        """Wait for nothing any more on standard input."""
        if isinstance(self._raw, Patient):
            self._raw.stop()

    def parts(self, columns: list[str]) -> Generator[Part, None, None]:
        """Yield the rows part by part, with these columns; empty lines are no rows."""
        try:
            with self._reader(columns) as reader:
                yield from self._read(reader, columns)
        finally:
            # Arrow reads ahead in a thread, which must come to an end before Python does.
            self._text.unwanted = True

    def _read(self, reader: Any, columns: list[str]) -> Iterator[Part]:
        waiting: list[Any] = []
        numbers = _Numbers()
        while True:
            try:
                batch = reader.read_next_batch()
            except StopIteration:
                break
            except (pa.ArrowException, OSError) as error:
                raise _unreadable(self.source, error) from error
            waiting.append(batch)
            if sum(each.num_rows for each in waiting) + len(self._broken) >= TEXTS:
                yield self._part(waiting, numbers)
                waiting = []
        if self._text.quotation.open:
            # Whatever stands between it and the end was taken for one cell.
            message = 'found a quotation mark " that is never closed; allowed: two of them'
            raise ScenarioError([line(self.source, "file", message)])
        yield self._part(waiting or [_no_rows(columns)], numbers)

    def _reader(self, columns: list[str]) -> Any:
        try:
            return pa.csv.open_csv(
                pa.PythonFile(self._text, "r"),
                # In one thread a row that is skipped has a number.
                pa.csv.ReadOptions(
                    use_threads=False, block_size=MOST_IN_ROW, column_names=self.names
                ),
                pa.csv.ParseOptions(
                    delimiter=self.separator,
                    newlines_in_values=True,
                    invalid_row_handler=self._skip,
                ),
                pa.csv.ConvertOptions(
                    column_types=dict.fromkeys(self.names, pa.string()),
                    include_columns=columns,
                    check_utf8=False,  # what comes out of Text is
                ),
            )
        except (pa.ArrowException, OSError) as error:
            raise _unreadable(self.source, error) from error

    def _skip(self, row: Any) -> str:
        misfit = f"found {row.actual_columns} cells; allowed: {row.expected_columns}"
        self._broken.add(row.number, Misfit("", shown(row.text), misfit))
        return "skip"

    def _part(self, batches: list[Any], numbers: "_Numbers") -> Part:
        table = pa.Table.from_batches(batches)
        broken, self._broken = self._broken.misfits(), Collected()
        given = numbers.give(table.num_rows, broken.rows)
        done = min(self._text.consumed / self._size, 1.0) if self._size else 0.0
        return Part(table, given, (broken,), done)


class _Numbers:
    """Gives numbers to rows in order, and passes over those that have been skipped."""

    def __init__(self) -> None:
        self._next = 1
        self._skipped: np.ndarray[Any, Any] = np.array([], np.int64)

    def give(self, rows: int, skipped: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        self._skipped = np.concatenate([self._skipped, skipped])
        if not len(self._skipped):
            self._next += rows
            return np.arange(self._next - rows, self._next)
        last = self._next + rows + len(self._skipped)
        numbers = np.arange(self._next, last)
        kept = numbers[~np.isin(numbers, self._skipped)][:rows]
        self._next = int(kept[-1]) + 1 if rows else self._next
        self._skipped = self._skipped[self._skipped >= self._next]
        return kept


def _require_different(names: tuple[str, ...], source: str) -> None:
    twice = [name for name, times in Counter(names).items() if times > 1 and name.strip()]
    if twice:
        raise ScenarioError(
            line(source, "columns", f"found {shown(name)} twice; allowed: each name once")
            for name in twice
        )


def _no_rows(columns: list[str]) -> Any:
    return pa.RecordBatch.from_pydict({name: pa.nulls(0, pa.string()) for name in columns})


def _unreadable(source: str, error: Exception) -> ScenarioError:
    """Say in plain words what Arrow stumbled on."""
    if "straddling" in str(error):
        message = (
            f"found a row of more than {MOST_IN_ROW >> 20} MB; allowed: shorter rows, and quotation"
            ' marks " in pairs'
        )
    else:
        message = f"found {shown(str(error))}; allowed: a whole table as CSV or Parquet"
    return ScenarioError([line(source, "file", message)])


class _plainly:
    """Turns what the system says of a file into a plain complaint."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if isinstance(error, pa.ArrowException):
            raise _unreadable(str(self._path), error) from error
        if isinstance(error, OSError | ValueError):
            raise ScenarioError([plain_line(self._path, error)]) from error


def _require_regular(path: Path) -> int:
    """Return the size of a regular file, and let nothing else pass: a pipe would wait for ever."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise OSError("no regular file")
    return found.st_size
