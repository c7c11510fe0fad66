"""`unstuck ask`: the interview."""

import contextlib
import datetime
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine.commands.terminal import (
    columns,
    form_option,
    heading,
    listen,
    print_cases,
    say,
    to_type,
)
from engine.console import Console, is_beyond

if TYPE_CHECKING:
    from engine.journal import Journal


@click.command()
@click.option("--save", type=click.Path(path_type=Path), help="Keep the answers in this file.")
@click.option("--resume", is_flag=True, help="Go on where you stopped (with --save: in that file).")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and logs.")
@form_option
def command(save: Path | None, resume: bool, plain: bool, form: str) -> None:
    """Ask what can change the advice, then print the advice.

    Questions go to stderr and the advice to stdout. Answer y, n or u (don't know), a number, or a
    choice; ? tells why it is asked, b goes back, c changes an answer, q stops. Every answer is
    kept at once, in a file that only you can read. Answers may come from a pipe.

    \b
    Examples:
      unstuck ask
      unstuck ask --save me.toml
      unstuck ask --resume
      printf 'n\\nn\\n1\\nn\\n' | unstuck ask
    """
    path = _place(save, resume)
    warming = threading.Thread(target=_warm_up, daemon=True)
    warming.start()  # while the first question is read
    console = console_for(plain)
    beyond = None if resume else is_beyond(console)
    if beyond is None and not resume:
        return
    warming.join()
    from engine.journal import Journal
    from engine.session import hold

    today = datetime.date.today()
    journal = Journal.resumed(path, today) if resume and path else Journal(path, today)
    try:
        case = hold(journal, console, beyond)
    except KeyboardInterrupt:
        click.echo("\nStopped.", err=True)
        tell_where(journal)
        raise
    if case is not None:
        click.echo(err=True)
        print_cases([case], form, plain)
        tell_where(journal)
    tell_misread(console)
    # Who named a file wants to know that it does not hold everything.
    sys.exit(2 if journal.trouble and path else 0)


def tell_misread(console: Console) -> None:
    """Say of a pipe that lines after one that is no answer may belong to other questions."""
    if console.misread and not console.patient:
        from engine.answers import shown

        say(
            f"\n{shown(console.misread)} was no answer to its question, which was asked once more:"
            " the lines after it may have answered other questions than they were meant for."
        )


def console_for(plain: bool) -> Console:
    """Return the terminal or the pipe that the questions go to."""
    width = sys.maxsize if plain else columns()

    def title(text: str) -> str:
        return text if plain else heading(text, sys.stderr)

    somebody = sys.stdin is not None and sys.stdin.isatty()
    return Console(lambda text: say(text, width), listen, title, plain, width, somebody)


def _place(save: Path | None, resume: bool) -> Path | None:
    """Return where the answers go, or refuse it before anything is asked; None is a new file."""
    from engine.complaints import visible

    if resume and save is None:
        from engine.journal import latest

        save = latest()
        if save is None:
            raise click.UsageError("there is no interview to resume; `unstuck ask` begins one")
    if save is None or resume:
        return save
    option = f"--save {visible(str(save))}"
    try:
        taken = bool(os.lstat(save))
    except (FileNotFoundError, NotADirectoryError):
        taken = False
    except OSError as error:  # a name that is too long, for one
        raise click.UsageError(f"{option}: found a problem ({error.strerror})") from error
    if str(save) == "-":
        raise click.UsageError(f"{option}: found standard output; allowed: a name for a file")
    if taken or not save.name:
        hint = "; --resume goes on in it" if save.is_file() else ""
        raise click.UsageError(f"{option}: it is there already{hint}; allowed: a new name")
    if not os.access(save.parent, os.W_OK | os.X_OK):
        folder = visible(str(save.parent))
        raise click.UsageError(f"{option}: nothing can be written in {folder}")
    return save


def _warm_up() -> None:
    """Load what the questions after the first one need; what is wrong there is told by them."""
    with contextlib.suppress(Exception):
        import engine.session  # noqa: F401  # for what importing it loads
        from engine.kernel.kernel import kernel

        kernel(gated=True)


def tell_where(journal: "Journal", back: str = "", when: str = "Come back with") -> None:
    """Say where the answers are, and how to come back: by another command, if `back` names one."""
    from engine.journal import folder

    if journal.trouble:
        say(f"\nYour last answers could not be kept: {journal.trouble}")
    elif journal.begun:
        path = to_type(journal.path)
        place = "" if journal.path.parent == folder() else f" --save {path}"
        click.echo(f"\nYour answers are in {path}, for you only.", err=True)
        tell_command(when, back or f"ask --resume{place}")
        tell_command("See the advice", f"run {path}")


def tell_command(what: str, words: str) -> None:
    """Say by which command something is done, on a line of its own to be copied as it stands."""
    program = "unstuck" if shutil.which("unstuck") else f"python {sys.argv[0]}"
    click.echo(f"{what}:\n  {program} {words}", err=True)
