"""Why and why not as lines: the chain from the answers to the advice, short or in full."""

import re
from collections.abc import Iterable, Iterator

from engine.explain.person import Fact, Quote
from engine.explain.turning import Change
from engine.explain.why import Chain, Link, Why
from engine.explain.why_not import Attempt, Setter, WhyNot
from engine.report.tree import Line

MOST_SETS_SHORT = 3

_VERBS = re.compile("^(classify|conclude|diagnose|normalise|reassure|state|warn): ")
"""What the catalogue calls the deed of a row, which is of no use to a client."""


def why_lines(found: Why, long: bool) -> tuple[Line, ...]:
    """Write why something is said: the reason and the answers, or every link of the chain."""
    beside = _beside(found.beside)
    if long:
        chain = tuple(_chain_lines(found.chain, set()))
        return (*chain, *beside, *_if_none_is_needed(found))
    facts = tuple(map(fact_line, found.facts))
    answers = (Line("You answered:", facts),) if facts else ()
    return (*_short_reasons(found.chain), *answers, *beside, *_if_none_is_needed(found))


def _short_reasons(chain: Chain) -> Iterator[Line]:
    """Write the reasons of the rules, or its own, or else those of what it belongs to."""
    whys = dict.fromkeys(link.why for link in chain.links) or ((chain.why,) if chain.why else ())
    yield from (Line(f"Why: {why}") for why in whys)
    for served in chain.comes_with:
        yield Line(f"It belongs to: {served.text}", () if whys else tuple(_short_reasons(served)))


def fact_line(fact: Fact) -> Line:
    """Write an answer, and whether it is needed."""
    return Line(f"{fact.prompt} {fact.words}{' (needed)' if fact.needed else ''}")


def _beside(facts: Iterable[Fact]) -> tuple[Line, ...]:
    lines = tuple(map(fact_line, facts))
    title = "No rule for it cites these, but they decide what comes first, or what gives way:"
    return (Line(title, lines),) if lines else ()


def _if_none_is_needed(found: Why) -> tuple[Line, ...]:
    if found.beside or any(fact.needed for fact in found.facts):
        return ()
    return (Line("No answer is needed alone: without any one of them this is said all the same."),)


def _chain_lines(chain: Chain, told: set[str]) -> Iterator[Line]:
    """Write the rules that led to something, each with all it rests on; each finding once."""
    told.add(chain.id)
    if chain.why:
        yield Line(f"Why: {chain.why}", _rows(chain.rows))
    for link in chain.links:
        yield Line(f"Why: {link.why} [{link.rule}]", tuple(_link_lines(link, told)))
    for served in chain.comes_with:
        yield Line(f"It belongs to: {served.text} [{served.id}]", _once(served, told))


def _link_lines(link: Link, told: set[str]) -> Iterator[Line]:
    yield from _rows(link.rows)
    yield from (Line(f"You answered: {fact_line(fact).text}") for fact in link.facts)
    for finding in link.findings:
        yield Line(f"It was found: {finding.text} [{finding.id}]", _once(finding, told))
    yield from (Line(f"This is not the case: {each.text} [{each.id}]") for each in link.absent)


def _once(chain: Chain, told: set[str]) -> tuple[Line, ...]:
    return (Line("See above."),) if chain.id in told else tuple(_chain_lines(chain, told))


def _rows(rows: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(f"From: {row}") for row in rows)


def why_not_lines(found: WhyNot, long: bool) -> tuple[Line, ...]:
    """Write who set something aside, the fewest answers that kept it away, and the rules for it."""
    setters = tuple(_setter(each, long) for each in found.set_aside_by)
    attempts = tuple(map(_attempt, found.attempts)) if long else ()
    most = len(found.changes) if long else MOST_SETS_SHORT
    return (*setters, *_sets(found, most), *attempts)


def _setter(setter: Setter, long: bool) -> Line:
    reasons = tuple(Line(f"Why: {why}") for why in setter.why)
    rows = (
        tuple(Line(f"From: {quoted(quote)}") for quote in setter.rows)
        if long
        else (Line(f"From: {', '.join(q.row for q in setter.rows)}"),)
    )
    return Line(f"It gives way to: {setter.text} [{setter.id}]", (*reasons, *rows))


def quoted(quote: Quote) -> str:
    """Write a row: when it holds, what it says then, what that means, and where it stands."""
    when = quote.when[:1].upper() + quote.when[1:]
    return f"{when}: {said_in(quote)}. {quote.paraphrase} [{quote.source}]"


def said_in(quote: Quote) -> str:
    """Return what a row says, without what the catalogue calls that."""
    return _VERBS.sub("", quote.then)


def _sets(found: WhyNot, most: int) -> tuple[Line, ...]:
    """Write the sets: what they have in common first, and then what one may choose from."""
    sets = found.changes
    if not sets:
        return (Line("No other answers of yours lead to it from here."),)
    common = [change for change in sets[0] if all(change in other for other in sets)]
    rest = [[change for change in each if change not in common] for each in sets]
    needed = tuple(Line(change_words(change)) for change in common)
    if len(sets) == 1:
        return (Line(_lead(found, "this" if len(common) == 1 else "all of these"), needed),)
    choices = tuple(Line("; and ".join(map(change_words, each))) for each in rest[:most])
    if len(sets) > most:
        choices += (Line("or another."),)
    if not common:
        return (Line(_lead(found, "one of these"), choices),)
    return (Line(_lead(found, "all of these"), (*needed, Line("and one of these:", choices))),)


def _lead(found: WhyNot, these: str) -> str:
    """Say when it would be said; what cannot come about is no way to it, and says for whom it is.

    `these` is how many of the facts below are meant.
    """
    when = {"now": " now", "afterwards": " afterwards"}.get(found.then or "", "")
    if found.possible:
        return f"It would be said{when}, if {these} were so:"
    holds = "hold" if these == "all of these" else "holds"
    return (
        f"No change that you could aim for leads to it from here. It is said where {these} {holds}:"
    )


def change_words(change: Change) -> str:
    """Write a fact that would have to be another one: what is asked, then and now."""
    return f"{change.prompt} {change.after_words} (now {change.before_words})"


def _attempt(attempt: Attempt) -> Line:
    parts = (("holds", attempt.held), ("does not hold", attempt.failed))
    lines = tuple(Line(f"{words}: {each}") for words, all_of in parts for each in all_of)
    return Line(f"The rule {attempt.rule}:", lines)
