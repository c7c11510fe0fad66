"""The command line: the commands by name, and what their ends mean."""

import sys
from typing import NoReturn

import click

from engine.commands.group import Commands

COMMANDS = (
    *("ask", "run", "explain", "report", "new"),
    *("compare", "checkin", "verify"),
    *("rules", "audit", "export"),
)
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 88}


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
    """Run the command line; exit 0 done, 1 what is expected fails, 2 refused input, 130 Ctrl-C."""
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
    from engine.complaints import ScenarioError
    from engine.reading import UnreadableRuleError

    if not isinstance(error, ScenarioError | UnreadableRuleError):
        raise error
    click.echo(error, err=True)
    return 2


if __name__ == "__main__":
    main()
