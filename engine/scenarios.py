"""Scenario files, read: who it is about, the answers, and what is expected to follow."""

import datetime
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

from engine.answers import AnswerError, complaint, nearest, parse, shown
from kb.situation import QUESTIONS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

MOST_BYTES = 1_000_000
"""The largest scenario that is read; a real one has a few thousand bytes."""
MOST_MESSAGES = 20
"""How many complaints are listed before the rest is only counted."""

# A dotted key takes tomllib time by the square of its length: one of a megabyte takes hours.
_MOST_DOTS_IN_LINE = 1000
_TEXT_LINE = re.compile(r"\s*(?:name|notes)\s*=\s*[\"']")

_TOP_KEYS = ("name", "date", "notes", "answers", "expect")
_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


class ScenarioError(Exception):
    """What is wrong with scenario files: `messages`, a line each, the first twenty and a total."""

    def __init__(self, messages: Iterable[str]) -> None:
        found = tuple(messages)
        super().__init__(found)
        self.messages = found[:MOST_MESSAGES]
        if len(found) > MOST_MESSAGES:
            self.messages += (f"... and {len(found) - MOST_MESSAGES} more; {len(found)} in all",)

    def __str__(self) -> str:
        return "\n".join(self.messages)


class KnownIds(NamedTuple):
    """What [expect] may name: ids of conclusions, names of rules, ids of contradictions."""

    advice: Collection[str]
    rules: Collection[str]
    contradictions: Collection[str]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a scenario is expected to lead to, by the ids of conclusions, rules and questions."""

    advice: tuple[str, ...] = ()
    not_advice: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    afterwards: tuple[str, ...] = ()
    not_now: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    first: str | None = None
    next_question: str | None = None

    @property
    def count(self) -> int:
        """The number of single expectations."""
        values = (getattr(self, field.name) for field in fields(self))
        return sum(
            len(value) if isinstance(value, tuple) else value is not None for value in values
        )


@dataclass(frozen=True, slots=True)
class Scenario:
    """One person: the known answers, the questions answered "unknown", and what is expected.

    `source` names the file, and `hints` are gentle remarks on answers that are allowed but thin.
    """

    name: str
    answers: Mapping[str, Answer]
    unknown: frozenset[str] = frozenset()
    expect: Expectation | None = None
    date: datetime.date | None = None
    notes: str = ""
    source: str = ""
    hints: tuple[str, ...] = ()


class _Findings:
    """The complaints about one file, collected while it is read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.messages: list[str] = []

    def add(
        self, place: str, found: object, allowed: str, options: Iterable[str] | None = None
    ) -> None:
        # What is not going to be shown is not worth the search for a spelling.
        shown = len(self.messages) < MOST_MESSAGES
        near = nearest(found, options) if options is not None and shown else ""
        self.messages.append(line(self.source, place, complaint(found, allowed, near)))


def line(source: str, place: str, message: str) -> str:
    """Return a complaint as one line: the file, the place in it, and the message."""
    # A file may be called anything; nothing in its name is to move the cursor.
    plain = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in source)
    return f"{plain}: {place}: {message}"


def read_scenario(
    text: bytes,
    source: str,
    known: KnownIds | None = None,
) -> Scenario:
    """Read the bytes of a scenario file, or raise ScenarioError with everything that is wrong.

    `known` is what [expect] may name; without it, the names there are not checked.
    """
    table = _read_table(text, source)
    findings = _Findings(source)
    for key in table:
        if key not in _TOP_KEYS:
            if key in QUESTIONS:
                findings.add("top level", key, "answers stand below a line [answers]")
            else:
                allowed = "name, date, notes, [answers] and [expect]"
                findings.add("top level", key, allowed, _TOP_KEYS)
    name = _read_text(table, "name", findings)
    date = _read_date(table, findings)
    notes = _read_text(table, "notes", findings)
    answers, unknown = _read_answers(table, findings)
    expect = _read_expectation(table, known, findings)
    if findings.messages:
        raise ScenarioError(findings.messages)
    hints = tuple(hint for id, answer in answers.items() for hint in _hints(QUESTIONS[id], answer))
    stem = "Standard input" if source == "-" else Path(source).stem
    name = name if name.strip() else stem
    return Scenario(name, answers, unknown, expect, date, notes, source, hints)


def _read_table(text: bytes, source: str) -> dict[str, Any]:
    """Return the file as TOML reads it."""
    content = _decode(text, source)
    for number, row in enumerate(content.split("\n"), start=1):
        if row.count(".") > _MOST_DOTS_IN_LINE and not _TEXT_LINE.match(row):
            message = f"found more than {_MOST_DOTS_IN_LINE} dots; allowed: one question a line"
            raise ScenarioError([line(source, f"line {number}", message)])
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError([_syntax_line(content, source, str(error))]) from error
    except (ValueError, RecursionError) as error:  # Python's own limits, passed on by tomllib
        message = "found a huge number or nest of lists; allowed: small numbers and plain lists"
        raise ScenarioError([line(source, "file", message)]) from error


