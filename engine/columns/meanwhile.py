"""What is done in a thread meanwhile: reading one part ahead, and writing one part behind."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
_END: Any = object()


def ahead(items: Generator[T, None, None]) -> Iterator[T]:
    """Yield what a generator yields, while a thread works out the next; the generator is closed."""
    with ThreadPoolExecutor(1) as thread:
        coming = thread.submit(next, items, _END)
        try:
            while (item := coming.result()) is not _END:
                coming = thread.submit(next, items, _END)
                yield item
        finally:
            coming.exception()  # what was begun comes to an end first
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
        last, self._last = self._last, None
        if last is not None:
            last.result()
