"""From the cells of a column to answers; what is none is noted, and never guessed."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from engine.answers import UNKNOWN, AnswerError, parse, shown
from engine.columns.arrays import array_of, is_list, is_text, numbers_in
from engine.columns.mapping import Reading, Words, folded
from engine.columns.rejects import Misfit, Misfits, Numbers
from engine.columns.truths import AnyColumn, Column, Truths, YesNoColumn, combined, packed
from engine.complaints import ScenarioError
from kb.questions.scope import BEYOND
from kb.vocabulary import Question

NONE_OF_THEM = "none"
"""The word in a text for an empty list; an empty cell is no answer."""
BETWEEN = ";"
"""What stands between the choices of a list in a text."""


def read_column(reading: Reading, table: pa.Table) -> AnyColumn:
    """Return what each person answered; what is no answer is a Misfit among the answers."""
    columns = [
        _coded(table.column(name), name, _asked(reading), words)
        for name, words in zip(reading.columns, reading.words, strict=True)
    ]
    if not reading.choices:
        return columns[0]
    by_choice = dict(zip(reading.choices, columns, strict=True))

    def together(ticked: Mapping[str, Any]) -> Any:
        return _together(reading, ticked)

    return combined(by_choice, together, table.num_rows)


def _asked(reading: Reading) -> Question:
    """A column for one choice of a list is read like a yes/no."""
    return BEYOND if reading.choices else reading.question


def _together(reading: Reading, ticked: Mapping[str, Any]) -> Any:
    """Return the list that the columns of its choices name; it is known if each of them is."""
    for found in ticked.values():
        if isinstance(found, Misfit):
            return found
    if len(ticked) < len(reading.choices):
        return None
    named = [choice for choice, yes in ticked.items() if yes]
    return _answer(reading.question, named, {}, ", ".join(reading.columns))


def _coded(cells: Any, name: str, question: Question, words: Words) -> AnyColumn:
    """Read each text, number or list that occurs once."""
    if pa.types.is_boolean(cells.type):  # most columns are: no need to look what occurs
        found = tuple(_answer(question, value, words, name) for value in (False, True, None))
        return _yes_or_no(cells, found)
    if is_list(cells.type):
        values, codes = _lists_occurring(cells, name)
    elif _is_plain(cells.type):
        if pa.types.is_dictionary(cells.type):
            cells = cells.cast(cells.type.value_type)
        values, codes = _occurring(cells)
    else:
        raise ScenarioError(
            [f"{name}: found {cells.type}; allowed: texts, numbers, true and false"]
        )
    answers = tuple(_answer(question, value, words, name) for value in values)
    return Column(codes.astype(np.uint8) if len(answers) <= 256 else codes, answers)


def _occurring(cells: Any) -> tuple[list[Any], np.ndarray[Any, Any]]:
    """Return the values in a column, each once, and for each cell the place of its value."""
    coded = pc.dictionary_encode(cells, null_encoding="encode").combine_chunks()
    if isinstance(coded, pa.ChunkedArray):  # no rows at all
        coded = pc.dictionary_encode(pa.nulls(0, cells.type), null_encoding="encode")
    return coded.dictionary.to_pylist(), numbers_in(coded.indices)


def _yes_or_no(cells: Any, answers: tuple[Any, ...]) -> YesNoColumn:
    """Take truths as they are packed already; of several chunks, one is made."""
    several = cells.num_chunks != 1
    chunk = pa.concat_arrays([_NONE, *cells.chunks]) if several else cells.chunk(0)
    known, yes = (_bits(buffer, chunk.offset, len(chunk)) for buffer in chunk.buffers())
    return YesNoColumn(yes, known, len(chunk), answers)


_NONE = pa.nulls(0, pa.bool_())


def _bits(buffer: Any, start: int, length: int) -> Truths:
    """Return some of the bits in a buffer; they are all set where there is none."""
    if buffer is None:
        return np.full((length + 7) // 8, 255, np.uint8)
    bits = np.frombuffer(buffer, np.uint8)[start // 8 : (start + length + 7) // 8]
    if start % 8:
        bits = packed(np.unpackbits(bits, bitorder="little")[start % 8 :])
    return bits[: (length + 7) // 8]


def _is_plain(kind: Any) -> bool:
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    number = pa.types.is_integer(kind) or pa.types.is_floating(kind)
    return is_text(kind) or number or pa.types.is_boolean(kind) or pa.types.is_null(kind)


def _lists_occurring(cells: Any, name: str) -> tuple[list[Any], np.ndarray[Any, Any]]:
    """Return the lists in a column, each once, and for each cell the place of its list.

    Lists are told apart by the places of their items, which no text in them can be mistaken for.
    """
    kind = cells.type.value_type
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not (is_text(kind) or pa.types.is_null(kind)):
        raise ScenarioError([f"{name}: found {cells.type}; allowed: lists of texts"])
    items, places = _occurring(pc.list_flatten(cells).cast(pa.large_string()))
    # Arrow counts strings of bytes, and no lists: four bytes are the place of an item.
    offsets = np.concatenate([[0], np.cumsum(_lengths(cells))]) * _PLACE.itemsize
    known = pc.is_valid(cells).combine_chunks()
    bits = _bits(known.buffers()[1], known.offset, len(known))
    buffers = [pa.py_buffer(each) for each in (bits, offsets, places.astype(_PLACE))]
    keys = pa.Array.from_buffers(pa.large_binary(), len(cells), buffers)
    lists, codes = _occurring(pa.chunked_array([keys]))
    return [each if each is None else _named(each, items) for each in lists], codes


_PLACE = np.dtype(np.int32)


def _lengths(lists: Any) -> np.ndarray[Any, Any]:
    """Return how many items each list has; where there is none, no items."""
    lengths = pc.list_value_length(lists).combine_chunks().cast(pa.int64())
    return numbers_in(pc.coalesce(lengths, array_of(np.zeros(len(lists), np.int64))))


def _named(places: bytes, items: list[Any]) -> list[Any]:
    return [items[place] for place in np.frombuffer(places, _PLACE)]


def _answer(question: Question, cell: Any, words: Words, column: str) -> Any:
    """Return the answer that a cell stands for, None for unknown, or a Misfit."""
    try:
        return parse_cell(question, cell, words)
    except AnswerError as error:
        found = cell if isinstance(cell, str) else str(cell)
        return Misfit(column, shown(found), str(error))


def parse_cell(question: Question, cell: Any, words: Words) -> Any:
    """Return the answer that a cell stands for, or None for unknown; raise AnswerError if none.

    A word of the survey's own is taken for what it means; everything else as in a scenario file.
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)  # where a number is missing, pandas makes floats of all of them
    spelt = [] if isinstance(cell, list) else ["" if cell is None else folded(str(cell))]
    if type(cell) is int:
        spelt.append(f"{cell}.0")
    for word in spelt:
        if word in words:
            return parse(question, words[word])
    if spelt == [""]:
        return None
    if isinstance(cell, str):
        cell = _typed(question, cell)
    if isinstance(cell, list):
        cell = [words.get(folded(each), each) if isinstance(each, str) else each for each in cell]
    return parse(question, cell, _allowed_or_mapped if words else allowed_in_table)


