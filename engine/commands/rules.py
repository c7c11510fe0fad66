"""`unstuck rules`: the rules in words."""

from typing import Any

import click

from engine.commands.terminal import columns_of_window


def _complete_id(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    from engine.words import names

    return [name for name in names() if name.startswith(incomplete)]


@click.command()
@click.argument("id", required=False, shell_complete=_complete_id)
def command(id: str | None) -> None:
    """List the rules, or tell one in words.

    ID is the name of a rule, or of advice: then every rule that concludes it is told, with when,
    then, why, and the rows with article and place.

    \b
    Examples:
      unstuck rules
      unstuck rules weeks_without_an_answer_are_silence
      unstuck rules start_job_search
    """
    from engine.answers import nearest
    from engine.words import list_rules, names, tell

    if id is None:
        click.echo(list_rules(columns_of_window()), nl=False)
    elif told := tell(id, columns_of_window()):
        click.echo(told, nl=False)
    else:
        near = nearest(id, names())
        hint = f"; did you mean {near}?" if near else ""
        raise click.UsageError(f"no rule or advice is called {id!r}{hint}")
