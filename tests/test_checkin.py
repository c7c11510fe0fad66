"""A check-in: what is asked again, what stands, and the new file beside the old one."""

import dataclasses
import datetime
import json
import stat

import pytest

from engine.consultation import consult
from engine.gates import live
from engine.progress.checkin import check_in
from engine.scenario_files import load
from engine.scenarios import Scenario, read_scenario
from kb.scope import BEYOND
from kb.situation import QUESTIONS
from tests.interviews import hold, possible, with_answer
from tests.people import interviewed
from tests.test_cli import call, client

THEN, NOW = datetime.date(2026, 10, 11), datetime.date(2026, 11, 22)
SIX_WEEKS = (NOW - THEN).days // 7
TODAY = ("--today", NOW)
ANNA = """\
# Anna comes on Mondays.
name = "Anna"
date = 2026-10-11
notes = "likes tea"

[answers]
had_setback = false
unmet_needs = 0       # for now
has_boss = true
boss_is_jerk = false
boss_promise_overdue_unexplained = false
already_asked = true
answer_to_ask = "none_yet"
weeks_since_ask = 6
followed_up = false
cause_of_inaction_known = "unknown"

[expect]
first = "have_a_follow_up"
"""
BESIDE = "anna-2026-11-22.toml"
KEEP = "n\n" + "\n" * 40
"""No to the question of scope, and Enter at every other one."""


def interviewed_file(seed):
    """Return what a finished interview with a generated client leaves behind."""
    interview = hold(interviewed(seed))
    return Scenario(f"{seed}", interview.counting, interview.open_unknown, date=THEN)


def answered_again(again, change=None):
    """Hold a check-in in which every answer is kept, but for what `change` gives by question."""
    interview, asked = again.interview(), []
    while question := interview.next_question():
        asked.append(question.id)
        kept = again.again[question.id].answer if question.id in again.again else None
        interview.heard[question.id] = (change or {}).get(question.id, kept)
    return interview, asked


@pytest.mark.parametrize("seed", range(7000, 7006))
def test_only_what_may_have_changed_and_can_change_the_advice_is_asked_again(seed):
    """No lasting answer is asked for; no other answer to what is skipped would change anything."""
    old = interviewed_file(seed)
    again = check_in(old, NOW)
    interview, asked = answered_again(again)
    assert asked and len(asked) == len(set(asked))
    for id in asked:
        assert QUESTIONS[id].may_have_changed(again.standing.get(id))
    now = again.kept(interview)["answers"]
    advice = consult(now).advice
    for id in again.again.keys() - set(asked):
        for answer in possible(QUESTIONS[id]):
            assert consult(live(with_answer(now, id, answer))).advice == advice, (id, answer)


def test_who_keeps_everything_is_told_the_same_as_then_with_the_weeks_passed():
    """Enter at every question leaves the answers as they were, but for the weeks."""
    for seed in range(7000, 7006):
        old = interviewed_file(seed)
        kept = check_in(old, NOW).kept(answered_again(check_in(old, NOW))[0])
        weeks = {id for id in old.answers if QUESTIONS[id].kind == "weeks"}
        passed = {id: old.answers[id] + SIX_WEEKS for id in weeks}
        assert kept["answers"] == {**old.answers, **passed}
        assert (kept["unknown"], kept["not_applying"]) == (old.unknown, {})


def test_weeks_pass_and_everything_else_stands():
    """The number of then plus whole weeks; without a date, or before it, none have passed."""
    old = read_scenario(ANNA.encode(), "anna.toml")
    assert SIX_WEEKS == 6 and check_in(old, NOW).standing["weeks_since_ask"] == 12
    assert check_in(old, NOW).again["weeks_since_ask"].words == "Enter takes 12 (then 6)"
    assert check_in(old, THEN - datetime.timedelta(90)).standing["weeks_since_ask"] == 6
    ages = datetime.date(9999, 1, 1)
    most = QUESTIONS["weeks_since_ask"].at_most
    assert check_in(old, ages).standing["weeks_since_ask"] == most


def test_a_new_question_is_asked_when_an_answer_opens_it():
    """What did not apply then and applies now is asked, although it was never answered."""
    old = read_scenario(ANNA.encode(), "anna.toml")
    _, as_before = answered_again(check_in(old, NOW))
    _, asked = answered_again(check_in(old, NOW), {"answer_to_ask": "no"})
    assert "backup_options_used_up" in set(asked) - set(as_before)
    assert "wants_career_to_move_up" not in asked  # it could have been asked then, too


