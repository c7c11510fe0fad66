"""What clients say in their own words, read from the tables of a scenario file."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, get_args

from engine.answers import MOST_SHOWN, UNKNOWN, AnswerError, parse, shown
from engine.complaints import Complaints, line, visible
from engine.own_words import Gains, OwnWords, Person, Request, Stance, Trust, Wish, same_name
from kb.derived import DERIVED
from kb.situation import QUESTIONS
from kb.vocabulary import Question, Word, choice, yes_no
from kb.vocabulary.question import MOST_COUNTED

MOST_COMPARED = 500
"""Among how many names the nearest spelling is looked for."""

INFLUENCE = (1, 2, 3)

(TOPIC,) = (QUESTIONS[d.question] for d in DERIVED if d.source == Word("request.topic"))
STANCE = choice("stance", "Where do they stand?", get_args(Stance))
TRUST = choice("trust", "How much trust is there between you?", get_args(Trust))
MET = yes_no("met", "Is it met?")


def read_words(table: Mapping[str, Any], complaints: Complaints) -> OwnWords:
    """Return what the tables of a file hold, and note everything that is wrong in them."""
    return OwnWords(
        goal=read_text(table, "goal", "", complaints),
        request=_read_request(table, complaints),
        people=_read_people(table, complaints),
        needs=_read_wishes(table, "needs", complaints),
        wants=_read_wishes(table, "wants", complaints),
    )


def read_text(table: Mapping[str, Any], key: str, place: str, complaints: Complaints) -> str:
    """Return the text at a key, or nothing; `place` stands in front of it in a complaint."""
    value = table.get(key, "")
    if isinstance(value, str):
        return value
    complaints.add(f"{place}{key}", value, "a text in quotes")
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
        back_ups=_read_texts(request, "back_ups", "request.", "a text in quotes", complaints),
    )


def _read_people(table: Mapping[str, Any], complaints: Complaints) -> tuple[Person, ...]:
    """Return the people, each of them once, who sway nobody but each other."""
    people = tuple(
        _read_person(each, place, complaints)
        for place, each in _entries(table, "people", "each of them", Person, complaints)
    )
    names: set[str] = set()
    for number, person in enumerate(people, start=1):
        if person.name.strip() and same_name(person.name) in names:
            complaints.add(f"people[{number}].name", person.name, "each person once")
        names.add(same_name(person.name))
    known = dict.fromkeys(person.name for person in people)
    close = [visible(name) for name in known if len(name) <= MOST_SHOWN][:MOST_COMPARED]
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
    name = read_text(table, "name", dot, complaints)
    if not name.strip() and isinstance(table.get("name", ""), str):
        complaints.add(f"{place}.name", name, "a name in quotes")
    influence = table.get("influence")
    if is_unknown(influence):
        influence = None
    # True is a whole number to Python, not here.
    elif influence is not None and (type(influence) is not int or influence not in INFLUENCE):
        allowed = f'1 (little), 2 or 3 (much), or "{UNKNOWN}"'
        complaints.add(f"{place}.influence", influence, allowed)
    return Person(
        name=name,
        role=read_text(table, "role", dot, complaints),
        influence=influence,
        stance=_read_choice(table, STANCE, "stance", dot, complaints),
        trust=_read_choice(table, TRUST, "trust", dot, complaints),
        influences=_read_texts(table, "influences", dot, "the name of a person", complaints),
    )


def _read_wishes(table: Mapping[str, Any], key: str, complaints: Complaints) -> tuple[Wish, ...]:
    found: list[Wish] = []
    for place, each in _entries(table, key, "each of them", Wish, complaints):
        what = read_text(each, "what", f"{place}.", complaints)
        if not what.strip() and isinstance(each.get("what", ""), str):
            complaints.add(f"{place}.what", what, "a text in quotes")
        found.append(Wish(what, _read_choice(each, MET, "met", f"{place}.", complaints)))
    if len(found) > MOST_COUNTED:
        complaints.add(key, len(found), f"at most {MOST_COUNTED} entries")
    return tuple(found)


def _entries(
    table: Mapping[str, Any], key: str, each: str, kind: type, complaints: Complaints
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each table of a list of tables with its place; the first one has the number 1."""
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(entry, dict) for entry in tables):
        complaints.add(key, tables, f"a table [[{key}]] for {each}")
        return
    for number, entry in enumerate(tables, start=1):
        place = f"{key}[{number}]"
        _refuse_other_keys(entry, place, kind, complaints)
        yield place, entry


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
    table: Mapping[str, Any], key: str, place: str, each: str, complaints: Complaints
) -> tuple[str, ...]:
    """Return a list of texts, none of them empty."""
    values = table.get(key, [])
    if not isinstance(values, list):
        complaints.add(f"{place}{key}", values, f"a list, each {each}")
        return ()
    for value in values:
        if not isinstance(value, str) or not value.strip():
            complaints.add(f"{place}{key}", value, each)
    return tuple(value for value in values if isinstance(value, str) and value.strip())


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
