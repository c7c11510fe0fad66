"""Why something was concluded: the rules that fired for it, and the answers behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.cards import Concluded, questions_in
from engine.inference import Firing, Inference
from kb.situation import MEASURES
from kb.vocabulary import Conclusion, Tally


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that fired, and the answers behind it, through earlier rules too."""

    rule: str
    why: str
    rows: tuple[str, ...]
    facts: Mapping[str, Any]


def reasons(conclusion: type[Conclusion], inference: Inference) -> tuple[Reason, ...]:
    """Return a reason for each rule that concluded this; none where no rule did."""
    return tuple(
        Reason(f.card.name, f.card.why, f.card.rows, _answers_behind(f, inference))
        for f in inference.concluded.get(conclusion, ())
    )


def _answers_behind(firing: Firing, inference: Inference) -> dict[str, Any]:
    """Return the answers that a firing rests on, its own and those behind its findings."""
    behind: dict[str, Any] = {}
    for leaf in firing.because:
        if isinstance(leaf, Concluded):
            for earlier in inference.concluded[leaf.conclusion]:
                behind |= _answers_behind(earlier, inference)
        for id in questions_in(leaf):
            behind |= answers_to(id, inference.facts)
    return behind


def answers_to(id: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer to a question, or the answers that a measure counted or compared."""
    measure = MEASURES.get(id)
    if measure is None:
        return {id: facts[id]}
    counted = (q for q in measure.of if not isinstance(measure, Tally) or facts.get(q) is True)
    return {question: facts[question] for question in counted}
