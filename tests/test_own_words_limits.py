"""How much a client may say in own words, so that a handout of it stays one."""

from pathlib import Path

import pytest

from engine.complaints import ScenarioError
from engine.console import Console
from engine.own_words import (
    MOST_BACK_UPS,
    MOST_IN_ALL,
    MOST_LISTED,
    MOST_NAME,
    MOST_PEOPLE,
    MOST_TEXT,
    MOST_WISHES,
    NO_WORDS,
    OwnWords,
    Person,
    Wish,
)
from engine.own_words.asked import ask_own_words
from engine.report.handout import markdown
from engine.scenario_files import dump, update
from engine.scenarios import Scenario, read_scenario
from engine.toml_text import MOST_BYTES
from kb.situation import QUESTIONS
from tests.handouts import handed
from tests.within import call


def read(text):
    """Read a scenario from the text of a file."""
    return read_scenario(f"{text}\n[answers]".encode(), "ada.toml")


def one(line, size):
    """Return a line of a file with a text of this size in it."""
    return line.replace("TEXT", "x" * size)


def entries(key, each, number):
    """Return so many tables of a list; each has another name."""
    return "".join(f"[[{key}]]\n{each} = 'a{n}'\n" for n in range(number))


STEERING = "\x1b" * 150

LENGTHS = [
    ('name = "TEXT"', "name", MOST_NAME),
    ('goal = "TEXT"', "goal", MOST_TEXT),
    ('[request]\nwording = "TEXT"', "request.wording", MOST_TEXT),
    ('[request]\nintent = "TEXT"', "request.intent", MOST_TEXT),
    ('[request]\nback_ups = ["TEXT"]', "request.back_ups", MOST_TEXT),
    ('[request.gains]\nteam = "TEXT"', "request.gains.team", MOST_TEXT),
    ('[[people]]\nname = "TEXT"', "people[1].name", MOST_NAME),
    ('[[people]]\nname = "A"\nrole = "TEXT"', "people[1].role", MOST_NAME),
    ('[[needs]]\nwhat = "TEXT"', "needs[1].what", MOST_LISTED),
    ('[[wants]]\nwhat = "TEXT"', "wants[1].what", MOST_LISTED),
]


@pytest.mark.parametrize(("line", "place", "most"), LENGTHS, ids=[each[1] for each in LENGTHS])
def test_a_text_has_an_end(line, place, most):
    """As long as allowed it is read; a character more is refused, with the place and the limit."""
    assert read(one(line, most))
    with pytest.raises(ScenarioError) as refused:
        read(one(line, most + 1))
    assert refused.value.messages == (
        f"ada.toml: {place}: found {most + 1} characters; allowed: at most {most}",
    )


def back_ups(number):
    """Return a request with so many back-ups."""
    return f"[request]\nback_ups = {['a'] * number}"


LISTS = [
    ("people", lambda number: entries("people", "name", number), MOST_PEOPLE),
    ("needs", lambda number: entries("needs", "what", number), MOST_WISHES),
    ("wants", lambda number: entries("wants", "what", number), MOST_WISHES),
    ("request.back_ups", back_ups, MOST_BACK_UPS),
]


@pytest.mark.parametrize(("place", "written", "most"), LISTS, ids=[each[0] for each in LISTS])
def test_a_list_has_an_end(place, written, most):
    """As long as allowed it is read; an entry more is refused once, whatever else is wrong."""
    assert read(written(most))
    with pytest.raises(ScenarioError) as refused:
        read(written(most + 1))
    assert refused.value.messages == (
        f"ada.toml: {place}: found {most + 1}; allowed: at most {most} entries",
    )


def test_what_is_listed_can_be_counted():
    """No list of needs or wants holds more than the questions that count them take."""
    assert all(QUESTIONS[id].at_most >= MOST_WISHES for id in ("unmet_needs", "unmet_wants"))


def test_the_limits_are_told():
    """What is refused beyond is described where the tables are."""
    told = (Path(__file__).parent.parent / "docs/scenarios.md").read_text()
    flat = " ".join(told.split())
    for most, of in (
        *((MOST_PEOPLE, "people"), (MOST_WISHES, "needs"), (MOST_BACK_UPS, "back-ups")),
        *(
            (MOST_TEXT, "characters in a text"),
            (MOST_LISTED, "in a need"),
            (MOST_NAME, "in a name"),
        ),
        (MOST_IN_ALL, "in all"),
    ):
        assert f"{most:,} {of}" in flat


