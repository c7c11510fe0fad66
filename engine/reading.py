"""The only place that looks inside an Experta rule: rules become cards, the rest is refused."""

import difflib
import functools
from collections.abc import Iterator
from typing import Any

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
)
from engine.unreadable import UnreadableRuleError
from kb.shell import AND, NOT, OR, KnowledgeEngine, Rule, W
from kb.situation import MEASURES, QUESTIONS
from kb.vocabulary import Between, Conclusion, Includes, OneOf, Path, Situation, Tally
from kb.vocabulary.pattern import fields


@functools.cache
def cards_of(knowledge_base: Any) -> tuple[RuleCard, ...]:
    """Read every rule of an engine class, in the order of definition.

    Raises UnreadableRuleError for a rule that cannot be read exactly, reads a conclusion of its
    own or a later stage, or hides another rule or an attribute of the engine by its name.
    """
    if len(knowledge_base.__bases__) == 1 and not _has_rules_of_its_own(knowledge_base):
        return cards_of(knowledge_base.__base__)
    rules: dict[str, Any] = {}
    for base in reversed(knowledge_base.__mro__):
        for name, member in vars(base).items():
            if isinstance(member, Rule):
                if name in rules or hasattr(KnowledgeEngine, name):
                    taken = f"{name}: the name is taken, a rule would be lost"
                    raise UnreadableRuleError(f"{member.source}: {taken}")
                rules[name] = member
    # By module first, so that the order does not depend on what was imported first.
    ordered = sorted(rules.items(), key=lambda item: (item[1].__module__, _definition(item[1])))
    return tuple(_card(name, rule, place) for place, (name, rule) in enumerate(ordered))


def _has_rules_of_its_own(knowledge_base: Any) -> bool:
    return any(isinstance(member, Rule) for member in vars(knowledge_base).values())


@functools.cache
def rules_of(knowledge_base: Any) -> dict[str, Any]:
    """Return the Experta rules by name, unbound: looking them up on an engine would bind them."""
    names = {card.name for card in cards_of(knowledge_base)}
    return {
        name: member
        for base in knowledge_base.__mro__
        for name, member in vars(base).items()
        if name in names
    }


@functools.cache
def conclusions_of(knowledge_base: Any) -> tuple[type[Conclusion], ...]:
    """Return every conclusion with a text that the base knows, in the order of definition.

    That is what its rules reach, the steps of its paths, and all that comes along with these.
    """
    known = {conclusion for card in cards_of(knowledge_base) for conclusion in card.then}
    known |= {step for path in known if issubclass(path, Path) for step in path.steps}
    serving = [conclusion for conclusion in _below(Conclusion) if conclusion.serves]
    while more := {c for c in serving if c not in known and not known.isdisjoint(c.serves)}:
        known |= more
    return tuple(sorted(known, key=lambda c: c.definition))


@functools.cache
def unreached_of(knowledge_base: Any) -> tuple[type[Conclusion], ...]:
    """Return what is written in the modules of its conclusions, and nothing in the base reaches."""
    known = conclusions_of(knowledge_base)
    modules = {conclusion.__module__ for conclusion in known}
    written = (each for each in _below(Conclusion) if each.__module__ in modules)
    left = {conclusion for conclusion in written if conclusion not in known}
    return tuple(sorted(left, key=lambda conclusion: conclusion.definition))


def _below(parent: type[Conclusion]) -> Iterator[type[Conclusion]]:
    for child in parent.__subclasses__():
        yield child
        yield from _below(child)


def _definition(rule: Any) -> int:
    return getattr(rule, "place", 0)


def _card(name: str, rule: Any, place: int) -> RuleCard:
    then = getattr(rule, "then", None)
    if not then:
        raise UnreadableRuleError(f"{name}: its right side is not made by `concludes`")
    try:
        return _read_card(name, rule, then, place)
    except UnreadableRuleError as error:
        raise UnreadableRuleError(f"{rule.source}: {error}") from error


