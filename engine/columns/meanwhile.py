"""What is done in a thread meanwhile: reading one part ahead, and writing one part behind."""

import os
import select
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

T = TypeVar("T")
_END: Any = object()
_PATIENCE = 0.1
"""How many seconds pass until it is looked again whether anybody still wants to read."""


def ahead(
    items: Generator[T, None, None], stop: Callable[[], None] = lambda: None
) -> Generator[T, None, None]:
    """Yield what a generator yields, while a thread works out the next; the generator is closed.

    When no more is wanted, `stop` is called first, so that the thread waits for nothing any more.
    """
    thread = ThreadPoolExecutor(1)
    try:
        coming = thread.submit(next, items, _END)
        while (item := coming.result()) is not _END:
            coming = thread.submit(next, items, _END)
            yield item
    finally:
        stop()
        thread.shutdown()  # what was begun comes to an end first
        items.close()


class Behind:
    """A thread that does one thing after the other; at most one of them is left behind."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._thread = ThreadPoolExecutor(1)
        self._last: Future[None] | None = None

    def do(self, act: Callable[..., None], *about: Any) -> None:
        """Begin something as soon as the last is done. Raises what the last has raised."""
        self.wait()
        self._last = self._thread.submit(act, *about)

    def wait(self) -> None:
        """Wait until all is done. Raises what the last has raised."""
        if self._last is not None:
            wait((self._last,))  # who is interrupted here has to wait again
            last, self._last = self._last, None
            last.result()


class Patient:
    """A stream that may keep its reader waiting, until `stop` is called: then it is at its end.

    A thread that waits in a read of standard input itself could not be ended, nor could Python.
    """

    def __init__(self, stream: Any) -> None:
        """Read the file behind a stream, of which nothing has been read yet."""
        self._stream = stream
        self._stopped = False

    def stop(self) -> None:
        """Let nobody wait any longer."""
        self._stopped = True

    def read(self, most: int) -> bytes:
        """Return so many bytes, or fewer at the end."""
        try:
            number = self._stream.fileno()
        except OSError:  # nothing to wait for: it is in memory
            return bytes(self._stream.read(most))
        if os.name == "nt":  # it cannot tell whether a pipe has something
            return bytes(self._stream.read(most))
        found = bytearray()
        while len(found) < most and not self._stopped:
            if select.select((number,), (), (), _PATIENCE)[0]:
                some = os.read(number, most - len(found))
                if not some:
                    break
                found += some
        return bytes(found)
