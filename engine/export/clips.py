"""A knowledge base as CLIPS constructs: stock CLIPS loads them, is given one fact, and advises.

The answers are one fact of the template `answers`; measures are worked out by rules of their own,
so that nothing else has to be asserted. What follows are facts `conclusion` and `fired`.
"""

import re
from collections.abc import Iterable, Mapping

from engine.answers import UNKNOWN
from engine.base import Base
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
    forks,
)
from kb.vocabulary import Measure, Question, Tally
from kb.vocabulary.question import Answer

_SYMBOL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")

_HEADING = f"""\
; {{name}}: {{rules}} rules.
; Load this file, (reset), assert one fact (answers ...) with a slot for each known answer, (run).
; A slot that is left out is {UNKNOWN}, which is neither yes nor no. What follows are facts
; (conclusion (id ...)), and for each rule that fired (fired (rule ...)).
; The salience of a rule is its stage: it reads answers and what earlier stages concluded.
"""


def constructs(base: Base) -> tuple[str, ...]:
    """Return the constructs of a base in the order in which CLIPS must meet them."""
    measured = max((card.stage for card in base.cards), default=0) + 1
    return (
        _answers(base.questions.values()),
        *_conclusions(base),
        *(_measuring(measure, measured) for measure in base.measures.values()),
        *(_rule(card, base) for card in base.cards),
    )


def as_clips(base: Base) -> str:
    """Write a base as CLIPS constructs."""
    heading = _HEADING.format(name=base.name, rules=len(base.cards))
    return "\n".join((heading, *(f"{construct}\n" for construct in constructs(base))))


def answers_fact(questions: Mapping[str, Question], answers: Mapping[str, Answer]) -> str:
    """Write the known answers of one person as the fact that the rules read.

    Measures may be among the answers; they are left out, since the rules work them out.
    """
    slots = (
        f" ({id} {_answer(answers[id], question.choices)})"
        for id, question in questions.items()
        if id in answers
    )
    return f"(answers{''.join(slots)})"


def word(text: str) -> str:
    """Write a word as a symbol, or in quotes where CLIPS would read something else."""
    # A choice that is called as the mark of no answer is kept apart from it by the quotes, too.
    if _SYMBOL.fullmatch(text) and text != UNKNOWN:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _answer(answer: Answer, choices: tuple[str, ...]) -> str:
    """Write an answer; the words of a list stand in the order of the choices."""
    if isinstance(answer, frozenset):
        return " ".join(word(choice) for choice in choices if choice in answer)
    return _value(answer)


def _value(value: bool | int | str) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case str():
            return word(value)


def _answers(questions: Iterable[Question]) -> str:
    return "\n".join(("(deftemplate answers", *map(_slot, questions))) + ")"


def _slot(question: Question) -> str:
    choices = " ".join(map(word, question.choices))
    match question.kind:
        case "yes/no":
            allowed = f"(slot {question.id} (type SYMBOL) (allowed-symbols {UNKNOWN} yes no)"
        case "choice":
            allowed = f"(slot {question.id} (type LEXEME) (allowed-values {UNKNOWN} {choices})"
        case "list":
            fewest = 0 if question.may_be_empty else 1
            allowed = (
                f"(multislot {question.id} (type LEXEME) (allowed-values {UNKNOWN} {choices})"
                f" (cardinality {fewest} {max(question.at_most, 1)})"
            )
        case _:
            allowed = (
                f"(slot {question.id} (type INTEGER SYMBOL) (allowed-symbols {UNKNOWN})"
                f" (range 0 {question.at_most})"
            )
    return f"  {allowed} (default {UNKNOWN}))"


def _conclusions(base: Base) -> Iterable[str]:
    """Yield the templates of what follows from the answers."""
    yield "(deftemplate measure (slot id (type LEXEME)) (slot value (type INTEGER SYMBOL)))"
    yield "(deftemplate conclusion (slot id (type LEXEME)))"
    yield "(deftemplate fired (slot rule (type LEXEME)))"


