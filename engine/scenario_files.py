"""Scenario files on disk: loaded, and written whole or not at all."""

import contextlib
import itertools
import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.answers import UNKNOWN, did_you_mean
from engine.complaints import ScenarioError, line, visible
from engine.scenarios import KnownIds, Scenario, read_scenario
from engine.toml_text import MOST_BYTES, read_table, require_fitting
from kb.situation import QUESTIONS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

MOST_NAMED = 500
"""Among how many names in a folder the nearest spelling is looked for."""
STANDARD_INPUT = Path("-")


def load(path: Path, known: KnownIds | None = None) -> Scenario:
    """Read the scenario in a regular file, or from standard input for "-"."""
    return read_scenario(bytes_of(path, MOST_BYTES), str(path), known)


def bytes_of(path: Path, most: int) -> bytes:
    """Return what is in a regular file, or on standard input for "-"; no more than `most` + 1."""
    try:
        return _standard_input(most) if path == STANDARD_INPUT else _content(path, most)
    except (OSError, ValueError) as error:
        raise ScenarioError([plain_line(path, error)]) from error


def dump(scenario: Scenario) -> str:
    """Return the text of a scenario file, which `read_scenario` reads back as it was.

    What a scenario expects is not written.
    """
    return update(scenario, "")


def update(scenario: Scenario, text: str) -> str:
    """Return the text of a file brought up to date; its comments and expectations stay."""
    import tomlkit  # slow to import, and needed by few commands

    from engine.own_words.written import put_words, writable

    if text:
        read_table(text.encode(), scenario.source)  # what is no TOML is told in plain words
    document = tomlkit.parse(text)
    top: dict[str, Any] = {
        "name": writable(scenario.name),
        "date": scenario.date,
        "notes": writable(scenario.notes),
        "goal": writable(scenario.words.goal),
        "beyond_the_articles": scenario.beyond,
    }
    _set(document, {key: value for key, value in top.items() if value not in (None, "")})
    if not scenario.words.goal:
        document.pop("goal", None)
    put_words(document, scenario.words)
    if scenario.not_applying or "not_applying" in document:
        _set_table(document, "not_applying", scenario.not_applying)
    _set_table(document, "answers", {**dict.fromkeys(scenario.unknown), **scenario.answers})
    return _sound(document, scenario)


def _sound(document: Any, scenario: Scenario) -> str:
    """Return the text of a document that holds the client's words, wherever tables stood before."""
    import tomlkit

    from engine.own_words.written import holds_words, put_words_anew

    for attempt in (None, put_words_anew):
        if attempt:
            attempt(document, scenario.words)
        text = tomlkit.dumps(document)
        require_fitting(len(text.encode()), scenario.source)
        with contextlib.suppress(ScenarioError):
            table = read_table(text.encode(), scenario.source)
            if table == document.unwrap() and holds_words(table, scenario.words):
                return text
    message = "found tables in an order that cannot be kept; allowed: each table in one piece"
    raise ScenarioError([line(scenario.source, "file", message)])


def without_expectations(text: str) -> str:
    """Return the text of a file without what is expected of it; the rest stays as it is written."""
    import tomlkit

    document = tomlkit.parse(text)
    document.pop("expect", None)
    return tomlkit.dumps(document)


def grows_at_the_end(text: str) -> bool:
    """Tell whether a line added to a file would be one of [answers]."""
    import tomlkit

    last = list(tomlkit.parse(text))[-1:]
    return text.endswith("\n") and last == ["answers"] and "\n[answers]\n" in f"\n{text}"


def _set_table(document: Any, name: str, answers: Mapping[str, Answer | None]) -> None:
    """Make a table hold exactly these answers, in the order of the questions if it is new."""
    import tomlkit

    if name not in document:
        document[name] = tomlkit.table()
    order = list(QUESTIONS)
    written = {id: _in_file(QUESTIONS[id], answers[id]) for id in sorted(answers, key=order.index)}
    for id in [id for id in document[name] if id not in written]:
        del document[name][id]
    _set(document[name], written)


def _set(table: Any, values: dict[str, Any]) -> None:
    """Set what is new or different, and leave the rest as it is written."""
    for key, value in values.items():
        if key not in table or table[key] != value:
            table[key] = value


def answer_line(question: Question, answer: Answer | None) -> str:
    """Return the line of [answers] for one answer; None is "don't know"."""
    # What JSON writes for these few kinds of values is TOML, too.
    import json

    return f"{question.id} = {json.dumps(_in_file(question, answer))}\n"


def _in_file(question: Question, answer: Answer | None) -> bool | int | str | list[str]:
    if answer is None:
        return UNKNOWN
    if isinstance(answer, frozenset):
        return sorted(answer, key=question.choices.index)
    return answer


def write_new(path: Path, content: str | bytes, force: bool = False) -> None:
    """Write a file whole or not at all; one that is there already is replaced with `force` only."""
    found = content if isinstance(content, bytes) else content.encode()
    try:
        _refuse_what_is_no_file(path)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".unstuck-")
        try:
            # mkstemp leaves the file to its owner alone (0600): what clients say is private.
            with os.fdopen(descriptor, "wb") as file:
                file.write(found)
                file.flush()
                os.fsync(file.fileno())
            if force:
                Path(temporary).replace(path)
            else:
                put_in_place(temporary, path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except FileExistsError as error:
        message = "found a file of this name; allowed: a new name, or --force to replace it"
        raise ScenarioError([line(str(path), "file", message)]) from error
    except FileNotFoundError as error:
        message = "found no folder to write it in; allowed: a folder that is there"
        raise ScenarioError([line(str(path), "file", message)]) from error
    except (OSError, ValueError) as error:
        raise ScenarioError([plain_line(path, error)]) from error


def make_folder(path: Path) -> None:
    """Make a folder for its owner alone, where there is none of this name."""
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ScenarioError([plain_line(path, error)]) from error


def put_in_place(temporary: str, path: Path) -> None:
    """Give the temporary file its name, unless the name is taken."""
    try:
        os.link(temporary, path)
    except OSError:  # the name is taken, or the file system has no links, as a memory stick has
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            Path(temporary).replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _refuse_what_is_no_file(path: Path) -> None:
    """Raise an error where a folder or a device is in the way, which is not to be replaced."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
        raise OSError("no regular file")


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise OSError("there is no standard input")
    return sys.stdin.buffer.read(most + 1)


def _content(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file, and open nothing else: a pipe would wait for ever."""
    _require_regular(path.stat().st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        _require_regular(os.fstat(file.fileno()).st_mode)  # it may have been swapped meanwhile
        return file.read(most + 1)


def _require_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise OSError("no regular file")


def plain_line(path: Path, error: Exception, kind: str = "file") -> str:
    """Say in one line what stands in the way of reading or writing a file, or a folder."""
    near = ""
    match error:
        case FileNotFoundError():
            found = "nothing of this name"
            near = did_you_mean(path.name, _beside(path))
        case IsADirectoryError():
            found = "a folder"
        case PermissionError():
            found = "no permission"
        case OSError(strerror=str(reason)):
            found = f"a problem ({reason})"
        case OSError():
            found = str(error)
        case _:  # a NUL character or half a character in the name
            found = "a name or text that cannot be used"
    return line(str(path), kind, f"found {found}; allowed: an ordinary {kind} within reach{near}")


def _beside(path: Path) -> list[str]:
    """Return some names of what lies where a path leads to nothing."""
    with contextlib.suppress(OSError, ValueError):
        return [visible(each.name) for each in itertools.islice(path.parent.iterdir(), MOST_NAMED)]
    return []
