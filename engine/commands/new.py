"""`unstuck new`: an empty scenario file."""

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def command(file: Path, force: bool) -> None:
    """Write an empty scenario file to fill in.

    Every question stands in it as a comment, by article; `-` prints it instead.

    \b
    Examples:
      unstuck new client.toml
      unstuck new - | less
    """
    from engine.complaints import visible
    from engine.scenario_files import write_new
    from engine.template import template

    if str(file) == "-":
        click.echo(template(), nl=False)
        return
    write_new(file, template(), force)
    name = visible(str(file))
    click.echo(f"{name} is ready: remove the # before a question and answer it.", err=True)
    if file.suffix != ".toml":
        click.echo("Of a folder, only files that end in .toml are read.", err=True)
