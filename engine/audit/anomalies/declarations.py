"""What is declared wrongly: stages, rows and texts, and questions that nothing depends on."""

from collections.abc import Iterator
from dataclasses import replace

from engine.audit.anomalies.advice import source_of
from engine.audit.anomalies.anomaly import Fault, anomaly
from engine.audit.anomalies.proofs import Proofs, fires, in_stages
from engine.audit.turning import without
from engine.base import Base, Kind
from engine.cards import Concluded, NotConcluded, RuleCard, leaves
from engine.kernel.kernel import Kernel
from kb.articles import PART_OF, ROWS
from kb.articles.left_out import LEFT_OUT
from kb.vocabulary import Precedence, Questions, Script


@anomaly("A12", "question-without-effect", "error")
def without_effect(proofs: Proofs) -> Iterator[Fault]:
    """A question is asked on whose answer no advice depends.

    It costs somebody's time on a bad evening and gives nothing back. Write the rule that was to
    read it, or drop the question. Where only interviews do not depend on it, the gate keeps it
    from those whom its rules are about. There is no witness: whatever is answered, the advice is
    the same.
    """
    in_files, in_interviews = map(_mattering, (proofs.kernel, proofs.interviewed))
    for id in proofs.declared.questions:
        if id not in in_files:
            yield Fault(id, "no advice depends on its answer", "kb/questions")
        elif id not in in_interviews:
            yield Fault(id, "no advice depends on its answer in an interview", "kb/questions")


@anomaly("A13", "stage-broken", "error")
def stage_broken(proofs: Proofs) -> Iterator[Fault]:
    """A rule reads what is concluded at its own stage or later, or concludes at another stage.

    Then the result would depend on the order of firing, or go round in a circle. Put the
    conclusion on an earlier stage, or read what it is made of. The other proofs leave such a rule
    out. The witness meets all its other conditions.
    """
    for card in proofs.declared.cards:
        if in_stages(card):
            continue
        late = [kind for kind in card.reads if kind.stage <= card.stage]
        reads = " and ".join(kind.id() for kind in late)
        sentence = f"it reads {reads}, of its own stage or a later one"
        if not late:
            sentence = "its conclusions belong to another stage"
        elif any(kind in _behind(proofs.declared, card) for kind in card.then):
            sentence += ", in a circle"
        rest = fires(_without_reading(card, late))
        witness = None if proofs.nobody(rest) else proofs.witness(rest)
        yield Fault(card.name, sentence, card.source, witness)


@anomaly("A14", "row-uncited", "error")
def uncited(proofs: Proofs) -> Iterator[Fault]:
    """A row of the catalogue is carried by no question, rule or text.

    What an article says has been lost, or its citation. Cite it where it is carried, or leave it
    out for a reason that is written down. There is no witness.
    """
    base = proofs.declared
    cited = {row for question in base.questions.values() for row in question.rows}
    cited |= {row for card in base.cards for row in card.rows}
    cited |= {row for kind in base.conclusions for row in kind.rows}
    for row in ROWS:
        if row not in cited and row not in LEFT_OUT:
            yield Fault(row, "nothing carries it", "kb/articles")


@anomaly("A15", "row-of-another-article", "warning")
def stray_row(proofs: Proofs) -> Iterator[Fault]:
    """A rule or text cites a row of an article that has nothing to do with it.

    The article is not that of its conclusions, of what it reads or serves, or of its questions:
    most often a slip of the letters. Cite the row that was meant. The witness of a rule makes it
    fire.
    """
    base = proofs.declared
    for card in base.cards:
        around = [*card.then, *card.reads]
        asked = [id for each in card.questions for id in _questions(base, each)]
        rows = [row for kind in around for row in kind.rows]
        rows += [row for id in asked for row in base.questions[id].rows]
        if stray := _articles(card.rows) - _articles(rows):
            nobody = not in_stages(card) or proofs.nobody(fires(card))
            witness = None if nobody else proofs.witness(fires(card))
            yield Fault(card.name, _strays(card.rows, stray), card.source, witness)
    for kind in base.conclusions:
        served = [row for each in kind.serves for row in each.rows]
        if served and not _articles(kind.rows) & _articles(served):
            sentence = _strays(kind.rows, _articles(kind.rows))
            yield Fault(kind.id(), sentence, source_of(kind))


@anomaly("A16", "text-missing", "error")
def text_missing(proofs: Proofs) -> Iterator[Fault]:
    """A question, a rule or a piece of advice has no words, or cites no row.

    Everything that a person reads has a text, a reason and a place in an article; a script has
    its parts, and a conflict its two sides. Write what is missing. There is no witness.
    """
    base = proofs.declared
    for question in base.questions.values():
        if not question.prompt.strip():
            yield Fault(question.id, "the question has no words", "kb/questions")
    for card in base.cards:
        for missing in (*_missing(card.rows, "rows"), *_missing(card.why.strip(), "reason")):
            yield Fault(card.name, missing, card.source)
    for kind in base.conclusions:
        own = (kind.__doc__ or "").strip() and kind.__doc__ != kind.__mro__[1].__doc__
        parts = not issubclass(kind, Questions | Script) or kind.lines
        sides = not issubclass(kind, Precedence) or len(kind.sides) == 2
        for there, name in ((own, "text"), (kind.rows, "rows"), (parts, "parts"), (sides, "sides")):
            for missing in _missing(there, name):
                yield Fault(kind.id(), missing, source_of(kind))


def _mattering(kernel: Kernel) -> frozenset[str]:
    """Return the questions on whose answers some advice depends."""
    told = (kernel.space.questions_of(who.support) for who in kernel.advice.values())
    return frozenset().union(*told)


def _missing(there: object, name: str) -> Iterator[str]:
    if not there:
        yield f"it has no {name}"


def _behind(base: Base, card: RuleCard) -> frozenset[Kind]:
    """Return all conclusions that a rule reads, directly or through the rules behind them."""
    found: set[Kind] = set()
    waiting = list(card.reads)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += (read for each in base.concluding.get(kind, ()) for read in each.reads)
    return frozenset(found)


def _without_reading(card: RuleCard, late: list[Kind]) -> RuleCard:
    """Return a rule without the conditions on some conclusions."""
    when = card.when
    for place, leaf in reversed(list(enumerate(leaves(card.when)))):
        if isinstance(leaf, Concluded | NotConcluded) and leaf.conclusion in late:
            when = without(when, place)
    return replace(card, when=when)


def _questions(base: Base, id: str) -> tuple[str, ...]:
    return base.measures[id].of if id in base.measures else (id,)


def _articles(rows: tuple[str, ...] | list[str]) -> frozenset[str]:
    families = (ROWS[row].family for row in rows)
    return frozenset(PART_OF.get(family, family) for family in families)


def _strays(rows: tuple[str, ...], articles: frozenset[str]) -> str:
    stray = [row for row in rows if _articles([row]) <= articles]
    return f"it has nothing to do with the article of {' and '.join(stray)}"
