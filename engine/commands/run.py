"""`unstuck run`: the advice for scenario files."""

import datetime
import gc
import os
import sys
from itertools import chain
from pathlib import Path

import click

from engine.commands.terminal import (
    columns,
    form_option,
    latest_option,
    newest,
    print_cases,
    read_scenarios,
    today_option,
    with_progress,
)


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="FILE|DIR|- ...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@form_option
@click.option(
    "--full", is_flag=True, help="Print the whole advice for each of several files, or of a folder."
)
@click.option(
    "--sort",
    type=click.Choice(["file", "client", "date", "first", "open"]),
    default="file",
    help="Longest ago first (date), the same first step together (first), most left open first.",
)
@latest_option
@today_option
def command(
    paths: tuple[Path, ...], form: str, full: bool, sort: str, latest: bool, today: datetime.date
) -> None:
    """Print the advice for scenario files.

    `-` reads one from standard input. One file gets its advice in full; a folder and several files
    get a row for each client: the first step, the open paths, and the questions answered "don't
    know" on which advice hangs, with the number of pieces. Expectations in the files are checked:
    the exit code is 1 when one fails, and 2 when a file cannot be read.

    \b
    Examples:
      unstuck run client.toml
      unstuck run clients/ --latest --sort date
      unstuck run clients/ --format json
      cat client.toml | unstuck run -
    """
    from engine import folder
    from engine.cases import case_of, unfitting, verdictless
    from engine.complaints import visible
    from engine.expectations import verify

    scenarios, broken = read_scenarios(paths)
    gc.freeze()  # what is there by now stays: there is no need to look through it client by client
    if latest:
        scenarios = newest(scenarios)
    for scenario in scenarios:
        for hint in scenario.hints:
            click.echo(f"{visible(scenario.source)}: {hint}", err=True)
        if scenario.date and (scenario.date - today).days > 1:  # it may be tomorrow elsewhere
            hint = f"the date {scenario.date} lies in the future; is it a slip?"
            click.echo(f"{visible(scenario.source)}: {hint}", err=True)
    # What is wrong with a neighbour changes nothing of how a client is shown.
    several = len(paths) > 1 or any(map(os.path.isdir, paths))
    brief = several and form == "table" and not full
    counted = form != "json"  # which does not tell how many questions are left
    alone = len(scenarios) == 1
    steps = (case_of(s, exact=not brief, counted=counted, alone=alone) for s in scenarios)
    cases = list(with_progress(steps, len(scenarios), patience=1))
    rows = [folder.row_of(*each, today) for each in zip(scenarios, cases, strict=True)]
    order = sorted(range(len(rows)), key=lambda place: folder.SORTS[sort](rows[place]))
    if brief and cases:
        from engine.report.folder import render

        click.echo(render((rows[place] for place in order), columns(most=sys.maxsize)))
    elif cases:
        print_cases([cases[place] for place in order], form)
    for line in (*verdictless(scenarios, cases), *chain.from_iterable(map(unfitting, scenarios))):
        click.echo(line, err=True)
    consultations = (case.consultation for case in cases)
    complaints, held = verify(zip(scenarios, consultations, strict=True))
    click.echo("\n".join((*complaints, *held)), err=True, nl=bool(held))
    sys.exit(2 if broken else 1 if complaints else 0)
