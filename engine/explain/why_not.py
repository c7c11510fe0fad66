"""Why something is not given: who set it aside, and the fewest answers that kept it away."""

from dataclasses import dataclass

from engine.base import Kind, our_base
from engine.cards import Clause, RuleCard, leaves
from engine.evaluation import holds
from engine.explain.person import Named, Person, Quote, advice_called, quotes
from engine.explain.turning import Change, bringing
from engine.words import condition
from kb.articles import source


@dataclass(frozen=True, slots=True)
class Setter:
    """What set something aside: the text, the reasons of its rules, and its rows."""

    id: str
    text: str
    why: tuple[str, ...]
    rows: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A rule that could have concluded it: the conditions that held, and those that did not."""

    rule: str
    rows: tuple[str, ...]
    held: tuple[str, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why something is not given to a person.

    `changes` are the smallest sets of other answers with which it would be given, whoever could
    change them: at once if there are any, or else at another time; `then` is that time. None, if
    no answers lead to it from here. Unless they are `possible`, they take back what is done, or
    are what nobody sets out for. `attempts` are the rules for it.
    """

    advice: Named
    set_aside_by: tuple[Setter, ...]
    changes: tuple[tuple[Change, ...], ...]
    then: str | None
    possible: bool
    attempts: tuple[Attempt, ...]


def why_not(person: Person, id: str) -> WhyNot | None:
    """Explain what is not given to a person, by its id; None where it is given.

    Raises RequestError for an id that is none.
    """
    conclusion = advice_called(id)
    if person.is_given(conclusion):
        return None
    concluding = our_base().concluding
    then, changes, possible = _sets(person, conclusion)
    return WhyNot(
        advice=person.named(conclusion),
        set_aside_by=_set_aside_by(person, conclusion),
        changes=changes,
        then=then,
        possible=possible,
        attempts=tuple(_attempt(person, card) for card in concluding.get(conclusion, ())),
    )


def _sets(
    person: Person, conclusion: Kind
) -> tuple[str | None, tuple[tuple[Change, ...], ...], bool]:
    """Return when it would be given, with which sets of answers, and whether they can come about.

    What cannot come about is only told where nothing else leads to it.
    """
    for possible in (True, False):
        then, sets = bringing(person, conclusion, possible=possible)
        if sets:
            return then, sets, possible
    return None, (), True


def _set_aside_by(person: Person, conclusion: Kind) -> tuple[Setter, ...]:
    """Name what prevails over a conclusion that a rule reached, or that no rule has to reach."""
    if conclusion in our_base().concluding and conclusion not in person.inference.concluded:
        return ()
    return tuple(
        Setter(
            cause.id(),
            person.named(cause).text,
            tuple(dict.fromkeys(f.card.why for f in person.inference.concluded[cause])),
            quotes(cause.rows),
        )
        for cause in our_base().causes(conclusion)
        if person.assembly.prevails(cause)
    )


def _attempt(person: Person, card: RuleCard) -> Attempt:
    facts, concluded = person.inference.facts, person.inference.concluded

    def in_words(parts: list[Clause]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(condition, parts)))

    parts = leaves(card.when)
    held = [leaf for leaf in parts if holds(leaf, facts, concluded)]
    failed = [leaf for leaf in parts if leaf not in held]
    return Attempt(card.name, tuple(map(source, card.rows)), in_words(held), in_words(failed))
