"""What clients say in their own words, put into a scenario file; the rest of it stays as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any

from engine.complaints import Complaints
from engine.own_words import OwnWords
from engine.own_words.text import is_unknown, read_words

_MAY_BE_UNKNOWN = ("topic", "influence", "stance", "trust", "met")


def as_table(words: OwnWords) -> dict[str, Any]:
    """Return the texts and tables of a file that hold these words; what is not said is left out."""
    return dict(_said(_plain(asdict(words))))


def put_words(document: Any, words: OwnWords) -> None:
    """Make the tables of a TOML document hold these words; what holds them already is not touched.

    The goal is no table, and stands with the name above all tables.
    """
    there, wanted = read_words(document.unwrap(), Complaints("")), as_table(words)
    for field in fields(OwnWords):
        key = field.name
        if key == "goal" or getattr(there, key) == getattr(words, key):
            continue
        if key not in wanted:
            document.pop(key, None)
        elif isinstance(wanted[key], list):
            document[key] = _tables(document.get(key), wanted[key])
        elif key in document:
            _fill(document[key], wanted[key])
        else:
            document[key] = wanted[key]


def put_words_anew(document: Any, words: OwnWords) -> None:
    """Write the tables at the end, as new ones; comments within the old ones are lost."""
    for key in (field.name for field in fields(OwnWords) if field.name != "goal"):
        document.pop(key, None)
    put_words(document, words)


def holds_words(table: Mapping[str, Any], words: OwnWords) -> bool:
    """Tell whether a file says this, and nothing else, in the client's own words."""
    complaints = Complaints("")
    return as_table(read_words(table, complaints)) == as_table(words) and not complaints.messages


def writable(text: str) -> str:
    """Return a text without half characters, as a terminal may deliver them: no file holds them."""
    return text.encode("utf-8", "replace").decode()


def _tables(there: Any, entries: list[dict[str, Any]]) -> Any:
    """Return a list of tables; one whose first value is there already is kept, with comments."""
    import tomlkit

    (first,) = {next(iter(entry)) for entry in entries}
    old: dict[str, list[Any]] = {}
    for table in there or ():
        old.setdefault(table.get(first), []).append(table)
    inline = there is not None and not isinstance(there, tomlkit.items.AoT)
    written = tomlkit.array() if inline else tomlkit.aot()
    for entry in entries:
        same = old.get(entry[first])
        new = tomlkit.inline_table() if inline else tomlkit.table()
        table = same.pop(0) if same else new
        _fill(table, entry)
        written.append(table)
    return written


def _fill(table: Any, values: Mapping[str, Any]) -> None:
    """Make a table hold these values; what is the same, or said not to be known, stays."""
    unknown = [key for key in table if key in _MAY_BE_UNKNOWN and is_unknown(table[key])]
    for key in [key for key in table if key not in values and key not in unknown]:
        del table[key]
    for key, value in values.items():
        if isinstance(value, dict) and key in table:
            _fill(table[key], value)
        elif key not in table or table[key] != value:
            table[key] = value


def _plain(value: Any) -> Any:
    """Return what a file can hold: lists for tuples, and no half characters."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return writable(value) if isinstance(value, str) else value


def _said(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the keys that hold something, in tables within tables, too."""
    for key, value in table.items():
        if isinstance(value, dict):
            value = dict(_said(value))
        elif isinstance(value, list):
            value = [dict(_said(each)) if isinstance(each, dict) else each for each in value]
        if value not in (None, "", [], {}):
            yield key, value
