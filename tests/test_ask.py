"""`unstuck ask` through a pipe: what is asked, what the keys do, and what is kept."""

import itertools
import json
import re
import stat
import tomllib

import pytest

from engine.scenario_files import load
from kb.scope import BEYOND
from kb.situation import QUESTIONS
from tests.test_cli import call, client

FINE = "n\n"
"""The answer to the question of scope."""


def asked(ran):
    """Return the numbers in the headers of the questions."""
    return [tuple(map(int, found)) for found in re.findall(r"Question (\d+), at most (\d+)", ran)]


def test_the_interview_works_from_a_pipe():
    """Prompts on stderr, advice on stdout; `u` moves on, a wrong key asks again."""
    ran = call("ask", typed=f"{FINE}n\nmaybe\n1\nu\nq\n")
    assert ran.returncode == 0
    assert "Start looking for another job." in ran.stdout
    assert "Have you had a career setback" in ran.stderr and "?" not in ran.stdout.split("\n")[0]
    assert "'maybe' is not understood. Please type a whole number" in ran.stderr
    assert "'maybe' was no answer" in " ".join(ran.stderr.split())


@pytest.mark.parametrize("form", ["table", "json", "markdown"])
def test_what_the_articles_cannot_answer_stops_the_advice_kindly(form):
    """A yes to the first question gives no advice, and the kind of help for each trouble."""
    ran = call("ask", "--format", form, typed="maybe\ny\n")
    assert ran.returncode == 0 and "Please type y or n" in ran.stderr
    assert "setback" not in ran.stderr and "Your answers are in" not in ran.stderr
    shown = " ".join(ran.stdout.split())
    for each in BEYOND:
        assert each.trouble in ran.stderr and each.help in shown
    advice = re.sub(r'"receipt": {.*?}|unstuck \S+, knowledge .*', "", shown)
    assert "Start looking" not in advice and not re.search(r"\d{3}", advice)


def test_what_the_articles_cannot_answer_is_kept_where_a_file_was_named(tmp_path):
    """With --save it stands in the file, and may be over when the person comes back."""
    path = tmp_path / "me.toml"
    assert call("ask", "--save", path, typed="y\n").returncode == 0
    assert load(path).beyond is True
    ran = call("ask", "--resume", "--save", path, typed="\n")
    assert "Enter keeps yes" in ran.stderr and "Question 1" not in ran.stderr
    ran = call("ask", "--resume", "--save", path, typed="n\nn\nq\n")
    assert "Question 1" in ran.stderr and load(path).beyond is False


def test_nothing_is_asked_or_kept_of_who_leaves_at_the_door(tmp_path):
    """`q` or the end of the input at the question of scope ends without advice or file."""
    for typed in ("q\n", ""):
        ran = call("ask", "--save", tmp_path / "me.toml", typed=typed)
        assert (ran.returncode, ran.stdout) == (0, "") and not (tmp_path / "me.toml").exists()


def test_an_interview_that_ends_early_still_advises():
    """The end of the input is no error; how many questions could still matter is said."""
    ran = call("ask", typed=f"{FINE}n\n1\n")
    assert ran.returncode == 0 and "Start looking for another job." in ran.stdout
    assert "The input ended here." in ran.stderr
    assert "Not settled: up to" in ran.stdout and "were not asked" in ran.stdout


def test_the_bound_never_goes_up():
    """Each header promises fewer questions than the one before, and keeps the promise."""
    ran = call("ask", typed=FINE + "u\n" * 120)
    headers = asked(ran.stderr)
    assert [number for number, _ in headers] == list(range(1, len(headers) + 1))
    assert all(after < before for (_, before), (_, after) in itertools.pairwise(headers))
    for number, most in headers:
        assert len(headers) <= number + most


def test_somebody_who_knows_nothing_hears_what_it_hangs_on():
    """All "don't know": no verdict, every question listed once, with what it could change."""
    ran = call("ask", "--format", "json", typed=FINE + "u\n" * 120)
    (answer,) = json.loads(ran.stdout)["scenarios"]
    assert answer["advice"] == [] and answer["next_question"] is None
    assert 10 < len(answer["hanging"]) < len(QUESTIONS)
    assert {"id": "search_outside", "when": "note"} in answer["hanging"]["unmet_needs"]
    assert "That was the last question" in ran.stderr


def test_what_was_left_open_is_named_with_what_hangs_on_it():
    """A question answered "don't know" is not asked again, but listed with what it can change."""
    shown = call("ask", typed=f"{FINE}u\n1\nq\n").stdout
    assert "You left open" in shown and "Have you had a career setback" in shown
    assert "May hang on it: " in shown


