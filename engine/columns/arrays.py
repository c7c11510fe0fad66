"""From numpy to Arrow and back.

What pyarrow offers for it asks pandas first, and imports it wherever it is installed.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from engine.columns.truths import Truths, packed


def array_of(values: np.ndarray[Any, Any], known: Truths | None = None) -> Any:
    """Return numbers or truths of numpy as an array of Arrow, null where one is not `known`.

    Numbers are of this machine's byte order.
    """
    kind = pa.from_numpy_dtype(values.dtype)
    plain = packed(values) if values.dtype == bool else np.ascontiguousarray(values)
    null = None if known is None else pa.py_buffer(known)
    return pa.Array.from_buffers(kind, len(values), [null, pa.py_buffer(plain)])


def texts_of(values: Sequence[str]) -> Any:
    """Return texts as an array of Arrow."""
    encoded = [value.encode() for value in values]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(encoded), buffers)


def numbers_in(array: Any) -> np.ndarray[Any, Any]:
    """Return the numbers in an array of Arrow, none of which is missing."""
    return np.from_dlpack(array)


def is_list(kind: Any) -> bool:
    """Tell whether a type of Arrow is one of lists."""
    types = pa.types
    views = types.is_list_view(kind) or types.is_large_list_view(kind)
    plain = types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind)
    return bool(plain or views)


def is_text(kind: Any) -> bool:
    """Tell whether a type of Arrow is one of texts."""
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def without_views(table: Any) -> Any:
    """Return a table with plain texts, which Arrow can count and filter, in place of views."""
    schema = pa.schema([field.with_type(_plain_kind(field.type)) for field in table.schema])
    return table if schema.equals(table.schema) else table.cast(schema)


def _plain_kind(kind: Any) -> Any:
    """Return the type that a view of texts stands for; any other stays."""
    types = pa.types
    if types.is_string_view(kind):
        return pa.large_string()
    if types.is_list(kind) and types.is_string_view(kind.value_type):
        return pa.list_(pa.large_string())
    if types.is_large_list(kind) and types.is_string_view(kind.value_type):
        return pa.large_list(pa.large_string())
    return kind
