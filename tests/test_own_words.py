"""What clients say in their own words: read from a file, refused in plain lines, written back."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given

from engine.complaints import ScenarioError
from engine.own_words import Gains, OwnWords, Person, Request, Wish
from engine.own_words.asked import _with_people
from engine.scenario_files import dump, update
from engine.scenarios import Scenario, read_scenario
from engine.template import template
from tests.own_words import WORDS

FILE = """\
# of Ann's own hand
goal = "to lead the lab"
[answers]
has_boss = true # indeed
[request]
topic = "Flexibility"
wording = "Tuesdays from home"
intent = "to fetch my child"
back_ups = ["Wednesdays", "every other week"] # best first
[request.gains]
you = "time"
team = "quiet"
manager = "less travel"
organisation = "a desk"
[[people]] # my boss
name = "Ann"
role = "head of sales"
influence = 3
stance = "open"
trust = "some"
influences = ["Ben"]
[expect]
first = "a"
[[people]]
name = "Ben"
influence = "unknown"
[[needs]]
what = "out by four"
met = false
[[wants]]
what = "more pay" # much
met = "unknown"
"""
WHOLE = OwnWords(
    "to lead the lab",
    Request(
        "flexibility",
        "Tuesdays from home",
        "to fetch my child",
        Gains("time", "quiet", "less travel", "a desk"),
        ("Wednesdays", "every other week"),
    ),
    (Person("Ann", "head of sales", 3, "open", "some", ("Ben",)), Person("Ben")),
    (Wish("out by four", False),),
    (Wish("more pay"),),
)
APART = FILE.replace('[expect]\nfirst = "a"\n', "")


def read(text: str) -> Scenario:
    """Read a scenario from the text of a file."""
    return read_scenario(text.encode(), "ada.toml")


def complaints(text: str) -> list[str]:
    """Return what is wrong with the tables of a file."""
    with pytest.raises(ScenarioError) as caught:
        read(f"{text}\n[answers]")
    return [message.removeprefix("ada.toml: ") for message in caught.value.messages]


def test_every_part_is_read_into_its_place() -> None:
    """Tables may stand before and after the answers, and hold every field."""
    assert read(APART).words == WHOLE


PEOPLE = "[[people]]\nname = 'Ann'\n[[people]]\nname = 'Ben'\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("goal = 1", "goal: found 1; allowed: a text in quotes"),
        ("request = 'a day'", "request: found 'a day'; allowed: a table [request]"),
        ("[request]\nwordnig = ''", "request: found 'wordnig'; allowed: topic, wording,"),
        ("[request]\nwording = 3", "request.wording: found 3; allowed: a text in quotes"),
        ("[request]\nintent = true", "request.intent: found true; allowed: a text in quotes"),
        ("[request]\ntopic = 'promotoin'", "request.topic: found 'promotoin'; allowed: one of"),
        ("[request]\ntopic = 1", "request.topic: found 1; allowed: one of"),
        ("[request]\nback_ups = 'a'", "request.back_ups: found 'a'; allowed: a list in brackets"),
        ("[request]\nback_ups = ['a', 1]", "request.back_ups: found 1; allowed: a text in"),
        ("[request]\nback_ups = [' ']", "request.back_ups: found nothing; allowed: a text in"),
        ("[request]\ngains = 'all'", "request.gains: found 'all'; allowed: a table [request.gai"),
        ("[request.gains]\nboss = ''", "request.gains: found 'boss'; allowed: you, team,"),
        ("[request.gains]\nyou = []", "request.gains.you: found []; allowed: a text in quotes"),
        ("people = 'Ann'", "people: found 'Ann'; allowed: a line [[people]], in double"),
        ("[people]\nname = 'Ann'", "people: found a table; allowed: a line [[people]]"),
        ("[[people]]\nrole = 'x'", "people[1].name: found nothing; allowed: a name in quotes"),
        ("[[people]]\nname = ' '", "people[1].name: found nothing; allowed: a name in quotes"),
        ("[[people]]\nname = 3", "people[1].name: found 3; allowed: a text in quotes"),
        (PEOPLE + "rol = 'x'", "people[2]: found 'rol'; allowed: name, role, influence,"),
        (PEOPLE + "role = 1", "people[2].role: found 1; allowed: a text in quotes"),
        (PEOPLE + "influence = true", "people[2].influence: found true; allowed: 1 (little), 2"),
        (PEOPLE + "influence = 4", "people[2].influence: found 4; allowed: 1 (little), 2"),
        (PEOPLE + "influence = 0", "people[2].influence: found 0; allowed: 1 (little), 2"),
        (PEOPLE + "influence = 2.0", "people[2].influence: found 2.0; allowed: 1 (little), 2"),
        (PEOPLE + "influence = [1]", "people[2].influence: found [1]; allowed: 1 (little), 2"),
        (PEOPLE + "stance = 'opne'", "people[2].stance: found 'opne'; allowed: one of \"for\""),
        (PEOPLE + "trust = 3", 'people[2].trust: found 3; allowed: one of "strong"'),
        (PEOPLE + "influences = 'Ann'", "people[2].influences: found 'Ann'; allowed: a list in"),
        (PEOPLE + "influences = ['An']", "people[2].influences: found 'An'; allowed: the name of"),
        (
            PEOPLE + "influences = ['Ben']",
            "people[2].influences: found 'Ben'; allowed: the name",
        ),
        (
            PEOPLE + "influences = ['Ann', 'Ann']",
            "people[2].influences: found 'Ann' twice; allowed: once each",
        ),
        (
            PEOPLE + "[[people]]\nname = ' ann'",
            "people[3].name: found ' ann'; allowed: each person",
        ),
        ("needs = 3", "needs: found 3; allowed: a line [[needs]], in double"),
        ("[[needs]]\nmet = true", "needs[1].what: found nothing; allowed: a text in quotes"),
        ("[[wants]]\nwhat = 1", "wants[1].what: found 1; allowed: a text in quotes"),
        ("[[wants]]\nwhat = 'a'\nmet = 1", "wants[1].met: found 1; allowed: true, false or"),
        ("[[wants]]\nwhat = 'a'\nmte = true", "wants[1]: found 'mte'; allowed: what, met"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    """A fault is reported once, with its place, what was found and what is allowed."""
    (found,) = complaints(text)
    assert found.startswith(message)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("gaol = ''", "goal"),
        ("[request]\nwordnig = ''", "wording"),
        ("[request]\ntopic = 'promotoin'", '"promotion"'),
        ("[request.gains]\norganization = ''", "organisation"),
        (PEOPLE + "rol = 'x'", "role"),
        (PEOPLE + "stance = 'opne'", '"open"'),
        (PEOPLE + "trust = 'stron'", '"strong"'),
        (PEOPLE + "influences = ['An']", "Ann"),
        ("[[wants]]\nwhat = 'a'\nmte = true", "met"),
        (
            '[[people]]\nname = "Adelaide\\u202e"\n'
            '[[people]]\nname = "B"\ninfluences = ["adelaide"]',
            "Adelaide\\u202e",
        ),
    ],
)
def test_the_nearest_spelling(text: str, near: str) -> None:
    """A misspelt key, word or name is refused together with the one that was probably meant."""
    (found,) = complaints(text)
    assert found.endswith(f"; did you mean {near}?") and found.isprintable()


def test_many_faults_are_found_at_once() -> None:
    """Fifty people who sway nobody known are twenty lines and a total."""
    text = "".join(f"[[people]]\nname = 'Ann {n}'\ninfluences = ['Bob']\n" for n in range(50))
    assert complaints(text)[20] == "... and 30 more; 50 in all"


@given(WORDS)
def test_what_is_written_is_read_back(words: OwnWords) -> None:
    """All that can be said is the same after it was written, in a new file and in an old one."""
    scenario = Scenario("Ada", {"has_boss": True}, words=words)
    assert read(dump(scenario)).words == words
    updated = update(scenario, APART)
    assert read(updated).words == words and "# of Ann's own hand" in updated
    assert read(update(read(APART), dump(scenario))).words == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        APART,
        'people = [{name = "Ann"}, {name = "Ben"}]\ngoal = "x"\n[answers]\n',
        'request = {topic = "raise", gains = {you = "a"}}\n[answers]\n[[needs]]\nwhat = "a"\n',
        'request.topic = "raise"\ngoal = "x"\n[answers]\nhas_boss = true\n',
        '[request.gains]\nyou = "a"\n[answers]\n[request]\ntopic = "raise"\n',
    ],
)
def test_what_did_not_change_stays_as_it_is_written(text: str) -> None:
    """A file brought up to date with what it holds is the same file, in whatever form of TOML."""
    text = f'name = "Ada"\n{text}'
    held = read(text)
    assert update(held, text) == text
    assert read(update(replace(held, words=WHOLE), text)).words == WHOLE


def test_a_list_in_two_pieces_is_kept() -> None:
    """A list of tables may be interrupted by another table, and holds the same when written."""
    text = 'name = "Ada"\n[[wants]]\nwhat = "a" # b\n[answers]\n[[wants]]\nwhat = "c"\n'
    held = read(text)
    assert held.words.wants == (Wish("a"), Wish("c"))
    assert read(update(held, text)) == held and "# b" in update(held, text)
    assert read(update(replace(held, words=WHOLE), text)).words == WHOLE


def test_comments_stay_with_what_they_are_about() -> None:
    """A person, a need and a want keep their comments when others come, go or change."""
    held = read(APART)
    words = OwnWords(
        "to rest",
        Request("raise", back_ups=("Wednesdays", "every other week")),
        (Person("Zoe"), Person("Ann", influence=1)),
        wants=(Wish("a desk"), Wish("more pay", True)),
    )
    text = update(Scenario("Ada", held.answers, words=words), APART)
    assert read(text).words == words
    for comment in ("# of Ann's own hand", "# indeed", "# best first", "# my boss", "# much"):
        assert comment in text
    assert "needs" not in tomllib.loads(text)


def test_the_interview_keeps_what_is_known_of_people() -> None:
    """Who is named again stays as known, twice is once, and nobody sways who is not there."""
    again = _with_people(WHOLE, "Carl, Ann,  carl ,")
    assert again.people == (
        Person("carl"),
        Person("Ann", "head of sales", 3, "open", "some"),
    )
    assert read(dump(Scenario("Ada", {}, words=again))).words == again
    assert _with_people(WHOLE, "Ben, Ann").people == WHOLE.people[::-1]


def test_the_template_can_be_filled_in() -> None:
    """With the marks taken away and the texts filled in, the template holds every field."""
    block = template().partition("# [request]")[2].partition("\n[answers]")[0]
    lines = f"# [request]{block}".replace('""', '"x"').replace("= []", '= ["y"]').splitlines()
    filled = "\n".join(line.removeprefix("# ") for line in lines)
    two = filled + '\n[[people]]\nname = "y"\n[answers]'
    words = read(two).words
    assert words.request == Request("", "x", "x", Gains("x", "x", "x", "x"), ("y",))
    assert words.people == (Person("x", "x", influences=("y",)), Person("y"))
    assert words.needs == words.wants == (Wish("x"),)
