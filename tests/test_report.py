"""How an answer is written for a reader: true sources, the same content, sections in order."""

import re

import pytest

from engine.consultation import consult
from engine.own_words import OwnWords, Person, Request
from engine.report import render
from engine.report.case import Case
from engine.report.outline import outline, source
from tests.people import interviewed


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("RU-25",), "Career rut, Step 1 · L29.1 (RU-25)"),
        (("RB-36", "RB-44"), "Roadblock, Step 3 · L31.1, L33.1 (RB-36), L35.2 (RB-44)"),
        (("RB-45", "RB-46", "RB-49"), "Roadblock, Step 3 (RB-45)"),
        (
            ("RB-45", "RB-46", "RB-49", "RB-50", "RB-51", "RB-53"),
            "RB-45, RB-46, RB-49 to RB-51, RB-53",
        ),
    ],
)
def test_a_source_names_its_rows_and_no_others(rows, words):
    """Few rows with their line, more by heading, a run only where every row of it is meant."""
    assert words in source(rows)


def test_every_form_says_the_same():
    """What to do, afterwards and not now, with its reasons, stands in terminal and Markdown."""
    for seed in range(40):
        found = consult(interviewed(seed))
        shown = outline(Case("A client", found))
        entries = (*shown.verdict, *shown.now, *shown.alongside, *shown.afterwards, *shown.not_now)
        table = " ".join(render([Case("A client", found)], "table").split())
        page = " ".join(render([Case("A client", found)], "markdown").split())
        for entry in entries:
            assert entry.text in table and entry.text in page, seed
            assert entry.why in table and entry.why in page, seed


def test_the_sections_come_in_order():
    """Now, afterwards, not now: in the terminal and in Markdown."""
    answers = {"had_setback": True, "specific_incident": True, "issue_fixed": "no"}
    for form in ("table", "markdown"):
        written = render([Case("A client", consult(answers))], form)
        heads = re.findall(r"^(?:## )?(Now|Alongside|Afterwards|Not now|Worth)", written, re.M)
        assert heads == ["Now", "Alongside", "Afterwards", "Not now", "Worth"]


def test_a_name_cannot_steer_the_terminal():
    """Escapes and characters that turn the direction are shown, never sent."""
    hostile = "A\x1b[2Jda \u202eevil\nnext"
    words = OwnWords(goal=hostile, request=Request(wording=hostile), people=(Person(hostile),))
    for form in ("table", "markdown"):
        written = render([Case(hostile, consult({}), words)], form)
        assert "\x1b" not in written and "\u202e" not in written
        assert "\\x1b" in written and "u202e" in written
