"""A folder of clients: the row of each, the order, narrow windows, and the bar."""

import dataclasses
import datetime
import sys

import pytest

from engine.cases import case_of
from engine.commands.terminal import with_progress
from engine.folder import SORTS, row_of
from engine.gates import live
from engine.kernel.said import weighed
from engine.progress.sessions import latest, of_one_day, sessions
from engine.report.folder import render, since
from engine.report.outline import outline
from engine.scenario_files import load
from engine.scenarios import Scenario, read_scenario
from kb.situation import QUESTIONS
from tests.test_cli import SCENARIOS, call, client

TODAY = datetime.date(2026, 11, 22)
ANNA = 'name = "Anna"\ndate = 2026-10-25\n[answers]\nunmet_needs = 1\n'
BO = 'name = "Bo"\ndate = 2026-11-20\n[answers]\nunmet_needs = 1\nhas_boss = "unknown"\n'
CLEO = 'name = "Cleo"\n[answers]\nhad_setback = false\n'


def scenario(text, source):
    """Return a scenario as it is read from a file of this name."""
    return read_scenario(text.encode(), source)


@pytest.fixture(scope="module")
def rows():
    """The rows of three clients, in the order of their files."""
    scenarios = [scenario(text, f"{n}.toml") for n, text in enumerate((BO, CLEO, ANNA))]
    return [row_of(each, case_of(each, exact=False), TODAY) for each in scenarios]


def order(rows, by):
    """Return the names in the order asked for."""
    return [row.name for row in sorted(rows, key=SORTS[by])]


def test_a_row_counts_the_days_since_its_date(rows):
    """28 days from 25 October to 22 November; without a date there are none."""
    assert [row.days for row in rows] == [2, None, 28]
    assert [since(days) for days in (0, 1, 28, -3)] == [
        *("today", "1 day ago", "28 days ago", "in 3 days")
    ]


def test_the_order_is_the_one_asked_for(rows):
    """Files as they come; names by the alphabet; longest ago first; most left open first."""
    assert order(rows, "file") == ["Bo", "Cleo", "Anna"]
    assert order(rows, "client") == ["Anna", "Bo", "Cleo"]
    assert order(rows, "date") == ["Anna", "Bo", "Cleo"]
    assert order(rows, "open")[0] == "Bo"
    assert order(rows, "first")[0] == "Cleo"  # nothing to do yet: a question is to be asked


def test_a_brief_row_says_of_a_dont_know_what_the_whole_report_says():
    """What hangs on an unknown is the same, whether all open questions are worked out or not."""
    bo = scenario(BO, "bo.toml")
    brief, exact = (case_of(bo, exact=exact) for exact in (False, True))
    assert brief.hanging == exact.hanging
    assert row_of(bo, brief, TODAY).hanging == {"has_boss": len(weighed(exact.hanging["has_boss"]))}


def test_only_the_newest_file_of_a_client_is_kept():
    """A client is known by the name, and keeps the place of the first file."""
    new = scenario(ANNA.replace("2026-10-25", "2026-11-22"), "anna-2026-11-22.toml")
    files = [scenario(ANNA, "anna.toml"), scenario(BO, "bo.toml"), new]
    assert latest(files) == (new, files[1])
    assert sessions(files[::-1]) == {"Anna": [files[0], new], "Bo": [files[1]]}


def test_a_client_is_one_name_however_it_is_spelt():
    """Case, spaces and the make of an accent tell no two clients apart; the newest one counts."""
    names = ("Zo\u00eb Ray", "Zoe\u0308  ray ")
    first, second = (scenario(ANNA.replace("Anna", name), "x.toml") for name in names)
    second = dataclasses.replace(second, date=datetime.date(2026, 11, 22))
    assert latest([first, second]) == (second,)
    assert sessions([first, second]) == {second.name: [first, second]}


def test_what_new_writes_are_clients_of_their_own(tmp_path):
    """Two templates that were filled in are two clients, called as their files."""
    for name in ("p.toml", "q.toml"):
        assert call("new", tmp_path / name).returncode == 0
    shown = call("run", tmp_path, "--latest").stdout
    assert "p.toml" in shown and "q.toml" in shown
    assert "No client has several files here" in call("compare", tmp_path).stdout


