"""One object of a file in JSON, and every look into it: what is there is right, or refused."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Value = TypeVar("Value")

MOST_NUMBER = 1_000_000
"""The largest whole number that is read."""

_MISSING: Any = object()


class Unreadable(Exception):
    """Something in a file that is not what it should be.

    It carries the place, what was found, what is allowed, and the options to choose from.
    """

    def __init__(
        self, place: str, found: object, allowed: str, options: Iterable[str] | None = None
    ) -> None:
        super().__init__(place, found, allowed)
        self.place, self.found, self.allowed, self.options = place, found, allowed, options


@dataclass(frozen=True, slots=True)
class Entry:
    """An object of the file and its place; each look into it may raise Unreadable."""

    place: str
    values: Mapping[str, Any]

    def text(self, key: str, default: Any = _MISSING) -> str:
        """Return a text."""
        return str(self._value(key, "a text", lambda v: isinstance(v, str), default))

    def name(self, key: str) -> str:
        """Return a name: letters, digits and underscores."""
        found = self.text(key)
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,199}", found):
            raise Unreadable(self._at(key), found, "a name of letters, digits and underscores")
        return found

    def number(self, key: str, most: int = MOST_NUMBER, default: Any = _MISSING) -> int:
        """Return a whole number from 0 to `most`."""

        def fits(value: Any) -> bool:
            # True is a whole number to Python, and not here.
            return isinstance(value, int) and type(value) is not bool and 0 <= value <= most

        return int(self._value(key, f"a whole number from 0 to {most}", fits, default))

    def flag(self, key: str, default: Any = _MISSING) -> bool:
        """Return true or false."""
        return bool(self._value(key, "true or false", lambda v: isinstance(v, bool), default))

    def one_of(self, key: str, options: Collection[str], default: Any = _MISSING) -> str:
        """Return one of some words."""

        def fits(value: Any) -> bool:
            return isinstance(value, str) and value in options

        return str(self._value(key, ", ".join(options), fits, default, options))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; it is empty where there is none."""

        def fits(value: Any) -> bool:
            return isinstance(value, list) and all(isinstance(each, str) for each in value)

        return tuple(self._value(key, "a list of texts", fits, ()))

    def some_of(self, key: str, options: tuple[Any, ...], default: Any = _MISSING) -> Any:
        """Return a list of some of these values, which are words, or true and false."""
        words = ", ".join(str(o).lower() if isinstance(o, bool) else o for o in options)

        def fits(value: Any) -> bool:
            # 1 is true to Python, and not here.
            return isinstance(value, list) and all(
                any(type(each) is type(option) and each == option for option in options)
                for each in value
            )

        return tuple(self._value(key, f"a list of any of {words}", fits, default))

    def named(self, key: str, options: Mapping[str, Value], meant: str) -> Value:
        """Return the option that is named."""

        def fits(value: Any) -> bool:
            return isinstance(value, str) and value in options

        return options[self._value(key, meant, fits, _MISSING, options)]

    def all_named(self, key: str, options: Mapping[str, Value], meant: str) -> tuple[Value, ...]:
        """Return the options that a list names; none where there is no list."""
        for name in (names := self.texts(key)):
            if name not in options:
                raise Unreadable(self._at(key), name, meant, options)
        return tuple(options[name] for name in names)

    def entry(self, key: str) -> "Entry":
        """Return an object inside this one."""
        found = self._value(key, "an object {...}", lambda v: isinstance(v, dict))
        return Entry(self._at(key), found)

    def entries(self, key: str, most: int = MOST_NUMBER) -> tuple["Entry", ...]:
        """Return a list of at most so many objects; each is placed by its id or name, if any."""
        found = self._value(key, "a list of objects", lambda v: isinstance(v, list))
        if len(found) > most:
            raise Unreadable(self._at(key), len(found), f"at most {most} objects")
        made = []
        for number, values in enumerate(found):
            if not isinstance(values, dict):
                raise Unreadable(f"{self._at(key)}[{number}]", values, "an object {...}")
            id = values.get("id", values.get("name"))
            place = f".{id}" if isinstance(id, str) and len(id) < 200 else f"[{number}]"
            made.append(Entry(f"{self._at(key)}{place}", values))
        return tuple(made)

    def tag(self, tags: Collection[str]) -> str:
        """Return the one key that tells what kind of an object this is."""
        found = [tag for tag in tags if tag in self.values]
        if len(found) != 1:
            what = " and ".join(found) or next(iter(self.values), "")
            raise Unreadable(self.place, what, f"one of the keys {', '.join(tags)}", tags)
        return found[0]

    def refuse_others(self, keys: Collection[str]) -> None:
        """Refuse every key that is not one of these."""
        for key in self.values:
            if key not in keys:
                raise Unreadable(self.place, key, f"the keys {', '.join(keys)}", keys)

    def _value(
        self,
        key: str,
        meant: str,
        fits: Callable[[Any], bool],
        default: Any = _MISSING,
        options: Iterable[str] | None = None,
    ) -> Any:
        if key not in self.values:
            if default is _MISSING:
                raise Unreadable(self._at(key), "", meant)
            return default
        if not fits(self.values[key]):
            raise Unreadable(self._at(key), self.values[key], meant, options)
        return self.values[key]

    def _at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key
