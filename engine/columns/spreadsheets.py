"""Tables as CSV: lists as texts, nothing that a spreadsheet runs, and nothing CSV cannot hold."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from engine.answers import shown
from engine.columns.advised import BECAUSE, LISTS
from engine.columns.arrays import is_list, is_text, texts_of
from engine.columns.cells import BETWEEN
from engine.complaints import ScenarioError, line

FORMULA = r"^([=+\-@\t\r\n])"
"""How a text begins that a spreadsheet would take for a formula."""


def for_spreadsheets(table: Any) -> Any:
    """Return a table for CSV: lists as texts, and no text or name that could be a formula."""
    columns = [
        _harmless(column, name in (*LISTS, BECAUSE))
        for name, column in zip(table.column_names, table.columns, strict=True)
    ]
    return pa.Table.from_arrays(columns, names=_names(table))


def _harmless(column: Any, ours: bool) -> Any:
    """Return a column as it is written; lists of `ours` hold ids, which are no formulas."""
    if is_list(column.type):
        chunks = [_joined(chunk) for chunk in column.chunks]
        column = pa.chunked_array(chunks, pa.string())
    elif pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if not ours and is_text(column.type):
        return pc.replace_substring_regex(column, FORMULA, r"'\1")
    return column


def _joined(lists: Any) -> Any:
    """Return lists as texts; what is missing in a list is nothing between two marks."""
    texts = lists.cast(pa.list_(pa.string()))
    if texts.values.null_count:
        filled = pc.fill_null(texts.values, "")
        texts = pa.ListArray.from_arrays(texts.offsets, filled, mask=texts.is_null())
    return pc.binary_join(texts, texts_of([BETWEEN])[0])


def _names(table: Any) -> list[Any]:
    names = pc.replace_substring_regex(texts_of(table.column_names), FORMULA, r"'\1")
    return list(names.to_pylist())


def require_fit_for_csv(table: Any) -> None:
    """Raise ScenarioError where CSV cannot hold a column, or has one name for two of them."""
    wrong = list(_unfit(table, table.column_names, lists=True))
    written = _names(table)
    wrong += [
        line(shown(name), "column", f"found twice in CSV, where {old} is {name}; keep one of them")
        for old, name in zip(table.column_names, written, strict=True)
        if old != name and written.count(name) > 1
    ]
    if wrong:
        raise ScenarioError(wrong)


def require_groups(table: Any, name: str) -> None:
    """Raise ScenarioError where a column has no values that people could be grouped by."""
    wrong = list(_unfit(table, (name,), lists=False))
    if wrong:
        raise ScenarioError(wrong)


def _unfit(table: Any, names: Iterable[str], lists: bool) -> Iterator[str]:
    """Yield a complaint for each column that is no text, number, day or yes/no, or list of them."""
    for name in names:
        kind = table.schema.field(name).type
        if not _is_plain(kind.value_type if lists and is_list(kind) else kind):
            allowed = "text, numbers, yes/no, days and times" + (", and lists of these" * lists)
            instead = "; a .parquet file holds anything" if lists else ""
            found = f"found values of the type {shown(str(kind))}; allowed: {allowed}{instead}"
            yield line(shown(name), "column", found)


def _is_plain(kind: Any) -> bool:
    types = pa.types
    if types.is_dictionary(kind):
        return _is_plain(kind.value_type)
    numbers = (types.is_boolean, types.is_integer, types.is_floating, types.is_decimal)
    times = (types.is_date, types.is_time, types.is_timestamp)
    return is_text(kind) or any(fits(kind) for fits in (*numbers, *times, types.is_null))
