"""Hostile text in a report is shown, never active: in the page, in a browser, in a calendar."""

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

import icalendar
import pytest
from markdown_it import MarkdownIt

from engine.cases import case_of
from engine.explain.person import Person
from engine.report.handout import calendar, handout, markdown, page
from engine.report.wording import one_line
from tests.handouts import Page, client, handed
from tests.payloads import CLASSES, FIELDS, OUTSIDE, everything

CASES = [(kind, field) for kind in CLASSES for field in FIELDS]
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
AXE = os.environ.get("AXE_CORE")
in_a_browser = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on the path")


@functools.cache
def advised():
    """Return the case of all these clients, and the reasons: they gave the same answers."""
    person = Person(client().answers)
    return case_of(client()), handout.changes(person), handout.differences(person)


@pytest.fixture(autouse=True)
def advised_once(monkeypatch):
    """Advise once, and let each client say something else in their own words."""
    case, changes, differences = advised()
    monkeypatch.setattr(handout, "case_of", lambda s: case._replace(name=s.name, words=s.words))
    monkeypatch.setattr(handout, "changes", lambda person: changes)
    monkeypatch.setattr(handout, "differences", lambda person: differences)


def test_there_are_a_hundred_payloads():
    """Each class in each place is a payload of its own."""
    assert len(CASES) >= 100


@functools.cache
def elements(field):
    """Return the elements, with their attributes, of a page with a harmless text in a place."""
    return Page(page.render(handed(FIELDS[field]("harmless")))).elements


@pytest.mark.parametrize(("kind", "field"), CASES, ids=map("-".join, CASES))
def test_a_payload_adds_nothing_to_a_page(kind, field):
    """The same elements and attributes as with a harmless text; and the payload can be read."""
    shown = handed(FIELDS[field](CLASSES[kind]))
    text = page.render(shown)
    found = Page(text)
    assert found.elements == elements(field)
    assert not STEERING.search(text)
    seen = " ".join(data for _, data in found.texts)
    assert spaced(one_line(CLASSES[kind])) in spaced(seen)


def spaced(text):
    """Return a text without underscores, which a topic has for spaces."""
    return " ".join(text.replace("_", " ").split())


def built(text):
    """Return what a reader of Markdown makes of a text: its parts, whatever they say."""
    parts = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [part.type for each in parts for part in (each, *(each.children or ()))]


@functools.cache
def built_of_harmless(field):
    """Return what is made of a page with a harmless text in a place."""
    return built(markdown.render(handed(FIELDS[field]("harmless"))))


@pytest.mark.parametrize("kind", CLASSES)
def test_a_payload_is_text_in_markdown_and_in_a_calendar(kind):
    """No tag, no link, no heading of its own; a calendar gets none of the client's words."""
    for field in FIELDS:
        shown = handed(FIELDS[field](CLASSES[kind]))
        text = markdown.render(shown)
        assert not re.search(r"(?<!\\)[<`]|(?<!\\)\]\(|(?<!\\)\{", text)
        assert not STEERING.search(text)
        assert built(text) == built_of_harmless(field), field
        assert icalendar.Calendar.from_ical(calendar.render(shown)).walk("VEVENT")
        assert OUTSIDE not in calendar.render(shown)


def browsed(folder, text):
    """Open a page in Chromium; return the page as it is then, the console, and the requests."""
    file, requests = folder / "page.html", folder / "requests.json"
    file.write_text(text)
    flags = (
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        *("--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom"),
        *(f"--user-data-dir={folder / 'profile'}", f"--log-net-log={requests}"),
    )
    ran = subprocess.run(
        [CHROMIUM, *flags, file.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    console = [line for line in ran.stderr.splitlines() if "CONSOLE" in line]
    return ran.stdout, console, requests.read_text().count(OUTSIDE)


@in_a_browser
def test_nothing_happens_in_a_browser(tmp_path):
    """All payloads at once: no script runs, the console is silent, and nothing is asked for."""
    dom, console, requests = browsed(tmp_path, page.render(handed(everything())))
    assert "<main>" in dom and "data-ran" not in dom
    assert console == [] and requests == 0


@in_a_browser
def test_the_browser_would_have_told(tmp_path):
    """The same payloads in a page that does not escape them run, speak and ask."""
    dom, console, requests = browsed(tmp_path, f"<body>{CLASSES['script']}{CLASSES['image']}")
    assert "data-ran" in dom and console and requests


@in_a_browser
@pytest.mark.skipif(not AXE, reason="AXE_CORE names no axe.min.js")
@pytest.mark.parametrize("shown", [client(), everything()], ids=["words", "payloads"])
def test_axe_finds_nothing(tmp_path, shown):
    """The rules of axe for people who read with other means hold."""
    written = page.render(handed(shown))
    # The policy of the page lets no script run, and axe is one.
    open_to_axe = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", written)
    test = (
        "axe.run().then(r => { document.body.dataset.axe = JSON.stringify("
        "[r.passes.length, r.violations.map(v => v.id)]) })"
    )
    scripts = f"<script>{Path(AXE).read_text()}</script><script>{test}</script>"
    dom, _, _ = browsed(tmp_path, open_to_axe.replace("</body>", f"{scripts}</body>"))
    assert re.search(r'data-axe="\[[1-9]\d*,\[\]\]"', dom), re.findall('data-axe="[^"]*"', dom)
