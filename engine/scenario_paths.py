"""Which scenario files are meant by paths: the files themselves, and all in the folders."""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from engine.complaints import ScenarioError, line
from engine.scenario_files import STANDARD_INPUT, plain_line


@dataclass(frozen=True, slots=True)
class Found:
    """The files that some paths stand for, each once, in the order given.

    `wrong` has a line for each path or folder that leads to none, and `passed_over` for each link
    that is not followed.
    """

    paths: list[Path] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


def find_scenarios(paths: Iterable[Path]) -> Found:
    """Find the files, and for a folder every *.toml file below it, sorted.

    A "-" stands for standard input and is kept.
    """
    found = Found()
    known: dict[str, Path] = {}
    for given in map(Path, paths):
        for path in _files(given, found):
            before = known.setdefault(_place(path), path)
            if before is path:
                found.paths.append(path)
            elif path.absolute() != before.absolute():
                message = f"found the file that is {before}, too; it is read once"
                found.passed_over.append(line(str(path), "file", message))
    return found


def listed(lines: Iterable[str]) -> str:
    """Return the first lines and how many more there are, as text."""
    return str(ScenarioError(lines))


def _place(path: Path) -> str:
    return str(path) if path == STANDARD_INPUT else os.path.realpath(path)


def _files(path: Path, found: Found) -> list[Path]:
    """Return what a path stands for, and note what is wrong with it."""
    try:
        if path == STANDARD_INPUT or not stat.S_ISDIR(path.stat().st_mode):
            return [path]
    except (OSError, ValueError) as error:
        found.wrong.append(plain_line(path, error))
        return []
    complaints = len(found.wrong)
    below = sorted(_below(path, found))
    if not below and len(found.wrong) == complaints:
        message = "found a folder without scenarios; allowed: one with *.toml files"
        found.wrong.append(line(str(path), "folder", message))
    return below


def _below(folder: Path, found: Found) -> Iterable[Path]:
    def note(error: OSError) -> None:
        found.wrong.append(plain_line(Path(error.filename), error, "folder"))

    # Path.rglob passes over a folder that it may not read; a scenario must not be lost that way.
    for place, folders, names in os.walk(folder, onerror=note):
        folders.sort()  # the complaints are in the same order everywhere
        for linked in (Path(place, name) for name in folders if Path(place, name).is_symlink()):
            message = "found a link to a folder, which is not followed; allowed: to name it itself"
            found.passed_over.append(line(str(linked), "folder", message))
        yield from (Path(place, name) for name in names if name.endswith(".toml"))
