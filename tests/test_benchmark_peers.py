"""What our program is measured against concludes the same, or is left out with a reason."""

import functools
import os
import sys
from contextlib import ExitStack
from dataclasses import replace

import pytest

from benchmarks import peers
from benchmarks.grown import person_of_size
from benchmarks.measuring import Worker, working
from benchmarks.parts.person import compared
from engine.audit.engines.people import people
from engine.audit.engines.ways import by_cards
from engine.base import our_base
from engine.cards import All, AnyOf, Concluded, InRange, Is, Names, NotConcluded
from engine.complaints import ScenarioError

FEW = 9
IN_PROCESS = sorted(set(peers.peers()) - {"drools"})


def concluded(base, answers):
    """Return what plain evaluation concludes."""
    return by_cards(base)(answers).conclusions


def built(name, base):
    """Build a peer; a test is skipped where what it needs is not installed."""
    try:
        return peers.peers()[name].build(base)
    except ScenarioError as missing:
        pytest.skip(str(missing))  # it says what to install


@pytest.mark.parametrize("name", IN_PROCESS)
def test_a_peer_concludes_what_the_cards_say(name):
    """From the same answers follow the same conclusions, whoever runs the rules."""
    base = our_base()
    way = built(name, base)
    for answers in people(base, FEW, seed=3):
        assert way(answers) == concluded(base, answers)


def few_rules():
    """Return a quarter of our rules; what is read and concluded by none of them is never so."""
    base = our_base()
    return base.with_cards(base.cards[::4])


def drools_on_few_rules():
    """Build Drools; its compiler takes seconds for all rules."""
    return peers.peers()["drools"].build(few_rules())


def test_drools_concludes_what_the_cards_say():
    """Rules compiled for its executable model mean the same, with alternatives and denials."""
    base = few_rules()
    conditions = {type(part) for card in base.cards for part in (card.when, *parts_of(card.when))}
    assert conditions >= {AnyOf, Concluded, NotConcluded, Is, InRange, Names}
    with Worker(drools_on_few_rules) as worker:
        if "install" in worker.trouble:
            pytest.skip(worker.trouble)  # it says what to install: an extra, or Java
        persons = list(people(our_base(), 60, seed=3))
        assert worker.given(persons) == [concluded(base, answers) for answers in persons]


def parts_of(clause):
    """Return the parts of a clause, and theirs."""
    if not isinstance(clause, All | AnyOf):
        return ()
    return (*clause.parts, *(inner for part in clause.parts for inner in parts_of(part)))


@pytest.mark.parametrize(
    ("name", "module"),
    [("clips", "clips"), ("zen", "zen"), ("ruleengine", "rule_engine"), ("drools", "drools")],
)
def test_a_missing_peer_says_what_to_install(name, module, monkeypatch):
    """In one line, with the extra that brings it."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ScenarioError, match=r"python -m pip install '\.\[bench\]'$") as found:
        peers.peers()[name].build(our_base())
    assert len(found.value.messages) == 1


def missing():
    """Stand for a peer that is not installed."""
    raise ScenarioError(["it is missing"])


def broken():
    """Stand for a peer that cannot be built."""
    raise ValueError("no such rule")


def rash():
    """Stand for a peer that concludes too much about who has a boss, and fails for the others."""
    base = our_base()

    def way(answers):
        if not answers.get("has_boss"):
            raise KeyError("has_boss")
        return concluded(base, answers) | {"too_much"}

    return way


def test_what_cannot_be_built_or_differs_is_told_and_the_rest_goes_on():
    """A line each says what is wrong; what agrees is left to be timed."""
    makes = {
        "cards": functools.partial(peers.made, "cards"),
        "missing": missing,
        "broken": broken,
        "rash": rash,
    }
    with ExitStack() as stack:
        workers, troubles = working(makes, stack)
        assert troubles == ["missing: it is missing", "broken: ValueError: no such rule"]
        agreeing, differing = compared(workers, [{"has_boss": True}, {}])
        assert set(agreeing) == {"cards"}
        (line,) = differing
        assert line.endswith("differs about 2 of 2 people; first in too_much")
        assert "KeyError: 'has_boss'" in workers["rash"].given([{}])


def test_a_grown_base_is_so_many_bases_beside_each_other():
    """Each copy concludes about its answers what the first does, and nothing about others."""
    base = our_base()
    persons = list(people(base, FEW, seed=5))
    with Worker(functools.partial(peers.made, "inference", 2)) as worker:
        pairs = [(persons[n], persons[(n + 1) % FEW]) for n in range(FEW)]
        found = worker.given([person_of_size(persons, n, 2) for n in range(FEW)])
    assert found == [
        concluded(base, one) | {f"{id}_copy2" for id in concluded(base, other)}
        for one, other in pairs
    ]
    assert any(concluded(base, answers) for answers in persons)


def test_a_base_without_some_rules_is_another_base_to_a_peer():
    """A peer is built from the base it is given, and not from what it knows itself."""
    base = our_base()
    fewer = replace(base, cards=tuple(card for card in base.cards if card.stage >= 600))
    way = built("function", fewer)
    assert all(way(p) == concluded(fewer, p) for p in people(base, FEW, seed=7))


def ends():
    """Stand for a peer whose process does not live."""
    os._exit(1)


def ends_later():
    """Stand for a peer whose process dies of its work."""
    return lambda answers: os._exit(1)


def test_a_process_that_ends_is_told_in_a_line():
    """While it is built it is left out like one that is missing; later, nothing can be compared."""
    with Worker(ends) as worker:
        assert worker.trouble == "its process ended"
    with Worker(ends_later) as worker, pytest.raises(ScenarioError, match="ended while it was"):
        worker.given([{}])