def _measuring(measure: Measure, salience: int) -> str:
    """Write the rule that works a measure out; with its hyphen it has the name of no other."""
    if isinstance(measure, Tally):
        slots = " ".join(f"({id} ?{id})" for id in measure.of)
        counted = " ".join(f"(if (eq ?{id} yes) then 1 else 0)" for id in measure.of)
        conditions, value = [f"(answers {slots})"], f"(+ 0 0 {counted})"
    else:
        more, less = (f"({id} ?{id}&:(integerp ?{id}))" for id in measure.of)
        conditions = [
            f"(answers {more} {less})",
            f"(test (< 0 (+ ?{measure.more} ?{measure.less})))",
        ]
        enough = f"(>= ?{measure.more} (* {measure.times} ?{measure.less}))"
        value = f"(if {enough} then yes else no)"
    return _defrule(
        f"measure-{measure.id}",
        "",
        salience,
        conditions,
        [f"(measure (id {word(measure.id)}) (value {value}))"],
    )


def _rule(card: RuleCard, base: Base) -> str:
    # `exists` makes a rule fire once where several alternatives hold, and not once for each.
    conditions = [
        f"(exists {_condition(part, base)})" if forks(part) else _condition(part, base)
        for part in (card.when.parts if isinstance(card.when, All) else (card.when,))
    ]
    asserted = [f"(conclusion (id {word(conclusion.id())}))" for conclusion in card.then]
    asserted.append(f"(fired (rule {word(card.name)}))")
    rows = f"; {', '.join(card.rows)}\n" if card.rows else ""
    return rows + _defrule(card.name, card.why, card.stage, conditions, asserted)


def _defrule(
    name: str, why: str, salience: int, conditions: Iterable[str], asserted: Iterable[str]
) -> str:
    reason = '"{}"'.format(" ".join(why.split()).replace("\\", "\\\\").replace('"', '\\"'))
    return (
        "\n".join(
            (
                f"(defrule {name}",
                *([f"  {reason}"] if why else []),
                f"  (declare (salience {salience}))",
                *(f"  {condition}" for condition in conditions),
                "  =>",
                *(f"  (assert {fact})" for fact in asserted),
            )
        )
        + ")"
    )


def _condition(clause: Clause, base: Base) -> str:
    """Write a clause as a conditional element; an answer that is unknown meets none."""

    def asks(id: str, constraint: str) -> str:
        if id in base.measures:
            return f"(measure (id {word(id)}) (value {constraint}))"
        return f"(answers ({id} {constraint}))"

    match clause:
        case Is(id, values):
            return asks(id, "|".join(map(_value, values)))
        case InRange(id, low, high):
            limits = f"{low} ?{id}" if high is None else f"{low} ?{id} {high}"
            return asks(id, f"?{id}&:(and (integerp ?{id}) (<= {limits}))")
        case Names(id, choice, True):
            return asks(id, f"$?{id}&:(member$ {word(choice)} ?{id})")
        case Names(id, choice, False):
            lacks = f"(not (or (member$ {UNKNOWN} ?{id}) (member$ {word(choice)} ?{id})))"
            return asks(id, f"$?{id}&:{lacks}")
        case Given(id) if id in base.questions and base.questions[id].kind == "list":
            return asks(id, f"$?{id}&:(not (member$ {UNKNOWN} ?{id}))")
        case Given(id):
            return asks(id, f"~{UNKNOWN}")
        case Concluded(conclusion):
            return f"(conclusion (id {word(conclusion.id())}))"
        case NotConcluded(conclusion):
            return f"(not (conclusion (id {word(conclusion.id())})))"
        case All(()):
            return "(test (eq 0 0))"
        case All(parts):
            return f"(and {' '.join(_condition(part, base) for part in parts)})"
        case AnyOf(()):
            return "(test (neq 0 0))"
        case AnyOf(parts):
            return f"(or {' '.join(_condition(part, base) for part in parts)})"
        case _:
            raise TypeError(f"not a clause: {clause!r}")
