"""Where articles disagree: both voices with their rows, which prevails, and why."""

from dataclasses import dataclass

from engine.base import Kind, our_base
from engine.explain.person import Fact, Named, Person, Quote, quotes
from engine.explain.turning import turning
from engine.kernel.kernel import kernel
from engine.words import text, when
from kb.vocabulary import Contradiction, Path, Precedence


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two voices that clash, and how that is settled.

    `prevails` is the voice that counts or comes first: first, second, both (each is kept), or
    neither (two answers cannot both hold). `set_aside` gives way, and `deferred` comes afterwards:
    for a person what does so here, for the knowledge base whatever may.
    """

    id: str
    conflict: str
    text: str
    voices: tuple[tuple[Quote, ...], ...]
    prevails: str
    why: tuple[str, ...]
    set_aside: tuple[Named, ...]
    deferred: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A disagreement in the knowledge base: when it happens, and the fewest answers that do it.

    `conditions` are the lines of each rule that notices it.
    """

    disagreement: Disagreement
    conditions: tuple[tuple[str, tuple[str, ...]], ...]
    example: tuple[Fact, ...]


def disagreements(person: Person) -> tuple[Disagreement, ...]:
    """Return where articles, or the person's own answers, disagree for this person."""
    clashing = (k for k in person.items if issubclass(k, Contradiction | Precedence))
    return tuple(_for(person, kind) for kind in sorted(clashing, key=_by_number))


def clashes() -> tuple[Clash, ...]:
    """Return every clash of the knowledge base, by its number; those without a number last."""
    every = (*our_base().reached(Precedence), *our_base().reached(Contradiction))
    return tuple(_clash(kind) for kind in sorted(every, key=_by_number))


def _by_number(kind: Kind) -> tuple[bool, str, tuple[str, int]]:
    conflict: str = kind.conflict
    return not conflict, conflict, kind.definition


def _for(person: Person, kind: Kind) -> Disagreement:
    aside = (each for each in kind.sets_aside if person.assembly.concluded(each))
    deferred = (path for path in _defers(kind) if person.assembly.stands(path))
    firings = person.inference.concluded[kind]
    return _disagreement(
        kind,
        person.named(kind).text,
        tuple(dict.fromkeys(firing.card.why for firing in firings)),
        tuple(map(person.named, aside)),
        tuple(map(person.named, deferred)),
    )


def _clash(kind: Kind) -> Clash:
    cards = our_base().concluding[kind]
    disagreement = _disagreement(
        kind,
        text(kind),
        tuple(dict.fromkeys(card.why for card in cards)),
        tuple(Named(each.id(), text(each)) for each in kind.sets_aside),
        tuple(Named(each.id(), text(each)) for each in _defers(kind)),
    )
    conditions = tuple((card.name, tuple(when(card.when))) for card in cards)
    return Clash(disagreement, conditions, _example(kind))


def _example(kind: Kind) -> tuple[Fact, ...]:
    """Return the fewest answers of somebody to whom this is said."""
    told = kernel(gated=False).said[kind, "note"]
    sets = turning(Person({}), told, about=kind)
    somebody = Person({change.question: change.after for change in sets[0]} if sets else {})
    return tuple(somebody.fact(id) for id in somebody.answers)


def _disagreement(
    kind: Kind,
    said: str,
    why: tuple[str, ...],
    set_aside: tuple[Named, ...],
    deferred: tuple[Named, ...],
) -> Disagreement:
    sides = kind.sides or (kind.rows,)
    return Disagreement(
        id=kind.id(),
        conflict=kind.conflict,
        text=said,
        voices=tuple(map(quotes, sides)),
        prevails=getattr(kind, "prevails", "neither"),
        why=why,
        set_aside=set_aside,
        deferred=deferred,
    )


def _defers(kind: Kind) -> tuple[type[Path], ...]:
    return kind.defers if issubclass(kind, Precedence) else ()
