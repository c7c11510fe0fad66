"""`unstuck report`: files for a client's eyes, named safely, written whole, never over another."""

import datetime
import stat
import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

from cli import unstuck
from engine.file_names import MOST_LETTERS, safe_name_of
from engine.own_words import OwnWords
from engine.receipt import receipt_of
from engine.scenario_files import dump
from tests.handouts import PDF, SCENARIOS, client, pdf_text

RUTH = replace(
    client(words=OwnWords(goal="Lead"), notes="CANARY-7"), date=datetime.date(2026, 3, 2)
)
FILE = dump(RUTH)


@pytest.fixture
def ruth(tmp_path):
    """Write the file of a client."""
    file = tmp_path / "ruth.toml"
    file.write_text(FILE)
    return file


def run(*args, **env):
    """Run the command, and return how it ended."""
    return CliRunner().invoke(unstuck, ["report", *map(str, args)], env=env)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("html", b"<!DOCTYPE html>"), ("markdown", b"# Ruth"), ("pdf", b"%PDF"), ("ics", b"BEGIN:VC")],
)
def test_a_file_in_each_form(ruth, tmp_path, form, begins):
    """Written for its owner's eyes alone, without the coach's notes."""
    if form == "pdf" and not PDF:
        pytest.skip("weasyprint or its Pango is missing")
    out = tmp_path / "out"
    ended = run(ruth, "-o", out, "--format", form)
    assert ended.exit_code == 0, ended.output
    assert out.read_bytes().lstrip().startswith(begins)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    content = out.read_bytes()
    text = pdf_text(content) if form == "pdf" else content.decode()
    assert "CANARY" not in text and ("Lead" in text) == (form != "ics")


def test_nothing_is_written_over_without_force(ruth, tmp_path):
    """What is there stays, with a message, unless it is to be replaced."""
    out = tmp_path / "ruth.html"
    out.write_text("mine")
    refused = run(ruth, "-o", out)
    assert refused.exit_code == 2 and "--force" in refused.output and out.read_text() == "mine"
    assert run(ruth, "-o", out, "--force").exit_code == 0 and "Ruth" in out.read_text()


def test_a_folder_gets_a_file_a_client(ruth, tmp_path):
    """One broken file spoils only itself."""
    (tmp_path / "broken.toml").write_text("name = 1")
    out = tmp_path / "out"
    out.mkdir()
    ended = run(tmp_path, "-o", out)
    assert ended.exit_code == 2 and "broken.toml" in ended.output
    assert [file.name for file in out.iterdir()] == ["ruth.html"]


def test_two_clients_never_share_a_file(ruth, tmp_path):
    """Files of one name from two folders are refused before anything is written."""
    other = tmp_path / "other"
    out = tmp_path / "out"
    other.mkdir()
    out.mkdir()
    (other / "Ruth.toml").write_text(FILE)
    ended = run(ruth, other / "Ruth.toml", "-o", out)
    assert list(out.iterdir()) == [] and "another client" in str(ended.exception)


def test_several_clients_need_a_folder(ruth, tmp_path):
    """Otherwise one handout would replace the other."""
    ended = run(ruth, SCENARIOS / "boss-01-no-goal.toml", "-o", tmp_path / "out.html")
    assert "no folder" in str(ended.exception) and not (tmp_path / "out.html").exists()


def test_what_ends_in_a_slash_is_a_folder(ruth, tmp_path):
    """It is made for its owner alone, and one client's handout lies in it, too."""
    ended = run(ruth, "-o", f"{tmp_path / 'new'}/")
    assert ended.exit_code == 0 and (tmp_path / "new" / "ruth.html").is_file()
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    ended = run(ruth, "-o", f"{tmp_path / 'no' / 'where'}/")
    assert "where" in str(ended.exception) and not (tmp_path / "no").exists()


