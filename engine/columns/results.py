"""What a survey comes to, on disk: whole or not at all, and safe to open in a spreadsheet."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from engine.answers import shown
from engine.columns.meanwhile import Behind
from engine.columns.rejects import Rejects
from engine.columns.spreadsheets import for_spreadsheets, require_fit_for_csv
from engine.complaints import ScenarioError, line
from engine.scenario_files import (
    STANDARD_INPUT,
    make_folder,
    plain_line,
    put_in_place,
)


class Results:
    """The files that are being written, part by part, while the next part is advised."""

    def __init__(self, path: Path | None, folder: Path | None = None) -> None:
        """Begin with nothing written; without a path, nothing ever is.

        A folder that is not there is made as soon as there is something to write.
        """
        self._path, self._folder = path, folder
        self._made: Path | None = None
        self.rejects_path = None if path is None else rejects_path(path)
        self.discarded = False
        self._behind = Behind()
        self._writers: dict[Path, Any] = {}
        self.temporary: dict[Path, Path] = {}

    def write(self, table: Any) -> None:
        """Add some rows to the results. Raises ScenarioError where CSV cannot hold them."""
        if self._path is not None and self._path.suffix == ".csv":
            require_fit_for_csv(table)
        self._behind.do(self._write, self._path, table)

    def reject(self, rejects: Rejects) -> None:
        """Add some rows to the rejects: the row, the column, what was found, and the reason."""
        for table in rejects.tables():
            self._behind.do(self._write, self.rejects_path, table)

    def _write(self, path: Path | None, table: Any) -> None:
        if path is None:
            return
        as_csv = path.suffix == ".csv"
        table = for_spreadsheets(table) if as_csv else table
        if path not in self._writers:
            self._make_folder()
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

    def _make_folder(self) -> None:
        if self._folder is not None and not self._folder.exists():
            make_folder(self._folder)
            self._made = self._folder

    def close(self) -> None:
        """Finish what is written; it has no name yet."""
        self._behind.wait()
        for writer in self._writers.values():
            writer.close()

    def discard(self) -> None:
        """Give no file its name."""
        self.close()
        self.clear_away()
        self.discarded = True

    def put_in_place(self, force: bool) -> None:
        """Give the files their names; what an earlier run rejected is not left beside them."""
        self.close()
        for path, temporary in self.temporary.items():
            if force:
                temporary.replace(path)
            else:
                put_in_place(str(temporary), path)
        rejects = self.rejects_path
        if force and rejects is not None and rejects not in self.temporary and not self.discarded:
            rejects.unlink(missing_ok=True)

    def clear_away(self) -> None:
        """Take away what has no name by now, and a folder that was made for it."""
        for temporary in self.temporary.values():
            temporary.unlink(missing_ok=True)
        self.temporary = {}
        if self._made is not None:
            with contextlib.suppress(OSError):  # there is something in it
                self._made.rmdir()


@contextlib.contextmanager
def results(
    path: Path | None, force: bool, inputs: Iterable[Path] = (), folder: Path | None = None
) -> Iterator[Results]:
    """Write results under temporary names, and give them their names when all went well.

    Raises ScenarioError where a file is there already and not to be replaced, where it is one of
    the inputs, forced or not, or where it cannot be written.
    """
    written = Results(path, folder)
    for each in filter(None, (path, written.rejects_path)):
        _require_apart(each, inputs)
        if each.is_dir() or (each.exists() and not force):
            what = "a file of this name" if each == path else "the rejects of an earlier run"
            message = f"found {what}; allowed: a new name for results, or --force to replace it"
            raise ScenarioError([line(str(each), "file", message)])
    try:
        yield written
        written.put_in_place(force)
    except (OSError, pa.ArrowException) as error:
        raise ScenarioError([_plainly(path, error)]) from error
    finally:
        try:
            with contextlib.suppress(Exception):
                written.close()
        finally:
            written.clear_away()


def _require_apart(path: Path, inputs: Iterable[Path]) -> None:
    """Refuse to replace what is read, by whatever name."""
    for each in inputs:
        with contextlib.suppress(OSError, ValueError):  # what is not there cannot be replaced
            if os.path.samestat(path.stat(), _stat(each)):
                message = f"found what is read ({each}); allowed: another name for results"
                raise ScenarioError([line(str(path), "file", message)])


def _stat(path: Path) -> os.stat_result:
    return os.fstat(sys.stdin.fileno()) if path == STANDARD_INPUT and sys.stdin else path.stat()


def _plainly(path: Path | None, error: Exception) -> str:
    if isinstance(error, FileExistsError):
        place = error.filename or path
        message = "found a file made meanwhile; allowed: a new name, or --force to replace it"
        return line(str(place), "file", message)
    if isinstance(error, FileNotFoundError):
        message = "found no folder to write it in; allowed: a folder that is there"
        return line(str(path), "file", message)
    if isinstance(error, pa.ArrowException) and not isinstance(error, OSError):
        message = f"found {shown(str(error))}; allowed: columns that such a file can hold"
        return line(str(path), "file", message)
    return plain_line(path or Path("results"), error)


def rejects_path(path: Path) -> Path:
    """Return where the rejects of some results are written to."""
    return path.with_name(f"{path.stem}.rejects.csv")
