"""`unstuck report`: what a client takes home."""

import datetime
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine.commands.terminal import day, latest_option, newest, read_scenarios, with_progress

if TYPE_CHECKING:
    from engine.scenarios import Scenario

PAST = 7
"""How many days after a first day the first week of a plan is over."""


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE|DIR|- ...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DIR|FILE|-",
    help="The file to write, DIR/ for a folder with a file a client, or - for standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "markdown", "pdf", "ics"]),
    help="Else the ending of FILE tells it; HTML in a folder and on standard output.",
)
@click.option(
    "--start",
    type=day,
    metavar="DATE",
    help="The first day of the plan; else the file's date, or today if that is a week ago.",
)
@latest_option
@click.option("--force", is_flag=True, help="Replace files that exist.")
def command(
    files: tuple[Path, ...],
    output: str,
    form: str | None,
    start: datetime.date | None,
    latest: bool,
    force: bool,
) -> None:
    """Write what a client takes home: the advice, a plan, pages to fill in, and pictures.

    One page of HTML that needs nothing else, the same as Markdown or PDF, or the plan as a calendar
    file (ics). Files can be read by you alone. The coach's notes are in none of them.

    \b
    Examples:
      unstuck report client.toml -o client.html
      unstuck report clients/ -o handouts/
      unstuck report client.toml -o client.pdf
      unstuck report client.toml -o plan.ics --start 2026-02-02
    """
    from engine.complaints import ScenarioError
    from engine.report.handout.files import form_for, placed

    form = form_for(output, form)
    scenarios, broken = read_scenarios(files)
    if latest:
        scenarios = newest(scenarios)
    found = placed(scenarios, output, form)
    remarks: list[str] = []
    try:
        for scenario, path in with_progress(found, len(found), patience=1):
            try:
                remarks.extend(_write(scenario, path, form, start, force))
            except ScenarioError as error:
                remarks += error.messages
                broken = True
    finally:  # below the bar, and after Ctrl-C, too
        click.echo("\n".join(remarks), err=True, nl=bool(remarks))
    sys.exit(2 if broken else 0)


def _first_day(scenario: "Scenario", start: datetime.date | None) -> tuple[datetime.date, str]:
    """Return the day on which a plan begins, with what there is to say about it."""
    today = _today()
    begins = start or scenario.date or today
    if (today - begins).days < PAST:
        return begins, ""
    if start:
        return start, f"the plan begins on {start}, which is past"
    since = f"since the file is of {begins}; --start sets another day"
    return today, f"the plan begins today, {since}"


def _write(
    scenario: "Scenario", path: Path | None, form: str, start: datetime.date | None, force: bool
) -> Iterator[str]:
    """Write one handout, to standard output without a path, and yield what there is to say."""
    from engine.complaints import visible
    from engine.report.handout.files import written
    from engine.report.handout.handout import handout
    from engine.scenario_files import write_new

    source = visible(scenario.source)
    begins, remark = _first_day(scenario, start)
    shown = handout(scenario, begins, _receipt(scenario, form, begins), _today())
    if remark and shown.plan:
        yield f"{source}: {remark}"
    if form == "ics" and not shown.plan:
        yield f"{source}: nothing to do by a day, so no calendar is written"
    elif path is None:
        click.echo(written(shown, form), nl=False)
    else:
        write_new(path, written(shown, form), force)
        yield f"{visible(str(path))} is written."


def _receipt(scenario: "Scenario", form: str, begins: datetime.date) -> tuple[str, ...]:
    """Return the receipt of one client; the command names no other client, and no folder."""
    from engine.complaints import visible
    from engine.derived import counting
    from engine.receipt import receipt_of

    file = "-" if scenario.source == "-" else visible(Path(scenario.source).name)
    words = ("unstuck", "report", file, "--format", form, "--start", begins.isoformat())
    return receipt_of(*counting(scenario), bool(scenario.beyond), shlex.join(words)).lines


def _today() -> datetime.date:
    """Return the day, or the one that is set for builds that are to be the same every time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        moment = min(int(epoch[:12]), 253402300799)  # the end of the year 9999
        return datetime.datetime.fromtimestamp(moment, datetime.UTC).date()
    return datetime.date.today()