def test_articles_that_say_nothing_say_so():
    """Somebody to whom no rule applies hears that it is a gap in the articles."""
    ran = call("ask", typed=FINE + "n\n" * 40)
    assert "These five articles say nothing about your situation" in ran.stdout
    assert "Settled: no further question could change what you are advised." in " ".join(
        ran.stdout.split()
    )


def test_a_question_tells_why_it_is_asked():
    """`?` names the advice that hangs on it, and the rows, not the rules; the question stays."""
    ran = call("ask", typed=f"{FINE}n\n?\n1\nq\n")
    shown = " ".join(ran.stderr.split())
    assert "yours decides whether this holds for you:" in shown
    assert "RU-22, RU-23, RU-32]" in shown and "one_unmet_need_is_enough" not in shown
    assert re.search(
        r"It can still change \d+ pieces of advice, such as: Something you need", shown
    )
    assert asked(ran.stderr)[1][0] == 2 and "Start looking for another job" in ran.stdout


def test_going_back_asks_again_and_keeps_the_others(tmp_path):
    """`b` shows the answer, Enter keeps it, `b` goes further back; what was said later stays."""
    path = tmp_path / "me.toml"
    ran = call("ask", "--save", path, typed=f"{FINE}n\n1\nb\nb\ny\nn\nq\n")
    assert "Again (now: 1)" in ran.stderr and "Again (now: no)" in ran.stderr
    answers = load(path).answers
    assert answers == {"had_setback": True, "unmet_needs": 1, "specific_incident": False}
    kept = call("ask", typed=f"{FINE}n\n1\nb\n\nq\n")
    assert "Start looking for another job." in kept.stdout


def test_changing_an_answer_reopens_only_what_hangs_on_it(tmp_path):
    """`c` lists the answers by number; after the change only reopened questions are asked."""
    path = tmp_path / "me.toml"
    typed = f"{FINE}n\n0\nn\nn\nc\n9\n1\ny\ny\nq\n"
    ran = call("ask", "--save", path, typed=typed)
    assert re.search(r"1 +Have you had a career\s", ran.stderr)
    assert "Please type a number from 1 to 4" in ran.stderr
    answers = load(path).answers
    assert answers["had_setback"] is True and answers["specific_incident"] is True
    assert answers["unmet_needs"] == 0 and answers["has_boss"] is False
    assert ran.stderr.count("Do you report to a boss") == 2  # asked once, listed once


def test_plain_output_has_lines_instead_of_tables():
    """With --plain nothing is wrapped, and the list of answers is made of sentences."""
    ran = call("ask", "--plain", typed=f"{FINE}n\n1\nc\n\nq\n")
    assert "1. Have you had a career setback: a bad event, or a slow one" in ran.stderr
    assert "Why: A need that stays unmet is a good reason to look elsewhere.\n" in ran.stdout
    assert max(map(len, ran.stdout.splitlines())) > 100 and "\x1b" not in ran.stdout


