"""`unstuck audit diff`: what another version of the knowledge base tells otherwise."""

import sys
from pathlib import Path

import click

from engine.commands.terminal import columns, makeable, read_scenarios


@click.command()
@click.argument("old", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("new", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--scenarios",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR|FILE",
    help="Tell which scenario files turn; may be given again.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option(
    "--write",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    callback=makeable,
    metavar="OUTDIR",
    help="Write the clients who see a difference into this folder, as scenario files.",
)
def command(
    old: Path, new: Path | None, paths: tuple[Path, ...], form: str, folder: Path | None
) -> None:
    """Compare two versions of the knowledge base over every possible client.

    OLD and NEW are files that `unstuck export --to json` wrote; without NEW, it is the present
    version. Either both are proved to advise alike, or for each piece of advice gained or lost
    the smallest client who sees it is told, and the rules behind it. All answers count, whether
    or not an interview would ask for them. The exit code is 1 when advice differs, and 2 when a
    file cannot be read.

    \b
    Examples:
      unstuck audit diff base-0.1.json
      unstuck audit diff base-0.1.json base-0.2.json --format json
      unstuck audit diff base-0.1.json --scenarios clients/ --write seen-by/
    """
    from engine.audit.clients import write_clients
    from engine.audit.versions.clients import as_clients
    from engine.audit.versions.diff import difference
    from engine.base import our_base_with_version
    from engine.complaints import visible
    from engine.export.from_json import MOST_BYTES, read
    from engine.report.diff import render
    from engine.scenario_files import bytes_of

    before = read(bytes_of(old, MOST_BYTES), str(old))
    present = our_base_with_version()
    after = present if new is None else read(bytes_of(new, MOST_BYTES), str(new))
    scenarios, broken = read_scenarios(paths)
    found = difference(before, after, scenarios)
    click.echo(render(found, form, columns()), nl=False)
    if folder:
        written = write_clients(as_clients(found, present.questions), folder)
        click.echo(f"{len(written)} scenarios are in {visible(str(folder))}.", err=True)
    sys.exit(2 if broken else 0 if found.equal else 1)
