"""`unstuck verify`: whether a report still holds."""

import sys
from pathlib import Path

import click

from engine.commands.terminal import columns


@click.command()
@click.argument("report", type=click.Path(path_type=Path, allow_dash=True))
def command(report: Path) -> None:
    """Tell whether the advice in a JSON document still follows from the answers in it.

    REPORT is what `run`, `ask`, `checkin` or `compare` wrote with --format json; `-` reads it from
    standard input. The exit code is 0 when the same advice follows, 1 when it does not, with what
    ended and what began, and 2 when the document cannot be read or its answers are not those of
    its receipt.

    \b
    Examples:
      unstuck run client.toml --format json > client.json
      unstuck verify client.json
    """
    from engine.report.verified import render
    from engine.scenario_files import bytes_of
    from engine.verification import MOST_BYTES, records, verified

    found = tuple(verified(records(bytes_of(report, MOST_BYTES), str(report))))
    click.echo(render(found, columns()), nl=False)
    sys.exit(0 if all(each.holds for each in found) else 1)
