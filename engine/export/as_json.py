"""A knowledge base written as JSON, so that another version can be compared with it."""

import json
from typing import Any

from engine.base import Base, Kind, settled_by
from engine.cards import Clause, RuleCard, conclusions_in
from engine.export.clauses import Data, clause_data
from kb.vocabulary import Conclusion, Measure, Question, Step, Tally
from kb.vocabulary import conclusion as vocabulary

FORMAT = 1
"""The number of the format; it rises when a key changes its meaning."""

MOST_COLUMNS = 100

KINDS: dict[str, Kind] = {
    kind.id(): kind
    for kind in vars(vocabulary).values()
    if isinstance(kind, type) and issubclass(kind, Conclusion) and hasattr(kind, "kind")
}
"""The kinds of conclusions by id; each conclusion is of exactly one of them."""

TEXTS = ("why", "conflict", "gate")
ALWAYS = ("level", "prevails")
NAMING = ("serves", "sets_aside", "steps", "defers")


def write(base: Base) -> str:
    """Return a base as the text of a JSON document, the same for every run."""
    return _laid_out(base_data(base)) + "\n"


def _laid_out(value: Any, indent: str = "") -> str:
    """Write a value on one line if it fits, and otherwise a part a line."""
    # Plain ASCII comes through any terminal and any redirection unharmed.
    flat = json.dumps(value)
    if not isinstance(value, dict | list) or len(indent + flat) < MOST_COLUMNS:
        return flat
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_laid_out(part, inner)}" for key, part in value.items()]
    else:
        parts = [_laid_out(part, inner) for part in value]
    left, right = "{}" if isinstance(value, dict) else "[]"
    return f"{left}\n{inner}" + f",\n{inner}".join(parts) + f"\n{indent}{right}"


def base_data(base: Base) -> Data:
    """Return a base as data. Raises ValueError where two conclusions have one id."""
    every = mentioned(base)
    if len({conclusion.id() for conclusion in every}) < len(every):
        raise ValueError(f"{base.name}: two conclusions have the same id")
    known = frozenset(base.conclusions)
    return {
        "format": FORMAT,
        "name": base.name,
        "version": base.version,
        "advises": base.advises,
        "questions": [_question(base, question) for question in base.questions.values()],
        "measures": [_measure(measure) for measure in base.measures.values()],
        "conclusions": [_conclusion(c) | _unless(c in known, known=False) for c in every],
        "rules": [_rule(card) for card in base.cards],
    }


def mentioned(base: Base) -> tuple[Kind, ...]:
    """Return all conclusions of a base, and those that are only named by its rules or by others."""
    found = set(base.conclusions)
    found |= {c for card in base.cards for c in (*card.then, *card.reads)}
    left = list(found)
    while left:
        new = _named_by(left.pop()) - found
        found |= new
        left += new
    return tuple(sorted(found, key=lambda conclusion: conclusion.definition))


def _named_by(conclusion: Any) -> set[Kind]:
    named = {each for key in NAMING for each in getattr(conclusion, key, ())}
    settled = _settled_by(conclusion)
    return named | set(conclusions_in(settled) if settled else ())


def _settled_by(conclusion: Any) -> Clause | None:
    return settled_by(conclusion) if issubclass(conclusion, Step) else None


def _question(base: Base, question: Question) -> Data:
    gate, unless = base.gates.get(question.id, (None, None))
    return _filled(
        id=question.id,
        prompt=question.prompt,
        kind=question.kind,
        changed_by=question.changed_by,
        gate=gate and clause_data(gate),
        unless=unless and clause_data(unless),
        choices=list(question.choices),
        at_most=question.at_most,
        rows=list(question.rows),
        lasting=list(question.lasting),
        unwanted=list(question.unwanted),
    )


def _measure(measure: Measure) -> Data:
    if isinstance(measure, Tally):
        return {"id": measure.id, "tally": list(measure.of)}
    return {
        "id": measure.id,
        "more": measure.more,
        "less": measure.less,
        "times": measure.times,
    }


def _conclusion(conclusion: Any) -> Data:
    settled = _settled_by(conclusion)
    return (
        {
            "id": conclusion.id(),
            "class": next(kind.id() for kind in conclusion.__mro__ if kind in KINDS.values()),
            "stage": conclusion.stage,
            "when": conclusion.when,
            "kind": conclusion.kind,
            "text": conclusion.text(),
        }
        | _filled(**{key: getattr(conclusion, key, "") for key in TEXTS})
        | _filled(rows=list(conclusion.rows), lines=list(conclusion.lines))
        | {key: getattr(conclusion, key) for key in ALWAYS if hasattr(conclusion, key)}
        | _filled(
            sides=[list(side) for side in getattr(conclusion, "sides", ())],
            **{key: [each.id() for each in getattr(conclusion, key, ())] for key in NAMING},
            settled_by=settled and clause_data(settled),
        )
        | _unless(conclusion.told, told=False)
    )


def _rule(card: RuleCard) -> Data:
    return {
        "name": card.name,
        "why": card.why,
        "when": clause_data(card.when),
        "then": [conclusion.id() for conclusion in card.then],
        "rows": list(card.rows),
        "stage": card.stage,
        "place": card.place,
    }


def _filled(**values: Any) -> Data:
    """Return the values that are not empty: what is empty is not written."""
    return {key: value for key, value in values.items() if value not in ("", [], None, 0)}


def _unless(usual: bool, **values: Any) -> Data:
    return {} if usual else values
