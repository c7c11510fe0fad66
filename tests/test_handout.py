"""What a client takes home: the same in every form, from the client's own words, and no more."""

import concurrent.futures
import dataclasses
import datetime
import os
import subprocess
import sys

import icalendar
import pytest

from engine.cases import case_of
from engine.consultation import consult
from engine.own_words import NO_WORDS, OwnWords
from engine.report.handout import calendar, markdown, page
from engine.report.handout.handout import PICTURES, handout
from engine.report.handout.model import Points, Said, Shown
from engine.report.handout.plan import days_of_plan
from engine.report.handout.sheets import said
from engine.report.outline import outline
from engine.scenario_files import load
from kb.conclusions.advice.boss import KeepRepaying
from kb.conclusions.paths.bounce_back import ACTIVE_STEPS, FixWhatYouCan
from kb.handout import PACES, SHEETS
from kb.scope import BEYOND, GUIDANCE
from tests.handouts import PDF, SCENARIOS, START, WORDS, Page, client, handed, words_of_markdown

ROADBLOCK = "example-other-hours-six-weeks-ago"
ROLES = "example-teaching-instead-of-mentoring"
HOT = "active-18-a-big-ask-with-a-stained-name"
ASK = "example-flexibility-becomes-one-day-at-home"
UNMET = "example-home-by-five-for-the-children"
VISIBLE = "conflict-k12-visible-for-wanted-roles"


def scenario(name):
    """Load a client of the corpus."""
    return load(SCENARIOS / f"{name}.toml")


ISSUE = [step.text() for step in ACTIVE_STEPS]


def texts_of(due):
    """Return what is to be done by a day."""
    return [point.text for point in due.points]


def titles(shown):
    """Return the titles of the sections."""
    return [section.title for section in shown.sections]


@pytest.mark.parametrize("name", [ROADBLOCK, ROLES, HOT, ASK, UNMET, VISIBLE, "own words"])
def test_page_and_markdown_say_the_same(name):
    """Word by word, in the same order, but for what is said of drawings, which only a page has."""
    shown = handed(client() if name == "own words" else scenario(name), receipt=("a_receipt 12",))
    read = Page(page.render(shown))
    found = read.words(without=["drawn"])
    assert found == words_of_markdown(markdown.render(shown))
    pictures = [b.picture for s in shown.sections for b in s.blocks if isinstance(b, Shown)]
    of_drawings = [PICTURES, *(picture.signs for picture in pictures)] if pictures else []
    assert [text for place, text in read.texts if "drawn" in place] == of_drawings
    assert len(found) > 200


def test_every_advice_is_handed_over_with_reason_and_source():
    """What the answer in the terminal says now, afterwards and not now stands in the handout."""
    for name in (ROADBLOCK, ROLES, HOT, VISIBLE):
        answer = outline(case_of(scenario(name)))
        written = " ".join(Page(page.render(handed(scenario(name)))).words())
        for entry in (*answer.verdict, *answer.now, *answer.afterwards, *answer.not_now):
            for text in (entry.text, entry.why, entry.source, *entry.items, *entry.explanations):
                assert " ".join(words_of_markdown(text)) in written


def test_the_clients_own_words_fill_the_sheet():
    """The talk holds the request and the manager's name; what is not said is left to fill in."""
    shown = handed(client())
    sheet = next(s for s in shown.sections if s.title == "Your sheets").blocks
    filled = {block.label: block.values for block in sheet if isinstance(block, Said)}
    assert filled["With"] == ("Dana",)
    assert filled["What you asked for"] == ("Every Wednesday at home",)
    assert filled["Weeks you had waited when you answered"] == ("6",)
    empty = handed(client(words=NO_WORDS))
    sheet = next(s for s in empty.sections if s.title == "Your sheets").blocks
    assert [block.label for block in sheet if isinstance(block, Said)] == [
        "Weeks you had waited when you answered"
    ]


