"""A knowledge base that is 2, 4 or 8 times as large: every rule, question and measure copied.

The copies are added to the knowledge base itself, before anything has read it. So whatever reads a
base reads the larger one, our engine too; that takes a process of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.base import Base, our_base
from kb.knowledge_base import KnowledgeBase
from kb.shell import AND, NOT, OR, Rule
from kb.situation import MEASURES, QUESTIONS
from kb.vocabulary import Conclusion, Outweighs, Situation, concludes
from kb.vocabulary.pattern import fields
from kb.vocabulary.question import Answer


def base_of_size(times: int) -> Base:
    """Return the knowledge base with so many copies of everything, the first included.

    It is called once in a process, before anything else has read the knowledge base.
    """
    questions, measures, rules = dict(QUESTIONS), dict(MEASURES), _rules()
    for number in range(2, times + 1):
        for id, question in questions.items():
            QUESTIONS[_copy(id, number)] = replace(
                question, id=_copy(id, number), gate=None, unless=None
            )
        for id, measure in measures.items():
            MEASURES[_copy(id, number)] = _measure(measure, number)
        twins: dict[Any, Any] = {}
        for rule in rules:
            copied = _rule(rule, number, twins)
            setattr(KnowledgeBase, copied.__name__, copied)
    return our_base()


def person_of_size(
    people: Sequence[Mapping[str, Answer]], start: int, times: int
) -> dict[str, Answer]:
    """Return somebody who answers each copy of the questions as another person does."""
    return {
        _copy(id, number): answer
        for number in range(1, times + 1)
        for id, answer in people[(start + number - 1) % len(people)].items()
    }


def _copy(id: str, number: int) -> str:
    return id if number == 1 else f"{id}_copy_{number}"


def _rules() -> list[Any]:
    members = (each for base in KnowledgeBase.__mro__ for each in vars(base).values())
    rules = [member for member in members if isinstance(member, Rule)]
    return sorted(rules, key=lambda rule: rule.place)


def _measure(measure: Any, number: int) -> Any:
    id = _copy(measure.id, number)
    if isinstance(measure, Outweighs):
        more, less = (_copy(of, number) for of in measure.of)
        return replace(measure, id=id, more=more, less=less)
    return replace(measure, id=id, of=tuple(_copy(of, number) for of in measure.of))


def _rule(rule: Any, number: int, twins: dict[Any, Any]) -> Any:
    def reason(engine: Any) -> None: ...

    reason.__doc__, reason.__name__ = rule.why, _copy(rule.__name__, number)
    then = (_twin(conclusion, number, twins) for conclusion in rule.then)
    body = concludes(*then, rows=rule.rows)(reason)
    parts = (_part(part, number, twins) for part in rule)
    return Rule(*parts, salience=rule.salience)(body)


def _twin(conclusion: Any, number: int, twins: dict[Any, Any]) -> Any:
    """Return the copy of a conclusion: it is concluded like the first, and belongs to nothing."""
    if conclusion not in twins:
        own = {"stage": conclusion.stage, "__doc__": conclusion.__doc__, "__module__": __name__}
        twins[conclusion] = type(f"{conclusion.__name__}Copy{number}", (Conclusion,), own)
    return twins[conclusion]


def _part(part: Any, number: int, twins: dict[Any, Any]) -> Any:
    match part:
        case Situation():
            return Situation(**{_copy(id, number): value for id, value in fields(part).items()})
        case Conclusion():
            return _twin(type(part), number, twins)()
        case AND() | OR() | NOT():
            return type(part)(*(_part(each, number, twins) for each in part))
        case _:
            raise TypeError(f"not a part of a rule: {part!r}")