def test_every_answer_is_kept_in_a_private_scenario_file(tmp_path):
    """The file holds the answers, runs to the same advice, and is for its owner only."""
    path = tmp_path / "me.toml"
    ran = call("ask", "--save", path, typed=f"{FINE}n\n1\nu\nq\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    table = tomllib.loads(path.read_text())
    assert table["answers"] == {
        "had_setback": False,
        "unmet_needs": 1,
        "job_search_running": "unknown",
    }
    assert table["beyond_the_articles"] is False
    assert f"ask --resume --save {path}\n" in ran.stderr
    assert call("run", path).stdout == ran.stdout


def test_a_command_to_copy_stands_on_a_line_of_its_own(tmp_path):
    """However long its path is, and however narrow the window, no path is broken by us."""
    folder = tmp_path / ("a-long-name-" * 12)
    folder.mkdir()
    path = folder / "me.toml"
    ran = call("ask", "--save", path, typed=f"{FINE}n\nq\n", COLUMNS="40")
    for what, command in (("Come back with", "ask --resume --save"), ("See the advice", "run")):
        assert re.search(rf"^{what}:\n  .* {command} {re.escape(str(path))}$", ran.stderr, re.M)
    ran = call("checkin", client(folder, "[answers]\n"), typed="q\n", COLUMNS="40")
    assert re.search(rf"^{re.escape(str(folder))}/\S+toml$", ran.stderr, re.M)


def test_an_interview_is_resumed_where_it_stopped(tmp_path):
    """--resume asks neither the scope nor what was answered, and ends as if never stopped."""
    path = tmp_path / "me.toml"
    call("ask", "--save", path, typed=f"{FINE}n\n1\nq\n")
    resumed = call("ask", "--resume", "--save", path, typed="n\nq\n")
    assert "cannot help with" not in resumed.stderr
    assert asked(resumed.stderr)[0][0] == 3 and "Have you had a career" not in resumed.stderr
    whole = call("ask", typed=f"{FINE}n\n1\nn\nq\n")
    assert resumed.stdout.split("\n")[1:] == whole.stdout.split("\n")[1:]  # but for the name


def test_without_a_name_the_latest_interview_is_resumed(tmp_path):
    """Interviews lie in the user's own data folder, and two of a day are two files."""
    home = {"XDG_DATA_HOME": str(tmp_path)}
    call("ask", typed=f"{FINE}n\n2\nq\n", **home)
    call("ask", typed=f"{FINE}y\nq\n", **home)
    kept = sorted((tmp_path / "unstuck/interviews").iterdir())
    assert len(kept) == 2 and all(stat.S_IMODE(p.stat().st_mode) == 0o600 for p in kept)
    resumed = call("ask", "--resume", typed="q\n", **home)
    assert "Was there one specific bad event" in resumed.stderr
    nothing = call("ask", "--resume", XDG_DATA_HOME=str(tmp_path / "none"))
    assert nothing.returncode == 2 and "no interview to resume" in nothing.stderr


def test_a_coachs_file_is_gone_on_with_and_keeps_its_comments(tmp_path):
    """--resume works on a file written by hand: comments and expectations stay."""
    text = (
        '# met in May\nname = "Ada"\nnotes = "mine"\n\n[answers]\nunmet_needs = 1 # a need\n'
        '[expect]\nfirst = "start_job_search"\n'
    )
    path = client(tmp_path, text)
    call("ask", "--resume", "--save", path, typed=f"{FINE}n\nn\nq\n")
    after = path.read_text()
    assert after.startswith("# met in May") and "# a need" in after and "[expect]" in after
    scenario = load(path)
    assert scenario.answers == {
        "had_setback": False,
        "unmet_needs": 1,
        "job_search_running": False,
    }
    assert scenario.notes == "mine" and scenario.expect.first == "start_job_search"


def test_a_last_line_that_was_cut_off_costs_no_other_answer(tmp_path):
    """After a power cut the file is mended; a file without a last line end is left whole."""
    path = tmp_path / "me.toml"
    call("ask", "--save", path, typed=f"{FINE}n\n1\nq\n")
    with path.open("a") as file:
        file.write("job_search_runn")
    resumed = call("ask", "--resume", "--save", path, typed="q\n")
    assert resumed.returncode == 0 and load(path).answers == {
        "had_setback": False,
        "unmet_needs": 1,
    }
    path.write_text(path.read_text().rstrip("\n"))
    call("ask", "--resume", "--save", path, typed="n\nq\n")
    assert len(load(path).answers) == 3


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_stops(tmp_path):
    """The interview goes on without its file, and says at the end that nothing was kept."""
    blocked = client(tmp_path, "a file where a folder should be", "data")
    ran = call("ask", typed=f"{FINE}n\n1\nq\n", XDG_DATA_HOME=str(blocked))
    assert ran.returncode == 0 and "Start looking for another job." in ran.stdout
    assert ran.stderr.count("Not kept:") == 1
    assert "Your last answers could not be kept" in ran.stderr and "Traceback" not in ran.stderr


def test_own_words_are_kept_and_shown(tmp_path):
    """The request, the goal and the people may be told at the end, and stand in the report."""
    path = tmp_path / "me.toml"
    words = "\nTuesdays from home\nto lead the lab\nAnn, the head of sales\n"
    ran = call("ask", "--save", path, typed=FINE + "u\n" * 12 + words)
    assert "That was the last question" in ran.stderr
    assert "Your request: Tuesdays from home" in ran.stdout
    assert "Your goal: to lead the lab" in ran.stdout
    assert "People: Ann; the head of sales" in ran.stdout
    words = load(path).words
    assert (words.request.wording, words.goal) == ("Tuesdays from home", "to lead the lab")
    assert [person.name for person in words.people] == ["Ann", "the head of sales"]
    assert "Your goal: to lead the lab" in call("run", path).stdout


def test_a_name_that_is_taken_is_refused_before_the_first_question(tmp_path):
    """Nobody answers twenty questions to hear that the file exists."""
    path = client(tmp_path, "mine")
    refused = call("ask", "--save", path, typed=f"{FINE}n\nq\n")
    assert refused.returncode == 2 and "is there already" in refused.stderr
    assert "career setback" not in refused.stderr and path.read_text() == "mine"


def test_two_clients_who_are_saved_are_two(tmp_path):
    """A saved interview is called as its file, so that a folder does not take two for one."""
    for name in ("eva", "fritz"):
        call("ask", "--save", tmp_path / f"{name}.toml", typed=f"{FINE}n\n0\nq\n")
    assert [load(tmp_path / f"{name}.toml").name for name in ("eva", "fritz")] == ["eva", "fritz"]
    shown = call("run", tmp_path, "--latest").stdout
    assert "eva.toml" in shown and "fritz.toml" in shown