def test_a_minus_is_standard_output(ruth, tmp_path, monkeypatch):
    """One handout goes there, in any form; no file of that name is written, unless it is meant."""
    monkeypatch.chdir(tmp_path)
    ended = run(ruth, "-o", "-", "--format", "markdown")
    assert ended.exit_code == 0 and ended.stdout.startswith("# Ruth")
    assert run(ruth, SCENARIOS / "boss-01-no-goal.toml", "-o", "-").exception
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ruth.toml"]
    assert run(ruth, "-o", "./-").exit_code == 0 and (tmp_path / "-").is_file()


def test_a_handout_never_replaces_what_a_client_has_said(ruth, tmp_path):
    """Not with --force either, and not through a link."""
    link = tmp_path / "link"
    link.symlink_to(ruth)
    for out in (ruth, link):
        ended = run(ruth, "-o", out, "--force", "--format", "html")
        assert "client's own file" in str(ended.exception) and ruth.read_text() == FILE


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", "<!doctype html>"), ("md", "# "), ("ics", "BEGIN:VCALENDAR")]
)
def test_the_ending_tells_the_form(ruth, tmp_path, ending, begins):
    """Nobody gets a page of HTML under the name of something else."""
    run(ruth, "-o", tmp_path / f"out.{ending}")
    assert (tmp_path / f"out.{ending}").read_text().lower().startswith(begins.lower())


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (("out.pdf", "--format", "html"), "found the ending '.pdf'; allowed: .html"),
        (("out.txt",), "found the ending '.txt'; allowed: .html, .md, .pdf, .ics"),
    ],
)
def test_an_ending_that_tells_otherwise_is_refused(ruth, tmp_path, words, allowed):
    """And so is one that tells nothing, unless a form is named."""
    name, *more = words
    assert allowed in str(run(ruth, "-o", tmp_path / name, *more).exception)
    assert not (tmp_path / name).exists()
    run(ruth, "-o", tmp_path / "out.txt", "--format", "markdown")
    assert (tmp_path / "out.txt").exists()


def test_of_several_files_of_a_client_the_newest_is_handed_out(ruth, tmp_path):
    """With --latest, as in a table of the folder."""
    folder = tmp_path / "clients"
    folder.mkdir()
    for day in ("2026-01-05", "2026-02-05"):
        (folder / f"ruth-{day}.toml").write_text(f'name = "Ruth"\ndate = {day}\n[answers]\n')
    run(folder, "-o", f"{tmp_path / 'out'}/", "--latest")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ruth-2026-02-05.html"]


@pytest.mark.parametrize(
    ("args", "env", "day"),
    [
        ((), {"SOURCE_DATE_EPOCH": "1772500000"}, "Monday, 2 March 2026"),
        (("--start", "2026-04-06"), {"SOURCE_DATE_EPOCH": "0"}, "Monday, 6 April 2026"),
    ],
)
def test_the_plan_begins_with_the_file_or_as_told(ruth, tmp_path, args, env, day):
    """The date in the file, unless another one is given."""
    run(ruth, "-o", tmp_path / "out.md", "--format", "markdown", *args, **env)
    assert f"Written for {day}" in (tmp_path / "out.md").read_text()


def test_without_a_date_the_plan_begins_today(ruth, tmp_path):
    """Today, or the day that is set for files that are to be the same every time."""
    ruth.write_text(dump(replace(RUTH, date=None)))
    out = tmp_path / "out.md"
    run(ruth, "-o", out, "--format", "markdown", SOURCE_DATE_EPOCH="1700000000")
    assert "Tuesday, 14 November 2023" in out.read_text()
    before = datetime.date.today()
    run(ruth, "-o", out, "--format", "markdown", "--force", SOURCE_DATE_EPOCH="")
    days = {f"{day.day} {day:%B %Y}" for day in (before, datetime.date.today())}
    assert any(day in out.read_text() for day in days)


def test_no_calendar_without_a_plan(ruth, tmp_path):
    """Who is beyond the articles gets a page and no calendar, and that is said."""
    ruth.write_text(dump(replace(RUTH, beyond=True)))
    ended = run(ruth, "-o", tmp_path / "out.ics", "--format", "ics")
    assert ended.exit_code == 0 and "no calendar" in ended.output
    assert not (tmp_path / "out.ics").exists()


