"""`unstuck rules`: the rules in words, and where the articles disagree."""

from typing import Any

import click

from engine.commands.terminal import columns, form_option, heading


def _complete_id(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    from engine.words import names

    return [name for name in names() if name.startswith(incomplete)]


@click.command()
@click.argument("id", required=False, shell_complete=_complete_id)
@click.option("--conflicts", is_flag=True, help="List where the articles disagree, and when.")
@form_option
def command(id: str | None, conflicts: bool, form: str) -> None:
    """List the rules, or tell one in words.

    ID is the name of a rule, or of advice: then every rule that concludes it is told, with when,
    then, why, and the rows with article and place.

    \b
    Examples:
      unstuck rules
      unstuck rules weeks_without_an_answer_are_silence
      unstuck rules start_job_search
      unstuck rules --conflicts
    """
    from engine.answers import did_you_mean, shown
    from engine.words import list_rules, names, tell

    if conflicts:
        from engine.explain.disagreements import clashes
        from engine.report.explained import render_clashes

        click.echo(render_clashes(clashes(), form, columns(), heading), nl=False)
    elif form != "table":
        raise click.UsageError("--format goes with --conflicts")
    elif id is None:
        click.echo(list_rules(columns()), nl=False)
    elif told := tell(id, columns()):
        click.echo(told, nl=False)
    else:
        hint = did_you_mean(id, names())
        raise click.UsageError(f"no rule or advice is called {shown(id)}{hint}")
