"""Why something was concluded: the rules that fired for it, and the answers behind them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from engine.inference import Inference
from engine.matching import Firing
from kb.situation import MEASURES
from kb.vocabulary import Conclusion, Tally


class Reason(NamedTuple):
    """A rule that fired, and the answers behind it, through earlier rules too."""

    rule: str
    why: str
    rows: tuple[str, ...]
    facts: Mapping[str, Any]


def reasons(conclusion: type[Conclusion], inference: Inference) -> tuple[Reason, ...]:
    """Return a reason for each rule that concluded this; none where no rule did."""
    known, firings = inference.reasons, inference.concluded.get(conclusion, ())
    return tuple([known.get(f.card.name) or _reason(f, inference) for f in firings])


def _reason(firing: Firing, inference: Inference) -> Reason:
    """Work out the reason that a firing is, and keep it for all that rests on it."""
    card = firing.card
    reason = Reason(card.name, card.why, card.rows, _answers_behind(firing, inference))
    inference.reasons[card.name] = reason
    return reason


def _answers_behind(firing: Firing, inference: Inference) -> dict[str, Any]:
    """Return the answers that a firing rests on, its own and those behind its findings."""
    behind: dict[str, Any] = {}
    for ground in firing.grounds:
        if isinstance(ground, str):
            behind |= answers_to(ground, inference.facts)
        else:
            for reason in reasons(ground, inference):
                behind |= reason.facts
    return behind


def answers_to(id: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer to a question, or the answers that a measure counted or compared."""
    measure = MEASURES.get(id)
    if measure is None:
        return {id: facts[id]}
    counted = (q for q in measure.of if not isinstance(measure, Tally) or facts.get(q) is True)
    return {question: facts[question] for question in counted}
