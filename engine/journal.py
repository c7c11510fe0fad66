"""The answers of an interview on disk: each one is there before the next question is asked."""

import dataclasses
import datetime
import os
from pathlib import Path
from typing import Any

from engine.complaints import ScenarioError, line, visible
from engine.interview import Interview
from engine.own_words import MOST_NAME, OwnWords
from engine.scenario_files import (
    answer_line,
    bytes_of,
    grows_at_the_end,
    load,
    update,
    without_expectations,
    write_new,
)
from engine.scenarios import Scenario, read_scenario
from engine.toml_text import MOST_BYTES
from kb.situation import QUESTIONS
from kb.vocabulary.question import Answer

NAME = "My situation"


def folder() -> Path:
    """Return the folder in the user's own data where interviews are kept."""
    import platformdirs

    try:
        return platformdirs.user_data_path("unstuck") / "interviews"
    except RuntimeError:  # the user has no home, as in a container; older versions call it ~
        return Path("~")


def latest() -> Path | None:
    """Return the interview that was answered last, or None where there is none."""
    if not folder().is_absolute():
        return None
    kept = [path for path in folder().glob("*.toml") if path.is_file()]
    return max(kept, key=lambda path: (path.stat().st_mtime_ns, path.name), default=None)


def _name(path: Path | None) -> str:
    """Return how somebody is called who has not said it: as the file, so that two files differ."""
    stem = path.stem if path else ""
    return stem[:MOST_NAME] if stem[:MOST_NAME].strip() and visible(stem) == stem else NAME


class Journal:
    """One interview in one scenario file, which only its owner may read.

    Answers are appended and forced to the disk one by one; a change replaces the file as a whole.
    The file is a scenario at every moment: answers whose questions apply stand in [answers], the
    others wait in [not_applying]. What cannot be written is told in `trouble`, and tried again
    with the next answer. A file that somebody else has changed meanwhile is left alone.
    """

    def __init__(self, path: Path | None, today: datetime.date) -> None:
        """Begin a file at the first answer, not before; None takes a free name by the date."""
        self._path = path
        self._today = today
        self._scenario = Scenario(_name(path), {}, date=today)
        self._begins_as, self._force = "", False
        self._left: tuple[int, int] | None = None
        """The size and the time of what we wrote last; None where there is no file."""
        self._grows = True
        self.trouble = ""

    @classmethod
    def resumed(cls, path: Path, today: datetime.date) -> "Journal":
        """Go on in a file, or raise ScenarioError and leave it as it is."""
        bytes_of(path, MOST_BYTES)  # tells what is in the way, a circle of links for one
        journal = cls(path.resolve(), today)
        journal._scenario = _load_mended(journal.path)
        journal._left = journal._stamp()
        journal._grows = grows_at_the_end(journal._text())
        return journal

    @classmethod
    def following(
        cls, old: Scenario, text: str, path: Path, today: datetime.date, force: bool = False
    ) -> "Journal":
        """Begin another file at the first answer: that of a client who has one of this text.

        What the client's own words and the coach's notes are stays; what is expected does not.
        With `force`, a file that is there is replaced.
        """
        journal = cls(path, today)
        journal._scenario = dataclasses.replace(old, date=today, expect=None, source=str(path))
        journal._begins_as, journal._force = without_expectations(text), force
        return journal

    @property
    def scenario(self) -> Scenario:
        """What is kept, or would be."""
        return self._scenario

    @property
    def path(self) -> Path:
        """Where the answers are, or would be."""
        return self._path or folder() / f"{self._today}.toml"

    @property
    def name(self) -> str:
        """Who this is about."""
        return self._scenario.name

    @property
    def chosen(self) -> bool:
        """Whether the person has named the file."""
        return self._path is not None

    @property
    def begun(self) -> bool:
        """Whether there is a file."""
        return self._left is not None

    @property
    def beyond(self) -> bool | None:
        """Whether the articles have no answer to this; None if that was not asked."""
        return self._scenario.beyond

    @property
    def words(self) -> OwnWords:
        """What the client says in their own words."""
        return self._scenario.words

    @property
    def heard(self) -> dict[str, Answer | None]:
        """All that was said, in the order of the questions."""
        known = {**dict.fromkeys(self._scenario.unknown), **self._scenario.answers}
        known |= self._scenario.not_applying
        return {id: known[id] for id in QUESTIONS if id in known}

    def note(self, interview: Interview) -> None:
        """Keep what was said."""
        # What only follows from own words is not written.
        said = {id: interview.heard[id] for id in interview.in_order()}
        answers = {id: answer for id, answer in said.items() if answer is not None}
        unknown = frozenset(said.keys() - answers.keys())
        others = {id: a for id, a in interview.heard.items() if id not in said}
        self.record(answers=answers, unknown=unknown, not_applying=others, beyond=False)

    def record(self, **new: Any) -> None:
        """Keep a scenario in which some parts are new."""
        before = self._scenario
        self._scenario = dataclasses.replace(before, **new)
        self._keep(before)

    def close(self, words: OwnWords) -> None:
        """Keep what was said in own words."""
        before = self._scenario
        self._scenario = dataclasses.replace(before, words=words)
        if self.begun and words != before.words:
            self._keep(before)

    def _keep(self, before: Scenario) -> None:
        """Bring the file up to date, by a line where that is all that is new."""
        try:
            new = _only_new(before, self._scenario)
            added = answer_line(QUESTIONS[new], self._scenario.answers.get(new)) if new else ""
            if self.begun and self._is_as_we_left_it() and self._may_grow(added):
                _append(self.path, added)
            else:
                self._write_whole()
            self._left = self._stamp()
            self.trouble = ""
        except ScenarioError as error:
            self.trouble = str(error)
        except OSError as error:
            self.trouble = line(str(self.path), "file", f"found a problem ({error.strerror})")

    def _may_grow(self, added: str) -> bool:
        """Tell whether a line is all that is new, and the file can be read with it."""
        size = (self._left or (0, 0))[0] + len(added)
        return bool(added) and self._grows and not self.trouble and size <= MOST_BYTES

    def _is_as_we_left_it(self) -> bool:
        try:
            return self._stamp() == self._left
        except FileNotFoundError:
            self._left = None  # somebody took it away: what we know makes a new one
            return False

    def _stamp(self) -> tuple[int, int]:
        found = self.path.stat()
        return found.st_size, found.st_mtime_ns

    def _write_whole(self) -> None:
        if self.begun and self._is_as_we_left_it():
            text = update(self._scenario, self._text())
            write_new(self.path, text, force=True)
        elif self.begun:
            raise ScenarioError([line(str(self.path), "file", "found changes by somebody else")])
        else:
            text = update(self._scenario, self._begins_as)
            self._begin(text)
        self._grows = grows_at_the_end(text)

    def _begin(self, text: str) -> None:
        """Write a new file; in our own folder, under the first name that is free."""
        if self._path is not None:
            write_new(self._path, text, self._force)
            return
        if not folder().is_absolute():  # it would lie wherever the program is called from
            message = "found no home folder to keep it in; allowed: --save with a file"
            raise ScenarioError([line(str(folder()), "folder", message)])
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        number = 1
        while True:
            stem = f"{self._today}" if number == 1 else f"{self._today}-{number}"
            path = folder() / f"{stem}.toml"
            number += 1
            if not os.path.lexists(path):
                write_new(path, text)
                self._path = path
                return

    def _text(self) -> str:
        return self.path.read_text(encoding="utf-8-sig")


