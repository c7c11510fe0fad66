"""Scenarios: what is read from the text of a file, and what is refused and in which words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.complaints import ScenarioError
from engine.scenarios import Expectation, KnownIds, Scenario, read_scenario
from engine.toml_text import MOST_BYTES

ADVICE = ("no_boss_yet_a_boss", "tell_your_boss", "make_the_ask")
KNOWN = KnownIds(ADVICE, ("make_the_ask_when_ready",), ("no_boss_yet_a_boss",))


def read(text: str | bytes, source: str = "ada.toml") -> Scenario:
    """Read a scenario against a few ids of conclusions and rules."""
    raw = text.encode() if isinstance(text, str) else text
    return read_scenario(raw, source, KNOWN)


def complaints(text: str | bytes) -> tuple[str, ...]:
    """Return the messages with which a scenario is refused."""
    with pytest.raises(ScenarioError) as caught:
        read(text)
    return caught.value.messages


def complaint(text: str | bytes) -> str:
    """Return the one message with which a scenario is refused."""
    (message,) = complaints(text)
    return message


def test_a_whole_scenario() -> None:
    """Every part of a scenario file is read into its place."""
    scenario = read(
        """
        name = "Ada"
        date = 2026-01-31
        notes = "first visit"
        [answers]
        preferred_roles = ["mentor", "leader"]
        has_boss = "unknown"
        unmet_needs = 0
        had_setback = "yes"
        [expect]
        advice = ["tell_your_boss", "make_the_ask"]
        not_advice = ["make_the_ask"]
        because = ["make_the_ask_when_ready"]
        not_because = ["make_the_ask_when_ready"]
        contradictions = ["no_boss_yet_a_boss"]
        first = "make_the_ask"
        next_question = "has_boss"
        """
    )
    assert scenario == Scenario(
        name="Ada",
        answers={
            "had_setback": True,
            "unmet_needs": 0,
            "preferred_roles": frozenset({"mentor", "leader"}),
        },
        unknown=frozenset({"has_boss"}),
        expect=Expectation(
            advice=("tell_your_boss", "make_the_ask"),
            not_advice=("make_the_ask",),
            because=("make_the_ask_when_ready",),
            not_because=("make_the_ask_when_ready",),
            contradictions=("no_boss_yet_a_boss",),
            first="make_the_ask",
            next_question="has_boss",
        ),
        date=datetime.date(2026, 1, 31),
        notes="first visit",
        source="ada.toml",
    )
    assert list(scenario.answers) == ["had_setback", "unmet_needs", "preferred_roles"]


def test_the_least_scenario() -> None:
    """An empty table of answers is a scenario, named after its file, that expects nothing."""
    scenario = read("[answers]", "some/where/ada.toml")
    assert scenario.name == "ada"
    assert (scenario.answers, scenario.unknown, scenario.expect) == ({}, frozenset(), None)
    assert read('name = " "\n[answers]').name == "ada"
    assert read("[answers]", "-").name == "Standard input"


def test_expectations_are_counted() -> None:
    """The count of an expectation is the number of single things it expects."""
    assert Expectation().count == 0
    some = Expectation(("a", "b"), because=("c",), not_because=("d",), first="a", next_question="e")
    assert some.count == 6


def test_a_byte_order_mark_and_windows_line_ends() -> None:
    """A file from a Windows editor, with a byte order mark and CR LF, is read like any other."""
    assert read(b"\xef\xbb\xbf[answers]\r\nhas_boss = true\r\n").answers == {"has_boss": True}


@pytest.mark.parametrize(
    ("roles", "hints"),
    [
        ('["mentor"]', ("preferred_roles: one role named; two are asked for",)),
        ('["mentor", "leader"]', ()),
        ('"unknown"', ()),
    ],
)
def test_too_few_named(roles: str, hints: tuple[str, ...]) -> None:
    """Naming fewer than were asked for is allowed, with a gentle remark."""
    assert read(f"[answers]\npreferred_roles = {roles}").hints == hints


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "file: found an empty file; allowed: a table [answers]"),
        ("\ufeff \n", "file: found an empty file;"),
        ("name = 'Ada'", "answers: found nothing; allowed: a table [answers]"),
        ("answers = 3", "answers: found 3; allowed: a table [answers]"),
        ("[[answers]]", "answers: found [{}]; allowed: a table [answers]"),
        ("[answers]\nnotes = ''", "answers: found 'notes'; allowed: notes stands above"),
        ("has_boss = true\n[answers]", "top level: found 'has_boss'; allowed: answers stand below"),
        ("name = 3\n[answers]", "name: found 3; allowed: a text in quotes"),
        ("notes = ['a']\n[answers]", "notes: found ['a']; allowed: a text in quotes"),
        ("date = '2026-01-31'\n[answers]", "date: found '2026-01-31'; allowed: a date without"),
        ("date = 2026-01-31T10:00:00\n[answers]", "date: found 2026-01-31T10:00:00; allowed:"),
        ("date = 10:00:00\n[answers]", "date: found 10:00:00; allowed:"),
        (
            "date = 2026-02-30\n[answers]",
            "line 1, column 8: found 'date = 2026-02-30'; allowed: a day",
        ),
        ("[answers]\nhas_boss = yes", "line 2, column 12: found 'has_boss = yes' (Invalid value)"),
        ("[answers]\nhas_boss =", "line 2, end of the file: found 'has_boss ='"),
        (
            "[answers]\nhas_boss = true\nhas_boss = true\n",
            "line 3, column 16: found 'has_boss = true', given twice; allowed: each key once",
        ),
        ("[answers]\n[answers]\n", "line 2, column 9: found '[answers]' (Cannot declare"),
        ("[answers]\nhas_boss = 1", "answers.has_boss: found 1; allowed: true, false or"),
        ("[answers]\na = nan", "answers: found 'a'; allowed: a question"),
        ("[answers]\nhas_boss.a = 1", "answers.has_boss: found a table; allowed: true"),
        ("expect = 1\n[answers]", "expect: found 1; allowed: a table [expect]"),
        ("[answers]\n[expect]\nfirst = ['a']", "expect.first: found ['a']; allowed: the id of a"),
        ("[answers]\n[expect]\nadvice = 'a'", "expect.advice: found 'a'; allowed: a list"),
        ("[answers]\n[expect]\nnow = [1]", "expect.now: found 1; allowed: the id of a conclusion"),
        (
            "[answers]\n[expect]\ncontradictions = ['tell_your_boss']",
            "expect.contradictions: found 'tell_your_boss'; allowed: the id of a contradiction",
        ),
        (b"[answers]\nhas_boss = '\xe9'", "line 2: found the byte 0xe9; allowed: text in UTF-8"),
        (b"\xef\xbb\xbf[answers]\n\xff", "line 2: found the byte 0xff; allowed: text in UTF-8"),
        ("[answers]".encode("utf-16"), "line 1: found the byte 0xff; allowed: text in UTF-8"),
        ("[answers]\n\0", "line 2: found a NUL byte"),
        (b"[answers]\n" + b"#" * MOST_BYTES, "file: found more than 200000 bytes"),
    ],
)
def test_what_is_refused(text: str | bytes, message: str) -> None:
    """A fault is reported once, with the file, the place, what was found and what is allowed."""
    assert complaint(text).startswith(f"ada.toml: {message}")


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("nmae = ''\n[answers]", "name"),
        ("[answers]\nhas_bos = true", "has_boss"),
        ("[answers]\n[expect]\nadvise = []", "advice"),
        ("[answers]\n[expect]\nadvice = ['tel_your_boss']", "tell_your_boss"),
        ("[answers]\n[expect]\nbecause = ['make_the_ask_ready']", "make_the_ask_when_ready"),
        ("[answers]\n[expect]\nnot_because = ['make_the_ask_red']", "make_the_ask_when_ready"),
        ("[answers]\n[expect]\nnot_becase = []", "not_because"),
        ("[answers]\n[expect]\ncontradictions = ['no_boss_yet_boss']", "no_boss_yet_a_boss"),
        ("[answers]\n[expect]\nnext_question = 'hasboss'", "has_boss"),
        ("[answers]\npreferred_roles = ['mentro']", '"mentor"'),
    ],
)
def test_the_nearest_spelling(text: str, near: str) -> None:
    """A misspelt key, id or word is refused together with the one that was probably meant."""
    assert complaint(text).endswith(f"; did you mean {near}?")


def test_ids_are_checked_only_where_they_are_given() -> None:
    """Without known ids, the names of conclusions and rules are taken as they are."""
    text = b"[answers]\n[expect]\nadvice = ['a']\nbecause = ['b']"
    scenario = read_scenario(text, "ada.toml")
    assert scenario.expect == Expectation(advice=("a",), because=("b",))


def test_all_faults_are_reported_together() -> None:
    """Every fault of a file is reported in one go."""
    text = "name = 1\nx = 1\n[answers]\nhas_boss = 1\ny = 1\n[expect]\nz = 1"
    places = [message.split(": ")[1] for message in complaints(text)]
    assert places == ["top level", "name", "answers.has_boss", "answers", "expect"]


def test_twenty_faults_and_a_total() -> None:
    """Twenty faults are listed, and of more only the total; a copy of the error says the same."""
    text = "[answers]\n" + "".join(f"x{n} = 1\n" for n in range(15_000))
    messages = complaints(text)
    assert len(messages) == 21
    assert messages[19].startswith("ada.toml: answers: found 'x19'")
    assert messages[20] == "... and 14980 more; 15000 in all"
    assert len(complaints("[answers]\n" + "".join(f"x{n} = 1\n" for n in range(20)))) == 20
    error = ScenarioError(["a"] * 30)
    assert type(error)(*error.args).messages == error.messages
    assert str(error).count("\n") == 20


def test_notes_may_hold_many_dots() -> None:
    """The guard against endless dotted keys leaves a long text alone."""
    assert read("notes = '" + "." * 5000 + "'\n[answers]").notes == "." * 5000


def test_a_message_is_one_plain_line() -> None:
    """Neither the name of a file nor its content can break a message or move the cursor."""
    with pytest.raises(ScenarioError) as caught:
        read('[answers]\n"a\\n\\u001b[2J" = 1', "a\n\x1b[2J.toml")
    (message,) = caught.value.messages
    assert message.isprintable()
    assert message.startswith("a\\n\\x1b[2J.toml: answers: found 'a\\n\\x1b[2J';")


@given(st.binary(max_size=200) | st.text("[]answer=\n\"'.1tux{}#", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(text: bytes) -> None:
    """Whatever a file holds is a scenario or refused in plain lines, and never anything else."""
    try:
        scenario = read(text)
    except ScenarioError as error:
        assert error.messages
        assert all(message.isprintable() for message in error.messages)
    else:
        assert b"answers" in text
        assert scenario.source == "ada.toml"
