"""`unstuck audit agree`: whether several engines conclude the same."""

import sys

import click

from engine.commands.terminal import with_progress


@click.command()
@click.option("--n", default=20_000, show_default=True, type=click.IntRange(min=1), help="People.")
@click.option("--seed", default=1, show_default=True, help="Another seed, other people.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(n: int, seed: int, form: str) -> None:
    """Compare what several engines conclude about generated people.

    Experta runs the rules; the cards are evaluated as they stand; CLIPS runs what `unstuck export`
    writes; z3 finds the model of each person; and the decision diagrams of the interview are
    looked up. The exit code is 1 when any two differ. It needs the extra `audit`.

    \b
    Examples:
      unstuck audit agree
      unstuck audit agree --n 1000 --seed 7 --format json
    """
    from engine.audit.engines.agree import compare
    from engine.audit.engines.people import people
    from engine.audit.engines.ways import ways
    from engine.base import our_base
    from engine.report.agreement import render

    base = our_base()
    going, drawn = ways(base), people(base, n, seed)
    found = compare(with_progress(drawn, n), going)
    click.echo(render(found, base, form), nl=False)
    sys.exit(1 if found.differences else 0)
