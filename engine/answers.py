"""From a raw answer, read from a file or typed at a prompt, to an answer or a plain complaint."""

import datetime
import difflib
import re
from collections.abc import Callable, Iterable

from kb.vocabulary import Question
from kb.vocabulary.question import Answer

UNKNOWN = "unknown"
"""The word for "don't know" in files."""

MOST_SHOWN = 60
"""How many characters of what was found are repeated in a complaint."""

_TYPED_YES = ("y", "yes")
_TYPED_NO = ("n", "no")
_TYPED_UNKNOWN = ("u", UNKNOWN, "don't know", "dont know")
_TYPED_EMPTY = "none"


class AnswerError(ValueError):
    """A raw answer that is none: what was found, what is allowed, and the nearest spelling."""


def shown(raw: object) -> str:
    """Return what was found in plain characters on one line, cut short when it is long."""
    match raw:
        case bool():
            return str(raw).lower()
        case dict():
            return "a table"
        case datetime.date() | datetime.time():
            return raw.isoformat()
        case str() if not raw.strip():
            return "nothing"
    try:
        # What is longer is cut before it is escaped: its length costs nothing then.
        text = ascii(raw[: MOST_SHOWN + 1] if isinstance(raw, str | list) else raw)
    except (ValueError, RecursionError):  # too many digits, or too deep a nest, to be printed
        return "something too large to show"
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 3] + "..."


def nearest(word: object, options: Iterable[str]) -> str:
    """Return the option that is spelled most like `word`, or nothing when none is close."""
    if not isinstance(word, str):
        return ""
    spelt = {_folded(option): option for option in options}
    close = difflib.get_close_matches(_folded(word)[:MOST_SHOWN], list(spelt), n=1)
    return spelt[close[0]] if close else ""


def did_you_mean(word: object, options: Iterable[str]) -> str:
    """Return the end of a complaint that names the nearest spelling, or nothing."""
    near = nearest(word, options)
    return f"; did you mean {near}?" if near else ""


def complaint(found: object, allowed: str, near: str = "") -> str:
    """Say what was found, what is allowed and, if there is one, the nearest spelling."""
    return f"found {shown(found)}; allowed: {allowed}" + (f"; did you mean {near}?" if near else "")


def allowed(question: Question) -> str:
    """Return the answers that may be typed at a prompt, in words."""
    dont_know = "u (don't know)"
    match question.kind:
        case "yes/no":
            return f"y, n or {dont_know}"
        case "count" | "weeks":
            return f"a whole number up to {question.at_most}, or {dont_know}"
        case "choice":
            return f"one of: {_numbered(question)}; or {dont_know}"
        case "list" if question.may_be_empty:
            return f"any of: {_numbered(question)}; {_TYPED_EMPTY}; or {dont_know}"
        case "list":
            return f"{_how_many(question)} of: {_numbered(question)}; or {dont_know}"


def allowed_in_file(question: Question) -> str:
    """Return the answers that a scenario file may hold, in words."""
    words = ", ".join(f'"{word}"' for word in question.choices)
    match question.kind:
        case "yes/no":
            return f'true, false or "{UNKNOWN}"'
        case "count" | "weeks":
            return f'a whole number from 0 to {question.at_most}, or "{UNKNOWN}"'
        case "choice":
            return f'one of {words}; or "{UNKNOWN}"'
        case "list" if question.may_be_empty:
            return f'a list of any of {words}; [] for none of them; or "{UNKNOWN}"'
        case "list":
            return f'a list of {_how_many(question)} of {words}; or "{UNKNOWN}"'


def parse(
    question: Question, raw: object, allowed_words: Callable[[Question], str] = allowed_in_file
) -> Answer | None:
    """Return the answer that a file's value stands for, or None for "unknown".

    Raises AnswerError with what is allowed, in the words of the kind of file.
    """
    word = _folded(raw) if isinstance(raw, str) else None
    if word == UNKNOWN:
        return None
    match question.kind:
        case "yes/no":
            if isinstance(raw, bool):
                return raw
            if word in ("yes", "no"):
                return word == "yes"
        case "count" | "weeks":
            # True and False are whole numbers to Python, not here.
            if type(raw) is int and 0 <= raw <= question.at_most:
                return raw
        case "choice":
            if word in question.choices:
                return word
        case "list":
            if isinstance(raw, list):
                return _listed(question, raw, allowed_words(question))
    raise AnswerError(complaint(raw, allowed_words(question), _near_in_file(question, raw)))


