"""`unstuck explain`: why, why not, what if, and what would change it."""

from pathlib import Path
from typing import Any

import click

from engine.commands.terminal import columns, command_typed, form_option, heading, print_cases


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("more", nargs=-1, metavar="[QUESTION=ANSWER ...]")
@click.option("--why", multiple=True, metavar="ADVICE", help="From the answers to the advice.")
@click.option("--why-not", multiple=True, metavar="ADVICE", help="What kept the advice away.")
@click.option(
    "--what-if", multiple=True, metavar="QUESTION=ANSWER", help="The advice before and after."
)
@click.option(
    "--what-would-change",
    multiple=True,
    is_flag=False,
    flag_value="",
    metavar="[ADVICE]",
    help="The fewest changes of your own that turn it.",
)
@click.option("--long", is_flag=True, help="Give every link in full.")
@form_option
def command(
    file: Path, more: tuple[str, ...], what_if: tuple[str, ...], long: bool, form: str, **ids: Any
) -> None:
    """Give the reasons for the advice on one scenario file.

    Without an option, the verdict and what to do now are explained, and where the articles
    disagree. ADVICE is an id, as `unstuck rules` and the brackets in the answer name it.

    \b
    Examples:
      unstuck explain client.toml
      unstuck explain client.toml --why start_job_search --long
      unstuck explain client.toml --why-not tell_your_boss
      unstuck explain client.toml --what-if boss_is_jerk=no unmet_needs=0
      unstuck explain client.toml --what-would-change
    """
    from engine.answers import shown
    from engine.cases import beyond_the_articles, unfitting
    from engine.derived import counting
    from engine.explain.request import Request
    from engine.explain.request import explain as answer
    from engine.receipt import with_receipt
    from engine.report.explained import render
    from engine.scenario_files import load

    if more and not what_if:
        raise click.UsageError(f"{shown(more[0])} stands alone; answers follow --what-if")
    scenario = load(file, None)
    if scenario.beyond:
        print_cases([beyond_the_articles(scenario.name)], form)
        return
    for line in unfitting(scenario):
        click.echo(line, err=True)
    found = answer(scenario, Request(what_if=(*what_if, *more), **ids))
    said = None
    if form == "json":
        said = with_receipt(*counting(scenario), False, command_typed())
    click.echo(render(found, form, long, columns(), heading, said), nl=False)