def _read_card(name: str, rule: Any, then: tuple[type[Conclusion], ...], place: int) -> RuleCard:
    for conclusion in then:
        if not (isinstance(conclusion, type) and issubclass(conclusion, Conclusion)):
            raise UnreadableRuleError(f"{name}: {conclusion!r} is not the class of a conclusion")
    card = RuleCard(
        name=name,
        why=rule.why,
        when=_all(_clause(name, part) for part in rule),
        then=then,
        rows=rule.rows,
        stage=rule.salience,
        place=place,
        source=rule.source,
    )
    for conclusion in then:
        if conclusion.stage != card.stage:
            raise UnreadableRuleError(
                f"{name}: salience {card.stage} is not the stage of {conclusion.id()}"
            )
    for conclusion in card.reads:
        if conclusion.stage <= card.stage:
            raise UnreadableRuleError(
                f"{name}: reads {conclusion.id()}, which is not of an earlier stage"
            )
    return card


def read_condition(place: str, condition: Any) -> Clause:
    """Read a condition that stands outside a rule, such as a gate; `place` names it in errors."""
    return _clause(place, condition)


def _all(parts: Any) -> Clause:
    flat: list[Clause] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else (part,))
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def _clause(name: str, part: Any) -> Clause:
    if isinstance(part, Situation):
        if not fields(part):
            raise UnreadableRuleError(f"{name}: Situation() asks for nothing")
        return _all(_answer(name, field, value) for field, value in fields(part).items())
    if isinstance(part, Conclusion):
        if fields(part):
            raise UnreadableRuleError(f"{name}: a conclusion has no fields: {part!r}")
        return Concluded(type(part))
    if isinstance(part, NOT):
        if len(part) != 1 or not isinstance(part[0], Conclusion):
            raise UnreadableRuleError(f"{name}: NOT is for one conclusion, not for {part!r}")
        return NotConcluded(type(part[0]))
    if isinstance(part, AND):
        return _all(_clause(name, each) for each in part)
    if isinstance(part, OR):
        return AnyOf(tuple(_clause(name, each) for each in part))
    raise UnreadableRuleError(f"{name}: cannot be read exactly: {part!r}")


def _answer(name: str, field: str, value: Any) -> Clause:
    question, measure = QUESTIONS.get(field), MEASURES.get(field)
    if question is None and measure is None:
        near = difflib.get_close_matches(field, [*QUESTIONS, *MEASURES], 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UnreadableRuleError(f"{name}: no question is called {field}{hint}")
    if question is None:
        kind = "count" if isinstance(measure, Tally) else "yes/no"
    else:
        kind = question.kind
    choices = question.choices if question else ()
    clause: Clause | None = None
    if isinstance(value, W) and question is not None:
        clause = Given(field)
    elif kind == "yes/no" and isinstance(value, bool):
        clause = Is(field, (value,))
    elif kind in ("count", "weeks") and isinstance(value, Between):
        clause = InRange(field, value.low, value.high)
    elif kind in ("count", "weeks") and isinstance(value, int) and not isinstance(value, bool):
        clause = InRange(field, int(value), int(value))
    elif kind == "choice" and isinstance(value, str) and value in choices:
        clause = Is(field, (value,))
    elif kind == "choice" and isinstance(value, OneOf) and set(value.options) <= set(choices):
        clause = Is(field, value.options)
    elif kind == "list" and isinstance(value, Includes) and value.option in choices:
        clause = Names(field, value.option, value.present)
    if clause is None:
        raise UnreadableRuleError(
            f"{name}: {value!r} is no answer to {field}, a {kind}{_choices(value, choices)}"
        )
    return clause


def _choices(value: Any, choices: tuple[str, ...]) -> str:
    """Say which choices there are, if any, and which of them is spelt most like what was found."""
    if not choices:
        return ""
    found = getattr(value, "options", None) or (getattr(value, "option", value),)
    wrong = (str(option) for option in found if option not in choices)
    near = difflib.get_close_matches(next(wrong, ""), choices, 1)
    return f"; allowed: {', '.join(choices)}" + (f"; did you mean {near[0]}?" if near else "")
