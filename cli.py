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


@unstuck.command()
@click.option("--save", type=click.Path(path_type=Path), help="Save the answers in this new file.")
@click.option("--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table")
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
    from engine.dialogue import converse

    heard = converse(_say, _listen, lambda topic: _heading(topic, sys.stderr))
    click.echo(err=True)
    _print([("Your situation", consult(heard.answers, heard.unknown))], form)
    if save or not heard.ended:
        _offer_to_save(heard.answers, heard.unknown, save)


@unstuck.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR|- ...")
@click.option("--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table")
@click.option("--full", is_flag=True, help="Print the whole advice for each of several files.")
def run(paths: tuple[str, ...], form: str, full: bool) -> None:
    """Print the advice for scenario files; `-` reads one from standard input.

    One file gets its advice in full, several get a row each. Expectations in the files are
    checked: the exit code is 1 when one fails, and 2 when a file cannot be read.

    \b
    Examples:
      unstuck run client.toml
      unstuck run clients/ --format json
      unstuck run tests/scenarios
      cat client.toml | unstuck run -
    """
    from engine.consultation import consult

    scenarios, broken = _load(paths)
    consulted = [(scenario, consult(scenario.answers, scenario.unknown)) for scenario in scenarios]
    named = [(scenario.name, consultation) for scenario, consultation in consulted]
    for scenario in scenarios:
        for hint in scenario.hints:
            click.echo(f"{scenario.source}: {hint}", err=True)
    if len(named) > 1 and form == "table" and not full:
        from engine.report.tables import clients

        click.echo(clients(named, _width()))
    elif named:
        _print(named, form)
    failed = _check(consulted)
    sys.exit(2 if broken else 1 if failed else 0)


@unstuck.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def new(file: Path, force: bool) -> None:
    """Write an empty scenario file with every question as a comment; `-` prints it.

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


@unstuck.command()
@click.argument("id", required=False)
def rules(id: str | None) -> None:
    """List the rules, or tell one in words: when, then, why, rows, article and place.

    ID is the name of a rule, or of advice: then every rule that concludes it is told.

    \b
    Examples:
      unstuck rules
      unstuck rules weeks_without_an_answer_are_silence
      unstuck rules start_job_search
    """
    from engine.answers import nearest
    from engine.reading import cards_of
    from engine.words import describe
    from kb.knowledge_base import KnowledgeBase

    cards = cards_of(KnowledgeBase)
    if id is None:
        from engine.report.tables import rules as table

        click.echo(table(cards, _width()))
        return
    found = [c for c in cards if id == c.name or id in {each.id() for each in c.then}]
    if not found:
        known = [name for c in cards for name in (c.name, *(each.id() for each in c.then))]
        near = nearest(id, known)
        hint = f"; did you mean {near}?" if near else ""
        raise click.UsageError(f"no rule or advice is called {id!r}{hint}")
    click.echo("\n".join(describe(card) for card in found), nl=False)


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
    carried = sum(each.carried for each in found)
    click.echo(f"{carried} of {len(found)} rows are carried.", err=True)


def _say(text: str) -> None:
    import textwrap

    for line in text.split("\n"):
        click.echo(textwrap.fill(line, min(_width(), 84), subsequent_indent="  "), err=True)


def _listen(prompt: str) -> str | None:
    click.echo(prompt, err=True, nl=False)
    return sys.stdin.readline() or None


def _offer_to_save(answers: dict[str, Any], unknown: set[str], save: Path | None) -> None:
    from engine.scenario_files import dump, write_new
    from engine.scenarios import ScenarioError

    def write(path: Path) -> None:
        write_new(path, dump("My situation", answers, unknown, None))
        click.echo(f"Saved in {path}. Come back with: unstuck run {path}", err=True)

    if save is not None:
        write(save)
        return
    while answers or unknown:
        click.echo("\nSave your answers? Type a file name, or Enter for no: ", err=True, nl=False)
        name = sys.stdin.readline().strip()
        if not name:
            return
        try:
            write(Path(name))
        except ScenarioError as error:
            click.echo("\n".join(error.messages), err=True)
        else:
            return


def _load(paths: tuple[str, ...]) -> tuple[list[Any], bool]:
    """Read all scenario files; say what is wrong with the ones that cannot be read."""
    from engine.expectations import known_ids
    from engine.scenario_files import find_scenarios, load
    from engine.scenarios import ScenarioError

    known = known_ids()
    scenarios = []
    broken = False
    for path in find_scenarios([Path(path) for path in paths]):
        try:
            scenarios.append(load(path, known))
        except ScenarioError as error:
            click.echo("\n".join(error.messages), err=True)
            broken = True
    return scenarios, broken


def _check(consulted: list[tuple[Any, Any]]) -> bool:
    """Compare with the expectations in the files; say what fails, and how many held."""
    from engine.expectations import failures

    total, failed = 0, 0
    for scenario, consultation in consulted:
        if scenario.expect is None:
            continue
        total += scenario.expect.count
        for failure in failures(scenario.expect, consultation):
            failed += 1
            click.echo(f"{scenario.source}: {failure}", err=True)
    if total:
        click.echo(f"{total - failed} of {total} expectations held.", err=True)
    return failed > 0


def _print(named: list[tuple[str, Any]], form: str) -> None:
    from engine.report import data, markdown, terminal
    from engine.report.outline import outline

    if form == "json":
        click.echo(data.render(named), nl=False)
        return
    outlines = [outline(name, found) for name, found in named]
    if form == "markdown":
        written = [markdown.render(each) for each in outlines]
    else:
        written = [terminal.render(each, _width(), _heading) for each in outlines]
    click.echo("\n".join(written), nl=False)


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
