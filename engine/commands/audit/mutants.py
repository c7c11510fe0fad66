"""`unstuck audit mutants`: which mistakes in the rules scenario files notice."""

import random
import sys
from pathlib import Path

import click

from engine.commands.terminal import columns, makeable, read_scenarios, with_progress


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="DIR|FILE ...", type=click.Path(path_type=Path)
)
@click.option(
    "--sample", type=click.IntRange(min=1), metavar="N", help="Try N mutants, drawn at random."
)
@click.option("--seed", default=0, metavar="S", help="Draw others.", show_default=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option(
    "--suggest",
    type=click.Path(path_type=Path, file_okay=False),
    callback=makeable,
    metavar="OUTDIR",
    help="Write the clients who are missing into this folder, without expectations.",
)
def command(
    paths: tuple[Path, ...], sample: int | None, seed: int, form: str, suggest: Path | None
) -> None:
    """Print which mistakes in the rules scenario files notice.

    Each mutant is the knowledge base with one mistake. It is killed when an expectation fails with
    it. One that nobody would be told anything else by is proved equivalent. The others survive, and
    are listed with a client who would be told something else. The exit code is 1 when one survives
    or an expectation fails already, and 2 when a file cannot be read.

    \b
    Examples:
      unstuck audit mutants tests/scenarios
      unstuck audit mutants clients/ --sample 100 --seed 7
      unstuck audit mutants clients/ --suggest to-do/
    """
    from engine.audit.clients import write_clients
    from engine.audit.coverage.checked import checked_clients
    from engine.audit.mutation.mutants import killing, survivors, tried
    from engine.audit.mutation.operators import mutants
    from engine.base import our_base
    from engine.complaints import visible
    from engine.report.mutants import render

    scenarios, broken = read_scenarios(paths)
    clients, wrong = checked_clients(scenarios)
    base = our_base()
    every = list(mutants(base))
    if sample and sample < len(every):
        drawn = random.Random(seed).sample(range(len(every)), sample)
        every = [every[place] for place in sorted(drawn)]
    verdicts = list(with_progress(tried(base, every, clients), len(every)))
    click.echo(render(base, verdicts, form, columns(most=sys.maxsize)), nl=False)
    for source in wrong:
        click.echo(f"{visible(source)}: left out, an expectation does not hold", err=True)
    if suggest:
        written = write_clients(killing(base, verdicts), suggest)
        where = visible(str(suggest))
        click.echo(f"{len(written)} scenarios are in {where}; fill in [expect].", err=True)
    survived = any(True for _ in survivors(verdicts))
    sys.exit(2 if broken else 1 if wrong or survived else 0)
