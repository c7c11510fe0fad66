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
    from engine.report.tables import table

    found = carriers()
    widths = (6, max(20, columns(most=sys.maxsize) - 8))
    click.echo(table(("row", "carried by"), [(each.row, each.words) for each in found], widths))
    click.echo(f"{sum(r.carried for r in found)} of {len(found)} rows are carried.", err=True)
