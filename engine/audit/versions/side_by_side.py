"""Two versions of a knowledge base over one space: every client that either of them can have."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.base import Base
from engine.complaints import ScenarioError, line
from engine.export.as_json import base_data
from engine.export.clauses import QUESTION_KEYS
from engine.export.from_json import base_from
from engine.kernel.diagrams import Diagram
from engine.kernel.kernel import Kernel
from engine.kernel.space import Space
from kb.vocabulary import Question
from kb.vocabulary.question import Answer

Told = tuple[str, str]
"""The id of a piece of advice, and when it is told."""

_SUFFIX = "_before"


@dataclass(frozen=True)
class Versions:
    """Two versions that speak of the same answers, and the space of the clients of both.

    What has the same id and another meaning in the earlier version is called otherwise there.
    """

    before: Base
    after: Base
    questions: Mapping[str, Question]

    @functools.cached_property
    def space(self) -> Space:
        """The clients: all questions of both versions, all choices, the larger bounds."""
        measures = {**self.before.measures, **self.after.measures}
        both = replace(self.after, questions=self.questions, measures=measures, gates={})
        return Space(both, gated=False)

    def told(self) -> tuple[dict[Told, Diagram], dict[Told, Diagram]]:
        """Return who is told what, and when, before and after.

        Raises ScenarioError where so much rests on each other that it cannot be worked out.
        """
        advise = self.before.advises and self.after.advises
        try:
            before = _told(Kernel(self.space, self.before), advise)
            return before, _told(Kernel(self.space, self.after), advise)
        except RecursionError as error:
            raise self.too_deep() from error

    def too_deep(self) -> ScenarioError:
        """Return what to raise where the interpreter came to its limit."""
        names = f"{self.before.name} or {self.after.name}"
        message = "found too many that rest on each other in a row; allowed: fewer than 100"
        return ScenarioError([line(names, "conclusions", message)])

    def client(self, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return those of some answers that are answers in one of the versions."""
        asked = self.questions
        return {id: a for id, a in answers.items() if id in asked and is_answer(asked[id], a)}


@functools.cache
def side_by_side(before: Base, after: Base) -> Versions:
    """Return two versions over the union of their questions."""
    before = _apart(before, after)
    return Versions(before, after, _union(before.questions, after.questions))


def facts_of(base: Base, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Return answers with the measures of a base that follow from them."""
    values = ((measure.id, measure.value(answers)) for measure in base.measures.values())
    return {**answers, **{id: value for id, value in values if value is not None}}


def is_answer(question: Question, answer: Answer) -> bool:
    """Tell whether something is an answer to a question."""
    match question.kind:
        case "yes/no":
            return isinstance(answer, bool)
        case "choice":
            return answer in question.choices
        case "list":
            if not isinstance(answer, frozenset) or len(answer) > question.at_most:
                return False
            return answer <= frozenset(question.choices) and (bool(answer) or question.may_be_empty)
        case _:
            # True is a whole number to Python, and not here.
            return type(answer) is int and 0 <= answer <= question.at_most


def _told(compiled: Kernel, advise: bool) -> dict[Told, Diagram]:
    """Return who is told what; of an engine that does not advise, what is concluded counts."""
    if advise:
        return {(kind.id(), when): who for (kind, when), who in compiled.advice.items()}
    return {(c.id(), "concluded"): compiled.concluded(c) for c in compiled.base.concluding}


def _union(before: Mapping[str, Question], after: Mapping[str, Question]) -> dict[str, Question]:
    """Return all questions; what is asked in one version only stands where it stood."""
    order = list(after)
    place = 0
    for id in before:
        if id not in after:
            order.insert(place, id)
        place = order.index(id) + 1
    return {
        id: _joined(before[id], after[id]) if id in before and id in after
        else (after.get(id) or before[id])
        for id in order
    }  # fmt: skip


def _joined(before: Question, after: Question) -> Question:
    """Return a question with the answers of both versions."""
    choices = tuple(dict.fromkeys((*after.choices, *before.choices)))
    at_most = max(before.at_most, after.at_most)
    if after.kind == "list" and (before.may_be_empty or after.may_be_empty):
        at_most = len(choices)
    return replace(after, choices=choices, at_most=at_most)


def _apart(before: Base, after: Base) -> Base:
    """Return the earlier version with another id for what has another meaning now."""
    taken = {*before.questions, *before.measures, *after.questions, *after.measures}

    def free(id: str) -> str:
        while id in taken:
            id += _SUFFIX
        taken.add(id)
        return id

    def differs(id: str) -> bool:
        now = after.questions.get(id)
        return id in after.measures or (
            now is not None and _family(now) != _family(before.questions[id])
        )

    names = {id: free(id) for id in before.questions if differs(id)}
    for id, measure in before.measures.items():
        same = after.measures.get(id) == measure and names.keys().isdisjoint(measure.of)
        if not same and (id in after.measures or id in after.questions):
            names[id] = free(id)
    if not names:
        return before
    return base_from(_renamed(base_data(before), names), before.name)


def _family(question: Question) -> str:
    """Return what kind of answers a question has: counts and weeks are numbers alike."""
    return "number" if question.kind in ("count", "weeks") else question.kind


def _renamed(data: Any, names: Mapping[str, str]) -> Any:
    """Return the data of a base in which questions and measures have other names."""
    for part in ("questions", "measures"):
        for entry in data[part]:
            entry["id"] = names.get(entry["id"], entry["id"])
    for entry in data["conclusions"]:
        for id, name in names.items():
            entry["text"] = entry["text"].replace(f"{{{id}}}", f"{{{name}}}")
    return _with_clauses_renamed(data, names)


def _with_clauses_renamed(data: Any, names: Mapping[str, str]) -> Any:
    if isinstance(data, list):
        return [_with_clauses_renamed(each, names) for each in data]
    if not isinstance(data, dict):
        return data
    return {key: _value_renamed(key, value, names) for key, value in data.items()}


def _value_renamed(key: str, value: Any, names: Mapping[str, str]) -> Any:
    if key == "tally":
        return [names.get(id, id) for id in value]
    if key in (*QUESTION_KEYS, "more", "less") and isinstance(value, str):
        return names.get(value, value)
    return _with_clauses_renamed(value, names)
