"""What a survey comes to, on disk: whole or not at all, and safe to open in a spreadsheet."""

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from engine.columns.cells import BETWEEN, Rejected
from engine.columns.meanwhile import Behind
from engine.complaints import ScenarioError, line
from engine.scenario_files import plain_line

FORMULA = r"^([=+\-@\t\r\n])"
"""How a text begins that a spreadsheet would take for a formula."""


class Results:
    """The files that are being written, part by part, while the next part is advised."""

    def __init__(self, path: Path | None) -> None:
        """Begin with nothing written; without a path, nothing ever is."""
        self._path = path
        self.rejects_path = None if path is None else rejects_path(path)
        self.discarded = False
        self._behind = Behind()
        self._writers: dict[Path, Any] = {}
        self.temporary: dict[Path, Path] = {}

    def write(self, table: Any) -> None:
        """Add some rows to the results."""
        self._behind.do(self._write, self._path, table)

    def reject(self, rejects: Iterable[Rejected]) -> None:
        """Add some rows to the rejects: the row, the column, what was found, and the reason."""
        found = list(rejects)
        if found:
            columns = {
                "row": pa.array([each.row for each in found], pa.int64()),
                "column": pa.array([each.misfit.column for each in found], pa.string()),
                "value": pa.array([each.misfit.value for each in found], pa.string()),
                "reason": pa.array([each.misfit.reason for each in found], pa.string()),
            }
            self._behind.do(self._write, self.rejects_path, pa.table(columns))

    def _write(self, path: Path | None, table: Any) -> None:
        if path is None:
            return
        as_csv = path.suffix == ".csv"
        table = for_spreadsheets(table) if as_csv else table
        if path not in self._writers:
            descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".unstuck-")
            os.close(descriptor)  # left to its owner alone (0600): what clients say is private
            self.temporary[path] = Path(temporary)
            if as_csv:
                self._writers[path] = pa.csv.CSVWriter(temporary, table.schema)
            else:
                self._writers[path] = pa.parquet.ParquetWriter(
                    temporary, table.schema, write_statistics=False
                )
        self._writers[path].write_table(table)

    def close(self) -> None:
        """Finish what is written; it has no name yet."""
        self._behind.wait()
        for writer in self._writers.values():
            writer.close()

    def discard(self) -> None:
        """Give no file its name."""
        self.close()
        for temporary in self.temporary.values():
            temporary.unlink()
        self.temporary = {}
        self.discarded = True

    def put_in_place(self, force: bool) -> None:
        """Give the files their names; what an earlier run rejected is not left beside them."""
        self.close()
        for path, temporary in self.temporary.items():
            temporary.replace(path)
        rejects = self.rejects_path
        if force and rejects is not None and rejects not in self.temporary and not self.discarded:
            rejects.unlink(missing_ok=True)


@contextlib.contextmanager
def results(path: Path | None, force: bool) -> Iterator[Results]:
    """Write results under temporary names, and give them their names when all went well.

    Raises ScenarioError where a file is there already and not to be replaced, or cannot be written.
    """
    written = Results(path)
    for each in filter(None, (path, written.rejects_path)):
        if each.is_dir() or (each.exists() and not force):
            message = "found a file of this name; allowed: a new name, or --force to replace it"
            raise ScenarioError([line(str(each), "file", message)])
    try:
        yield written
        written.put_in_place(force)
    except (OSError, pa.ArrowException) as error:
        raise ScenarioError([_plainly(path, error)]) from error
    finally:
        with contextlib.suppress(Exception):
            written.close()
        for temporary in written.temporary.values():
            temporary.unlink(missing_ok=True)


def _plainly(path: Path | None, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        message = "found no folder to write it in; allowed: a folder that is there"
        return line(str(path), "file", message)
    return plain_line(path or Path("results"), error)


def rejects_path(path: Path) -> Path:
    """Return where the rejects of some results are written to."""
    return path.with_name(f"{path.stem}.rejects.csv")


def for_spreadsheets(table: Any) -> Any:
    """Return a table for CSV: lists as texts, and no text or name that could be a formula."""
    columns = []
    for column in table.columns:
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        if pa.types.is_list(column.type):
            column = pc.binary_join(column.cast(pa.list_(pa.string())), BETWEEN)
        elif pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            column = pc.replace_substring_regex(column, FORMULA, r"'\1")
        columns.append(column)
    names = pc.replace_substring_regex(pa.array(table.column_names), FORMULA, r"'\1")
    return pa.Table.from_arrays(columns, names=names.to_pylist())
