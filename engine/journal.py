"""The answers of an interview on disk: each one is there before the next question is asked."""

import dataclasses
import datetime
import os
import re
from collections.abc import Callable
from pathlib import Path

from engine.complaints import ScenarioError, line
from engine.scenario_files import answer_line, dump, load, write_new
from engine.scenarios import OwnWords, Scenario
from kb.situation import QUESTIONS
from kb.vocabulary.question import Answer

NAME = "My situation"


def folder() -> Path:
    """Return the folder in the user's own data where interviews are kept."""
    import platformdirs

    return platformdirs.user_data_path("unstuck") / "interviews"


def fresh(today: datetime.date) -> Path:
    """Return a name in that folder that is not taken, by the date of the interview."""
    names = [folder() / f"{today}.toml"]
    while names[-1].exists():
        names.append(folder() / f"{today}-{len(names) + 1}.toml")
    return names[-1]


def latest() -> Path | None:
    """Return the interview that was answered last, or None where there is none."""
    kept = folder().glob("*.toml") if folder().is_dir() else ()
    return max(kept, key=lambda path: (path.stat().st_mtime_ns, path.name), default=None)


class Journal:
    """One interview in one scenario file, which only its owner may read.

    Answers are appended and forced to the disk one by one; a changed answer replaces the file as
    a whole. The file is a scenario at every moment, so `unstuck run` reads it, too. What cannot
    be written is told once, in `trouble`, and the interview goes on.
    """

    def __init__(self, path: Path, today: datetime.date) -> None:
        """Begin a file at the first answer, not before."""
        self.path = path
        self.trouble = ""
        self._today = today
        self._written: set[str] = set()
        self._exists = False
        self._scenario = Scenario(NAME, {}, date=today, beyond=False)

    @property
    def begun(self) -> bool:
        """Whether there is a file."""
        return self._exists

    @classmethod
    def resumed(cls, path: Path, today: datetime.date) -> "Journal":
        """Go on in a file, or raise ScenarioError; a line that was cut off is taken away."""
        journal = cls(path, today)
        journal._scenario = _mend_end(path)
        journal._written = {*journal._scenario.answers, *journal._scenario.unknown}
        journal._exists = True
        return journal

    @property
    def heard(self) -> dict[str, Answer | None]:
        """What stands in the file, in the order of the questions; None is "don't know"."""
        known = self._scenario.answers
        return {id: known.get(id) for id in QUESTIONS if id in self._written}

    @property
    def beyond(self) -> bool | None:
        """Whether the file tells that the articles have no answer to this."""
        return self._scenario.beyond if self.begun else None

    def note(self, id: str, answer: Answer | None) -> None:
        """Keep one answer."""
        changed = id in self._written
        answers = {key: kept for key, kept in self._scenario.answers.items() if key != id}
        unknown = self._scenario.unknown - {id}
        if answer is None:
            unknown |= {id}
        else:
            answers[id] = answer
        self._scenario = dataclasses.replace(
            self._scenario, answers=answers, unknown=unknown, beyond=False
        )
        self._written.add(id)
        self._try(lambda: self._keep(id, answer, changed))

    def close(self, words: OwnWords) -> None:
        """Keep what was said in own words, and today's date."""
        if self.begun:
            self._scenario = dataclasses.replace(self._scenario, words=words, date=self._today)
            self._try(lambda: self._write_whole(replace=True))

    @property
    def words(self) -> OwnWords:
        """What stands in the file in the client's own words."""
        return self._scenario.words

    def _keep(self, id: str, answer: Answer | None, changed: bool) -> None:
        if self._exists and not changed and _may_be_appended_to(self.path):
            _append(self.path, answer_line(QUESTIONS[id], answer))
        else:
            self._write_whole(replace=self._exists)
            self._exists = True

    def _write_whole(self, replace: bool) -> None:
        if self.path.parent == folder():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        old = self.path.read_text(encoding="utf-8-sig") if replace else ""
        write_new(self.path, dump(self._scenario, onto=old), force=replace)

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except ScenarioError as error:
            self.trouble = self.trouble or str(error)
        except OSError as error:
            self.trouble = self.trouble or line(str(self.path), "file", f"{error.strerror}")


def _append(path: Path, text: str) -> None:
    """Add a line at the end, and return when the disk has it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
    try:
        os.write(descriptor, text.encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mend_end(path: Path) -> Scenario:
    """Load a file; a last line that was cut off, by a power cut or a full disk, is taken away."""
    try:
        return load(path)
    except ScenarioError:
        content = path.read_bytes() if path.is_file() else b"\n"
        if content.endswith(b"\n"):
            raise
        os.truncate(path, content.rfind(b"\n") + 1)
        return load(path)


def _may_be_appended_to(path: Path) -> bool:
    """Whether [answers] is the last table of a file that ends with a whole line."""
    text = path.read_text(encoding="utf-8-sig")
    tables = re.findall(r"^\s*(\[.*)", text, re.MULTILINE)
    return text.endswith("\n") and tables[-1:] == ["[answers]"]
