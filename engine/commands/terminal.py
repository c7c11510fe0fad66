"""What the commands share: options, and how they speak, listen and style."""

import datetime
import os
import shlex
import shutil
import sys
import textwrap
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

MOST_COLUMNS = 84
_MOST_READ, _MOST_PIECES = 1_000_000, 20
"""A line is read in pieces of so many characters; one of more pieces has no end."""
T = TypeVar("T")

form_option = click.option(
    "--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table"
)


def day(text: str) -> datetime.date:
    """Read a day as it is written in a scenario file; anything else is told with an example."""
    try:
        # Only this way of the several that Python reads: 20260131 is a slip.
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        from engine.answers import shown

        message = f"found {shown(text)}; allowed: a day such as 2026-01-31"
        raise click.BadParameter(message) from error


latest_option = click.option(
    "--latest", is_flag=True, help="Of several files of one name, only the newest."
)

today_option = click.option(
    "--today",
    type=day,
    default=lambda: datetime.date.today().isoformat(),
    show_default="the date of today",
    metavar="DATE",
    help="Count from this day.",
)


def say(text: str, width: int | None = None) -> None:
    """Write to stderr, wrapped to the window; a line that is indented stays so.

    No word is broken: a path is copied as a whole.
    """
    for line in text.split("\n"):
        bullet = 2 if line.lstrip().startswith("- ") else 0
        indent = " " * (len(line) - len(line.lstrip()) + bullet)
        filled = textwrap.fill(
            line,
            width or columns(),
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        click.echo(filled.replace("\N{NO-BREAK SPACE}", " "), err=True)


def makeable(_context: Any, _parameter: Any, folder: Path | None) -> Path | None:
    """Return a folder to write into, which may have to be made; refuse one that cannot be."""
    from engine.complaints import visible

    if folder is not None and not folder.is_dir() and not folder.parent.is_dir():
        message = (
            f"found no folder {visible(str(folder.parent))}; allowed: a name in one that is there"
        )
        raise click.BadParameter(message)
    return folder


def to_type(path: Path) -> str:
    """Return a path as it is typed in a command, in printable characters."""
    from engine.complaints import visible

    name = str(path)
    # What begins like an option, or stands for standard input, is none with its folder in front.
    return visible(shlex.quote(f"./{name}" if name.startswith("-") else name))


def listen(prompt: str) -> str | None:
    """Show a prompt on stderr and return what was typed, or None at the end of the input."""
    click.echo(prompt, err=True, nl=False)
    if not sys.stdin:
        return None
    found = rest = sys.stdin.readline(_MOST_READ)
    for _ in range(_MOST_PIECES):
        if len(rest) < _MOST_READ or rest.endswith("\n"):
            return found or None
        rest = sys.stdin.readline(_MOST_READ)  # of a line that is too long to be an answer
    return None


def heading(text: str, stream: TextIO | None = None) -> str:
    """Style a title where it is shown on a terminal; NO_COLOR is obeyed."""
    plain = os.environ.get("NO_COLOR") or not (stream or sys.stdout).isatty()
    return text if plain else click.style(text, bold=True)


def columns(most: int = MOST_COLUMNS) -> int:
    """Return the width of the window in columns; prose is easier to read in at most 84."""
    return min(shutil.get_terminal_size((80, 24)).columns, most)


def with_progress(steps: Iterable[T], length: int, patience: float = 0) -> Iterator[T]:
    """Yield steps, with a bar on stderr where that is a terminal, once `patience` seconds passed.

    What is quick needs no bar.
    """
    if not sys.stderr.isatty():
        yield from steps
        return
    begun, left, done = time.monotonic(), iter(steps), 0
    while done < length and time.monotonic() - begun < patience:
        yield next(left)
        done += 1
    if done < length:
        with click.progressbar(left, length, file=sys.stderr) as shown:
            shown.update(done)
            yield from shown


def with_share(parts: Iterable[tuple[Any, T]]) -> Iterator[tuple[Any, T]]:
    """Yield parts, of which the first of each pair tells what share is `done`, with a bar."""
    if not sys.stderr.isatty():
        yield from parts
        return
    with click.progressbar(length=1000, file=sys.stderr) as shown:
        for part in parts:
            yield part
            shown.update(int(part[0].done * 1000) - shown.pos)


def print_cases(cases: list[Any], form: str, plain: bool = False) -> None:
    """Write cases to stdout in the form that was asked for."""
    from engine.report import render

    width = sys.maxsize if plain else columns()
    styled = str if plain else heading
    click.echo(render(cases, form, width, styled, command_typed()), nl=False)


def command_typed() -> str:
    """Return the command as it could be typed again."""
    return shlex.join(("unstuck", *sys.argv[1:]))


def newest(scenarios: list[Any]) -> list[Any]:
    """Keep the newest file of each client, and say where two are of one day."""
    from engine.progress import sessions

    for doubt in sessions.of_one_day(scenarios):
        click.echo(doubt, err=True)
    return list(sessions.latest(scenarios))


def read_scenarios(paths: tuple[Path, ...]) -> tuple[list[Any], bool]:
    """Read all scenario files, each once; say what cannot be read, and which links lead elsewhere.

    Tells, too, whether anything could not be read. Raises ScenarioError where there is no file at
    all.
    """
    from engine.complaints import ScenarioError
    from engine.expectations import known_ids
    from engine.scenario_files import load
    from engine.scenario_paths import find_scenarios, listed

    found = find_scenarios(paths)
    if found.passed_over:
        click.echo(listed(found.passed_over), err=True)
    if found.wrong and not found.paths:
        raise ScenarioError(found.wrong)
    if found.wrong:
        click.echo(listed(found.wrong), err=True)
    known = known_ids()
    scenarios = []
    broken = bool(found.wrong)
    for path in found.paths:
        try:
            scenarios.append(load(path, known))
        except ScenarioError as error:
            click.echo("\n".join(error.messages), err=True)
            broken = True
    return scenarios, broken
