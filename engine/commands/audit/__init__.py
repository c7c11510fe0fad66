"""`unstuck audit`: what is wrong with the knowledge base, proved over all possible clients."""

import sys
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from engine.commands.group import Commands
from engine.commands.terminal import columns, makeable, with_progress

_LEVEL = click.Choice(["note", "warning", "error"])


@click.group(
    cls=Commands,
    package=__name__,
    names=("rows", "coverage", "mutants", "agree", "diff"),
    invoke_without_command=True,
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "sarif", "junit"]), default="table"
)
@click.option("--level", type=_LEVEL, default="note", help="Look for nothing below this.")
@click.option(
    "--fail-level", type=_LEVEL, default="warning", help="Exit 1 where something is found at it."
)
@click.option(
    "--witnesses",
    type=click.Path(path_type=Path, file_okay=False),
    callback=makeable,
    metavar="OUTDIR",
    help="Write the client who shows each finding into this folder, as a scenario file.",
)
@click.option("--confirm", is_flag=True, help="Have z3 confirm every proof (extra `audit`).")
@click.pass_context
def command(
    context: click.Context,
    form: str,
    level: Any,
    fail_level: Any,
    witnesses: Path | None,
    confirm: bool,
) -> None:
    """Look for what is wrong with the knowledge base.

    Without a command, every kind of anomaly is looked for, over all possible clients: rules that
    never fire, advice that contradicts itself, steps out of order and more; docs/audit has a page
    for each code. What is waived is listed with its reason. The exit code is 1 when something is
    found at the --fail-level or above it.

    \b
    Examples:
      unstuck audit                   what is wrong, with a client who shows it
      unstuck audit --level warning   without notes, in a second
      unstuck audit --confirm         with a second prover, in half a minute
      unstuck audit --format sarif    for editors and code hosts
      unstuck audit rows              what carries each row of the catalogue
      unstuck audit coverage clients/ what scenario files show of the rules
      unstuck audit mutants clients/  which mistakes in the rules scenario files notice
      unstuck audit diff base.json    what another version tells otherwise
      unstuck audit agree             whether several engines conclude the same
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context, context.invoked_subcommand)
        return
    from engine.audit.anomalies.findings import audit, witnesses_of
    from engine.audit.clients import write_clients
    from engine.base import our_base
    from engine.complaints import visible
    from engine.report.findings import render

    found = audit(our_base(), level)
    click.echo(render(found, form, columns(), fail_level), nl=False)
    if witnesses:
        written = write_clients(witnesses_of(found), witnesses)
        click.echo(f"{len(written)} witnesses are in {visible(str(witnesses))}.", err=True)
    sound = not confirm or _confirmed(found)
    sys.exit(0 if sound and not found.reaches(fail_level) else 1)


def _refuse_options(context: click.Context, subcommand: str) -> None:
    """Refuse options that stand before a command, as they would do nothing there."""
    for parameter in context.command.params:
        name = parameter.name or ""
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            option = parameter.opts[0]
            raise click.UsageError(f"{option} goes without a command; see audit {subcommand} -h")


def _confirmed(found: Any) -> bool:
    """Say how many proofs a second prover confirms, and tell whether all."""
    from engine.audit.anomalies.confirmation import confirmed

    proofs = found.verdicts
    agreed = sum(with_progress(confirmed(found.base, proofs), len(proofs)))
    click.echo(f"z3 confirms {agreed} of {len(proofs)} proofs.", err=True)
    return bool(agreed == len(proofs))
