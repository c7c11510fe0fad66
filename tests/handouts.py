"""Clients with own words for the tests of reports, and readers of what is written."""

import datetime
import html.parser
import importlib
import io
import re
from pathlib import Path

import pypdf

from engine.own_words import Gains, OwnWords, Person, Request, Wish
from engine.report.handout.handout import handout
from engine.scenarios import Scenario


def _pdf_can_be_written():
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError):  # the package, or the Pango that it needs
        return False
    return True


def pdf_text(content):
    """Return the words of a PDF: its streams are packed, and nothing is found in their bytes."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


PDF = ("pdf",) if _pdf_can_be_written() else ()
"""The forms that only some systems can write."""

START = datetime.date(2026, 2, 2)
SCENARIOS = Path(__file__).parent / "scenarios"

WAITING = {
    "has_boss": True,
    "already_asked": True,
    "answer_to_ask": "none_yet",
    "weeks_since_ask": 6,
    "followed_up": False,
    "cause_of_inaction_known": False,
}
"""The answers of somebody who asked six weeks ago and heard nothing."""

WORDS = OwnWords(
    goal="Lead the analytics team",
    request=Request(
        "flexibility",
        "Every Wednesday at home",
        "I want to keep doing this well",
        Gains("Two hours less on the road", "A quiet day", "Reports by Thursday", "One desk less"),
        ("Every other Wednesday", "A trial of six weeks"),
    ),
    people=(
        Person("Dana", "manager", 3, "open", "some", ("Priya",)),
        Person("Priya", "head of HR", 3, None, "none"),
        Person("Tom", "", 1, "for", "strong", ("Dana",)),
    ),
    needs=(Wish("Home by five", False), Wish("Health cover", True)),
    wants=(Wish("More pay"),),
)


def client(name="Ruth", words=WORDS, notes="", beyond=None, **answers):
    """Return a client who has waited for weeks, with other answers beside."""
    return Scenario(
        name, {**WAITING, **answers}, words=words, notes=notes, source="c.toml", beyond=beyond
    )


def handed(scenario, **more):
    """Return the handout of a client whose plan begins on a Monday."""
    return handout(scenario, START, **more)


class Page(html.parser.HTMLParser):
    """A page as it is read: every element with its attributes, and every text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.open = [], [], []
        self.drawn = 0  # how deep an element is that tells of a drawing
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        self.elements.append((tag, tuple(attrs)))
        self.open.append(tag)
        if ("class", "drawn") in attrs:
            self.drawn = len(self.open)

    def handle_startendtag(self, tag, attrs):
        """Note an element that is closed at once."""
        self.elements.append((tag, tuple(attrs)))

    def handle_endtag(self, tag):
        """Leave an element."""
        while self.open and self.open.pop() != tag:
            pass
        if len(self.open) < self.drawn:
            self.drawn = 0

    def handle_data(self, data):
        """Note a text, and where it stands."""
        self.texts.append((tuple(self.open) + (("drawn",) if self.drawn else ()), data))

    def words(self, without=()):
        """Return the words that a reader sees, in order, without those inside a drawing."""
        hidden = {"style", "title", "svg", *without}
        seen = (text for place, text in self.texts if not hidden & set(place))
        return re.findall(r"\w+", " ".join(seen))


def words_of_markdown(text):
    """Return the words that a reader sees, in order, without the marks between them."""
    text = re.sub(r"^\s*\d+\. ", " ", text, flags=re.MULTILINE)
    text = re.sub(r"(\\_){3,}", " ", text)
    return re.findall(r"\w+", text.replace("\\", ""))
