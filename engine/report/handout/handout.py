"""One client's handout: the advice, the plan, the pages to fill in, the pictures and the limits."""

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.cases import case_of
from engine.explain.person import person_of
from engine.own_words import OwnWords, same_name
from engine.progress.sessions import stem_of
from engine.report.case import Case
from engine.report.handout.model import (
    Block,
    Due,
    Handout,
    Point,
    Points,
    Said,
    Section,
    Shown,
    Text,
)
from engine.report.handout.plan import days_of_plan, plan
from engine.report.handout.reasons import changes, differences
from engine.report.handout.sheets import reflections, sheets
from engine.report.outline import Entry, Outline, outline, worth_knowing
from engine.report.own_words import in_your_words
from engine.report.pictures.drawing import Picture
from engine.report.pictures.power_map import power_map
from engine.report.pictures.roles import overlap
from engine.report.pictures.support import balance
from engine.report.pictures.wishes import wishes
from engine.report.wording import day, one_line
from engine.scenarios import Scenario
from kb.handout import ROLES, SUPPORT
from kb.scope import GUIDANCE
from kb.situation import QUESTIONS

PICTURES = "The shapes carry the meaning, not the colours. Each picture is followed by a table."


def handout(
    scenario: Scenario,
    start: datetime.date,
    receipt: tuple[str, ...] = (),
    today: datetime.date | None = None,
) -> Handout:
    """Put together what a client takes home; the days of the plan count from `start`.

    It is written `today`, or else on the first day of the plan.
    The coach's notes are no part of it. Who is beyond the articles is told where to look for help,
    and nothing else.
    """
    case = case_of(scenario)
    answer = outline(case)
    days = days_of_plan(case.consultation, start)
    sections = _beyond(answer) if case.beyond else _sections(scenario, case, answer, days)
    return Handout(
        name=one_line(scenario.name),
        key=_key(scenario),
        written=today or start,
        begins=f"Written for {day(start)}",
        sections=tuple(section for section in sections if section.blocks),
        plan=days,
        closing=tuple(text for text in (answer.not_covered, GUIDANCE) if text),
        receipt=receipt,
    )


def _key(scenario: Scenario) -> str:
    """Name a client for calendars, which update what has the same name; nobody can read it back."""
    known_by = f"{stem_of(Path(scenario.source))}\n{same_name(scenario.name)}"
    return hashlib.sha256(known_by.encode("utf-8", "replace")).hexdigest()[:32]


def _beyond(answer: Outline) -> Iterator[Section]:
    yield Section("Where you stand", _points(answer.verdict))


def _sections(
    scenario: Scenario, case: Case, answer: Outline, days: tuple[Due, ...]
) -> Iterator[Section]:
    found = case.consultation
    person = person_of(scenario)
    yield Section("In your words", tuple(_said(scenario.words)))
    yield Section("First, please clear this up", _points(answer.contradictions))
    yield Section("Where you stand", _points(answer.verdict))
    yield Section("Now", _points(answer.now, numbered=True))
    yield Section("Alongside", _points(answer.alongside))
    yield Section("Afterwards, in this order", _points(answer.afterwards, numbered=True))
    yield Section("Not now", _points(answer.not_now))
    known = tuple(map(Point, worth_knowing(found, questions=False)))
    yield Section("Worth knowing", (Points(known),) if known else ())
    yield Section("Your plan", plan(found, days), page=True)
    yield Section("Your sheets", sheets(found, scenario.words), page=True)
    yield Section("Questions to think about", reflections(found))
    pictures: tuple[Block, ...] = tuple(map(Shown, _pictures(scenario.words, found.facts)))
    shown = (Text(PICTURES, drawn=True), *pictures) if pictures else ()
    yield Section("Your situation at a glance", shown)
    yield Section("What would change this advice", changes(person))
    yield Section("Where the articles, or your answers, disagree", differences(person))
    yield Section("Still open", tuple(_still_open(answer)))


def _said(words: OwnWords) -> Iterator[Said]:
    for label, texts in in_your_words(words):
        yield Said(label, tuple(map(one_line, texts)))


def _points(entries: tuple[Entry, ...], *, numbered: bool = False) -> tuple[Block, ...]:
    if not entries:
        return ()
    points = tuple(
        Point(e.text, e.waits_for, e.items, e.why, e.explanations, e.source) for e in entries
    )
    return (Points(points, "numbers" if numbered and len(points) > 1 else "bullets"),)


def _pictures(words: OwnWords, facts: Mapping[str, Any]) -> Iterator[Picture]:
    """Draw what there are data for."""
    now, wanted = facts.get(ROLES.now, ()), facts.get(ROLES.wanted, ())
    drawn = (
        power_map(words.people),
        wishes(words.needs, words.wants),
        overlap(ROLES, QUESTIONS[ROLES.now].choices, now, wanted),
        balance(SUPPORT, facts[SUPPORT.gain], facts[SUPPORT.loss])
        if SUPPORT.gain in facts and SUPPORT.loss in facts
        else None,
    )
    yield from (picture for picture in drawn if picture)


def _still_open(answer: Outline) -> Iterator[Block]:
    if answer.left_open:
        open_points = (
            Point(prompt, more=(f"May hang on it: {hanging}.",) if hanging else ())
            for prompt, hanging in answer.left_open
        )
        yield Points(tuple(open_points))
    if answer.settled:
        yield Text(answer.settled)
    if answer.next_question:
        yield Text(f"The next question that would help: {answer.next_question}")