def test_answers_that_a_file_counts_without_their_question_stay():
    """Nobody was asked whether it applies: that is asked now, and until then the answers count."""
    text = "[answers]\nalready_asked = true\nanswer_to_ask = 'none_yet'\nweeks_since_ask = 6\n"
    again = check_in(read_scenario(text.encode(), "sparse.toml"), NOW)
    interview = again.interview()
    assert again.kept(interview)["answers"] == again.old.answers
    assert interview.next_question().id == "has_boss"
    interview.heard["has_boss"] = False
    assert again.kept(interview)["answers"] == {"has_boss": False}
    assert again.kept(interview)["not_applying"] == again.old.answers


def test_a_check_in_from_a_pipe(tmp_path):
    """Enter keeps, an answer changes; the new file is private, the old one as it was, and the
    comparison is printed.
    """
    path = client(tmp_path, ANNA, "anna.toml")
    ran = call("checkin", path, *TODAY, typed="n\n\n\n\n\n\n\n\ny\ny\n" + "\n" * 40)
    assert ran.returncode == 0 and path.read_text() == ANNA
    new = tmp_path / BESIDE
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    text = new.read_text()
    assert "# Anna comes on Mondays." in text and "# for now" in text and "expect" not in text
    found = load(new)
    assert (found.date, found.notes) == (NOW, "likes tea")
    assert found.answers["followed_up"] and found.answers["cause_of_inaction_known"]
    assert "Have you already made a request" not in ran.stderr  # what was done stays done
    assert "Enter takes 12 (then 6)" in ran.stderr
    assert "From 2026-10-11 to 2026-11-22, 42 days." in ran.stdout
    shown = " ".join(ran.stdout.split())
    assert "Before: don't know. Now: yes." in shown and "likes tea" not in shown


def test_an_input_that_ends_keeps_what_was_said(tmp_path):
    """The rest stands as it was; who says nothing at all leaves no file."""
    path = client(tmp_path, ANNA, "anna.toml")
    ran = call("checkin", path, *TODAY, typed="n\n\n1\n")
    assert ran.returncode == 0 and "The input ended here." in ran.stderr
    assert "not finished" in ran.stderr and f"checkin {path}\n" in ran.stderr
    answers = load(tmp_path / BESIDE).answers
    assert answers["unmet_needs"] == 1 and answers["answer_to_ask"] == "none_yet"
    assert "Start looking for another job. (now)" in ran.stdout
    (tmp_path / BESIDE).unlink()
    for typed in ("", "q\n", "\n", "n\nq\n"):
        ran = call("checkin", path, *TODAY, typed=typed)
        assert (ran.returncode, ran.stdout) == (0, "")
        assert "was not written" in " ".join(ran.stderr.split())
        assert list(tmp_path.iterdir()) == [path]


def test_a_check_in_goes_on_by_the_same_command(tmp_path):
    """What was answered before stands there and is kept by Enter, weeks are counted on once, and
    the comparison is with the old file.
    """
    path = client(tmp_path, ANNA, "anna.toml")
    call("checkin", path, *TODAY, typed="n\n\n1\nq\n")
    ran = call("checkin", path, *TODAY, typed="n\n\n\nq\n")
    assert f"This goes on with {tmp_path / BESIDE}." in ran.stderr and "Enter keeps 1" in ran.stderr
    assert "From 2026-10-11 to 2026-11-22, 42 days." in ran.stdout
    assert "Start looking for another job. (now)" in ran.stdout
    found = load(tmp_path / BESIDE).answers
    assert (found["unmet_needs"], found["weeks_since_ask"]) == (1, 12)


@pytest.mark.parametrize("seed", range(7000, 7004))
@pytest.mark.parametrize("before", [1, 4])
def test_a_check_in_in_two_parts_asks_what_one_would_ask(seed, before):
    """Whoever is interrupted is told the same in the end, and is asked nothing else."""
    again = check_in(interviewed_file(seed), NOW)
    whole, asked = answered_again(again)
    part = again.interview()
    for id in asked[:before]:
        part.heard[id] = whole.heard[id]
    begun = dataclasses.replace(again.old, date=NOW, **again.kept(part))
    resumed = check_in(again.old, NOW, begun)
    rest, asked_then = answered_again(resumed)
    assert set(asked_then) == set(asked)
    assert resumed.kept(rest) == again.kept(whole)


