"""`unstuck audit coverage`: what scenario files show of the rules."""

import sys
from pathlib import Path

import click

from engine.commands.terminal import columns, makeable, read_scenarios


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="DIR|FILE ...", type=click.Path(path_type=Path)
)
@click.option("--format", "form", type=click.Choice(["table", "json", "html"]), default="table")
@click.option(
    "--suggest",
    type=click.Path(path_type=Path, file_okay=False),
    callback=makeable,
    metavar="OUTDIR",
    help="Write the missing scenarios into this folder, without expectations.",
)
def command(paths: tuple[Path, ...], form: str, suggest: Path | None) -> None:
    """Print what scenario files show of the rules, conclusions and conditions.

    A rule counts only where an expectation checks it; a condition both ways, where it alone turns
    its rule. What no client can show is proved and left out of the count. The exit code is 1 when
    an expectation fails, and 2 when a file cannot be read.

    \b
    Examples:
      unstuck audit coverage tests/scenarios
      unstuck audit coverage clients/ --format html > coverage.html
      unstuck audit coverage clients/ --suggest to-do/
    """
    from engine.audit.clients import write_clients
    from engine.audit.coverage.checked import coverage_of
    from engine.audit.coverage.suggestions import suggestions
    from engine.complaints import visible
    from engine.report.coverage import render

    scenarios, broken = read_scenarios(paths)
    found, wrong = coverage_of(scenarios)
    click.echo(render(found, form, columns(most=sys.maxsize)), nl=False)
    for source in wrong:
        click.echo(f"{visible(source)}: left out, an expectation does not hold", err=True)
    if suggest:
        written = write_clients(suggestions(found), suggest)
        where = visible(str(suggest))
        click.echo(f"{len(written)} scenarios are in {where}; fill in [expect].", err=True)
    sys.exit(2 if broken else 1 if wrong else 0)
