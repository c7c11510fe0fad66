"""The command line: parse, call, print, exit; nothing is decided here."""

import sys
from pathlib import Path
from typing import Any, NoReturn

import click

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 88}


@click.group(context_settings=CONTEXT)
@click.version_option(package_name="unstuck", message="%(prog)s %(version)s")
def unstuck() -> None:
    """Advice for people whose working life is stuck, and for the coaches who help them.

    \b
    Examples:
      unstuck ask                     answer questions, get advice
      unstuck run client.toml         advice for one scenario file
      unstuck run clients/            a row for each file of a folder
      unstuck new client.toml         an empty scenario file to fill in
      unstuck rules one_unmet_need_is_enough
    """


_format = click.option(
    "--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table"
)


@unstuck.command()
@click.option("--save", type=click.Path(path_type=Path), help="Save the answers in this new file.")
@_format
def ask(save: Path | None, form: str) -> None:
    """Ask the questions, then print the advice.

    Questions go to stderr and the advice to stdout. Answer y, n or u (don't know), a number, or a
    choice; q stops early and prints what can be said so far. Answers may come from a pipe.

    \b
    Examples:
      unstuck ask
      unstuck ask --save me.toml
      printf 'n\\n1\\nn\\n' | unstuck ask
    """
    from engine.consultation import consult
    from engine.dialogue import Heard, converse

    if save and save.exists():
        raise click.UsageError(f"{save} is there already; --save takes a new name")
    heard = Heard()
    try:
        converse(heard, _say, _listen, lambda topic: _heading(topic, sys.stderr))
    except KeyboardInterrupt:
        click.echo("\nStopped.", err=True)
        if save:
            _save(save, heard)
        raise
    click.echo(err=True)
    _print([("Your situation", consult(heard.answers, heard.unknown))], form)
    if save:
        _save(save, heard)
    elif sys.stdin.isatty() and (heard.answers or heard.unknown):
        _offer_to_save(heard)


@unstuck.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="FILE|DIR|- ...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@_format
@click.option("--full", is_flag=True, help="Print the whole advice for each of several files.")
def run(paths: tuple[Path, ...], form: str, full: bool) -> None:
    """Print the advice for scenario files.

    `-` reads one from standard input. One file gets its advice in full, several get a row each.
    Expectations in the files are checked: the exit code is 1 when one fails, and 2 when a file
    cannot be read.

    \b
    Examples:
      unstuck run client.toml
      unstuck run clients/ --format json
      unstuck run tests/scenarios
      cat client.toml | unstuck run -
    """
    from engine.consultation import consult
    from engine.expectations import verify

    scenarios, broken = _load(paths)
    consulted = [(scenario, consult(scenario.answers, scenario.unknown)) for scenario in scenarios]
    named = [(scenario.name, consultation) for scenario, consultation in consulted]
    for scenario in scenarios:
        for hint in scenario.hints:
            click.echo(f"{scenario.source}: {hint}", err=True)
    if len(named) > 1 and form == "table" and not full:
        from engine.report.tables import clients

        rows = [(Path(s.source).name, s.name, found) for s, found in consulted]
        click.echo(clients(rows, _width()))
    elif named:
        _print(named, form)
    complaints, held = verify(consulted)
    click.echo("\n".join((*complaints, *held)), err=True, nl=bool(held))
    sys.exit(2 if broken else 1 if complaints else 0)


@unstuck.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def new(file: Path, force: bool) -> None:
    """Write an empty scenario file to fill in.

    Every question stands in it as a comment, by article; `-` prints it instead.

    \b
    Examples:
      unstuck new client.toml
      unstuck new - | less
    """
    from engine.scenario_files import template, write_new

    if str(file) == "-":
        click.echo(template(), nl=False)
        return
    write_new(file, template(), force)
    click.echo(f"{file} is ready: remove the # before a question and answer it.", err=True)


