"""What a reader asks about one person, answered in one go."""

from dataclasses import dataclass

from engine.explain.disagreements import Disagreement, disagreements
from engine.explain.person import Named, Person, advice_called, person_of
from engine.explain.what_if import WhatIf, what_if
from engine.explain.what_would_change import WouldChange, turning_points, what_would_change
from engine.explain.why import Why, why
from engine.explain.why_not import WhyNot, why_not
from engine.scenarios import Scenario


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, by the ids of advice; `what_if` are changes such as `has_boss=no`.

    An empty id in `what_would_change` stands for the verdict and the first step. Where nothing is
    asked for, the verdict and what to do now are explained, and the disagreements.
    """

    why: tuple[str, ...] = ()
    why_not: tuple[str, ...] = ()
    what_if: tuple[str, ...] = ()
    what_would_change: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in particular is asked for."""
        return not (self.why or self.why_not or self.what_if or self.what_would_change)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is given, or why it is not: what was `asked`, and the one that fits."""

    asked: str
    advice: Named
    why: Why | None
    why_not: WhyNot | None


@dataclass(frozen=True, slots=True)
class Explained:
    """The answers to a request, each where it was asked for."""

    name: str
    reasons: tuple[Reason, ...]
    what_if: WhatIf | None
    what_would_change: tuple[WouldChange, ...] | None
    disagreements: tuple[Disagreement, ...] | None


def explain(scenario: Scenario, request: Request) -> Explained:
    """Answer what is asked about the person of a scenario.

    Raises RequestError for ids, questions and answers that are none.
    """
    person = person_of(scenario)
    asked = [*(("why", id) for id in request.why), *(("why not", id) for id in request.why_not)]
    if request.is_empty:
        asked = [("why", id) for id in _worth_explaining(person)]
    points = dict.fromkeys(
        point
        for id in request.what_would_change
        for point in ((id,) if id else turning_points(person))
    )
    return Explained(
        name=scenario.name,
        reasons=tuple(_reason(person, *each) for each in dict.fromkeys(asked)),
        what_if=what_if(person, request.what_if) if request.what_if else None,
        what_would_change=(
            tuple(what_would_change(person, id) for id in points)
            if request.what_would_change
            else None
        ),
        disagreements=disagreements(person) if request.is_empty else None,
    )


def _reason(person: Person, asked: str, id: str) -> Reason:
    advice = person.named(advice_called(id))
    return Reason(asked, advice, why(person, id), why_not(person, id))


def _worth_explaining(person: Person) -> tuple[str, ...]:
    """Return the open paths, and what to do now."""
    now = (item.id for item in person.consultation.at("now"))
    return tuple(dict.fromkeys((*turning_points(person), *now)))
