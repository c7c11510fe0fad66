"""The command line: the commands by name, and what their ends mean."""

import contextlib
import io
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

try:
    import click

    from engine.commands.group import Commands
except KeyboardInterrupt:  # while the libraries were loaded
    sys.exit(130)

COMMANDS = (
    *("ask", "run", "explain", "report", "new"),
    *("compare", "checkin", "verify"),
    "survey",
    *("rules", "audit", "export"),
)
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 88}
MOST_SAID = 500
"""How many characters of a line are said about what is wrong on the command line."""
TOLD_TO_END = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if name in dir(signal))
"""The signals of a system that ends, and of a terminal that is closed, where there are such."""


@click.group(cls=Commands, package="engine.commands", names=COMMANDS, context_settings=CONTEXT)
@click.version_option(package_name="unstuck", message="%(prog)s %(version)s")
def unstuck() -> None:
    """Advice for people whose working life is stuck, and for the coaches who help them.

    \b
    Examples:
      unstuck ask                     answer questions, get advice
      unstuck run client.toml         advice for one scenario file
      unstuck run clients/            a row for each file of a folder
      unstuck explain client.toml     why this advice, and what would change it
      unstuck report client.toml -o client.html
      unstuck new client.toml         an empty scenario file to fill in
      unstuck rules one_unmet_need_is_enough
    """


def main() -> NoReturn:
    """Run the command line and exit.

    0: done, 1: what is expected fails, 2: refused input, 130: Ctrl-C, 143: told to end (SIGTERM),
    129: the terminal is gone (SIGHUP).
    """
    try:
        _end_cleanly_when_told()
        _mend_streams()
        output = sys.stdout
        code = unstuck.main(prog_name="unstuck", standalone_mode=False)
    except SystemExit as end:
        # Where the reader has gone, Click puts another output in place: nothing is left to say.
        code = end.code if sys.stdout is output else 0
    except (KeyboardInterrupt, click.exceptions.Abort):
        code = _tell("", 130)
    except Exception as error:
        code = _refuse(error)
    _close()
    sys.exit(code or 0)


def _end_cleanly_when_told() -> None:
    """Let a signal end the command as Ctrl-C does: what is half written goes away."""
    for number in TOLD_TO_END:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)  # whoever asks twice does not wait
    sys.exit(128 + number)


def _mend_streams() -> None:
    """Let nothing that is typed or printed fail for its characters, nor for a closed stream."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        # Half a character is a wrong answer, and no reason to stop.
        ascii_only = sys.stdin.encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968")
        sys.stdin.reconfigure(encoding="utf-8" if ascii_only else None, errors="replace")
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Its number would be that of the next file that is opened.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _refuse(error: Exception) -> int:
    """Say what was wrong; what is no complaint is a mistake of ours, and is raised."""
    from engine.unreadable import unreadable

    if wrong := unreadable(error):
        return _tell(wrong, 2)
    from engine.complaints import ScenarioError, line, visible

    match error:
        case ScenarioError():
            return _tell(str(error), 2)
        case click.ClickException():
            said = io.StringIO()
            error.show(said)
            rows = (visible(row) for row in said.getvalue().splitlines())
            cut = (row if len(row) <= MOST_SAID else f"{row[:MOST_SAID]}..." for row in rows)
            return _tell("\n".join(cut), 2)
        case OSError():
            found = f"found a problem ({error.strerror or error})"
            where = str(error.filename or "output")
            return _tell(line(where, "file", f"{found}; allowed: a place within reach"), 2)
    raise error


def _tell(text: str, code: int) -> int:
    """Say a last thing, if there is anybody to hear it, and return the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the end has begun
    with contextlib.suppress(OSError):
        click.echo(text, err=True)
    return code


def _close() -> None:
    """Leave nothing to be written at the interpreter's end, where it could only fail."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in TOLD_TO_END:
        if signal.getsignal(number) is _end:
            signal.signal(number, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
