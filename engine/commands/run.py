"""`unstuck run`: the advice for scenario files."""

import sys
from pathlib import Path

import click

from engine.commands.terminal import columns, form_option, print_cases, read_scenarios


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="FILE|DIR|- ...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@form_option
@click.option("--full", is_flag=True, help="Print the whole advice for each of several files.")
def command(paths: tuple[Path, ...], form: str, full: bool) -> None:
    """Print the advice for scenario files.

    `-` reads one from standard input. One file gets its advice in full, several get a row each.
    Expectations in the files are checked: the exit code is 1 when one fails, and 2 when a file
    cannot be read.

    \b
    Examples:
      unstuck run client.toml
      unstuck run clients/ --format json
      unstuck run tests/scenarios
      cat client.toml | unstuck run -
    """
    from engine.cases import case_of, unfitting, verdictless
    from engine.complaints import visible
    from engine.expectations import verify

    scenarios, broken = read_scenarios(paths)
    for scenario in scenarios:
        for hint in scenario.hints:
            click.echo(f"{visible(scenario.source)}: {hint}", err=True)
    brief = len(scenarios) > 1 and form == "table" and not full
    cases = [case_of(scenario, exact=not brief) for scenario in scenarios]
    if brief:
        from engine.report.tables import clients

        files = (Path(scenario.source).name for scenario in scenarios)
        click.echo(clients(zip(files, cases, strict=True), columns(most=sys.maxsize)))
    elif cases:
        print_cases(cases, form)
    remarks = unfitting(scenarios, cases) if brief else ()  # an advice in full tells them itself
    for line in (*verdictless(scenarios, cases), *remarks):
        click.echo(line, err=True)
    consultations = (case.consultation for case in cases)
    complaints, held = verify(zip(scenarios, consultations, strict=True))
    click.echo("\n".join((*complaints, *held)), err=True, nl=bool(held))
    sys.exit(2 if broken else 1 if complaints else 0)
