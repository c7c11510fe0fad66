"""`unstuck audit rows`: what carries each row of the catalogue."""

import sys

import click

from engine.commands.terminal import columns


@click.command()
def command() -> None:
    """Print for each row of the catalogue what carries it, or why nothing does.

    \b
    Examples:
      unstuck audit rows
    """
    from engine.audit.rows import carriers
    from engine.report.tables import carried_rows

    found = carriers()
    click.echo(carried_rows(found, columns(most=sys.maxsize)))
    click.echo(f"{sum(r.carried for r in found)} of {len(found)} rows are carried.", err=True)
