"""`unstuck export`: the knowledge base in another form."""

import click


def _json() -> str:
    from engine.base import our_base_with_version
    from engine.export.as_json import write

    return write(our_base_with_version())


FORMS = {"json": _json}


@click.command()
@click.option(
    "--to", "form", type=click.Choice(list(FORMS)), required=True, help="The form to write."
)
def command(form: str) -> None:
    """Write the knowledge base to standard output in another form.

    As json, it can be kept and compared with a later version, by `unstuck audit diff`.

    \b
    Examples:
      unstuck export --to json > base-0.1.json
    """
    click.echo(FORMS[form](), nl=False)
