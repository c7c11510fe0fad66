"""Whether the advice in a JSON document still follows from the answers it holds."""

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.answers import AnswerError, complaint, parse
from engine.base import our_base
from engine.cases import NOTHING
from engine.complaints import MOST_MESSAGES, ScenarioError, line
from engine.consultation import Consultation, consult
from engine.export.entry import Unreadable
from engine.own_words import MOST_NAME
from engine.receipt import SHORT, answers_hash, knowledge_hash
from engine.report.data import item_data
from kb.situation import QUESTIONS
from kb.vocabulary.question import Answer

MOST_BYTES, MOST_CLIENTS = 8_000_000, 1000
"""The largest document that is read; that of two hundred clients has about six megabytes."""
MOST_ADVICE, MOST_LETTERS = 1000, 100
"""How many pieces of advice one client may have, and how long an id may be: ours are far below."""

CHANGED = "the answers, or the receipt, were changed since this was written"

Said = dict[str, str]
"""When each piece of advice is said, by id."""


class Changed(Unreadable):
    """Answers that are not those of the receipt."""


@dataclass(frozen=True, slots=True)
class Record:
    """One client of a document: the answers, and what was said, and when; `place` is where.

    `alone` tells that the document has no other client, so that nobody has to be told apart.
    `items` are the pieces of advice in full, in their order, as far as the document holds them.
    """

    place: str
    alone: bool
    name: str
    answers: Mapping[str, Answer]
    unknown: frozenset[str]
    beyond: bool
    knowledge: str
    said: Said
    items: tuple[Any, ...] | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A piece of advice: its text, when the document says it, and when it follows now."""

    id: str
    text: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Verified:
    """One client, followed again: `moved` is what is said at another time now, or no longer.

    `knows` tells that the document was made with the present knowledge base. `worded` is the
    number of pieces of advice whose words, reasons or order are others now.
    """

    record: Record
    knows: bool
    moved: tuple[Moved, ...]
    worded: int

    @property
    def holds(self) -> bool:
        """Whether the same advice follows; of the same knowledge base, in the same words."""
        return not self.moved and not (self.knows and self.worded)


def verified(records: Iterable[Record]) -> Iterator[Verified]:
    """Follow the answers of each client again, and compare what is said."""
    texts = {c.id(): c.text() for c in our_base().conclusions}
    for record in records:
        found = NOTHING if record.beyond else consult(record.answers, record.unknown)
        items = [*found.items, *found.contradictions]
        now = {item.id: item.when for item in items}
        if record.items is None:  # only what is told is compared where the items are not held
            now = found.advice
        texts |= {item.id: item.text for item in items}
        moved = tuple(
            Moved(id, texts.get(id, ""), record.said.get(id), now.get(id))
            for id in dict.fromkeys((*record.said, *now))
            if record.said.get(id) != now.get(id)
        )
        knows = record.knowledge == knowledge_hash()
        yield Verified(record, knows, moved, 0 if moved else _reworded(record, found))


def _reworded(record: Record, found: Consultation) -> int:
    if record.items is None:
        return 0
    now = [item_data(item) for item in (*found.items, *found.contradictions)]
    return sum(one != other for one, other in itertools.zip_longest(record.items, now))


def records(text: bytes, source: str) -> tuple[Record, ...]:
    """Return the clients of a document that `run`, `ask`, `checkin` or `compare` wrote.

    Raises ScenarioError where it is none, or where the answers are not those of the receipt.
    """
    document = _document(text, source)
    found: list[Record] = []
    wrong: list[str] = []
    clients = _clients(document, source)
    for place, data, said in clients:
        try:
            found.append(_record(place, len(clients) == 1, data, said))
        except Unreadable as error:
            wrong.append(_told(error, source, place) if len(wrong) < MOST_MESSAGES else "")
    if not found and not wrong:
        message = "found no advice with a receipt; allowed: what run, ask or compare write as JSON"
        wrong.append(line(source, "file", message))
    if wrong:
        raise ScenarioError(wrong)
    return tuple(found)


def _told(error: Unreadable, source: str, place: str) -> str:
    told = complaint(error.found, error.allowed)
    if isinstance(error, Changed):
        told = f"{CHANGED}: {told}"
    return line(source, f"{place}{error.place}", told)


def _document(text: bytes, source: str) -> Any:
    if len(text) > MOST_BYTES:
        message = f"found more than {MOST_BYTES} bytes; allowed: a document of unstuck"
        raise ScenarioError([line(source, "file", message)])
    try:
        return json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = "found no JSON; allowed: what unstuck run FILE --format json writes"
        raise ScenarioError([line(source, "file", message)]) from error


def _clients(document: Any, source: str) -> list[tuple[str, Any, Any]]:
    """Return each client of a document: the place, the data, and what is said and when."""
    if not isinstance(document, dict):
        return []
    scenarios = document.get("scenarios")
    several = scenarios if isinstance(scenarios, list) else []
    if len(several) > MOST_CLIENTS:
        message = f"found {len(several)} clients; allowed: at most {MOST_CLIENTS}"
        raise ScenarioError([line(source, "scenarios", message)])
    found: list[tuple[str, Any, Any]] = [
        (f"scenarios[{number}]", each, None) for number, each in enumerate(several)
    ]
    for side in ("before", "after"):
        if isinstance(document.get(side), dict):
            found.append((side, document[side], (document.get("advice"), side)))
    return found


def _record(place: str, alone: bool, data: Any, compared: Any) -> Record:
    if not isinstance(data, dict):
        raise Unreadable("", data, "a table with answers, unknown, advice and receipt")
    receipt, name = data.get("receipt"), data.get("name")
    if not isinstance(receipt, dict) or not isinstance(receipt.get("answers"), str):
        raise Unreadable(".receipt", receipt or "", "a receipt with the hash of the answers")
    beyond = bool(data.get("beyond_the_articles"))
    answers, unknown = _answers(data)
    written = {"answers": data["answers"], "unknown": data["unknown"]}
    fits = answers_hash(written | ({"beyond": True} if beyond else {}))
    if fits != receipt["answers"]:
        allowed = f"{fits[:SHORT]}..., the hash of the answers that stand here"
        raise Changed(".receipt.answers", f"{receipt['answers'][:SHORT]}...", allowed)
    if compared is None:
        items = [*_items(data, "advice"), *_items(data, "contradictions")]
        said = {item["id"]: item["when"] for item in items}
    else:
        said, items = _compared(*compared), None
    return Record(
        place=place,
        alone=alone,
        name=name[:MOST_NAME] if isinstance(name, str) else "",
        answers=answers,
        unknown=unknown,
        beyond=beyond,
        knowledge=str(receipt.get("knowledge")),
        said=said,
        items=None if items is None else tuple(items),
    )


def _answers(data: Mapping[str, Any]) -> tuple[dict[str, Answer], frozenset[str]]:
    answers, unknown = data.get("answers"), data.get("unknown")
    if not isinstance(answers, dict):
        raise Unreadable(".answers", answers or "", "a table of answers by question")
    if not isinstance(unknown, list) or not all(isinstance(id, str) for id in unknown):
        raise Unreadable(".unknown", unknown or "", "a list of questions")
    for id in (*answers, *unknown):
        if id not in QUESTIONS:
            raise Unreadable(".answers", id, "a question of this version")
    found: dict[str, Answer] = {}
    for id, raw in answers.items():
        try:
            answer = parse(QUESTIONS[id], raw)
        except AnswerError as error:
            raise Unreadable(f".answers.{id}", raw, str(error).partition("allowed: ")[2]) from error
        if answer is None:
            raise Unreadable(f".answers.{id}", raw, "an answer that is known")
        found[id] = answer
    return found, frozenset(unknown)


def _items(data: Mapping[str, Any], key: str) -> list[Any]:
    items = data.get(key)
    if not isinstance(items, list) or not all(map(_is_said, _few(items, key))):
        raise Unreadable(f".{key}", items or "", "a list of advice, each with its id and when")
    return items


def _few(items: list[Any], key: str) -> list[Any]:
    if len(items) > MOST_ADVICE:
        raise Unreadable(f".{key}", len(items), f"at most {MOST_ADVICE} pieces of advice")
    return items


def _is_said(item: Any) -> bool:
    return isinstance(item, dict) and all(_is_id(item.get(key)) for key in ("id", "when"))


def _is_id(word: Any) -> bool:
    return isinstance(word, str) and len(word) <= MOST_LETTERS


def _compared(advice: Any, side: str) -> Said:
    """Return what is said on one side of a comparison."""
    is_list = isinstance(advice, list)
    if not is_list or not all(isinstance(each, dict) for each in _few(advice, "advice")):
        raise Unreadable(".advice", advice or "", "a list of advice")
    whens = ((each.get("id"), each.get(side)) for each in advice)
    return {id: when for id, when in whens if _is_id(id) and _is_id(when)}
