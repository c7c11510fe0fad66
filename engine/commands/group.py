"""Commands by name, each one imported when it is used."""

import importlib
from typing import Any

import click


class Commands(click.Group):
    """The commands in the modules of a package: `command` of each one of `names`."""

    def __init__(self, *args: Any, package: str, names: tuple[str, ...], **more: Any) -> None:
        """Take the names in the order of the help page."""
        super().__init__(*args, **more)
        self._package, self._names = package, names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help page."""
        return list(self._names)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import one command."""
        if name not in self._names:
            return None
        found: click.Command = importlib.import_module(f"{self._package}.{name}").command
        found.name = name
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or name the one that is spelt most like it."""
        from engine.answers import did_you_mean

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = did_you_mean(args[0], self._names)
            raise click.UsageError(f"{error.message.rstrip('.')}{near}", ctx) from error