def _allowed_or_mapped(question: Question) -> str:
    return f"{allowed_in_table(question)}; or a word of the mapping"


def allowed_in_table(question: Question) -> str:
    """Return the answers that a cell of a table may hold, in words."""
    words = ", ".join(question.choices)
    match question.kind:
        case "yes/no":
            return f"true, false, yes, no or {UNKNOWN}"
        case "count" | "weeks":
            return f"a whole number from 0 to {question.at_most}, or {UNKNOWN}"
        case "choice":
            return f"one of {words}; or {UNKNOWN}"
        case "list":
            most = "any" if question.may_be_empty else f"up to {question.at_most}"
            none = f"; {NONE_OF_THEM} for none of them" if question.may_be_empty else ""
            return f'{most} of {words}, with "{BETWEEN}" between them{none}; or {UNKNOWN}'


def _typed(question: Question, text: str) -> Any:
    """Return what a text says: true or false, a number, or a list, where that is asked for."""
    word = folded(text)
    match question.kind:
        case "yes/no" if word in ("true", "false"):
            return word == "true"
        case "count" | "weeks" if word.isascii() and word.isdigit() and len(word) < 10:
            return int(word)
        case "list" if word != "unknown":
            if word == NONE_OF_THEM and question.may_be_empty:
                return []
            return [item.strip() for item in text.split(BETWEEN)]
    return text


def rejected(columns: Iterable[AnyColumn], rows: Numbers) -> tuple[Numbers, tuple[Misfits, ...]]:
    """Return whose cells are all answers, and what is wrong with those of the others."""
    fitting = np.ones(len(rows), bool)
    found: list[Misfits] = []
    for column in columns:
        misfits = np.array([isinstance(answer, Misfit) for answer in column.answers], bool)
        if not misfits.any():
            continue
        wrong = misfits[column.codes]
        fitting &= ~wrong
        kinds = tuple(answer for answer in column.answers if isinstance(answer, Misfit))
        among = (np.cumsum(misfits) - 1).astype(column.codes.dtype)
        found.append(Misfits(rows[wrong], among[column.codes[wrong]], kinds))
    return fitting, tuple(found)