@pytest.mark.parametrize(("form", "module"), [("pdf", "weasyprint"), ("ics", "icalendar")])
def test_a_missing_extra_says_what_to_install(ruth, tmp_path, form, module, monkeypatch):
    """In one line, and nothing is written."""
    monkeypatch.setitem(sys.modules, module, None)
    ended = run(ruth, "-o", tmp_path / "out", "--format", form)
    assert ended.exit_code == 2 and f"{module} is missing" in ended.output
    assert not (tmp_path / "out").exists()


def test_a_missing_library_of_the_system_is_named(ruth, tmp_path, monkeypatch):
    """weasyprint without its Pango is told in one line, too."""

    def broken(*asked):
        raise OSError("cannot load library 'libpango'")

    monkeypatch.setattr("engine.report.handout.pdf.required", broken)
    ended = run(ruth, "-o", tmp_path / "out", "--format", "pdf")
    assert ended.exit_code == 2 and "Pango" in ended.output


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("clients/ruth.toml", "ruth"),
        ("-", "standard-input"),
        ("../../..toml", "client"),
        ("a/..%2f\x1b[2Jx\u202ey.toml", "2f-2Jx-y"),
        ("NUL.toml", "_NUL"),
        ("con.x.toml", "_con.x"),
        ("Lpt¹.toml", "_Lpt¹"),
        (f"{'x' * (MOST_LETTERS - 1)}.y.toml", "x" * (MOST_LETTERS - 1)),
        ("-rf.toml", "rf"),
        (f"{'x' * 300}.toml", "x" * MOST_LETTERS),
    ],
)
def test_a_name_stays_in_its_folder(source, name):
    """No path, no option, no reserved or endless name, nothing that steers a terminal."""
    assert safe_name_of(source) == name


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_receipt_names_this_client_and_no_other(ruth, tmp_path, form):
    """Program, hashes and a command to make it again; another client's file is not named."""
    (tmp_path / "somebody-else.toml").write_text(FILE)
    out = tmp_path / "out"
    out.mkdir()
    assert run(tmp_path, "-o", out, "--format", form, **after(1)).exit_code == 0
    (mine,) = (file for file in out.iterdir() if file.stem == "ruth")
    text = mine.read_text().replace("\\", "")
    receipt = receipt_of(RUTH.answers, RUTH.unknown, False, "")
    assert receipt.knowledge[:12] in text and receipt.answers[:12] in text
    assert "unstuck report ruth.toml" in text and "2026-03-02" in text
    assert "somebody" not in text and str(tmp_path) not in text


def after(days):
    """Return a setting by which it is noon, so many days after the date of the file."""
    now = datetime.datetime.combine(RUTH.date, datetime.time(12), datetime.UTC)
    return {"SOURCE_DATE_EPOCH": str(int((now + datetime.timedelta(days)).timestamp()))}


@pytest.mark.parametrize(("days", "begins"), [(6, "2 March 2026"), (7, "9 March 2026")])
def test_a_plan_whose_first_week_would_be_over_begins_today(ruth, tmp_path, days, begins):
    """Its days are not past before it is handed over, and that is told in a line."""
    ended = run(ruth, "-o", tmp_path / "out.md", "--format", "markdown", **after(days))
    assert ended.exit_code == 0
    assert f"Written for Monday, {begins}" in (tmp_path / "out.md").read_text()
    told = "the plan begins today, since the file is of 2026-03-02; --start sets another day"
    assert (told in ended.output) is (days == 7)


def test_a_first_day_that_is_past_is_obeyed_and_told(ruth, tmp_path):
    """Whoever sets it may mean it."""
    start = ("--start", "2026-03-02")
    ended = run(ruth, "-o", tmp_path / "out.md", "--format", "markdown", *start, **after(30))
    assert "the plan begins on 2026-03-02, which is past" in ended.output
    assert "Written for Monday, 2 March 2026" in (tmp_path / "out.md").read_text()
