"""A clause as a small tagged object of JSON, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.base import Kind
from engine.cards import (
    All,
    AnyOf,
    Clause,
    Concluded,
    Given,
    InRange,
    Is,
    Names,
    NotConcluded,
)
from engine.export.entry import MOST_NUMBER, Entry, Unreadable
from kb.vocabulary import Measure, Question, Tally

MOST_COUNTED = 1000
"""The largest number that a tally is compared with."""
MOST_NESTED = 40
"""How deep clauses may lie in each other."""

QUESTION_KEYS = ("is", "in_range", "names", "lacks", "answered")
"""The tags whose value is the id of a question or a measure."""

TAGS: dict[str, tuple[str, ...]] = {
    "is": ("values",),
    "in_range": ("low", "high"),
    "names": ("choice",),
    "lacks": ("choice",),
    "answered": (),
    "concluded": (),
    "not_concluded": (),
    "all": (),
    "any": (),
}
"""What kind of a clause an object is, by its first key, with its other keys."""

Data = dict[str, Any]


def clause_data(clause: Clause) -> Data:
    """Return a clause as data; its first key tells what kind of a clause it is."""
    match clause:
        case Is(question, values):
            return {"is": question, "values": list(values)}
        case InRange(question, low, None):
            return {"in_range": question, "low": low}
        case InRange(question, low, high):
            return {"in_range": question, "low": low, "high": high}
        case Names(question, choice, present):
            return {"names" if present else "lacks": question, "choice": choice}
        case Given(question):
            return {"answered": question}
        case Concluded(conclusion):
            return {"concluded": conclusion.id()}
        case NotConcluded(conclusion):
            return {"not_concluded": conclusion.id()}
        case All(parts):
            return {"all": [clause_data(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [clause_data(part) for part in parts]}


@dataclass(frozen=True, slots=True)
class Known:
    """What clauses may speak of, by id."""

    questions: Mapping[str, Question]
    measures: Mapping[str, Measure]
    conclusions: Mapping[str, Kind]


def read_clause(entry: Entry, known: Known, depth: int = 0) -> Clause:
    """Return the clause that an object stands for, or raise Unreadable."""
    tag = entry.tag(TAGS)
    entry.refuse_others((tag, *TAGS[tag]))
    match tag:
        case "all" | "any":
            if depth == MOST_NESTED:
                allowed = f"clauses that lie at most {MOST_NESTED} deep in each other"
                raise Unreadable(entry.place, "a deeper nest", allowed)
            parts = tuple(read_clause(part, known, depth + 1) for part in entry.entries(tag))
            return All(parts) if tag == "all" else AnyOf(parts)
        case "concluded":
            return Concluded(entry.named(tag, known.conclusions, "the id of a conclusion"))
        case "not_concluded":
            return NotConcluded(entry.named(tag, known.conclusions, "the id of a conclusion"))
        case "in_range":
            return _read_range(entry, known)
        case "is":
            return _read_is(entry, known)
        case "answered":
            return Given(entry.named(tag, known.questions, "the id of a question").id)
        case _:
            lists = _of_kind(known.questions, "list")
            question = entry.named(tag, lists, "the id of a list question")
            choice = entry.one_of("choice", question.choices)
            return Names(question.id, choice, tag == "names")


def _read_is(entry: Entry, known: Known) -> Clause:
    compared = {id: m for id, m in known.measures.items() if not isinstance(m, Tally)}
    asked = _of_kind(known.questions, "yes/no", "choice")
    meant = "the id of a yes/no question, a choice or a comparison"
    subject = entry.named("is", asked | compared, meant)
    if isinstance(subject, Question) and subject.kind == "choice":
        return Is(subject.id, entry.some_of("values", subject.choices))
    return Is(subject.id, entry.some_of("values", (True, False)))


def _read_range(entry: Entry, known: Known) -> Clause:
    counted = {id: m for id, m in known.measures.items() if isinstance(m, Tally)}
    asked = _of_kind(known.questions, "count", "weeks")
    meant = "the id of a count, a number of weeks or a tally"
    subject = entry.named("in_range", asked | counted, meant)
    most = MOST_COUNTED if isinstance(subject, Tally) else MOST_NUMBER
    high = entry.number("high", most) if "high" in entry.values else None
    return InRange(subject.id, entry.number("low", most), high)


def _of_kind(questions: Mapping[str, Question], *kinds: str) -> dict[str, Any]:
    return {id: question for id, question in questions.items() if question.kind in kinds}