def _complete_id(_context: Any, _parameter: Any, incomplete: str) -> list[str]:
    from engine.words import names

    return [name for name in names() if name.startswith(incomplete)]


@unstuck.command()
@click.argument("id", required=False, shell_complete=_complete_id)
def rules(id: str | None) -> None:
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
        click.echo(list_rules(_width()), nl=False)
    elif told := tell(id, _width()):
        click.echo(told, nl=False)
    else:
        near = nearest(id, names())
        hint = f"; did you mean {near}?" if near else ""
        raise click.UsageError(f"no rule or advice is called {id!r}{hint}")


@unstuck.group()
def audit() -> None:
    """Look at the knowledge base itself.

    \b
    Examples:
      unstuck audit rows              what carries each row of the catalogue
    """


@audit.command()
def rows() -> None:
    """Print for each row of the catalogue what carries it, or why nothing does.

    \b
    Examples:
      unstuck audit rows
    """
    from engine.audit.rows import carriers
    from engine.report.tables import carried_rows

    found = carriers()
    click.echo(carried_rows(found, _width()))
    click.echo(f"{sum(r.carried for r in found)} of {len(found)} rows are carried.", err=True)


def _say(text: str) -> None:
    import textwrap

    for line in text.split("\n"):
        filled = textwrap.fill(line, min(_width(), 84), subsequent_indent="  ")
        click.echo(filled.replace("\N{NO-BREAK SPACE}", " "), err=True)


def _listen(prompt: str) -> str | None:
    click.echo(prompt, err=True, nl=False)
    return sys.stdin.readline() or None


def _save(path: Path, heard: Any) -> None:
    import shutil

    from engine.scenario_files import dump, write_new

    write_new(path, dump("My situation", heard.answers, heard.unknown, None))
    program = "unstuck" if shutil.which("unstuck") else sys.argv[0]
    click.echo(f"Saved in {path}. Come back with: {program} run {path}", err=True)


def _offer_to_save(heard: Any) -> None:
    from engine.scenarios import ScenarioError

    answer = _listen("\nSave your answers? y or n: ") or ""
    while answer.strip().casefold() in ("y", "yes"):
        name = (_listen("File name [me.toml]: ") or "").strip() or "me.toml"
        try:
            _save(Path(name), heard)
        except ScenarioError:
            click.echo(f"  {name} cannot be used, or is there already.", err=True)
            answer = _listen("Another name? y or n: ") or ""
        else:
            return


def _load(paths: tuple[Path, ...]) -> tuple[list[Any], bool]:
    """Read all scenario files; say what is wrong with the ones that cannot be read."""
    from engine.expectations import known_ids
    from engine.scenario_files import find_scenarios, load
    from engine.scenarios import ScenarioError

    known = known_ids()
    scenarios = []
    broken = False
    for path in find_scenarios(paths):
        try:
            scenarios.append(load(path, known))
        except ScenarioError as error:
            click.echo("\n".join(error.messages), err=True)
            broken = True
    return scenarios, broken


def _print(named: list[tuple[str, Any]], form: str) -> None:
    from engine.report import render

    click.echo(render(named, form, _width(), _heading), nl=False)


def _heading(text: str, stream: Any = None) -> str:
    import os

    plain = os.environ.get("NO_COLOR") or not (stream or sys.stdout).isatty()
    return text if plain else click.style(text, bold=True)


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def main() -> NoReturn:
    """Run the command line; exit 0 done, 1 expectation failed, 2 refused input, 130 Ctrl-C."""
    try:
        code = unstuck.main(prog_name="unstuck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo(err=True)
        code = 130
    except BrokenPipeError:
        import os

        # The reader has gone: nothing is left to say, not even at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        code = _refuse(error)
    sys.exit(code or 0)


def _refuse(error: Exception) -> int:
    from engine.scenarios import ScenarioError

    if not isinstance(error, ScenarioError):
        raise error
    click.echo("\n".join(error.messages), err=True)
    return 2


if __name__ == "__main__":
    main()
