"""Two sessions with a client: what changed, what moved with it, and the exact causes."""

import dataclasses
import html
import itertools
import json
import random
import re

import pytest

from engine.consultation import consult
from engine.gates import live, open_questions
from engine.own_words import OwnWords, Wish
from engine.progress.causes import differing
from engine.progress.comparison import compare
from engine.report.compared import FORMS, render
from engine.scenarios import Scenario
from kb.situation import QUESTIONS
from tests.hostile import STEERING
from tests.people import draw, interviewed
from tests.test_cli import call, client

WAITING = {
    "has_boss": True,
    "already_asked": True,
    "answer_to_ask": "none_yet",
    "weeks_since_ask": 6,
    "followed_up": False,
}
HEARD = {**WAITING, "followed_up": True, "cause_of_inaction_known": True}
MOST_TRIED = 3
"""So many changes at once are tried out one by one."""
OLD, NEW = Scenario("Anna", WAITING), Scenario("Anna", HEARD)


def by_id(found):
    """Return the advice of a comparison by id."""
    return {each.id: each for each in found.advice}


def test_what_follows_from_own_words_is_compared_too():
    """A need that is met by now is a changed answer, and ends the search for another job."""
    unmet, met = (
        Scenario("Anna", {}, words=OwnWords(needs=(Wish("to leave at four", is_met),)))
        for is_met in (False, True)
    )
    assert by_id(compare(unmet, unmet))["start_job_search"].change == "stayed"
    found = compare(unmet, met)
    assert [(each.question, each.before, each.after) for each in found.changed] == [
        ("unmet_needs", 1, 0)
    ]
    search = by_id(found)["start_job_search"]
    assert (search.change, search.causes) == ("ended", (("unmet_needs",),))


def test_advice_ends_begins_moves_and_stays():
    """After the follow-up talk, the talk is behind the client, and the solution is next."""
    advice = by_id(compare(OLD, NEW))
    talk, solution = advice["have_a_follow_up"], advice["solve_it_together"]
    assert (talk.change, talk.before, talk.settled) == ("ended", "now", True)
    assert (solution.change, solution.before, solution.after) == ("moved", "afterwards", "now")
    assert talk.causes == (("cause_of_inaction_known",),)
    assert solution.causes == (("cause_of_inaction_known",),)
    assert [each.id for each in compare(OLD, OLD).that("stayed")] == list(by_id(compare(OLD, OLD)))


def test_what_only_lapses_is_no_change_and_no_cause():
    """Whoever has no boss any more is not asked about one: that is one change, not six."""
    alone = Scenario("Anna", {**WAITING, "has_boss": False})
    alone = dataclasses.replace(alone, answers=live(alone.answers))
    found = compare(OLD, alone)
    assert [each.question for each in found.changed if not each.lapsed] == ["has_boss"]
    assert {each.question for each in found.changed if each.lapsed} == WAITING.keys() - {"has_boss"}
    assert {cause for each in found.advice for cause in each.causes} == {("has_boss",)}
    shown = " ".join(render(found, "table").split())
    assert "1 answer changed" in shown and "No longer asked, since it does not apply" in shown
    forgotten = {id: answer for id, answer in WAITING.items() if id != "weeks_since_ask"}
    by_hand = compare(OLD, dataclasses.replace(OLD, answers=forgotten))
    assert [each.lapsed for each in by_hand.changed] == [False]


def test_what_is_new_to_know_is_no_answer_that_changed():
    """A don't-know in place of no answer changes nothing; an answer that is forgotten does."""
    unsure = dataclasses.replace(OLD, unknown=frozenset({"cause_of_inaction_known"}))
    assert compare(OLD, unsure).changed == ()
    (first, second) = compare(NEW, unsure).changed
    assert (first.before_words, first.after_words) == ("yes", "no")
    assert (second.before_words, second.after_words) == ("yes", "don't know")


def sensible(old, new, subsets):
    """Yield each set of changes that makes sense, with what is said after it.

    A change makes no sense whose question applies with the new answers, and does not here; nor a
    contradiction that is there neither before nor after. What is gone since its question does not
    apply any more counts wherever the question applies, and is no change of its own.
    """
    lapsed = [id for id in old if id not in new and open_in(old, id) and not open_in(new, id)]
    contradictions = {item.id for each in (old, new) for item in consult(each).contradictions}
    for subset in subsets:
        if set(subset) & set(lapsed):
            continue
        mixed = {**old, **{id: new.get(id) for id in subset}}
        mixed = {id: answer for id, answer in mixed.items() if answer is not None}
        for id in QUESTIONS:  # a gate reads questions that stand before its own
            if id in lapsed and not open_in(mixed, id):
                del mixed[id]
        if all(open_in(mixed, id) for id in subset if id in new and open_in(new, id)):
            said = consult(mixed)
            if {item.id for item in said.contradictions} <= contradictions:
                yield subset, said.advice


def open_in(answers, id):
    """Tell whether a question applies, all other answers counting as they stand."""
    others = {key: answer for key, answer in answers.items() if key != id}
    return id in {question.id for question in open_questions(others)}


