"""What clients say in their own words, read from the tables of a scenario file."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, get_args

from engine.answers import UNKNOWN, AnswerError, parse, shown
from engine.complaints import Complaints, line, visible
from engine.own_words import (
    MOST_BACK_UPS,
    MOST_IN_ALL,
    MOST_LISTED,
    MOST_NAME,
    MOST_PEOPLE,
    MOST_TEXT,
    MOST_WISHES,
    Gains,
    OwnWords,
    Person,
    Request,
    Stance,
    Trust,
    Wish,
    same_name,
)
from kb.derived import DERIVED
from kb.situation import QUESTIONS
from kb.vocabulary import Question, Word, choice, yes_no

INFLUENCE = (1, 2, 3)

(TOPIC,) = (QUESTIONS[d.question] for d in DERIVED if d.source == Word("request.topic"))
STANCE = choice("stance", "Where do they stand?", get_args(Stance))
TRUST = choice("trust", "How much trust is there between you?", get_args(Trust))
MET = yes_no("met", "Is it met?")


def read_words(table: Mapping[str, Any], complaints: Complaints) -> OwnWords:
    """Return what the tables of a file hold, and note everything that is wrong in them."""
    words = OwnWords(
        goal=read_text(table, "goal", "", complaints),
        request=_read_request(table, complaints),
        people=_read_people(table, complaints),
        needs=_read_wishes(table, "needs", complaints),
        wants=_read_wishes(table, "wants", complaints),
    )
    if too_much(words):
        message = f"found {size(words)} characters in all; allowed: at most {MOST_IN_ALL}"
        complaints.messages.append(line(complaints.source, "own words", message))
    return words


def too_much(words: OwnWords) -> bool:
    """Tell whether these are more words in all than a file may hold."""
    return size(words) > MOST_IN_ALL


def size(said: Any) -> int:
    """Return how many characters the texts in own words have, as they are shown."""
    match said:
        case str():
            return len(visible(said))
        case tuple():
            return sum(map(size, said))
        case OwnWords() | Request() | Gains() | Person() | Wish():
            return sum(size(getattr(said, field.name)) for field in fields(said))
    return 0


def read_text(
    table: Mapping[str, Any],
    key: str,
    place: str,
    complaints: Complaints,
    most: int | None = MOST_TEXT,
) -> str:
    """Return the text at a key, or nothing; `place` stands in front of it in a complaint.

    It has at most so many characters; with None, as many as it likes.
    """
    value = table.get(key, "")
    if isinstance(value, str):
        return _short(value, f"{place}{key}", most, complaints)
    complaints.add(f"{place}{key}", value, "a text in quotes")
    return ""


def _short(text: str, place: str, most: int | None, complaints: Complaints) -> str:
    """Return a text, or nothing where it is too long."""
    if most is None or len(text) <= most:
        return text
    message = f"found {len(text)} characters; allowed: at most {most}"
    complaints.messages.append(line(complaints.source, place, message))
    return ""


def _read_request(table: Mapping[str, Any], complaints: Complaints) -> Request:
    request = table.get("request", {})
    if not isinstance(request, dict):
        complaints.add("request", request, "a table [request]")
        return Request()
    _refuse_other_keys(request, "request", Request, complaints)
    gains = request.get("gains", {})
    if isinstance(gains, dict):
        _refuse_other_keys(gains, "request.gains", Gains, complaints)
    else:
        complaints.add("request.gains", gains, "a table [request.gains]")
        gains = {}
    return Request(
        topic=_read_choice(request, TOPIC, "topic", "request.", complaints) or "",
        wording=read_text(request, "wording", "request.", complaints),
        intent=read_text(request, "intent", "request.", complaints),
        gains=Gains(
            **{
                field.name: read_text(gains, field.name, "request.gains.", complaints)
                for field in fields(Gains)
            }
        ),
        back_ups=_read_texts(
            request, "back_ups", "request.", "a text in quotes", complaints, MOST_BACK_UPS
        ),
    )


def _read_people(table: Mapping[str, Any], complaints: Complaints) -> tuple[Person, ...]:
    """Return the people, each of them once, who sway nobody but each other."""
    people = tuple(
        _read_person(each, place, complaints)
        for place, each in _entries(table, "people", Person, complaints, MOST_PEOPLE)
    )
    names: set[str] = set()
    for number, person in enumerate(people, start=1):
        if person.name.strip() and same_name(person.name) in names:
            complaints.add(f"people[{number}].name", person.name, "each person once")
        names.add(same_name(person.name))
    known = dict.fromkeys(person.name for person in people)
    close = [visible(name) for name in known]
    for number, person in enumerate(people, start=1):
        place = f"people[{number}].influences"
        named: set[str] = set()
        for name in person.influences:
            if name not in known or name == person.name:
                others = (each for each in close if each != visible(person.name))
                complaints.add(place, name, "the name of somebody else in [[people]]", others)
            elif name in named:
                complaints.messages.append(
                    line(complaints.source, place, f"found {shown(name)} twice; allowed: once each")
                )
            named.add(name)
    return people


def _read_person(table: Mapping[str, Any], place: str, complaints: Complaints) -> Person:
    dot = f"{place}."
    name = read_text(table, "name", dot, complaints, MOST_NAME)
    _require(table, "name", place, "a name in quotes", complaints)
    influence = table.get("influence")
    if is_unknown(influence):
        influence = None
    # True is a whole number to Python, not here.
    elif influence is not None and (type(influence) is not int or influence not in INFLUENCE):
        allowed = f'1 (little), 2 or 3 (much), or "{UNKNOWN}"'
        complaints.add(f"{place}.influence", influence, allowed)
    return Person(
        name=name,
        role=read_text(table, "role", dot, complaints, MOST_NAME),
        influence=influence,
        stance=_read_choice(table, STANCE, "stance", dot, complaints),
        trust=_read_choice(table, TRUST, "trust", dot, complaints),
        influences=_read_texts(
            table, "influences", dot, "the name of a person", complaints, MOST_PEOPLE
        ),
    )


def _read_wishes(table: Mapping[str, Any], key: str, complaints: Complaints) -> tuple[Wish, ...]:
    found: list[Wish] = []
    for place, each in _entries(table, key, Wish, complaints, MOST_WISHES):
        what = read_text(each, "what", f"{place}.", complaints, MOST_LISTED)
        _require(each, "what", place, "a text in quotes", complaints)
        found.append(Wish(what, _read_choice(each, MET, "met", f"{place}.", complaints)))
    return tuple(found)


def _require(
    table: Mapping[str, Any], key: str, place: str, allowed: str, complaints: Complaints
) -> None:
    """Complain of a text that is missing or empty."""
    value = table.get(key, "")
    if isinstance(value, str) and not value.strip():
        complaints.add(f"{place}.{key}", value, allowed)


def _entries(
    table: Mapping[str, Any], key: str, kind: type, complaints: Complaints, most: int
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each table of a list of tables with its place; the first one has the number 1."""
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(entry, dict) for entry in tables):
        complaints.add(key, tables, f"a line [[{key}]], in double brackets, above each")
        return
    for number, entry in enumerate(_few(tables, key, most, complaints), start=1):
        place = f"{key}[{number}]"
        _refuse_other_keys(entry, place, kind, complaints)
        yield place, entry


