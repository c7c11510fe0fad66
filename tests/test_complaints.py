"""What a terminal or a page is shown of any text: nothing that steers, and every letter."""

import pytest

from engine.complaints import visible
from engine.own_words import OwnWords, Person
from engine.report.handout import markdown, page
from tests.handouts import client, handed
from tests.hostile import STEERING

PERSIAN = "می\N{ZERO WIDTH NON-JOINER}خواهم"
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


@pytest.mark.parametrize("text", [PERSIAN, FAMILY, f"a {FAMILY} b", "as it is"])
def test_letters_that_are_joined_or_parted_stay_so(text):
    """In a terminal as in a handout, for they are no controls."""
    assert visible(text) == text
    words = OwnWords(goal=text, people=(Person(text, text, 1),))
    shown = handed(client(name=text, words=words))
    for written in (page.render(shown), markdown.render(shown)):
        assert written.count(text) > 2 and "\\u200" not in written


@pytest.mark.parametrize("joiner", ["\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"])
def test_what_joins_nothing_is_escaped(joiner):
    """At an end, in a row, or beside what cannot be seen itself, it is only hidden."""
    code = ascii(joiner)[1:-1]
    assert visible(joiner) == code
    assert visible(f"{joiner}a{joiner}") == f"{code}a{code}"
    assert visible(f"a{joiner}{joiner}b") == f"a{code}{code}b"
    assert visible(f"a{joiner}\u202e") == rf"a{code}\u202e"


@pytest.mark.parametrize("text", STEERING, ids=ascii)
def test_what_steers_is_escaped(text):
    """Whatever moves, colours or turns a line is shown by its number."""
    assert visible(f"a{text}b").isprintable()