def test_the_roles_that_do_not_match_are_named():
    """What somebody enjoys and hardly lives is the difference of two answers."""
    sheet = next(s for s in handed(scenario(ROLES)).sections if s.title == "Your sheets").blocks
    filled = {block.label: block.values for block in sheet if isinstance(block, Said)}
    assert filled["What you enjoy, and where your time does not go yet"] == ("mentor",)


def test_only_sheets_of_ones_own_advice_are_handed_over():
    """Nobody gets a page for advice that is not theirs, or that is held back."""
    given = {item.id for item in consult(client().answers).items if item.when != "not_now"}
    text = page.render(handed(client()))
    for sheet in SHEETS:
        assert (f'sheet">{sheet.title}<' in text) == bool(given & {kind.id() for kind in sheet.of})
    # Whoever is to rebuild a reputation first is not sent away with the words for a big request.
    assert 'sheet">Your request<' not in page.render(handed(scenario(HOT)))


def test_every_blank_names_something_that_exists():
    """What fills a blank is a question, or a place in the client's own words."""
    for sheet in SHEETS:
        for blank in (*sheet.first, *(b for part in sheet.parts for b in part.blanks)):
            for place in filter(None, (blank.said, blank.without)):
                assert said(place, NO_WORDS, {}) is None


def test_two_managers_are_nobody_to_name():
    """Where it is not clear who the manager is, the client writes the name."""
    twice = OwnWords(people=(WORDS.people[0], WORDS.people[0]))
    assert said("boss", WORDS, {}) == ("Dana",)
    assert said("boss", twice, {}) is None


def test_the_plan_has_examples_for_days():
    """A talk is prepared this week and held within two; looking back after 30, 60 and 90 days."""
    days = {due.name: (due.day - START).days for due in handed(client()).plan}
    assert days == {"first-step": 4, "talk": 11, "day-30": 30, "day-60": 60, "day-90": 88}
    shown = markdown.render(handed(client()))
    assert "The articles set no dates." in shown
    assert "for example by Friday, 6 February 2026" in shown


def test_no_day_lies_on_a_weekend_or_before_the_start():
    """Whatever the first day, unless a plan begins and ends on it."""
    found = consult(client().answers)
    for more in range(14):
        start = START + datetime.timedelta(more)
        for due in days_of_plan(found, start):
            assert due.day >= start and due.day.weekday() < 5
    last = datetime.date.max
    assert {due.day for due in days_of_plan(found, last)} == {last}


def test_a_hot_issue_begins_at_once():
    """Where the article asks to act fast, the first step has the first day, and it is said why."""
    hot = client(had_setback=True, specific_incident=True, issue_fixed="no", damage_assessed=False)
    shown = handed(hot)
    assert (shown.plan[0].name, shown.plan[0].day) == ("first-step", START)
    # Its later steps are not spread over months.
    assert not {text for due in shown.plan[1:] for text in texts_of(due)} & set(ISSUE)
    assert sum(text in markdown.render(shown).partition("## Your plan")[2] for text in ISSUE) > 2
    assert PACES[0].remark in markdown.render(shown)
    assert PACES[0].remark not in markdown.render(handed(client()))


def test_who_is_beyond_the_articles_is_told_where_help_is():
    """The lines of help, and no advice, no plan, no picture, no question."""
    shown = handed(client(beyond=True))
    assert titles(shown) == ["Where you stand"] and shown.plan == ()
    text = markdown.render(shown)
    assert all(each.help in text for each in BEYOND) and GUIDANCE in text
    assert "Dana" not in text and "<svg" not in page.render(shown)


def test_the_coachs_notes_are_in_no_form():
    """A mark in the notes appears nowhere."""
    shown = handed(client(notes="CANARY-7"))
    for written in (page.render(shown), markdown.render(shown), calendar.render(shown)):
        assert "CANARY" not in written


