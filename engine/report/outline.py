"""What a reader is shown, in which section and in which order; every written form renders this."""

from dataclasses import dataclass

from engine.consultation import Consultation, Item
from kb.articles import ARTICLES, ROWS
from kb.situation import QUESTIONS
from kb.vocabulary import Diagnosis, Explanation, Finding, Path, Precedence, Questions, Script, Step

NOTHING_SAID = (
    "There is too little to go on so far, or these five articles say nothing about it. "
    "That is no verdict on you."
)


MOST_PLACES = 3
MOST_ROWS = 4
"""How many places and rows are named one by one before they are shortened."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or not to do: the text, what it waits for, the reason and the source."""

    text: str
    why: str
    source: str
    waits_for: str = ""
    explanations: tuple[str, ...] = ()
    parts: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    """Scripts and questions in full: heading, lines, source."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of an answer, in the order in which they are read."""

    name: str
    contradictions: tuple[Entry, ...]
    verdict: tuple[str, ...]
    now: tuple[Entry, ...]
    afterwards: tuple[Entry, ...]
    not_now: tuple[Entry, ...]
    worth_knowing: tuple[str, ...]
    next_question: str


def outline(name: str, consultation: Consultation) -> Outline:
    """Arrange a consultation for a reader."""
    paths = [item for item in consultation.at("note") if issubclass(item.conclusion, Path)]
    upcoming = consultation.next_question
    return Outline(
        name=name,
        contradictions=tuple(_entry(item, consultation) for item in consultation.contradictions),
        verdict=tuple(path.text for path in paths) or (NOTHING_SAID,),
        now=tuple(_entry(item, consultation) for item in consultation.at("now")),
        afterwards=tuple(_entry(item, consultation) for item in consultation.at("afterwards")),
        not_now=tuple(_entry(item, consultation) for item in consultation.at("not_now")),
        worth_knowing=_worth_knowing(consultation, paths),
        next_question=QUESTIONS[upcoming].prompt if upcoming else "",
    )


def source(rows: tuple[str, ...]) -> str:
    """Name the place and the rows, by article: `Roadblock, Step 3: RB-36, RB-44`."""
    by_place: dict[str, list[str]] = {}
    for row_id in rows:
        row = ROWS[row_id]
        heading = row.place.split(" · ")[0]
        by_place.setdefault(f"{ARTICLES[row.family]}, {heading}", []).append(row.id)
    places = list(by_place.items())
    if len(places) > MOST_PLACES:
        places = [(ARTICLES[ROWS[rows[0]].family], list(rows))]
    return "; ".join(f"{place}: {_span(ids)}" for place, ids in places)


def _span(ids: list[str]) -> str:
    """Shorten a run of rows: `RB-45 to RB-55`."""
    return ", ".join(ids) if len(ids) <= MOST_ROWS else f"{ids[0]} to {ids[-1]}"


def _entry(item: Item, consultation: Consultation) -> Entry:
    goes_with = [
        note
        for note in consultation.at("note")
        if item.id in note.belongs_to and item.when == "now"
    ]
    return Entry(
        text=item.text,
        why=_why(item, consultation),
        source=source(item.conclusion.rows),
        waits_for=item.waits_for,
        explanations=tuple(n.text for n in goes_with if issubclass(n.conclusion, Explanation)),
        parts=tuple(
            (n.text, n.conclusion.lines, source(n.conclusion.rows))
            for n in goes_with
            if issubclass(n.conclusion, Questions | Script)
        ),
    )


def _why(item: Item, consultation: Consultation) -> str:
    """Give the reasons of the rules, or the words of whatever made it give way."""
    if item.set_aside_by:
        notes = (*consultation.contradictions, *consultation.items)
        return " ".join(n.text for n in notes if n.id in item.set_aside_by)
    if item.when == "afterwards" and not issubclass(item.conclusion, Step):
        return ""
    return " ".join(dict.fromkeys(reason.why for reason in item.because))


def _worth_knowing(consultation: Consultation, paths: list[Item]) -> tuple[str, ...]:
    """Collect what explains the paths, what else was found, and how clashes were settled."""
    path_ids = {path.id for path in paths}
    shown_aside = {by for item in consultation.items for by in item.set_aside_by}
    said = []
    for note in consultation.at("note"):
        kind = note.conclusion
        explains = issubclass(kind, Explanation | Questions) and path_ids & set(note.belongs_to)
        is_leaf = issubclass(kind, Finding | Diagnosis) and kind.told and not note.belongs_to
        if explains or is_leaf or (issubclass(kind, Precedence) and note.id not in shown_aside):
            said.append(f"{' '.join((note.text, *kind.lines))} [{', '.join(kind.rows)}]")
    return tuple(said)
