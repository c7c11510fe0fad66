"""Why something is said: the chain from the answers through the findings to the advice."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.base import COMPANIONS, Kind
from engine.cards import Concluded, NotConcluded, questions_in
from engine.explain.person import Fact, Named, Person, advice_called
from engine.explanation import answers_to
from engine.matching import Firing
from engine.words import text
from kb.articles import source
from kb.vocabulary import Step


@dataclass(frozen=True, slots=True)
class Link:
    """A rule that led here: its reason, its rows with article and place, and what it rests on.

    `facts` are the answers it reads itself, `findings` what earlier rules concluded, and `absent`
    what it needs not to be concluded.
    """

    rule: str
    why: str
    rows: tuple[str, ...]
    facts: tuple[Fact, ...]
    findings: tuple["Chain", ...]
    absent: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Something that is said or concluded, with the rules that led to it.

    What no rule decides has no links: it comes with something else, or as a later step of it.
    `why` is its own reason, and `comes_with` is what it belongs to.
    """

    id: str
    text: str
    when: str | None
    why: str
    rows: tuple[str, ...]
    links: tuple[Link, ...]
    comes_with: tuple["Chain", ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is said: the chain, and every answer in it once.

    Of `facts`, those marked as needed carry it alone: without one of them it is no longer said at
    that time. `beside` are answers that no rule of the chain cites and that are needed all the
    same, since they keep something else from coming first or holding it back.
    """

    chain: Chain
    facts: tuple[Fact, ...]
    beside: tuple[Fact, ...]


def why(person: Person, id: str) -> Why | None:
    """Explain what is given to a person, by its id; None where it is not given.

    Raises RequestError for an id that is none.
    """
    conclusion = advice_called(id)
    if not person.is_given(conclusion):
        return None
    needed = person.needs(conclusion)
    chain = _chain(person, conclusion, needed)
    cited = tuple(dict.fromkeys(_facts(chain)))
    ids = {fact.question for fact in cited}
    return Why(chain, cited, tuple(person.fact(id, True) for id in needed if id not in ids))


def _chain(person: Person, conclusion: Kind, needed: tuple[str, ...]) -> Chain:
    item = person.items.get(conclusion)
    firings = person.inference.concluded.get(conclusion, ())
    links = tuple(_link(person, firing, needed) for firing in firings)
    cited = {finding.id for link in links for finding in link.findings}
    comes_with: list[Chain] = []
    if item and issubclass(conclusion, (Step, *COMPANIONS)):
        served = (advice_called(id) for id in item.belongs_to if id not in cited)
        comes_with = [_chain(person, each, needed) for each in served]
    named = person.named(conclusion)
    rows = tuple(map(source, conclusion.rows))
    own = "" if links else conclusion.why
    return Chain(named.id, named.text, named.when, own, rows, links, tuple(comes_with))


def _link(person: Person, firing: Firing, needed: tuple[str, ...]) -> Link:
    read = dict.fromkeys(
        question
        for leaf in firing.because
        for id in questions_in(leaf)
        for question in answers_to(id, person.inference.facts)
    )
    findings = dict.fromkeys(
        leaf.conclusion for leaf in firing.because if isinstance(leaf, Concluded)
    )
    absent = dict.fromkeys(
        leaf.conclusion for leaf in firing.because if isinstance(leaf, NotConcluded)
    )
    return Link(
        rule=firing.card.name,
        why=firing.card.why,
        rows=tuple(map(source, firing.card.rows)),
        facts=tuple(person.fact(id, id in needed) for id in read),
        findings=tuple(_chain(person, finding, needed) for finding in findings),
        absent=tuple(Named(each.id(), text(each)) for each in absent),
    )


def _facts(chain: Chain) -> Iterable[Fact]:
    """Yield the answers of a chain, those nearest to the advice first."""
    for link in chain.links:
        yield from link.facts
    for link in chain.links:
        for finding in link.findings:
            yield from _facts(finding)
    for served in chain.comes_with:
        yield from _facts(served)
