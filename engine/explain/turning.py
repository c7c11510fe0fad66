"""What it takes to turn an advice: the smallest sets of changes, in a person's words."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.base import Kind, our_base
from engine.explain.person import Person, prompt
from engine.gates import gates
from engine.kernel.changes import Changed, fewest_changes
from engine.kernel.diagrams import Diagram
from engine.kernel.kernel import Kernel, kernel
from engine.words import word
from kb.vocabulary import Contradiction
from kb.vocabulary.question import Answer

MOST_SETS = 5


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would have to be another one, each as data and in words."""

    question: str
    prompt: str
    before: Answer | None
    after: Answer
    before_words: str
    after_words: str


def turning(
    person: Person, target: Diagram, *, about: Kind, yours: bool = False
) -> tuple[tuple[Change, ...], ...]:
    """Return the smallest sets of changes after which a person belongs to the target.

    Answers that cannot both hold are no way to turn anything, so no set makes a new contradiction,
    unless it is that contradiction which the target is `about`. Of sets of one size, those come
    alone whose questions apply to the person then, if there are any.
    """
    compiled = kernel(gated=False)
    target = target & _no_new_contradiction(compiled, person, about)

    def fewest(diagram: Diagram) -> tuple[Changed, ...]:
        return fewest_changes(compiled.space, diagram, person.answers, yours=yours, most=MOST_SETS)

    smallest = fewest(target)
    if not smallest:
        return ()
    fitting = fewest(target & _only_what_applies(compiled, person, target))
    if fitting and len(fitting[0]) == len(smallest[0]):
        smallest = fitting
    return tuple(_in_words(person, changed) for changed in smallest)


def _no_new_contradiction(compiled: Kernel, person: Person, about: Kind) -> Diagram:
    old = (*person.inference.concluded, about)
    new = (c for c in our_base().reached(Contradiction) if c not in old)
    return compiled.space.logic.every(~compiled.concluded(c) for c in new)


def _only_what_applies(compiled: Kernel, person: Person, target: Diagram) -> Diagram:
    """Return the people whose answers differ only where the question applies to them."""
    space = compiled.space
    may_differ = space.questions_of(target.support)

    def parts() -> Iterable[Diagram]:
        for question, gate, unless in gates():
            if question.id in may_differ and (gate or unless):
                applies = space.logic.opens(gate, unless, space.condition)
                as_it_is = space.assignment(question.id, person.answers.get(question.id))
                yield applies | space.diagrams.cube(as_it_is)

    return space.logic.every(parts())


def _in_words(person: Person, changed: Changed) -> tuple[Change, ...]:
    return tuple(
        Change(
            id,
            prompt(id),
            person.answers.get(id),
            answer,
            word(person.answers.get(id)),
            word(answer),
        )
        for id, answer in changed.items()
    )
