"""Experta as it is used here: imported cleanly, with an exact agenda, and never left broken."""

import collections
import functools
import logging
import subprocess
import sys

import pytest

from engine import inference
from engine.inference import Engine, StageOrder, infer
from engine.matching import CardMatcher
from kb.conclusions.findings.boss import NoBoss
from kb.conclusions.paths.rut import NegotiateInside
from kb.knowledge_base import KnowledgeBase
from kb.shell import Activation, KnowledgeEngine, Rule
from kb.vocabulary import Situation
from tests.people import anybody


def test_the_import_of_experta_leaves_nothing_patched():
    """`collections` has no Mapping afterwards, and the root logger no handler."""
    script = (
        "import logging; before = logging.root.handlers[:]\n"
        "import kb.shell, collections\n"
        "assert not hasattr(collections, 'Mapping')\n"
        "assert logging.root.handlers == before\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
    assert not hasattr(collections, "Mapping")
    assert logging.getLogger("experta.watchers").handlers == []


def activation(name, salience, place):
    """Make an activation of a rule that says nothing but where it stands."""

    def body(self):
        """Nothing."""

    body.__name__, body.place = name, place
    return Activation(Rule(Situation(already_asked=True), salience=salience)(body), [])


def test_the_agenda_is_ordered_by_stage_and_then_by_definition():
    """The next activation to fire stands at the right end."""
    agenda = KnowledgeEngine().agenda
    added = [activation("c", 200, 3), activation("a", 400, 2), activation("b", 400, 1)]
    StageOrder().update_agenda(agenda, added, [])
    names = [agenda.get_next().rule.__name__ for _ in range(3)]
    assert names == ["b", "a", "c"]


def test_exactly_the_dead_activation_leaves_the_agenda():
    """Among many of the same stage, the one that died is gone and no other."""
    agenda = KnowledgeEngine().agenda
    order = StageOrder()
    added = [activation(f"rule_{n}", 300, n) for n in range(40)]
    order.update_agenda(agenda, added, [])
    order.update_agenda(agenda, [], [added[17], added[31]])
    left = {act.rule.__name__ for act in agenda.activations}
    assert left == {f"rule_{n}" for n in range(40) if n not in (17, 31)}


def test_a_dead_activation_that_fired_already_is_no_error():
    """Removing what is not on the agenda changes nothing."""
    agenda = KnowledgeEngine().agenda
    StageOrder().update_agenda(agenda, [], [activation("gone", 300, 1)])
    assert agenda.activations == []


def test_a_withdrawn_fact_takes_its_activations_with_it():
    """The matcher withdraws what no longer holds and hands back the very activation it gave."""
    engine = Engine()
    engine.reset()
    fact = engine.declare(Situation(has_boss=False))
    (pending,) = engine.agenda.activations
    engine.retract(fact)
    assert engine.agenda.activations == []
    assert engine.matcher.changes() == ([], [])
    matcher = CardMatcher(engine)
    arose, _ = matcher.changes(adding=[Situation(has_boss=False)])
    (died,) = matcher.changes(deleting=[Situation(has_boss=False)])[1]
    assert died is arose[0] and died is not pending


def test_a_conclusion_that_comes_later_withdraws_what_its_absence_allowed():
    """`NOT` of a conclusion is heard: the negotiation is taken back once there is no boss."""
    matcher = CardMatcher(Engine())
    matcher.changes(adding=[Situation(unmet_needs=0, unmet_wants=1)])
    from kb.conclusions.findings.rut import WantsHeavy

    matcher.changes(adding=[WantsHeavy()])
    assert "met_needs_and_open_wants_are_negotiated_inside" in matcher.active
    _, died = matcher.changes(adding=[NoBoss()])
    assert [act.rule.then for act in died] == [(NegotiateInside,)]


class FullCycle(KnowledgeBase):
    """The rules with our matcher and our order, in Experta's own cycle and with its own facts."""

    __matcher__ = CardMatcher
    __strategy__ = StageOrder


def test_the_shorter_cycle_declares_what_experta_does():
    """The same facts in the same order, apart from Experta's initial one."""
    ours, full = Engine(), FullCycle()
    for seed in range(100):
        for engine in (ours, full):
            engine.reset()
            engine.declare(Situation(**anybody(seed)))
            engine.run()
        _, *declared = full.facts.values()
        assert [*map(type, ours.facts.values())] == [*map(type, declared)], seed
        assert not ours.agenda.activations


def test_nothing_but_the_initial_fact_is_declared_at_the_outset():
    """What a reset of ours leaves out is Experta's own initial fact, which no rule can read."""
    (ours,), (stock,) = KnowledgeBase().get_deffacts(), KnowledgeEngine().get_deffacts()
    assert [*map(type, ours())] == [*map(type, stock())]


@pytest.mark.parametrize("fact", [NoBoss, functools.partial(Situation, has_boss=False)])
def test_a_fact_that_is_known_is_not_declared_again(fact):
    """As in CLIPS, an equal fact changes nothing; once it is withdrawn, it is new."""
    engine = Engine()
    engine.reset()
    first = engine.declare(fact())
    assert engine.declare(fact()) is None
    assert [*engine.facts.values()] == [first]
    engine.retract(first)
    again = engine.declare(fact())
    assert [*engine.facts.values()] == [again]


def test_an_engine_that_raised_is_thrown_away(monkeypatch):
    """After an exception inside a run the next person gets a new engine, and a right answer."""
    infer({"has_boss": False})
    broken = inference._engine

    def fail(*_):
        raise RuntimeError("planted")

    monkeypatch.setattr(broken, "run", fail)
    with pytest.raises(RuntimeError, match="planted"):
        infer({"has_boss": True})
    assert set(infer({"has_boss": False}).concluded) == {NoBoss}
    assert inference._engine is not broken


def test_the_engine_is_built_once_for_many_people(monkeypatch):
    """A folder of clients shares one engine."""
    built = []
    original = Engine.__init__
    monkeypatch.setattr(inference, "_engine", None)
    monkeypatch.setattr(Engine, "__init__", lambda self: (built.append(1), original(self))[1])
    for answers in ({}, {"has_boss": False}, {"has_boss": True}):
        infer(answers)
    assert len(built) == 1
