"""What it takes to turn an advice: the smallest sets of changes, in a person's words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.base import Kind, our_base
from engine.explain.person import Person, prompt, whens_given
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
    person: Person, target: Diagram, *, about: Kind, yours: bool = False, possible: bool = False
) -> tuple[tuple[Change, ...], ...]:
    """Return the smallest sets of changes after which a person belongs to the target.

    Answers that cannot both hold are no way to turn anything, so no set makes a new contradiction,
    unless it is that contradiction which the target is `about`. Of sets of one size, those come
    alone whose questions apply to the person then, if there are any. What follows from elsewhere
    is known, and no change, as soon as its question applies.
    """
    compiled = kernel(gated=False)
    target = target & _no_new_contradiction(compiled, person, about)

    def fewest(diagram: Diagram, known: Mapping[str, Answer]) -> tuple[Changed, ...]:
        return fewest_changes(
            compiled.space, diagram, known, yours=yours, possible=possible, most=MOST_SETS
        )

    def smallest(known: Mapping[str, Answer]) -> tuple[Changed, ...]:
        found = fewest(target, known)
        if not found:
            return ()
        fitting = fewest(target & _only_what_applies(compiled, known, target), known)
        return fitting if fitting and len(fitting[0]) == len(found[0]) else found

    sets = smallest({**person.following, **person.answers})
    if person.following:
        # What follows counts only where its question applies then; elsewhere it is of no use.
        holding = (each for each in sets if _brings(compiled, person, each, target))
        sets = tuple(holding) or smallest(person.answers)
    return tuple(_in_words(person, changed) for changed in sets)


def bringing(
    person: Person, conclusion: Kind, *, yours: bool = False, possible: bool = False
) -> tuple[str | None, tuple[tuple[Change, ...], ...]]:
    """Return the smallest sets of changes that bring something, and when it is said after them.

    To be told at once is worth more than to be told afterwards, however much more it takes.
    """
    said = kernel(gated=False).said
    for when in whens_given(conclusion):
        if (conclusion, when) in said:
            target = said[conclusion, when]
            sets = turning(person, target, about=conclusion, yours=yours, possible=possible)
            if sets:
                return when, sets
    return None, ()


def _brings(compiled: Kernel, person: Person, changed: Changed, target: Diagram) -> bool:
    after = person.changed(changed).answers
    read = compiled.space.questions_of(target.support)
    decided = compiled.space.assignments({id: after.get(id) for id in read})
    return compiled.space.restrict(target, decided) == compiled.space.true


def _no_new_contradiction(compiled: Kernel, person: Person, about: Kind) -> Diagram:
    old = (*person.inference.concluded, about)
    new = (c for c in our_base().reached(Contradiction) if c not in old)
    return compiled.space.logic.every(~compiled.concluded(c) for c in new)


def _only_what_applies(compiled: Kernel, known: Mapping[str, Answer], target: Diagram) -> Diagram:
    """Return the people whose answers differ only where the question applies to them."""
    space = compiled.space
    may_differ = space.questions_of(target.support)

    def parts() -> Iterable[Diagram]:
        for question, gate, unless in gates():
            if question.id in may_differ and (gate or unless):
                applies = space.logic.opens(gate, unless, space.condition)
                as_it_is = space.assignment(question.id, known.get(question.id))
                yield applies | space.diagrams.cube(as_it_is)

    return space.logic.every(parts())


def _in_words(person: Person, changed: Changed) -> tuple[Change, ...]:
    return tuple(
        Change(
            id,
            prompt(id),
            person.answers.get(id),
            answer,
            person.word(id),
            word(answer),
        )
        for id, answer in changed.items()
    )
