"""Needs and wants between two sessions: each by its name, in every form."""

import html
import json

import pytest

from engine.own_words import OwnWords, Wish
from engine.progress.comparison import compare
from engine.report.compared import FORMS, render
from engine.scenarios import Scenario

FOUR, DESK = "Leave by four on Tuesdays", "A desk by the window"


def sessions(before, after):
    """Compare two sessions with these needs: what is needed, and whether it is met."""
    old, new = (
        Scenario("Erik", {}, words=OwnWords(needs=tuple(Wish(*each) for each in needs)))
        for needs in (before, after)
    )
    return compare(old, new)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((FOUR, False), (FOUR, True), f"Met now: {FOUR}"),
        ((FOUR,), (f"  {FOUR.upper()} ", True), f"Met now: {FOUR.upper()}"),
        ((FOUR, True), (FOUR, False), f"No longer met: {FOUR}"),
        ((FOUR, True), (FOUR,), f"No longer known whether it is met: {FOUR}"),
        ((FOUR,), (FOUR, False), f"Known now not to be met: {FOUR}"),
        ((FOUR, False), (FOUR,), f"No longer known whether it is met: {FOUR}"),
        ((FOUR, True), (DESK, False), f"Listed now, not met: {DESK}"),
        ((FOUR, True), (DESK, False), f"No longer listed, was met: {FOUR}"),
    ],
)
def test_a_need_is_told_by_its_name(before, after, told):
    """In the client's words, in text, in Markdown and on the page."""
    found = sessions([before], [after])
    for form in ("table", "markdown", "html"):
        assert told in " ".join(html.unescape(render(found, form)).split())


def test_what_stays_is_not_told():
    """A need that is as it was is no news, although two of one name are two needs."""
    assert sessions([(FOUR, True), (FOUR, False)], [(FOUR, True), (FOUR, False)]).wishes == ()
    (turned,) = sessions([(FOUR, True), (FOUR, False)], [(FOUR, True), (FOUR, True)]).wishes
    assert (turned.kind, turned.before.met, turned.after.met) == ("need", False, True)


def test_wishes_as_data():
    """Met is true or false, not known is the word of the files, and not listed is null."""
    found = sessions([(FOUR,), (DESK, False)], [(FOUR, True)])
    assert json.loads(render(found, "json"))["wishes"] == [
        {"kind": "need", "what": FOUR, "before": "unknown", "after": True},
        {"kind": "need", "what": DESK, "before": False, "after": None},
    ]


def test_own_words_are_no_markup():
    """Neither in Markdown nor on the page, and nothing in them steers a terminal."""
    found = sessions([], [("*<b>x</b>*\x1b[31m", True)])
    assert r"\*\<b\>x\</b\>\*" in render(found, "markdown")
    assert "<b>" not in render(found, "html") and "&lt;b&gt;" in render(found, "html")
    assert all("\x1b" not in render(found, form) for form in FORMS)


@pytest.mark.parametrize(("number", "fits"), [(1, False), (0, True)])
def test_a_number_that_does_not_fit_the_list_any_more_is_told(number, fits):
    """The need is met by now and the number of unmet needs still counts it: in every form it is
    said first, as `run` says it, although no answer has changed.
    """
    old, new = (
        Scenario("Erik", {"unmet_needs": number}, words=OwnWords(needs=(Wish(FOUR, met),)))
        for met in (None, True)
    )
    found, says = compare(old, new), "But of the needs you have listed, 0 are not met."
    for form in FORMS:
        shown = html.unescape(" ".join(render(found, form, 500).split()))
        assert (says in shown) is not fits
        if form == "json":
            assert bool(json.loads(shown)["does_not_fit"]) is not fits
        elif not fits:
            assert shown.index("First, please clear this up") < shown.index("No answer has changed")


def test_who_needs_other_help_first_is_not_asked_to_clear_up_a_number():
    """Beyond the articles nothing counts, so nothing has to fit."""
    words = OwnWords(needs=(Wish(FOUR, True),))
    new = Scenario("Erik", {"unmet_needs": 1}, words=words, beyond=True)
    assert compare(Scenario("Erik", {}), new).misfits == ()