def test_a_minor_issue_is_not_put_off_by_weeks():
    """Its first step is due this week, and no later step waits for the view at thirty days."""
    marks = ("key_customers_affected", "visible_to_key_stakeholders", "important_work_derailed")
    told = {"specific_incident": True, "own_mistake": True, "admitted_own_part": False}
    found = consult({**told, "issue_fixed": "no", **dict.fromkeys(marks, False)})
    later = {item.text for item in found.at("afterwards")}
    assert "minor_issue" in found.advice and FixWhatYouCan.text() in later
    due = {each.name: {point.text for point in each.points} for each in days_of_plan(found, START)}
    assert "first-step" in due
    assert all(later.isdisjoint(due[name]) for name in due if name.startswith("day-"))


def test_advice_that_only_goes_alongside_has_boxes_and_days_to_look_back():
    """Nobody who is told what to keep doing goes home without a plan."""
    shown = handed(load(SCENARIOS / "boss-09-support-repaid.toml"))
    (plan,) = (section for section in shown.sections if section.title == "Your plan")
    ticked = [block for block in plan.blocks if isinstance(block, Points)]
    assert KeepRepaying.text() in {point.text for block in ticked for point in block.points}
    assert [due.name for due in shown.plan] == ["day-30", "day-60", "day-90"]


def test_the_calendar_holds_the_plan():
    """A whole day each, private, taking no time; its names stay, whatever the start and whoever
    checked in since, and its stamp never goes back.
    """
    shown = handed(dataclasses.replace(client(), source="ruth.toml"))
    events = icalendar.Calendar.from_ical(calendar.render(shown)).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [due.day for due in shown.plan]
    assert {str(event["class"]) for event in events} == {"PRIVATE"}
    assert {str(event["transp"]) for event in events} == {"TRANSPARENT"}
    assert all(
        due.points[0].text in event["description"]
        for due, event in zip(shown.plan, events, strict=True)
    )
    later = dataclasses.replace(client(), source="ruth-2026-03-02.toml")
    today = START + datetime.timedelta(3)
    for start in (START - datetime.timedelta(14), START + datetime.timedelta(14)):
        moved = handout(later, start, today=today)
        again = icalendar.Calendar.from_ical(calendar.render(moved)).walk("VEVENT")
        assert [event["uid"] for event in events] == [event["uid"] for event in again]
        assert {event["dtstamp"].dt.date() for event in again} == {today}
    assert len({event["uid"] for event in events}) == len(events)
    assert "Ruth" not in calendar.render(shown)


DIGESTS = """
import hashlib, sys
from engine.progress.comparison import compare
from engine.report.compared import FORMS, render
from engine.report.handout.files import written
from tests.handouts import client, handed
there = client()
for form in sys.argv[1:]:
    found = written(handed(there), form)
    print(form, hashlib.sha256(found if isinstance(found, bytes) else found.encode()).hexdigest())
for form in FORMS:
    print(form, render(compare(there, client(unmet_needs=1)), form))
"""
SEEDS, PDF_SEEDS = 20, 3


def test_the_same_input_gives_the_same_bytes():
    """Page, Markdown, calendar and comparison, under any order of hashes; a PDF under some."""

    def written_under(seed):
        forms = ("html", "markdown", "ics", *(PDF if seed < PDF_SEEDS else ()))
        ran = subprocess.run(
            [sys.executable, "-c", DIGESTS, *forms],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "SOURCE_DATE_EPOCH": "1700000000"},
            cwd=SCENARIOS.parent.parent,
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout.splitlines()

    with concurrent.futures.ThreadPoolExecutor(2) as several:
        found = list(several.map(written_under, range(SEEDS)))
    with_pdf, without = found[:PDF_SEEDS], found[PDF_SEEDS:]
    assert all(each == with_pdf[0] for each in with_pdf)
    others = [line for line in with_pdf[0] if not line.startswith("pdf ")]
    assert len(others) > 50 and all(each == others for each in without)
