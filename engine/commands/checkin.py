"""`unstuck checkin`: what has changed since a client's last file."""

import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine.commands.ask import console_for, tell_command, tell_misread, tell_where
from engine.commands.compare import compared_form_option, print_comparison
from engine.commands.terminal import columns, print_cases, say, to_type, today_option

if TYPE_CHECKING:
    from engine.journal import Journal
    from engine.scenarios import Scenario


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace what is there from the same day.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and logs.")
@compared_form_option
@today_option
def command(file: Path, force: bool, plain: bool, form: str, today: datetime.date) -> None:
    """Ask again what may have changed since FILE was written.

    Only questions whose answer may be another one by now are asked, and of these only those that
    can still change the advice. Enter keeps the answer of then; weeks are counted on. Every answer
    is kept at once in a new file beside the old one, with the date in its name, and at the end
    both are compared. Who stopped goes on by the same command on the same day. Answers may come
    from a pipe.

    \b
    Examples:
      unstuck checkin anna.toml
      unstuck checkin anna.toml --format html > anna.html
    """
    from engine.complaints import visible
    from engine.journal import Journal
    from engine.progress.checkin import beside, check_in
    from engine.scenario_files import bytes_of, load
    from engine.session import hold_again
    from engine.toml_text import MOST_BYTES

    if str(file) == "-":
        raise click.UsageError("a check-in is written beside its file; allowed: the name of a file")
    old = load(file)
    new = beside(file, today)
    begun = _begun(old, file, new, today, force)
    if begun is not None:
        goes_on = f"This goes on with {visible(str(new))}."
        click.echo(f"{goes_on}\nEnter keeps what stands there by now.\n", err=True)
        journal = Journal.resumed(new, today)
    else:
        _tell_of_dates(old, file, today)
        text = bytes_of(file, MOST_BYTES).decode("utf-8-sig")
        journal = Journal.following(old, text, new, today, force)
    again = check_in(old, today, begun)
    console = console_for(plain)
    try:
        finished = hold_again(journal, console, again)
    except KeyboardInterrupt:
        click.echo("\nStopped.", err=True)
        _tell(journal, file, finished=False)
        raise
    if journal.begun or journal.trouble:
        click.echo(err=True)
        for_a_reader = form in ("table", "markdown")
        if journal.beyond:
            _tell_help(journal, plain, form if for_a_reader else None)
        if not (journal.beyond and for_a_reader):
            print_comparison(old, journal.scenario, form)
    _tell(journal, file, finished)
    tell_misread(console)
    sys.exit(2 if journal.trouble else 0)


def _tell_help(journal: "Journal", plain: bool, form: str | None) -> None:
    """Say where to look for help: what has ended meanwhile is nothing to read now.

    Without a form, standard output is for a program, and the person reads it on stderr.
    """
    from engine.cases import beyond_the_articles
    from engine.report import render

    case = beyond_the_articles(journal.name)
    if form:
        print_cases([case], form, plain)
    else:
        width = sys.maxsize if plain else columns()
        click.echo(render([case], "table", width), err=True, nl=False)


def _begun(
    old: "Scenario", file: Path, new: Path, today: datetime.date, force: bool
) -> "Scenario | None":
    """Return the check-in of this day if there is one to go on with.

    Raise an error, before anything is asked, where the new file cannot be written.
    """
    from engine.complaints import visible
    from engine.own_words import same_name
    from engine.scenario_files import load

    # Not `resolve`, which raises where links go round in a circle.
    if os.path.realpath(new) == os.path.realpath(file):
        hint = f"unstuck ask --resume --save {to_type(file)}"
        place = visible(str(file))
        raise click.UsageError(f"{place} is the check-in of this day; change it with: {hint}")
    if os.path.lexists(new) and not force:
        begun = load(new)
        if begun.date == today and same_name(begun.name) == same_name(old.name):
            return begun
        raise click.UsageError(
            f"{visible(str(new))}: it is there already, and is no check-in of "
            f"{visible(old.name)} on {today}; allowed: --force to replace it"
        )
    if not os.access(new.parent, os.W_OK | os.X_OK):
        folder = visible(str(new.parent))
        raise click.UsageError(f"{visible(str(new))}: nothing can be written in {folder}")
    return None


def _tell_of_dates(old: "Scenario", file: Path, today: datetime.date) -> None:
    """Say what is odd about the date of a file, and whether it is the last of this client."""
    from engine.complaints import visible
    from engine.progress.checkin import later_than

    name = visible(str(file))
    if old.date is None:
        say(f"{name} has no date: weeks are taken as they stand there.")
    elif old.date > today:
        say(f"{name} is of {old.date}, which is still to come: weeks are taken as they stand.")
    if later := later_than(file, old, today):
        tell_command("There is a later one. To go on from there", f"checkin {to_type(later)}")


def _tell(journal: "Journal", file: Path, finished: bool) -> None:
    """Say where the answers are, how an unfinished check-in goes on, and how the next begins.

    Who is beyond the articles comes back to the same file: nothing else was asked.
    """
    if not journal.begun and not journal.trouble:
        from engine.complaints import visible

        say(f"\nNothing new was said so far, and {visible(str(journal.path))} was not written.")
        return
    if not finished:
        click.echo(
            "\nThis check-in is not finished: what was not asked stands as it was.", err=True
        )
    if not finished or journal.beyond:
        tell_where(journal, f"checkin {to_type(file)}")
        return
    new = to_type(journal.path)
    tell_where(journal, f"checkin {new}", "Check in again, on another day")
    if not journal.trouble:
        _tell_never_asked(journal)


def _tell_never_asked(journal: "Journal") -> None:
    """Say how many questions could change the advice that no check-in asks for."""
    from engine.progress.checkin import never_asked

    if number := never_asked(journal.scenario):
        questions = "1 question" if number == 1 else f"Up to {number} questions"
        verb = "was" if number == 1 else "were"
        tell_command(
            f"{questions} that could change the advice {verb} never asked. To answer",
            f"ask --resume --save {to_type(journal.path)}",
        )
