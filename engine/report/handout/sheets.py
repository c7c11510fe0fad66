"""Sheets to fill in, with what the client has said already, and the questions to think about."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from engine.consultation import Consultation, Item
from engine.own_words import OwnWords
from engine.report.handout.model import Block, Heading, Room, Said, Text
from engine.report.outline import source
from engine.report.wording import one_line
from engine.words import word
from kb.handout import BOSS, SHEETS
from kb.situation import QUESTIONS
from kb.vocabulary import Questions, Script
from kb.vocabulary.handout import Blank, Sheet

LEAD = (
    "These pages are yours to fill in. What you have said already stands in its place; the rest is "
    "left empty for you."
)
LATER = "For later"
REFLECT = "There are no wrong answers to these, and nobody else needs to read them."
ROOM_TO_THINK = 3
NONE_OF_THEM = "none"


def sheets(consultation: Consultation, words: OwnWords) -> tuple[Block, ...]:
    """Return the sheets that belong to this client's advice, filled in as far as can be."""
    given = _given(consultation)
    blocks: list[Block] = []
    for sheet in SHEETS:
        items = [given[id] for id in (kind.id() for kind in sheet.of) if id in given]
        if items:
            blocks += _sheet(sheet, items, words, consultation.facts)
    on_sheets = {kind for sheet in SHEETS for kind in sheet.of}
    for item in given.values():
        if issubclass(item.conclusion, Script) and item.conclusion not in on_sheets:
            blocks.append(Heading(item.text.rstrip(":"), sheet=True))
            blocks += [Text(line) for line in item.conclusion.lines]
            blocks += [_from(item), Room("In your words", ROOM_TO_THINK)]
    return (Text(LEAD), *blocks) if blocks else ()


def _given(consultation: Consultation) -> dict[str, Item]:
    """Return what is given by id: held back or warned against is not given."""
    return {item.id: item for item in consultation.items if item.when != "not_now"}


def _sheet(
    sheet: Sheet, items: list[Item], words: OwnWords, facts: Mapping[str, Any]
) -> Iterator[Block]:
    yield Heading(sheet.title, sheet=True)
    if all(item.when == "afterwards" for item in items):
        waits = (i.waits_for for i in items if i.waits_for and i.waits_for != sheet.opens)
        waits_for = next(waits, "")
        yield Text(f"{LATER}: {waits_for}." if waits_for else f"{LATER}, in its turn.", quiet=True)
    yield from (_blank(blank, words, facts) for blank in sheet.first)
    for part in sheet.parts:
        yield Heading(part.heading, lower=True)
        yield from (_blank(blank, words, facts) for blank in part.blanks)
    yield _from(*items)


def _from(*items: Item) -> Text:
    rows = dict.fromkeys(row for item in items for row in item.conclusion.rows)
    return Text(f"From: {source(tuple(rows))}", quiet=True)


def _blank(blank: Blank, words: OwnWords, facts: Mapping[str, Any]) -> Block:
    values = said(blank.said, words, facts) if blank.said else None
    others = said(blank.without, words, facts) if blank.without else ()
    if values is None or others is None:
        return Room(blank.label, blank.room)
    left = tuple(value for value in values if value not in others)
    return Said(blank.label, left or (NONE_OF_THEM,))


def said(place: str, words: OwnWords, facts: Mapping[str, Any]) -> tuple[str, ...] | None:
    """Return what the client said in a place or answered to a question, None for nothing.

    Raises AttributeError for a place that is none.
    """
    if place in facts:
        answer = facts[place]
        several = isinstance(answer, Collection) and not isinstance(answer, str)
        return tuple(map(word, sorted(answer))) if several else (word(answer),)
    if place == "boss":
        bosses = [p.name for p in words.people if p.role.strip().casefold() in BOSS]
        return (one_line(bosses[0]),) if len(bosses) == 1 else None
    if place in QUESTIONS:
        return None
    found = attrgetter(place)(words)
    texts = (found,) if isinstance(found, str) else found
    return tuple(one_line(text) for text in texts if text.strip()) or None


def reflections(consultation: Consultation) -> tuple[Block, ...]:
    """Return the questions that belong to the advice, with room to write below each."""
    blocks: list[Block] = []
    for item in _given(consultation).values():
        if issubclass(item.conclusion, Questions):
            blocks.append(Heading(item.text.rstrip(":")))
            blocks += _with_room(item.conclusion.lines)
            blocks.append(_from(item))
    return (Text(REFLECT), *blocks) if blocks else ()


def _with_room(lines: Sequence[str]) -> Iterator[Block]:
    """Give room to each question; what is said to it stands with it, above the room."""
    questions: list[str] = []
    for line in lines:
        if line.endswith("?"):
            questions.append(line)
        elif questions:
            questions[-1] += f" {line}"
        else:
            yield Text(line)
    yield from (Room(question, ROOM_TO_THINK) for question in questions)
