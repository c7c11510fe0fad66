"""`unstuck checkin`: what has changed since a client's last file."""

import datetime
import os
import sys
from pathlib import Path
from typing import Any

import click

from engine.commands.ask import console_for, tell_where
from engine.commands.compare import compared_form_option, print_comparison
from engine.commands.terminal import columns, print_cases, say, today_option


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a check-in of the same day.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and logs.")
@compared_form_option
@today_option
def command(file: Path, force: bool, plain: bool, form: str, today: datetime.date) -> None:
    """Ask again what may have changed since FILE was written.

    Only questions whose answer may be another one by now are asked, and of these only those that
    can still change the advice. Enter keeps the answer of then; weeks are counted on. Every answer
    is kept at once in a new file beside the old one, with the date in its name, and at the end
    both are compared. Answers may come from a pipe.

    \b
    Examples:
      unstuck checkin anna.toml
      unstuck checkin anna.toml --format html > anna.html
    """
    from engine.journal import Journal
    from engine.progress.checkin import beside, check_in
    from engine.scenario_files import bytes_of, load
    from engine.session import hold_again
    from engine.toml_text import MOST_BYTES

    if str(file) == "-":
        raise click.UsageError("a check-in is written beside its file; allowed: the name of a file")
    old = load(file)
    new = beside(file, today)
    _refuse(file, new, force)
    if old.date is None:
        say(f"{file} has no date: weeks are taken as they stand there.")
    elif old.date > today:
        say(f"{file} is of {old.date}, which is still to come: weeks are taken as they stand.")
    text = bytes_of(file, MOST_BYTES).decode("utf-8-sig")
    journal = Journal.following(old, text, new, today, force)
    try:
        anything = hold_again(journal, console_for(plain), check_in(old, today))
    except KeyboardInterrupt:
        click.echo("\nStopped.", err=True)
        _tell(journal, new)
        raise
    if anything:
        click.echo(err=True)
        for_a_reader = form in ("table", "markdown")
        if journal.beyond:
            _tell_help(journal, plain, form if for_a_reader else None)
        if not (journal.beyond and for_a_reader):
            print_comparison(old, journal.scenario, form)
    _tell(journal, new)


def _tell_help(journal: Any, plain: bool, form: str | None) -> None:
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


def _refuse(old: Path, new: Path, force: bool) -> None:
    """Raise an error, before anything is asked, where the new file cannot be written."""
    if new.resolve() == old.resolve():
        hint = f"unstuck ask --resume --save {old}"
        raise click.UsageError(f"{old} is the check-in of this day; change it with: {hint}")
    if os.path.lexists(new) and not force:
        raise click.UsageError(
            f"{new}: it is there already, and `unstuck compare {old} {new}` shows what is in it; "
            "allowed: --force to begin it again"
        )
    if not os.access(new.parent, os.W_OK | os.X_OK):
        raise click.UsageError(f"{new}: nothing can be written in {new.parent}")


def _tell(journal: Any, new: Path) -> None:
    if journal.begun or journal.trouble:
        tell_where(journal)
    else:
        say(f"\nNothing was answered, and {new} was not written.")