def parse_typed(question: Question, text: str) -> Answer | None:
    """Return the answer that a typed line stands for, or None for "don't know"."""
    word = " ".join(_folded(text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    if word in _TYPED_UNKNOWN:
        return None
    match question.kind:
        case "yes/no":
            if word in _TYPED_YES + _TYPED_NO:
                return word in _TYPED_YES
        case "count" | "weeks":
            # Who has just answered a row of yes and no types n for "none".
            digits = re.sub(r" ?weeks?$", "", word) if question.kind == "weeks" else word
            number = 0 if word in (*_TYPED_NO, _TYPED_EMPTY) else _whole_number(digits)
            if number is not None and number <= question.at_most:
                return number
        case "choice":
            if chosen := _chosen(question, re.sub(r"[ -]", "_", word)):
                return chosen
        case "list" if word in (*_TYPED_NO, _TYPED_EMPTY) and question.may_be_empty:
            return frozenset()
        case "list":
            return _typed_list(question, word)
    raise AnswerError(complaint(text, allowed(question), _near_typed(question, word)))


def _listed(question: Question, raw: list[object], allowed_words: str) -> frozenset[str]:
    """Return the choices that a file's list names."""
    chosen: list[str] = []
    for item in raw:
        word = _folded(item) if isinstance(item, str) else ""
        if word not in question.choices:
            near = nearest(word, question.choices)
            raise AnswerError(complaint(item, allowed_words, f'"{near}"' if near else ""))
        chosen.append(word)
    return _as_set(question, chosen, raw, allowed_words)


def _typed_list(question: Question, line: str) -> frozenset[str]:
    """Return the choices that a typed line names, by word, by the start of it or by number."""
    chosen: list[str] = []
    for word in re.split(r"[,\s]+", line.strip(", ")):
        choice = _chosen(question, word)
        if choice is None:
            raise AnswerError(complaint(word, allowed(question), _near_typed(question, word)))
        chosen.append(choice)
    return _as_set(question, chosen, line, allowed(question))


def _as_set(
    question: Question, chosen: list[str], raw: object, allowed_words: str
) -> frozenset[str]:
    """Return the chosen words as a set: none of them twice, and not too many or too few."""
    twice = next((word for word in chosen if chosen.count(word) > 1), None)
    if twice is not None:
        raise AnswerError(f"found {shown(twice)} twice; allowed: each of them once")
    if len(chosen) > question.at_most or (not chosen and not question.may_be_empty):
        raise AnswerError(complaint(raw, allowed_words))
    return frozenset(chosen)


def _chosen(question: Question, word: str) -> str | None:
    """Return the choice that a typed word, the start of one or a number stands for."""
    if word in question.choices:
        return word
    number = _whole_number(word)
    if number is not None:
        return question.choices[number - 1] if 1 <= number <= len(question.choices) else None
    # A single n is a no to most people, and not the beginning of a word.
    starts = _starting_with(question, word) if word not in _TYPED_NO else ()
    return starts[0] if len(starts) == 1 else None


def _starting_with(question: Question, word: str) -> tuple[str, ...]:
    return tuple(choice for choice in question.choices if word and choice.startswith(word))


def _near_in_file(question: Question, raw: object) -> str:
    """Return the nearest allowed value, as it is written in a file."""
    if question.kind in ("count", "weeks") and isinstance(raw, str | float):
        number = _whole_number(str(raw).strip().removesuffix(".0"))
        if number is not None and number <= question.at_most:
            return str(number)
    options = ("yes", "no") if question.kind == "yes/no" else question.choices
    near = nearest(raw, (*options, UNKNOWN))
    if question.kind == "list" and near in question.choices:
        return f'["{near}"]'
    return f'"{near}"' if near else ""


def _near_typed(question: Question, word: str) -> str:
    """Return the choices that begin with a typed word, or else the nearest spelling."""
    if starts := _starting_with(question, word):
        return " or ".join(starts)
    options = ("yes", "no") if question.kind == "yes/no" else question.choices
    return nearest(word, (*options, UNKNOWN))


def _whole_number(text: str) -> int | None:
    """Return the number that a text of digits stands for; only the digits 0 to 9 count."""
    # Nobody means a number of ten digits, and thousands of digits are an error to Python.
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _folded(text: str) -> str:
    return text.strip().casefold()


def _numbered(question: Question) -> str:
    words = (choice.replace("_", " ") for choice in question.choices)
    return ", ".join(f"{number} {word}" for number, word in enumerate(words, start=1))


def _how_many(question: Question) -> str:
    return "one" if question.at_most == 1 else f"1 to {question.at_most}"