def test_files_of_one_name_and_one_day_are_not_left_out_in_silence(tmp_path):
    """They may be two clients, so `--latest` says which file it leaves out for which."""
    new = scenario(ANNA.replace("2026-10-25", "2026-11-22"), "anna-2026-11-22.toml")
    assert not [*of_one_day([scenario(ANNA, "anna.toml"), scenario(BO, "bo.toml"), new])]
    paths = [client(tmp_path, ANNA, name) for name in ("a.toml", "b.toml")]
    told = call("run", tmp_path, "--latest")
    assert told.returncode == 0
    assert f"{paths[0]}: left out for {paths[1]}, of the same day" in told.stderr
    assert "left out" not in call("run", tmp_path).stderr


def test_the_first_step_of_the_table_is_the_first_of_the_advice():
    """Whoever looks at the folder and whoever reads the advice do not begin with different things:
    what goes alongside comes first only where there is no step.
    """
    alongside = 0
    for path in sorted(SCENARIOS.glob("people-*.toml")):
        case = case_of(load(path), exact=False)
        told = outline(case)
        for entry in (*told.now, *told.alongside)[:1]:
            assert row_of(load(path), case, TODAY).first == entry.text
            assert entry.text == case.consultation.at("now")[0].text
            alongside += bool(told.now and told.alongside)
    assert alongside > 3


def test_who_has_answered_all_and_has_nothing_to_do_is_told_so():
    """Somebody content, without a boss: no step, and no question left that could be named."""
    no = {id: False for id, question in QUESTIONS.items() if question.kind == "yes/no"}
    answers = live(no | {"unmet_needs": 0, "unmet_wants": 0, "happy_where_they_are": True})
    content = Scenario("Content", answers, source="content.toml")
    row = row_of(content, case_of(content, exact=False), TODAY)
    assert row.paths == ("content",) and row.first == "(nothing to do now)"


def test_what_is_open_about_a_boss_is_put_kindly():
    """The table is printed and lies about: it calls nobody names."""
    open_about = scenario(ANNA + 'has_boss = true\nboss_is_jerk = "unknown"\n', "anna.toml")
    (row,) = [row_of(open_about, case_of(open_about), TODAY)]
    assert "boss_is_jerk" in row.hanging
    assert "whether the boss cares" in render([row], 71) and "jerk" not in render([row], 71)


@pytest.mark.parametrize("width", [80, 72, 71, 40, 20])
def test_no_line_is_wider_than_the_window(rows, width):
    """In a narrow window, each client has a few lines of the same words."""
    shown = render(rows, width)
    assert max(map(len, shown.splitlines())) <= width
    for told in ("Anna", "Bo", "2026-10-25", "28", "boss", "0.toml"):
        assert told in shown


def test_a_folder_in_the_command_line(tmp_path):
    """A row each, in the order asked for; a bad file is told, and spoils only itself: exit 2."""
    for name, text in (("anna", ANNA), ("bo", BO), ("bad", "[answers]\nunmet_neds = 1\n")):
        client(tmp_path, text, f"{name}.toml")
    ran = call("run", tmp_path, "--today", "2026-11-22", "--sort", "date")
    assert ran.returncode == 2 and "did you mean unmet_needs?" in ran.stderr
    assert ran.stdout.index("Anna") < ran.stdout.index("Bo") and "28 days ago" in ran.stdout
    assert "[" not in ran.stderr  # no bar where there is no terminal


@pytest.mark.parametrize(("patience", "shown"), [(0, True), (3600, False)])
def test_a_bar_comes_only_on_a_terminal_and_only_to_those_who_have_waited(
    monkeypatch, capsys, patience, shown
):
    """No step is lost or told twice, whether the bar has come or not."""
    assert list(with_progress(iter("abc"), 3, patience)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(with_progress(iter("abc"), 3, patience)) == ["a", "b", "c"]
    assert ("100%" in capsys.readouterr().err) is shown


def test_a_date_in_the_future_is_told(tmp_path):
    """A slip in a year would hide how long ago it was; tomorrow may be today elsewhere."""
    for day, told in (("2026-11-23", False), ("2027-10-12", True)):
        file = client(tmp_path, f'name = "Bo"\ndate = {day}\n[answers]\nhas_boss = true\n')
        ran = call("run", file, "--today", "2026-11-22")
        assert ran.returncode == 0
        assert (f"the date {day} lies in the future" in ran.stderr) is told
