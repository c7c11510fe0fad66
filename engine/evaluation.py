"""Plain evaluation of clauses and cards, without Experta: what a rule says, taken literally."""

from collections.abc import Collection, Iterable, Mapping
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
from kb.vocabulary import Conclusion

Facts = Mapping[str, Any]
Conclusions = Collection[type[Conclusion]]


def holds(clause: Clause, facts: Facts, concluded: Conclusions) -> bool:
    """Tell whether a clause holds for answers and measures by id, given what is concluded.

    A question that is not in `facts` is unknown: no condition on it holds, whether yes or no.
    """
    match clause:
        case Is(question, values):
            answer = facts.get(question)
            # 1 == True in Python, not here.
            return any(answer == v and type(answer) is type(v) for v in values)
        case InRange(question, low, high):
            number = facts.get(question)
            return number is not None and low <= number and (high is None or number <= high)
        case Names(question, choice, present):
            chosen = facts.get(question)
            return chosen is not None and (choice in chosen) is present
        case Given(question):
            return question in facts
        case Concluded(conclusion):
            return conclusion in concluded
        case NotConcluded(conclusion):
            return conclusion not in concluded
        case All(parts):
            return all(holds(part, facts, concluded) for part in parts)
        case AnyOf(parts):
            return any(holds(part, facts, concluded) for part in parts)


def support(clause: Clause, facts: Facts, concluded: Conclusions) -> tuple[Clause, ...]:
    """Return the conditions that make a clause hold; of an OR, those of every branch that does."""
    match clause:
        case All(parts):
            return tuple(leaf for part in parts for leaf in support(part, facts, concluded))
        case AnyOf(parts):
            return tuple(
                leaf
                for part in parts
                if holds(part, facts, concluded)
                for leaf in support(part, facts, concluded)
            )
        case _:
            return (clause,)


def evaluate(cards: Iterable[RuleCard], facts: Facts) -> tuple[RuleCard, ...]:
    """Return the cards that fire for these answers and measures, stage by stage.

    A card reads conclusions of earlier stages only, so one pass over the stages is enough.
    """
    concluded: set[type[Conclusion]] = set()
    fired = []
    for card in sorted(cards, key=lambda card: -card.stage):
        if holds(card.when, facts, concluded):
            fired.append(card)
            concluded.update(card.then)
    return tuple(fired)