def test_all_words_together_have_an_end():
    """A character that is escaped counts as it is shown, since so long it is on paper."""
    (full, rest) = divmod(MOST_IN_ALL, MOST_LISTED)
    whole = "".join(f'[[needs]]\nwhat = "{"x" * MOST_LISTED}"\n' for _ in range(full))
    assert rest == 0 and len(read(whole).words.needs) == full
    for more in ('goal = "x"\n' + whole, whole.replace("x", "\\u202e", 1)):
        with pytest.raises(ScenarioError, match=r"own words: found 2000[15] characters in all"):
            read(more)


def test_the_most_that_can_be_said_is_a_handout_of_its_size():
    """Markdown pads no table: one long cell does not make all others as long."""
    people = (Person("A", "x" * MOST_NAME), *(Person(f"P{n}", influence=1) for n in range(49)))
    wants = (Wish("x" * MOST_LISTED), *(Wish("y") for _ in range(49)))
    text = markdown.render(handed(Scenario("A", {}, words=OwnWords(people=people, wants=wants))))
    bare = markdown.render(handed(Scenario("A", {})))
    assert "x" * MOST_LISTED in text and len(text) < len(bare) + 8000


def asked(*typed):
    """Type lines where own words are asked for; return what is kept, and what was said."""
    lines, kept, said = iter(typed), [NO_WORDS], []
    ask_own_words(Console(said.append, lambda _: next(lines, None)), NO_WORDS, kept.append)
    return kept[-1], " ".join(said)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["x" * (MOST_TEXT + 1), "a day"], f"room for {MOST_TEXT} characters"),
        (["a day", "x" * (MOST_TEXT + 1), "to lead"], f"room for {MOST_TEXT} characters"),
        (["a day", "", "x" * (MOST_NAME + 1), "Ann"], "characters in a name"),
        (["a day", "", ",".join(map(str, range(MOST_PEOPLE + 1))), "Ann"], "people"),
        (["a day", "", ",".join(f"{n}{STEERING}" for n in range(50)), "Ann"], "in all"),
    ],
    ids=["request", "goal", "name", "people", "all"],
)
def test_an_interview_takes_no_more_than_a_file(typed, says):
    """Who types too much is told so and asked again; what is kept can be read again."""
    words, said = asked(*typed)
    assert says in said and "Please say it in fewer words." in said
    assert words.request.wording == "a day"
    assert read_scenario(dump(Scenario("A", {}, words=words)).encode(), "a.toml").words == words


def test_a_file_never_grows_beyond_what_can_be_read(tmp_path):
    """An answer for which there is no room is told as not kept, and the file stays as it was."""
    path = tmp_path / "ada.toml"
    begin = "[answers]\nunmet_needs = 1\n"
    path.write_text(f"# {'x' * (MOST_BYTES - len(begin) - 3)}\n{begin}")
    before = path.read_bytes()
    assert len(before) == MOST_BYTES
    ended = call("ask", "--resume", "--save", path, typed=b"n\nn\nn\nq\n", seconds=10)
    said = " ".join(ended.err.split())
    assert "Not kept: " in said and f"more than {MOST_BYTES} bytes" in said
    assert path.read_bytes() == before
    with pytest.raises(ScenarioError, match=f"more than {MOST_BYTES} bytes"):
        update(Scenario("A", {}, notes="x" * MOST_BYTES), "")


def test_a_long_name_of_a_file_is_cut_to_that_of_a_client(tmp_path):
    """A client without a name is called as the file, and an interview in it can be read again."""
    path = tmp_path / f"{'x' * 240}.toml"
    path.write_text("[answers]\nunmet_needs = 1\n")
    for file in (path, tmp_path / f"{'y' * 240}.toml"):
        more = ["--resume"] if file.exists() else []
        call("ask", *more, "--save", file, typed=b"n\nn\nn\nq\n", seconds=10)
        assert len(read_scenario(file.read_bytes(), str(file)).name) == MOST_NAME