def _only_new(before: Scenario, now: Scenario) -> str | None:
    """Return the question that was answered since, if nothing else is different."""
    new = ({*now.answers} | now.unknown) - ({*before.answers} | before.unknown)
    if len(new) != 1:
        return None
    (id,) = new
    same = dataclasses.replace(
        now,
        answers={key: answer for key, answer in now.answers.items() if key != id},
        unknown=now.unknown - {id},
    )
    return id if same == before else None


def _append(path: Path, text: str) -> None:
    """Add a line at the end, and return when the disk has it; all of it or nothing."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
    try:
        path.chmod(0o600)  # before anything is written: it may be refused
        before = os.fstat(descriptor)
        content = text.encode()
        try:
            if os.write(descriptor, content) != len(content):
                raise OSError(0, "no space for a whole line")
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, before.st_size)
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # nobody changed it
            raise
    finally:
        os.close(descriptor)


def _load_mended(path: Path) -> Scenario:
    """Load a file; where only its last line was cut off, as a power cut does it, without that."""
    try:
        return load(path)
    except ScenarioError:
        whole = path.read_bytes()[: MOST_BYTES + 1] if path.is_file() else b""
        kept = whole[: whole.rfind(b"\n") + 1]
        if not kept.strip() or not _is_cut_off(whole[len(kept) :]) or len(whole) > MOST_BYTES:
            raise
        try:
            scenario = read_scenario(kept, str(path))
        except ScenarioError:
            pass
        else:
            write_new(path, kept.decode("utf-8-sig"), force=True)
            return scenario
        raise


def _is_cut_off(end: bytes) -> bool:
    """Tell whether a line is the beginning of one of ours, and not a mistake in one by hand."""
    row = end.decode(errors="replace")
    for question in QUESTIONS.values():
        single: tuple[Answer | None, ...] = (None, True, False)
        known = single if question.kind == "yes/no" else (None, *question.choices)
        whole = [answer_line(question, answer).rstrip() for answer in known]
        if question.kind == "list" and row.startswith(f"{question.id} = ["):
            return not row.endswith("]")
        if any(line.startswith(row) and line != row for line in whole):
            return bool(row)
    return False
