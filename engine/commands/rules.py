"""`unstuck rules`: the rules in words and pictures, and where the articles disagree."""

from typing import Any

import click

from engine.commands.terminal import columns, form_option, heading


def _complete_id(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    from engine.words import names

    return [name for name in names() if name.startswith(incomplete)]


def _complete_article(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    from kb.articles import ARTICLES

    return [name for name in ARTICLES.values() if name.startswith(incomplete)]


@click.command()
@click.argument("id", required=False, shell_complete=_complete_id)
@click.option("--conflicts", is_flag=True, help="List where the articles disagree, and when.")
@click.option(
    "--graph",
    "language",
    type=click.Choice(["dot", "mermaid", "svg"]),
    help="Draw what leads to ID, an article's part, or everything, which is long.",
)
@click.option(
    "--article",
    metavar="NAME",
    shell_complete=_complete_article,
    help="The article whose part is drawn.",
)
@form_option
def command(
    id: str | None, conflicts: bool, language: str | None, article: str | None, form: str
) -> None:
    """List the rules, tell one in words, or draw them.

    ID is the name of a rule, or of advice: then every rule that concludes it is told, with when,
    then, why, and the rows with article and place. Of a question, the rules that read it are named.
    A picture of one ID fits on a page; that of an article has the width of a page and goes on over
    several.

    \b
    Examples:
      unstuck rules
      unstuck rules weeks_without_an_answer_are_silence
      unstuck rules start_job_search
      unstuck rules has_boss
      unstuck rules --conflicts
      unstuck rules --graph svg start_job_search > picture.svg
      unstuck rules --graph svg --article "Career rut" > rut.svg
    """
    from engine.words import list_rules, tell

    if article is not None and (language is None or id is not None):
        raise click.UsageError("--article goes with --graph, without an ID")
    if language and (conflicts or form != "table"):
        raise click.UsageError("--graph goes without --conflicts and --format")
    if language:
        _draw(language, id, article)
    elif conflicts:
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
        raise _unknown(id)


def _draw(language: str, id: str | None, article: str | None) -> None:
    from engine.base import our_base
    from engine.report.graph import draw
    from engine.report.graph.parts import everything, family_of, leading_to, of_article

    if id is not None:
        graph = leading_to(our_base(), id)
        if graph is None and id in our_base().questions:
            raise click.UsageError(
                "--graph draws what leads to a rule or to advice, not to a question"
            )
        if graph is None:
            raise _unknown(id)
    elif article is not None:
        graph = of_article(our_base(), family_of(article))
    else:
        graph = everything(our_base())
    click.echo(draw(graph, language, framed=id is None and article is None), nl=False)


def _unknown(id: str) -> click.UsageError:
    from engine.answers import did_you_mean, shown
    from engine.words import names

    nearest = did_you_mean(id, names())
    return click.UsageError(f"no rule, advice or question is called {shown(id)}{nearest}")
