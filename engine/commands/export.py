"""`unstuck export`: the knowledge base in another form."""

import click


def _clips() -> str:
    from engine.base import our_base
    from engine.export.clips import as_clips

    return as_clips(our_base())


def _json() -> str:
    from engine.base import our_base_with_version
    from engine.export.as_json import write

    return write(our_base_with_version())


FORMS = {"json": _json, "clips": _clips}


@click.command()
@click.option(
    "--to",
    "form",
    type=click.Choice(list(FORMS)),
    required=True,
    help="json: data to keep and compare. clips: constructs that stock CLIPS loads and runs.",
)
def command(form: str) -> None:
    """Write the knowledge base to standard output in another form.

    As json, it can be kept and compared with a later version, by `unstuck audit diff`.

    \b
    Examples:
      unstuck export --to json > base-0.1.json
      unstuck export --to clips > unstuck.clp
    """
    click.echo(FORMS[form](), nl=False)
