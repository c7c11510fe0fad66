"""Scenario files, read: who it is about, the answers, and what is expected to follow."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from engine.answers import AnswerError, parse
from engine.complaints import Complaints, ScenarioError, line
from engine.own_words import MOST_NAME, NO_WORDS, OwnWords
from engine.own_words.text import read_text, read_words
from engine.toml_text import read_table
from kb.situation import QUESTIONS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

_TOP_KEYS = (
    "name",
    "notes",
    "date",
    "beyond_the_articles",
    *(field.name for field in fields(OwnWords)),
    "not_applying",
    "answers",
    "expect",
)
_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


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
    not_because: tuple[str, ...] = ()
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
    `beyond` tells that the articles have no answer to what troubles this client (None: not said).
    `not_applying` were answered in an interview before another answer closed their questions; they
    do not count, and are kept (None is "don't know").
    """

    name: str
    answers: Mapping[str, Answer]
    unknown: frozenset[str] = frozenset()
    expect: Expectation | None = None
    date: datetime.date | None = None
    notes: str = ""
    source: str = ""
    hints: tuple[str, ...] = ()
    words: OwnWords = NO_WORDS
    beyond: bool | None = None
    not_applying: Mapping[str, Answer | None] = field(default_factory=dict)


def read_scenario(
    text: bytes,
    source: str,
    known: KnownIds | None = None,
) -> Scenario:
    """Read the bytes of a scenario file, or raise ScenarioError with everything that is wrong.

    `known` is what [expect] may name; without it, the names there are not checked.
    """
    table = read_table(text, source)
    complaints = Complaints(source)
    for key in table:
        if key not in _TOP_KEYS:
            if key in QUESTIONS:
                complaints.add("top level", key, "answers stand below a line [answers]")
            else:
                allowed = f"{', '.join(_TOP_KEYS)}"
                complaints.add("top level", key, allowed, _TOP_KEYS)
    name = read_text(table, "name", "", complaints, MOST_NAME)
    notes = read_text(table, "notes", "", complaints, None)
    date = _read_date(table, complaints)
    beyond = table.get("beyond_the_articles")
    if not isinstance(beyond, bool | None):
        complaints.add("beyond_the_articles", beyond, "true or false")
    words = read_words(table, complaints)
    answers, unknown = _read_answers(table, "answers", complaints)
    kept: tuple[dict[str, Answer], frozenset[str]] = {}, frozenset()
    if "not_applying" in table:
        kept = _read_answers(table, "not_applying", complaints)
        counting = {*answers, *unknown}
        for id in [id for id in QUESTIONS if id in counting and id in {*kept[0], *kept[1]}]:
            complaints.add("not_applying", id, "each question once, here or in [answers]")
    expect = _read_expectation(table, known, complaints)
    if complaints.messages:
        raise ScenarioError(complaints.messages)
    hints = tuple(hint for id, answer in answers.items() for hint in _hints(QUESTIONS[id], answer))
    stem = "Standard input" if source == "-" else Path(source).stem
    name = name if name.strip() else stem[:MOST_NAME]
    not_applying = {**dict.fromkeys(kept[1]), **kept[0]}
    return Scenario(
        name, answers, unknown, expect, date, notes, source, hints, words, beyond, not_applying
    )


def _read_date(table: Mapping[str, Any], complaints: Complaints) -> datetime.date | None:
    value = table.get("date")
    if value is None or type(value) is datetime.date:
        return value
    complaints.add("date", value, "a date without quotes, such as 2026-01-31")
    return None


def _read_answers(
    table: Mapping[str, Any], place: str, complaints: Complaints
) -> tuple[dict[str, Answer], frozenset[str]]:
    """Return the known answers in the order of the questions, and the ids answered "unknown"."""
    raw = table.get(place)
    if not isinstance(raw, dict):
        found_instead = "" if raw is None else raw
        complaints.add(place, found_instead, f"a table [{place}]; it may be empty")
        return {}, frozenset()
    found: dict[str, Answer | None] = {}
    for id, value in raw.items():
        if id not in QUESTIONS:
            if id in _TOP_KEYS:
                complaints.add(place, id, f"{id} stands above the line [{place}]")
            else:
                allowed = 'a question, as "unstuck new" lists them'
                complaints.add(place, id, allowed, QUESTIONS)
            continue
        try:
            found[id] = parse(QUESTIONS[id], value)
        except AnswerError as error:
            complaints.messages.append(line(complaints.source, f"{place}.{id}", str(error)))
    known = {id: found[id] for id in QUESTIONS if id in found}
    return (
        {id: answer for id, answer in known.items() if answer is not None},
        frozenset(id for id, answer in known.items() if answer is None),
    )


def _read_expectation(
    table: Mapping[str, Any],
    known_ids: KnownIds | None,
    complaints: Complaints,
) -> Expectation | None:
    """Return what [expect] holds, or None where there is no such table."""
    raw = table.get("expect")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        complaints.add("expect", raw, "a table [expect]")
        return None
    advice, rules, contradictions = known_ids or (None, None, None)
    known: dict[str, tuple[str, Collection[str] | None]]
    known = {field.name: ("the id of a conclusion", advice) for field in fields(Expectation)}
    known["because"] = known["not_because"] = ("the name of a rule", rules)
    known["contradictions"] = ("the id of a contradiction", contradictions)
    known["next_question"] = ("the id of a question", QUESTIONS)
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in known:
            complaints.add("expect", key, ", ".join(known), known)
        elif key in ("first", "next_question"):
            if _is_known(f"expect.{key}", value, *known[key], complaints):
                values[key] = value
        elif not isinstance(value, list):
            complaints.add(f"expect.{key}", value, f"a list, each {known[key][0]}")
        else:
            values[key] = tuple(
                id for id in value if _is_known(f"expect.{key}", id, *known[key], complaints)
            )
    return Expectation(**values)


def _is_known(
    place: str, id: object, meant: str, ids: Collection[str] | None, complaints: Complaints
) -> bool:
    if isinstance(id, str) and (ids is None or id in ids):
        return True
    complaints.add(place, id, meant, ids)
    return False


def _hints(question: Question, answer: Answer) -> Iterable[str]:
    """Yield a remark where fewer are named than were asked for."""
    if isinstance(answer, frozenset) and len(answer) < question.at_most < len(question.choices):
        noun = question.id.rpartition("_")[2].removesuffix("s" if len(answer) == 1 else "")
        named, asked = (_NUMBERS.get(n, str(n)) for n in (len(answer), question.at_most))
        yield f"{question.id}: {named} {noun} named; {asked} are asked for"
