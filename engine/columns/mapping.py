"""Which column of a survey answers which question, and what its words mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.answers import AnswerError, did_you_mean, parse
from engine.complaints import Complaints, ScenarioError, line, visible
from engine.toml_text import read_table
from kb.questions.scope import BEYOND
from kb.vocabulary import Question

Words = Mapping[str, Any]
"""What words of a survey stand for, folded: "ja" for True, "stimme zu" for True, "5" for 5."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question is read: from one column, or a list from a column for each choice."""

    question: Question
    columns: tuple[str, ...]
    choices: tuple[str, ...] = ()
    words: tuple[Words, ...] = ({},)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a mapping says of one column."""

    question: str
    choice: str = ""
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SurveyWords:
    """What a mapping file says: of columns by name, and of words in any of them."""

    columns: Mapping[str, _Meaning] = field(default_factory=dict)
    words: Words = field(default_factory=dict)


def folded(word: str) -> str:
    """Return a word without the spaces around it, and as if it was written in small letters."""
    return word.strip().casefold()


def read_mapping(text: bytes, source: str, questions: Mapping[str, Question]) -> SurveyWords:
    """Read a mapping file, or raise ScenarioError with everything that is wrong."""
    table = read_table(text, source)
    complaints = Complaints(source)
    for key in table:
        if key not in ("columns", "words"):
            complaints.add("top level", key, "columns, words", ("columns", "words"))
    words = _read_words(table.get("words", {}), "words", None, complaints)
    columns: dict[str, _Meaning] = {}
    found = table.get("columns", {})
    if not isinstance(found, dict):
        complaints.add("columns", found, "a table [columns]")
        found = {}
    for name, value in found.items():
        meaning = _read_column(name, value, questions, complaints)
        if meaning is not None:
            columns[name] = meaning
    if complaints.messages:
        raise ScenarioError(complaints.messages)
    return SurveyWords(columns, words)


def _read_column(
    name: str, value: Any, questions: Mapping[str, Question], complaints: Complaints
) -> _Meaning | None:
    place = f"columns.{visible(name)}"
    table = {"question": value} if isinstance(value, str) else value
    if not isinstance(table, dict):
        complaints.add(place, value, "the id of a question in quotes, or a table")
        return None
    for key in table:
        if key not in ("question", "choice", "words"):
            known = ("question", "choice", "words")
            complaints.add(place, key, ", ".join(known), known)
    id, choice = table.get("question", ""), table.get("choice", "")
    question = questions.get(id) if isinstance(id, str) else None
    if question is None:
        complaints.add(place, id, 'a question, as "unstuck new" lists them', questions)
        return None
    if "choice" in table and (question.kind != "list" or choice not in question.choices):
        allowed = ", ".join(question.choices) if question.kind == "list" else "no choice here"
        complaints.add(f"{place}.choice", choice, allowed, question.choices)
        return None
    # A column for one choice says yes or no to it.
    asked = BEYOND if choice else question
    words = _read_words(table.get("words", {}), f"{place}.words", asked, complaints)
    return _Meaning(question.id, choice, words)


def _read_words(found: Any, place: str, question: Question | None, complaints: Complaints) -> Words:
    """Return words with their meanings; those of one question have to be answers to it."""
    if not isinstance(found, dict):
        complaints.add(place, found, 'a table, such as: {"stimme zu" = true, "5" = "unknown"}')
        return {}
    words: dict[str, Any] = {}
    for word, meaning in found.items():
        if folded(word) in words:
            complaints.add(place, word, "each word once, no matter how it is capitalised")
        words[folded(word)] = meaning
        try:
            if question is not None:
                parse(question, meaning)
        except AnswerError as error:
            complaints.messages.append(
                line(complaints.source, f"{place}.{visible(word)}", str(error))
            )
    return words


def readings(
    names: Iterable[str], mapping: SurveyWords, questions: Mapping[str, Question], source: str
) -> tuple[Reading, ...]:
    """Return how each question of a table with these columns is read, in the order of questions.

    Raises ScenarioError where the mapping names a column that is not there, where a question has
    two columns, and where no column is a question at all.
    """
    names = tuple(names)
    wrong = [
        line(
            source,
            "columns",
            f"found no {visible(name)}, which the mapping names{did_you_mean(name, names)}",
        )
        for name in mapping.columns
        if name not in names
    ]
    found: dict[str, list[tuple[str, _Meaning]]] = {}
    for name in names:
        meaning = mapping.columns.get(name) or (_Meaning(name) if name in questions else None)
        if meaning is not None:
            found.setdefault(meaning.question, []).append((name, meaning))
    for id, several in found.items():
        choices = [meaning.choice for _, meaning in several]
        if len(several) > 1 and ("" in choices or len(set(choices)) < len(choices)):
            columns = " and ".join(visible(name) for name, _ in several)
            wrong.append(line(source, "columns", f"found {columns} for {id}; allowed: one column"))
    if not found.keys() - {BEYOND.id} and not wrong:
        separator = ", or another --separator" if len(names) == 1 else ""
        near = next((hint for name in names if (hint := did_you_mean(name, questions))), "")
        wrong.append(
            line(
                source,
                "columns",
                f"found no question among {len(names)} columns{near}; allowed:"
                f' ids of questions, as "unstuck new" lists them, or a --mapping{separator}',
            )
        )
    if wrong:
        raise ScenarioError(wrong)
    return tuple(
        Reading(
            question,
            tuple(name for name, _ in found[id]),
            tuple(meaning.choice for _, meaning in found[id] if meaning.choice),
            tuple({**mapping.words, **meaning.words} for _, meaning in found[id]),
        )
        for id, question in questions.items()
        if id in found
    )
