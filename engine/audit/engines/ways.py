"""Different ways from the answers of one person to what follows, each with an engine of its own."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from engine.audit.engines.people import facts_of
from engine.audit.engines.solver import Prover
from engine.base import Base, our_base
from engine.cards import RuleCard
from engine.evaluation import evaluate
from engine.export.clips import answers_fact, constructs
from engine.extras import required
from engine.inference import infer
from engine.kernel.kernel import Kernel, space_of
from kb.vocabulary.question import Answer

PEOPLE_AN_ENVIRONMENT = 500
"""After how many people CLIPS starts afresh, since it never gives back all that it has taken."""

_LISTS = (("concluded", "conclusion", "id"), ("firings", "fired", "rule"))


class Outcome(NamedTuple):
    """What follows for one person: the names of the rules that fired, and ids of conclusions."""

    rules: frozenset[str]
    conclusions: frozenset[str]


Way = Callable[[Mapping[str, Answer]], Outcome]


def ways(base: Base) -> dict[str, Way]:
    """Return the ways by name; Experta runs our base only.

    Raises ScenarioError where z3 or CLIPS is not installed.
    """
    experta = {"experta": by_experta} if base is our_base() else {}
    return experta | {
        "cards": by_cards(base),
        "clips": by_clips(base),
        "z3": by_solver(base),
        "diagrams": by_diagrams(base),
    }


def by_experta(answers: Mapping[str, Answer]) -> Outcome:
    """Run our base on Experta."""
    found = infer(answers)
    return Outcome(
        frozenset(firing.card.name for firing in found.firings),
        frozenset(conclusion.id() for conclusion in found.concluded),
    )


def by_cards(
    base: Base,
    evaluation: Callable[[Iterable[RuleCard], Mapping[str, Any]], Iterable[RuleCard]] = evaluate,
) -> Way:
    """Evaluate the cards of a base as they stand."""

    def way(answers: Mapping[str, Answer]) -> Outcome:
        fired = tuple(evaluation(base.cards, facts_of(base, answers)))
        return Outcome(
            frozenset(card.name for card in fired),
            frozenset(conclusion.id() for card in fired for conclusion in card.then),
        )

    return way


def by_solver(base: Base) -> Way:
    """Have z3 find the model of a person. Raises ScenarioError where it is not installed."""
    prover = Prover(base)
    rules = [prover.judge(card.when) for card in base.cards]
    concluded = [prover.concluded(conclusion) for conclusion in base.concluding]
    holding = prover.holding((*rules, *concluded))
    return lambda answers: _picked(base, holding(answers))


def by_diagrams(base: Base) -> Way:
    """Look a person up in the decision diagrams of the kernel."""
    space = space_of(base, gated=False)
    kernel = Kernel(space, base)
    rules = [kernel.assembly.judge(card.when) for card in base.cards]
    diagrams = (*rules, *map(kernel.concluded, base.concluding))

    def way(answers: Mapping[str, Answer]) -> Outcome:
        person = space.diagrams.cube(space.client(answers))
        return _picked(base, [person & diagram == person for diagram in diagrams])

    return way


def by_clips(base: Base, people_an_environment: int = PEOPLE_AN_ENVIRONMENT) -> Way:
    """Run the exported base on CLIPS. Raises ScenarioError where clipspy is not installed."""
    clips = required("clips", "clipspy", "audit")
    text = constructs(base)
    environment: Any = None
    served = 0

    def way(answers: Mapping[str, Answer]) -> Outcome:
        nonlocal environment, served
        if served % people_an_environment == 0:
            environment = _loaded(clips.Environment(), text)
        served += 1
        environment.reset()
        # clipspy keeps each fact that Python has seen, so it is shown none, here and below.
        environment.eval(f"(progn (assert {answers_fact(base.questions, answers)}) TRUE)")
        environment.run()
        concluded, fired = (frozenset(map(str, environment.eval(f"({n})"))) for n, *_ in _LISTS)
        return Outcome(fired, concluded)

    return way


def _loaded(environment: Any, text: Iterable[str]) -> Any:
    """Give an environment the constructs, and functions that list what follows."""
    for construct in text:
        environment.build(construct)
    for name, template, slot in _LISTS:
        environment.build(
            f"(deffunction {name} () (bind ?all (create$))"
            f" (do-for-all-facts ((?each {template})) TRUE"
            f" (bind ?all (create$ ?all ?each:{slot}))) ?all)"
        )
    return environment


def _picked(base: Base, truths: Iterable[bool]) -> Outcome:
    """Return the rules and conclusions of a base whose truths, in this order, hold."""
    truths = tuple(truths)
    rules, concluded = truths[: len(base.cards)], truths[len(base.cards) :]
    return Outcome(
        frozenset(card.name for card, fires in zip(base.cards, rules, strict=True) if fires),
        frozenset(c.id() for c, holds in zip(base.concluding, concluded, strict=True) if holds),
    )
