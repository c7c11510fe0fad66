"""`unstuck compare`: what moved between two sessions with one client."""

import datetime
import os
import sys
from pathlib import Path
from typing import Any

import click

from engine.commands.terminal import columns, command_typed, day, heading, read_scenarios, to_type

compared_form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "markdown", "html"]),
    default="table",
)


@click.command()
@click.argument("old", metavar="OLD|DIR", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("new", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--client", metavar="NAME", help="Of a folder: compare the files of this client.")
@click.option(
    "--since",
    type=day,
    metavar="DATE",
    help="Compare with the client's file of that day, not with the last but one.",
)
@compared_form_option
def command(
    old: Path, new: Path | None, client: str | None, since: datetime.date | None, form: str
) -> None:
    """Compare two sessions: which answers changed, what advice moved, and why.

    For each piece of advice that ended, began or moved, the smallest sets of changed answers are
    told which bring that about. A folder alone lists the clients with several files; files of one
    client have the same name in them. HTML goes to standard output, too.

    \b
    Examples:
      unstuck compare anna.toml anna-2026-11-22.toml
      unstuck compare clients/
      unstuck compare clients/ --client Anna --since 2026-09-01
      unstuck compare old.toml new.toml --format html > anna.html
    """
    if new is not None and (client is not None or since is not None):
        raise click.UsageError("--client and --since choose from a folder, not from two files")
    if new is None and client is None:
        if since is not None or form != "table":
            raise click.UsageError("it takes two files to be compared, or a folder and a --client")
        _list(old)
        return
    before, after, broken = _both(old, new) if new else _of_client(old, str(client), since)
    print_comparison(before, after, form)
    sys.exit(2 if broken else 0)


def print_comparison(old: Any, new: Any, form: str) -> None:
    """Compare two files of a client, and write what is found to standard output."""
    from engine.progress.comparison import compare
    from engine.report.compared import render

    found = compare(old, new)
    click.echo(render(found, form, columns(), heading, command_typed()), nl=False)


def _both(old: Path, new: Path) -> tuple[Any, Any, bool]:
    """Read both files; say what looks like a slip."""
    from engine.complaints import visible
    from engine.progress.sessions import doubts
    from engine.scenario_files import load

    if os.path.realpath(old) == os.path.realpath(new):
        raise click.UsageError(f"{to_type(old)} and {to_type(new)} are one file; it takes two")
    before, after = load(old), load(new)
    for doubt in doubts(before, after):
        click.echo(visible(doubt), err=True)
    return before, after, False


def _of_client(folder: Path, client: str, since: datetime.date | None) -> tuple[Any, Any, bool]:
    """Choose two files of a client; what cannot be read is told, and the rest is looked at."""
    from engine.complaints import visible
    from engine.progress.sessions import two_sessions

    scenarios, broken = read_scenarios((folder,))
    before, after = two_sessions(scenarios, client, since)
    click.echo(f"{visible(before.source)} -> {visible(after.source)}", err=True)
    return before, after, broken


def _list(folder: Path) -> None:
    """List the clients with several files."""
    from engine.progress.sessions import sessions
    from engine.report.sessions import render

    if not folder.is_dir():
        raise click.UsageError(f"{folder} alone is not enough: a second file, or a folder")
    scenarios, broken = read_scenarios((folder,))
    click.echo(render(sessions(scenarios), columns(), heading), nl=False)
    sys.exit(2 if broken else 0)