def test_the_causes_are_the_smallest_sets_that_the_engine_confirms():
    """By the engine, each cause alone brings the new time, and no other set as small does."""
    told = together = 0
    for seed in range(8):
        rng = random.Random(seed)
        old = interviewed(6000 + seed)
        again = [QUESTIONS[id] for id in rng.sample(sorted(old), min(5, len(old)))]
        new = live({**old, **{question.id: draw(question, rng) for question in again}})
        changed = differing(old, new)
        sizes = range(min(len(changed), MOST_TRIED) + 1)
        subsets = [subset for size in sizes for subset in itertools.combinations(changed, size)]
        said = dict(sensible(old, new, subsets))
        for each in compare(Scenario("A", old), Scenario("A", new)).advice:
            if each.change == "stayed":
                continue
            ways = [way for way, advice in said.items() if advice.get(each.id) == each.after]
            (size,) = set(map(len, each.causes))
            assert [way for way in ways if len(way) < size] == []
            if size <= MOST_TRIED:
                assert set(each.causes) == {way for way in ways if len(way) == size}
            told, together = told + 1, together + (size > 1)
    assert told > 50 and together > 2


def test_who_needs_other_help_now_is_told_so_and_no_answer_is_to_blame():
    """All advice has ended, without a cause; the other help is named as what comes first."""
    found = compare(OLD, dataclasses.replace(OLD, beyond=True))
    assert found.changed == () and {each.change for each in found.advice} == {"ended"}
    assert not any(each.causes for each in found.advice)
    assert "cannot help with what troubles this client now" in " ".join(
        render(found, "table").split()
    )


def words(text):
    """Return the words of a text, without marks, tags and style."""
    body = html.unescape(
        re.sub(
            r"<style>.*?</style>|<footer>.*|\n---\n.*|<title>.*?</title>|<[^>]+>",
            " ",
            text,
            flags=re.DOTALL,
        )
    )
    return re.findall(r"\w+", body)


def test_text_markdown_and_html_say_the_same():
    """The same words in the same order, whatever they are marked up with."""
    found = compare(OLD, NEW)
    text, markdown, page = (words(render(found, form)) for form in ("table", "markdown", "html"))
    assert text == markdown == page and "because" in map(str.casefold, text)


def test_a_hostile_name_stays_a_name():
    """Tags are shown, not obeyed, and so are templates; nothing steers a terminal."""
    name = "<script>x</script>{{ 7*7 }}\x1b[31m"
    found = compare(OLD, dataclasses.replace(NEW, name=name))
    page = render(found, "html")
    assert "<script" not in page and "&lt;script&gt;" in page and "{{ 7*7 }}" in page
    for steering in STEERING:
        steered = compare(OLD, dataclasses.replace(NEW, name=steering))
        for form in FORMS:
            assert render(steered, form).replace("\n", "").isprintable(), (steering, form)


@pytest.fixture
def folder(tmp_path):
    """A folder with three sessions of Anna, one of Bo, and a file that cannot be read."""
    answers = "[answers]\nhas_boss = true\nunmet_needs = "
    for day, needs in (("2026-09-01", 0), ("2026-10-01", 1), ("2026-11-01", 2)):
        text = f'name = "Anna"\ndate = {day}\n{answers}{needs}\n'
        client(tmp_path, text, f"anna-{day}.toml")
    client(tmp_path, f'name = "Bo"\n{answers}1\n', "bo.toml")
    return tmp_path


def test_the_sessions_of_a_folder(folder):
    """The clients with several files are listed; the newest is compared with an earlier one."""
    listed = call("compare", folder).stdout
    assert "Anna: 2026-09-01, 2026-10-01, 2026-11-01" in listed and "Bo" not in listed
    last = json.loads(call("compare", folder, "--client", "Anna", "--format", "json").stdout)
    assert [last[side]["date"] for side in ("before", "after")] == ["2026-10-01", "2026-11-01"]
    assert [each["question"] for each in last["changed"]] == ["unmet_needs"]
    assert {each["change"] for each in last["advice"]} == {"stayed"}
    first = call("compare", folder, "--client", "Anna", "--since", "2026-09-01")
    assert "From 2026-09-01 to 2026-11-01, 61 days." in first.stdout
    assert "Start looking for another job. (now)" in first.stdout


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--client", "ana"], "did you mean Anna?"),
        (["--client", "Bo"], "Bo has one file; it takes two to be compared"),
        (["--client", "Anna", "--since", "2026-09-02"], "dates: 2026-09-01, 2026-10-01"),
        (["--since", "2026-09-02"], "it takes two files"),
        (["bo.toml", "--client", "Anna"], "not from two files"),
    ],
)
def test_what_cannot_be_compared_is_told(folder, more, message):
    """What is missing, what there is, the nearest name; exit 2, and no traceback."""
    ran = call("compare", folder, *more)
    assert (ran.returncode, ran.stdout) == (2, "") and message in ran.stderr
    assert "Traceback" not in ran.stderr


def test_what_looks_like_a_slip_is_told_and_compared_all_the_same(folder):
    """Two names, or the later file first: a line on stderr, and the comparison."""
    ran = call("compare", folder / "anna-2026-11-01.toml", folder / "anna-2026-09-01.toml")
    assert ran.returncode == 0 and "The first file is the later one" in ran.stderr
    assert "From 2026-11-01 to 2026-09-01.\n" in ran.stdout
    ran = call("compare", folder / "anna-2026-11-01.toml", folder / "bo.toml")
    assert "The names differ: Anna and Bo." in ran.stderr and "From 2026-11-01" in ran.stdout


def test_one_file_is_not_two_sessions(folder):
    """Twice the same file, or a link to it, is told; there is nothing to be compared."""
    link = folder / "link.toml"
    link.symlink_to(folder / "bo.toml")
    for other in (folder / "bo.toml", link):
        ran = call("compare", folder / "bo.toml", other)
        assert (ran.returncode, ran.stdout) == (2, "") and "one file" in ran.stderr
