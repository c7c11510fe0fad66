"""A rule in plain words, made from its card."""

import re
import textwrap
from collections.abc import Iterable

from engine.cards import (
    All,
    AnyOf,
    Clause,
    Concluded,
    Given,
    InRange,
    Is,
    Names,
    NotConcluded,
    RuleCard,
    questions_in,
)
from engine.reading import cards_of, conclusions_of
from kb.articles import source
from kb.knowledge_base import KnowledgeBase
from kb.situation import MEASURES, QUESTIONS
from kb.vocabulary import Conclusion, Precedence, Tally
from kb.vocabulary.question import Answer

DONT_KNOW = "don't know"


def names() -> list[str]:
    """Return every name that can be told: of rules, of questions, and of what is concluded."""
    rules = (card.name for card in cards_of(KnowledgeBase))
    return sorted({*rules, *QUESTIONS, *(c.id() for c in conclusions_of(KnowledgeBase))})


def tell(name: str, width: int) -> str:
    """Tell the question or rule of this name, or all rules that conclude it; nothing for none."""
    if name in QUESTIONS:
        return describe_question(name, width)
    concluding = [
        card
        for card in cards_of(KnowledgeBase)
        if name == card.name or name in {c.id() for c in card.then}
    ]
    told = [describe(card, width) for card in concluding]
    if not told:
        companions = (c for c in conclusions_of(KnowledgeBase) if c.id() == name)
        told = [describe_companion(c, width) for c in companions]
    return "\n".join(told)


def describe(card: RuleCard, width: int) -> str:
    """Write one rule: when, then, why, and the rows with article and place."""
    lines = [card.name, "", "when", *(f"  {line}" for line in when(card.when)), "then"]
    for conclusion in card.then:
        lines.append(f"  {conclusion.id()}: {text(conclusion)}")
        lines += [f"    sets aside {each.id()}" for each in conclusion.sets_aside]
        if issubclass(conclusion, Precedence):
            lines += [f"    defers {path.id()}" for path in conclusion.defers]
    lines += ["why", f"  {card.why}", "rows", *(f"  {source(row)}" for row in card.rows)]
    return _wrapped(lines, width)


def describe_question(id: str, width: int) -> str:
    """Write one question, and the rules that read it, itself or by what is measured of it."""
    read = {id, *(measure.id for measure in MEASURES.values() if id in measure.of)}
    rules = (card.name for card in cards_of(KnowledgeBase) if read & {*questions_in(card.when)})
    lines = [id, "", "question", f"  {QUESTIONS[id].prompt}"]
    return _wrapped([*lines, "read by", *(f"  {rule}" for rule in rules)], width)


def describe_companion(conclusion: type[Conclusion], width: int) -> str:
    """Write what no rule decides: its text, what it comes with, and its rows."""
    lines = [conclusion.id(), "", "text", f"  {text(conclusion)}"]
    lines += [f"  * {line}" for line in conclusion.lines]
    if conclusion.why:
        lines += ["why", f"  {conclusion.why}"]
    lines += ["comes with", *(f"  {served.id()}" for served in conclusion.serves), "rows"]
    lines += [f"  {source(row)}" for row in conclusion.rows]
    return _wrapped(lines, width)


def _wrapped(lines: Iterable[str], width: int) -> str:
    """Wrap each line below its own indentation."""
    wrapped = []
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        wrapped += textwrap.wrap(line, width, subsequent_indent=indent) or [""]
    return "\n".join(wrapped) + "\n"


def list_rules(width: int) -> str:
    """Write every rule by name, with what it concludes and on which rows below it."""
    lines = []
    for card in cards_of(KnowledgeBase):
        then = f"{', '.join(c.id() for c in card.then)} [{', '.join(card.rows)}]"
        lines += [card.name, *textwrap.wrap(then, width, initial_indent="    ")]
    return "\n".join(lines) + "\n"


def text(conclusion: type[Conclusion]) -> str:
    """Return the text without a person: a number that is measured is written as N."""
    return re.sub(r"{\w+}", "N", conclusion.text())


def when(clause: Clause, joint: str = "") -> list[str]:
    """Write a condition as lines; alternatives are indented below `one of`."""
    match clause:
        case All(parts):
            first, *rest = parts
            lines = when(first, joint)
            return lines + [line for part in rest for line in when(part, "and ")]
        case AnyOf(parts):
            inner = [f"  {line}" for part in parts for line in _alternative(part)]
            return [f"{joint}one of", *inner]
        case _:
            return [f"{joint}{condition(clause)}"]


def _alternative(part: Clause) -> list[str]:
    first, *rest = when(part)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def condition(leaf: Clause) -> str:
    """Write one condition: the answer it asks for, or the conclusion it reads."""
    match leaf:
        case Is(question, values):
            return f"{_subject(question)} is {' or '.join(word(v) for v in values)}"
        case InRange(question, low, high):
            return f"{_subject(question)} is {_range(low, high)}"
        case Names(question, choice, present):
            return f"{_subject(question)} {'names' if present else 'does not name'} {choice}"
        case Given(question):
            return f"{_subject(question)} is answered"
        case Concluded(conclusion):
            return _finding(conclusion)
        case NotConcluded(conclusion):
            return f"not: {_finding(conclusion)}"
        case _:
            raise TypeError(f"not a single condition: {leaf!r}")


def _subject(id: str) -> str:
    measure = MEASURES.get(id)
    if measure is None:
        return id
    if isinstance(measure, Tally):
        return f"the number of yes to {', '.join(measure.of)}"
    return f"whether {measure.more} is at least {measure.times} times {measure.less}"


def word(value: Answer | None) -> str:
    """Write an answer as a person would say it."""
    if value is None:
        return "not answered"
    if isinstance(value, frozenset):
        return ", ".join(map(word, sorted(value))) or "none of them"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")


def _range(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def _finding(conclusion: type[Conclusion]) -> str:
    return conclusion.id()