def _few(entries: list[Any], place: str, most: int, complaints: Complaints) -> list[Any]:
    """Return the entries of a list, and of one that is too long none: nobody reads as many."""
    if len(entries) <= most:
        return entries
    complaints.add(place, len(entries), f"at most {most} entries")
    return []


def _read_choice(
    table: Mapping[str, Any], question: Question, key: str, place: str, complaints: Complaints
) -> Any:
    """Return the answer at a key, as a question would take it, or None where it is not known."""
    if key not in table:
        return None
    try:
        return parse(question, table[key])
    except AnswerError as error:
        complaints.messages.append(line(complaints.source, f"{place}{key}", str(error)))
        return None


def _read_texts(
    table: Mapping[str, Any], key: str, place: str, each: str, complaints: Complaints, most: int
) -> tuple[str, ...]:
    """Return a list of texts, none of them empty."""
    values = table.get(key, [])
    if not isinstance(values, list):
        complaints.add(f"{place}{key}", values, f'a list in brackets, such as ["..."], each {each}')
        return ()
    texts: list[str] = []
    for value in _few(values, f"{place}{key}", most, complaints):
        if not isinstance(value, str) or not value.strip():
            complaints.add(f"{place}{key}", value, each)
        elif text := _short(value, f"{place}{key}", MOST_TEXT, complaints):
            texts.append(text)
    return tuple(texts)


def _refuse_other_keys(
    table: Mapping[str, Any], place: str, kind: type, complaints: Complaints
) -> None:
    keys = [field.name for field in fields(kind)]
    for key in table:
        if key not in keys:
            complaints.add(place, key, ", ".join(keys), keys)


def is_unknown(value: object) -> bool:
    """Tell whether somebody wrote that this is not known."""
    return isinstance(value, str) and value.strip().casefold() == UNKNOWN
