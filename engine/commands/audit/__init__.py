"""`unstuck audit`: the knowledge base itself."""

import click

from engine.commands.group import Commands


@click.group(cls=Commands, package=__name__, names=("rows", "coverage"))
def command() -> None:
    """Look at the knowledge base itself.

    \b
    Examples:
      unstuck audit rows              what carries each row of the catalogue
      unstuck audit coverage clients/ what scenario files show of the rules
    """
