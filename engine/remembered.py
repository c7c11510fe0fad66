"""What follows from an object that never changes, worked out once for each object."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])


class _Known(dict[Any, Any]):
    """What a method says, by the one thing it is asked about; it is asked once for each."""

    def __init__(self, method: Callable[[Any], Any]) -> None:
        self._method = method

    def __missing__(self, about: Any) -> Any:
        found = self[about] = self._method(about)
        return found


class _Remembered:
    """Puts a dictionary in the place of a method, when it is first looked up on an object."""

    def __init__(self, method: Any) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        # Looking up is faster than calling: an answer that is known runs no Python.
        found = vars(instance)[self._method.__name__] = _Known(
            self._method.__get__(instance)
        ).__getitem__
        return found


def remembered(method: Function) -> Function:
    """Work out what a method says about its one argument once for each object and argument."""
    return cast(Function, _Remembered(method))