def test_what_is_listed_is_asked_first_and_counted(tmp_path):
    """A need that is met by now lowers the number that followed from the list; a number that was
    given against the list stands.
    """
    listed = ANNA + '[[needs]]\nwhat = "Days"\nmet = false\n[[needs]]\nwhat = "Pay"\nmet = false\n'
    follows = listed.replace("unmet_needs = 0", "unmet_needs = 2")
    path = client(tmp_path, follows, "anna.toml")
    ran = call("checkin", path, *TODAY, typed="n\ny\nwhat\n\nq\n")
    assert "Something you cannot stay without: Days" in ran.stderr
    assert "Enter keeps no" in ran.stderr and "'what' is not understood" in ran.stderr
    found = load(tmp_path / BESIDE)
    assert [need.met for need in found.words.needs] == [True, False]
    assert (found.answers["unmet_needs"], found.answers["weeks_since_ask"]) == (1, 12)
    assert "2 answers changed" in ran.stdout and "not finished" in ran.stderr
    against = check_in(read_scenario(listed.encode(), "anna.toml"), NOW)
    assert against.saying(found.words).standing["unmet_needs"] == 0


@pytest.mark.parametrize(("typed", "fits"), [("0", True), ("", False)])
def test_a_number_that_does_not_fit_the_list_any_more_is_asked_again(tmp_path, typed, fits):
    """It counts, and so it is asked with both numbers; whoever keeps it is told that it does not
    fit, first of all and as often as `run` tells it.
    """
    needs = '[answers]\nunmet_needs = 1\n[[needs]]\nwhat = "Days"\n'
    path = client(tmp_path, needs, "anna.toml")
    ran = call("checkin", path, *TODAY, typed=f"n\ny\n{typed}\n" + "\n" * 40)
    assert "Enter keeps 1 (your own words: 0)" in ran.stderr
    assert load(tmp_path / BESIDE).answers["unmet_needs"] == (0 if fits else 1)
    for shown in (ran.stdout, call("run", tmp_path / BESIDE).stdout):
        assert ("First, please clear this up" in shown) is not fits


def test_a_long_list_is_heard_to_its_end(tmp_path):
    """Sixty answers in a row are no sign that nobody is there."""
    wishes = "".join(f'[[needs]]\nwhat = "need {n}"\n[[wants]]\nwhat = "{n}"\n' for n in range(30))
    path = client(tmp_path, f"date = 2026-01-01\n[answers]\nhad_setback = false\n{wishes}")
    ran = call("checkin", path, typed="n\n" + "y\n" * 60 + "q\n")
    assert "lines in a row" not in ran.stderr
    (file,) = (each for each in tmp_path.iterdir() if each != path)
    assert file.read_text().count("met = true") == 60


def test_what_is_listed_can_be_taken_back(tmp_path):
    """`b` goes back to the one before, and stays at the first one."""
    wants = '[[wants]]\nwhat = "A window"\nmet = false\n[[wants]]\nwhat = "Tea"\nmet = false\n'
    path = client(tmp_path, ANNA + wants, "anna.toml")
    call("checkin", path, *TODAY, typed="n\nb\ny\nb\nn\ny\nq\n")
    assert [want.met for want in load(tmp_path / BESIDE).words.wants] == [False, True]


def test_who_stops_at_what_is_listed_keeps_what_was_said(tmp_path):
    """`q` there ends the check-in; without a change there is no file."""
    path = client(tmp_path, ANNA + '[[wants]]\nwhat = "A window"\n', "anna.toml")
    ran = call("checkin", path, *TODAY, typed="n\nq\n")
    assert ran.returncode == 0 and not (tmp_path / BESIDE).exists()
    assert "Enter keeps don't know" in ran.stderr
    assert call("checkin", path, *TODAY, typed="n\nn\n").returncode == 0
    assert load(tmp_path / BESIDE).words.wants[0].met is False


def test_trouble_that_is_beyond_the_articles_may_have_come_since(tmp_path):
    """It is asked first; a yes is kept, and is answered with help, not with what has ended."""
    path = client(tmp_path, ANNA, "anna.toml")
    ran = call("checkin", path, *TODAY, typed="y\n")
    assert ran.returncode == 0 and "Question 1" not in ran.stderr
    assert load(tmp_path / BESIDE).beyond is True
    assert all(each.help in " ".join(ran.stdout.split()) for each in BEYOND)
    assert "Ended" not in ran.stdout
    ran = call("checkin", path, *TODAY, "--force", "--format", "json", typed="y\n")
    assert BEYOND[0].help in " ".join(ran.stderr.split()) and json.loads(ran.stdout)