def _decode(text: bytes, source: str) -> str:
    """Return the characters of the file, without a byte order mark."""
    if len(text) > MOST_BYTES:
        message = f"found more than {MOST_BYTES} bytes; allowed: a scenario of at most 1 MB"
        raise ScenarioError([line(source, "file", message)])
    try:
        content = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        message = f"found the byte 0x{error.object[error.start]:02x}; allowed: text in UTF-8"
        raise ScenarioError([line(source, f"line {row}", message)]) from error
    if "\0" in content:
        row = content.count("\n", 0, content.index("\0")) + 1
        raise ScenarioError([line(source, f"line {row}", "found a NUL byte; allowed: plain text")])
    if not content.strip():
        message = 'found an empty file; allowed: a table [answers], as "unstuck new" writes one'
        raise ScenarioError([line(source, "file", message)])
    return content


def _syntax_line(content: str, source: str, error: str) -> str:
    """Return tomllib's complaint with its place in front and the text it is about."""
    rows = content.replace("\r\n", "\n").rstrip().split("\n")
    row, place = len(rows), f"line {len(rows)}, end of the file"
    if numbers := re.search(r"\(at line (\d+), column (\d+)\)$", error):
        row, column = map(int, numbers.groups())
        place = f"line {row}, column {column}"
    found = shown("".join(rows[row - 1 : row]).strip())
    reason = shown(error.partition(" (at ")[0])[1:-1]
    if reason.startswith("Cannot overwrite"):
        return line(source, place, f"found {found}, given twice; allowed: each key once")
    allowed = 'TOML, such as: has_boss = true, or words in quotes: "unknown"'
    return line(source, place, f"found {found} ({reason}); allowed: {allowed}")


def _read_text(table: Mapping[str, Any], key: str, findings: _Findings) -> str:
    value = table.get(key, "")
    if isinstance(value, str):
        return value
    findings.add(key, value, "a text in quotes")
    return ""


def _read_date(table: Mapping[str, Any], findings: _Findings) -> datetime.date | None:
    value = table.get("date")
    if value is None or type(value) is datetime.date:
        return value
    findings.add("date", value, "a date without quotes, such as 2026-01-31")
    return None


def _read_answers(
    table: Mapping[str, Any], findings: _Findings
) -> tuple[dict[str, Answer], frozenset[str]]:
    """Return the known answers in the order of the questions, and the ids answered "unknown"."""
    raw = table.get("answers")
    if not isinstance(raw, dict):
        found_instead = "" if raw is None else raw
        findings.add("answers", found_instead, "a table [answers]; it may be empty")
        return {}, frozenset()
    found: dict[str, Answer | None] = {}
    for id, value in raw.items():
        if id not in QUESTIONS:
            if id in _TOP_KEYS:
                findings.add("answers", id, f"{id} stands above the line [answers]")
            else:
                allowed = 'a question, as "unstuck new" lists them'
                findings.add("answers", id, allowed, QUESTIONS)
            continue
        try:
            found[id] = parse(QUESTIONS[id], value)
        except AnswerError as error:
            findings.messages.append(line(findings.source, f"answers.{id}", str(error)))
    known = {id: found[id] for id in QUESTIONS if id in found}
    return (
        {id: answer for id, answer in known.items() if answer is not None},
        frozenset(id for id, answer in known.items() if answer is None),
    )


def _read_expectation(
    table: Mapping[str, Any],
    known_ids: KnownIds | None,
    findings: _Findings,
) -> Expectation | None:
    """Return what [expect] holds, or None where there is no such table."""
    raw = table.get("expect")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        findings.add("expect", raw, "a table [expect]")
        return None
    advice, rules, contradictions = known_ids or (None, None, None)
    known: dict[str, tuple[str, Collection[str] | None]]
    known = {field.name: ("the id of a conclusion", advice) for field in fields(Expectation)}
    known["because"] = ("the name of a rule", rules)
    known["contradictions"] = ("the id of a contradiction", contradictions)
    known["next_question"] = ("the id of a question", QUESTIONS)
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in known:
            findings.add("expect", key, ", ".join(known), known)
        elif key in ("first", "next_question"):
            if _is_known(f"expect.{key}", value, *known[key], findings):
                values[key] = value
        elif not isinstance(value, list):
            findings.add(f"expect.{key}", value, f"a list, each {known[key][0]}")
        else:
            values[key] = tuple(
                id for id in value if _is_known(f"expect.{key}", id, *known[key], findings)
            )
    return Expectation(**values)


def _is_known(
    place: str, id: object, meant: str, ids: Collection[str] | None, findings: _Findings
) -> bool:
    if isinstance(id, str) and (ids is None or id in ids):
        return True
    findings.add(place, id, meant, ids)
    return False


def _hints(question: Question, answer: Answer) -> Iterable[str]:
    """Yield a remark where fewer are named than were asked for."""
    if isinstance(answer, frozenset) and len(answer) < question.at_most < len(question.choices):
        noun = question.id.rpartition("_")[2].removesuffix("s" if len(answer) == 1 else "")
        named, asked = (_NUMBERS.get(n, str(n)) for n in (len(answer), question.at_most))
        yield f"{question.id}: {named} {noun} named; {asked} are asked for"
