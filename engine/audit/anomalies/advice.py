"""Advice that nobody is told, that contradicts itself, or that comes in the wrong order."""

import inspect
import itertools
from collections.abc import Iterator
from typing import Any

from engine.audit.anomalies.anomaly import Fault, anomaly
from engine.audit.anomalies.proofs import Clients, Proofs, both, but_not, fires
from engine.base import Kind
from engine.cards import AnyOf
from engine.kernel.kernel import Kernel
from kb.vocabulary import Advice, Path, Precedence, Step


@anomaly("A07", "conclusion-never-said", "error")
def never_said(proofs: Proofs) -> Iterator[Fault]:
    """There is advice that nobody is ever told.

    No rule concludes it and it comes with nothing, or whatever concludes it is always outdone by
    what sets it aside. Write the rule that is missing, or drop the text. The witness, if there is
    one, is a client for whom it is concluded and not said.
    """
    for kind in proofs.base.conclusions:
        if proofs.nobody(_said(kind, *TIMES)):
            concluded = kind in proofs.base.concluding and not proofs.nobody(_concluded(kind))
            sentence = "it is concluded, and never said" if concluded else "nothing concludes it"
            witness = proofs.witness(_concluded(kind)) if concluded else None
            yield Fault(kind.id(), sentence, source_of(kind), witness)
    for kind in proofs.base.unreached:
        yield Fault(kind.id(), "nothing concludes it", source_of(kind))


@anomaly("A08", "contradictory-advice", "error")
def contradictory(proofs: Proofs) -> Iterator[Fault]:
    """Two pieces of advice that contradict each other are given together.

    Which ones do is declared in the knowledge base, with the reason. Let a rule decide which of
    the two gives way for this client, or correct the conditions under which they are concluded.
    The witness is told both now.
    """
    for pair in proofs.base.opposites:
        for other in pair.others:
            together = both(_given(pair.one), _given(other))
            if not proofs.nobody(together):
                sentence = f"both are given now. {pair.why}"
                witness = proofs.witness(together)
                subject = f"{pair.one.id()} + {other.id()}"
                yield Fault(subject, sentence, source_of(pair.one), witness)


@anomaly("A09", "paths-without-precedence", "warning")
def overlapping(proofs: Proofs) -> Iterator[Fault]:
    """Two paths on one level of the ladder are open together, and no rule says which comes first.

    The ladder orders paths of different levels. On the same level, where both have steps, a rule
    of precedence has to read both; or, if they go side by side, a waiver says why. Both paths of
    the witness are open.
    """
    base = proofs.base
    for one, other in itertools.combinations(base.reached(Path), 2):
        settled = [
            card.when
            for kind in base.reached(Precedence)
            for card in base.concluding[kind]
            if {one, other} <= {*card.reads}
        ]
        open_together = but_not(both(_open(one), _open(other)), fires(AnyOf(tuple(settled))))
        in_order = one.level != other.level or not (one.steps and other.steps)
        if not in_order and not proofs.nobody(open_together):
            sentence = "both are open, and nothing says which comes first"
            subject = f"{one.id()} + {other.id()}"
            yield Fault(subject, sentence, source_of(one), proofs.witness(open_together))


@anomaly("A10", "answers-give-nothing", "error")
def nothing_said(proofs: Proofs) -> Iterator[Fault]:
    """Somebody answers everything that is asked, and is told nothing.

    There is no advice, and no question is left that could lead to any. That is right only for
    those whom the knowledge base declares to be untouched by what it knows. Write the rule that
    is missing, or correct the one that lost this client. A declaration that covers somebody who is
    told something is found, too: it would hide that the advice is lost. The witness is such a
    client.
    """

    def answered(kernel: Kernel) -> Any:
        logic, space = kernel.space.logic, kernel.space
        return logic.every(
            logic.some((logic.negation(space.applies(id)), space.given(id)))
            for id in proofs.base.questions
        )

    def told(kernel: Kernel) -> Any:
        return kernel.space.logic.some(kernel.advice.values())

    untouched = fires(proofs.base.untouched or AnyOf(()))
    lost = but_not(answered, told, untouched)
    if not proofs.nobody(lost, interview=True):
        sentence = "somebody who answers everything is told nothing"
        yield Fault(proofs.base.name, sentence, "", proofs.witness(lost, interview=True))
    touched = both(answered, told, untouched)
    if not proofs.nobody(touched, interview=True):
        sentence = "somebody who is declared to be untouched is told something"
        witness = proofs.witness(touched, interview=True)
        yield Fault("untouched", sentence, "kb/scope.py", witness)


@anomaly("A11", "steps-out-of-order", "error")
def out_of_order(proofs: Proofs) -> Iterator[Fault]:
    """Steps are told in another order than the procedure of an open path has them.

    That happens where two paths share steps and have them in different orders. Let both use the
    same order, or let one of them give way. The witness is told the later step before the earlier.
    """
    for path in proofs.base.reached(Path):
        for earlier, later in itertools.combinations(path.steps, 2):
            wrong = both(_open(path), _before(proofs, later, earlier))
            if not proofs.nobody(wrong):
                sentence = f"{later.id()} can come before {earlier.id()}"
                yield Fault(path.id(), sentence, source_of(path), proofs.witness(wrong))


TIMES = ("now", "afterwards", "not_now", "note")


def source_of(kind: Kind) -> str:
    """Return the file in which a conclusion is defined, with the line where the text is at hand."""
    file = f"{kind.__module__.replace('.', '/')}.py"
    try:
        return f"{file}:{inspect.getsourcelines(kind)[1]}"
    except (OSError, TypeError):
        return file


def _said(kind: Kind, *times: str) -> Clients:
    """For whom this is said, at any of these times."""
    return lambda kernel: kernel.space.logic.some(
        kernel.said[kind, when] for when in times if (kind, when) in kernel.said
    )


def _given(kind: Kind) -> Clients:
    """For whom this counts now: a step or stance is told now, a warning or path is said at all."""
    return _said(kind, kind.when if issubclass(kind, Advice) else "note")


def _concluded(kind: Kind) -> Clients:
    return lambda kernel: kernel.concluded(kind)


def _open(path: type[Path]) -> Clients:
    return lambda kernel: kernel.assembly.stands(path)


def _before(proofs: Proofs, one: type[Step], other: type[Step]) -> Clients:
    """For whom one step is told before another: at an earlier time, or with an earlier path."""
    ladder = sorted(proofs.base.reached(Path), key=lambda path: (path.level, path.id()))

    def first(path: type[Path], step: type[Step]) -> Clients:
        """For whom a path is the first open one that has the step: there it is told."""
        higher = (p for p in ladder[: ladder.index(path)] if step in p.steps)
        return but_not(_open(path), *map(_open, higher))

    def same_time(when: str) -> Iterator[Clients]:
        told = both(_said(one, when), _said(other, when))
        for path in (path for path in ladder if one in path.steps):
            below = ladder[ladder.index(path) :]
            for second in (second for second in below if other in second.steps):
                if second is path and path.steps.index(one) > path.steps.index(other):
                    continue
                yield both(told, first(path, one), first(second, other))

    sooner = both(_said(one, "now"), _said(other, "afterwards"))
    return lambda kernel: kernel.space.logic.some(
        clients(kernel) for clients in (sooner, *same_time("now"), *same_time("afterwards"))
    )
