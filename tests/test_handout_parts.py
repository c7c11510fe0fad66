"""Sheets, questions to think about and the steps of a plan: each in its place, at its time."""

import io
import itertools

import pypdf
import pytest

from engine.consultation import consult
from engine.own_words import Gains, OwnWords, Request
from engine.report.handout import markdown
from engine.report.handout.files import written
from engine.report.handout.model import Heading, Points, Room, Text
from engine.report.handout.plan import AS_SOON, RIGHT_AFTER
from engine.report.handout.sheets import LATER, reflections
from engine.report.own_words import in_your_words
from engine.scenario_files import load
from kb.conclusions.advice.boss import WhatDoYouWant
from kb.conclusions.paths.bounce_back import HoldAPostMortem
from kb.handout import SHEETS
from tests.handouts import PDF, SCENARIOS, client, handed

RESHAPING = {
    "has_boss": False,
    "wants_better_working_relationships": True,
    "believes_job_fixed_by_description": False,
    "owns_job_description": False,
}
ROLES = {
    "preferred_roles": frozenset({"mentor", "teacher"}),
    "main_roles_now": frozenset({"teacher"}),
}
IN_A_HURRY = {"had_setback": True, "specific_incident": True, "issue_fixed": "partly"}


def blocks_of(title, **answers):
    """Return what stands in a section of the handout of somebody who gave these answers."""
    shown = handed(client(**answers))
    return next(section.blocks for section in shown.sections if section.title == title)


@pytest.mark.parametrize("roles", [{}, {"preferred_roles": frozenset({"mentor", "teacher"})}])
def test_no_sheet_waits_for_what_is_found_out_on_it(roles):
    """The two roles are chosen on the sheet, so it is not for later until they are known."""
    (sheet,) = (each for each in SHEETS if each.opens)
    blocks = blocks_of("Your sheets", **RESHAPING, **roles)
    place = blocks.index(Heading(sheet.title, sheet=True))
    remark = blocks[place + 1]
    assert isinstance(remark, Text) and remark.text.startswith(LATER)
    assert sheet.opens not in remark.text


def test_only_questions_are_given_room():
    """What is said to a question stands with it; nobody is to fill in lines below a statement."""
    knows_no_goal = consult({"has_boss": True, "knows_top_goal": False})
    assert "what_do_you_want" in {item.id for item in knows_no_goal.items}
    rooms = [b.label for b in reflections(knows_no_goal) if isinstance(b, Room)]
    assert rooms == [" ".join(WhatDoYouWant.lines)]


def test_what_waits_for_something_is_not_to_be_done_without_delay():
    """Of an issue in a hurry, the post-mortem and what follows it have a heading of their own."""
    blocks = blocks_of("Your plan", **IN_A_HURRY)
    below = {
        heading.text: list_.points
        for heading, list_ in itertools.pairwise(blocks)
        if isinstance(heading, Heading) and isinstance(list_, Points)
    }
    assert not any(point.waits_for for point in below[RIGHT_AFTER])
    assert any(HoldAPostMortem.gate in point.waits_for for point in below[AS_SOON])


def test_what_a_yes_brings_is_said_for_each_party():
    """No label is half a sentence that only the one before it completes."""
    words = OwnWords(request=Request(gains=Gains(team="Fewer late meetings")))
    assert in_your_words(words) == (("What a yes brings to your team", ("Fewer late meetings",)),)


def test_markdown_speaks_of_no_picture():
    """There is each table with its heading, and nothing on who stands where or what is filled."""
    shown = markdown.render(handed(client(**ROLES, supportive_people=2, draining_people=3)))
    told = shown.partition("## Your situation at a glance")[2].partition("\n## ")[0]
    assert told.count("\n### ") == told.count("\n| ---") == 4
    for word in ("picture", "shape", "line", "arrow", "filled", "box", "dot", "middle", "map"):
        assert word not in told.casefold()


@pytest.mark.skipif(not PDF, reason="weasyprint or its Pango is missing")
@pytest.mark.parametrize("more", [{}, {**ROLES, "supportive_people": 2, "draining_people": 3}])
def test_no_page_of_paper_is_nearly_empty(more):
    """What follows on a page does not begin another one; a page holds more than a few lines."""
    shown = handed(client(wants_better_working_relationships=True, **more))
    pages = pypdf.PdfReader(io.BytesIO(written(shown, "pdf"))).pages
    assert len(pages) <= 9
    assert min(len(page.extract_text().split()) for page in pages) > 60


def test_what_two_rows_say_in_the_same_words_is_said_once():
    """With both as its sources; the two rows are the two signs against a culture."""
    scenario = load(SCENARIOS / "conflict-k05-own-work-before-the-culture.toml")
    lines = markdown.render(handed(scenario)).splitlines()
    voice = next(line for line in lines if line.strip().startswith("- One voice"))
    assert voice.count("Do not settle") == 1 and "; RS-64" in voice
