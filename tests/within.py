"""The command line called in this process, on streams of our own."""

import contextlib
import io
import os
import signal
import sys
from typing import NamedTuple
from unittest import mock

import cli
from benchmarks.fuzz import MOST_SECONDS, at_most


class Ended(NamedTuple):
    """How a call ended: the exit code, and what went to each stream."""

    code: int
    out: str
    err: str

    @property
    def all(self):
        """What was said on both streams."""
        return self.out + self.err


def stream(encoding="utf-8", errors="strict"):
    """Return a stream as the interpreter makes them, which remembers what is written."""
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, write_through=True)


def written(found):
    """Return what was written to a stream, if it remembers."""
    if found is None or not isinstance(found.buffer, io.BytesIO):
        return ""
    return found.buffer.getvalue().decode("utf-8", "backslashreplace")


def call(*words, typed=b"", seconds=MOST_SECONDS, columns="80", **streams):
    """Run `unstuck` with these words and this input; Hang is raised after so many seconds.

    `stdin`, `stdout` and `stderr` may be given.
    """
    given = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
    streams = {"stdin": given, "stdout": stream(), "stderr": stream(), **streams}
    interrupt = signal.getsignal(signal.SIGINT)
    with contextlib.ExitStack() as stack:
        for name, value in streams.items():
            stack.enter_context(mock.patch.object(sys, name, value))
        stack.enter_context(mock.patch.object(sys, "argv", ["unstuck", *map(str, words)]))
        stack.enter_context(mock.patch.dict(os.environ, {"COLUMNS": columns}))
        stack.enter_context(at_most(seconds))
        stack.callback(signal.signal, signal.SIGINT, interrupt)
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Ended(code, written(streams["stdout"]), written(streams["stderr"]))
