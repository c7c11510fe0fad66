"""Laws: what holds for every person and every order, on generated situations."""

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path as FilePath

import pytest

from engine.cards import NotConcluded, RuleCard, leaves, questions_in
from engine.consultation import consult
from engine.evaluation import evaluate, holds
from engine.inference import Engine, StageOrder, infer
from engine.reading import cards_of
from engine.report import data
from engine.report.case import Case
from kb.knowledge_base import KnowledgeBase
from kb.situation import MEASURES, QUESTIONS, measures
from kb.vocabulary import Conclusion, Path, Situation, Step
from tests.people import anybody, interviewed

ROOT = FilePath(__file__).parent.parent
CARDS = cards_of(KnowledgeBase)
MANY = 500


def fired_by_experta(answers):
    """Name the rules that Experta fired."""
    return {firing.card.name for firing in infer(answers).firings}


def fired_by_the_cards(answers, cards=CARDS):
    """Name the rules whose conditions hold."""
    return {card.name for card in evaluate(cards, {**answers, **measures(answers)})}


@pytest.mark.parametrize("people", [anybody, interviewed])
def test_what_fires_in_experta_is_what_the_cards_say(people):
    """Experta, with our matcher and agenda, fires exactly the rules whose conditions hold."""
    for seed in range(MANY):
        answers = people(seed)
        assert fired_by_experta(answers) == fired_by_the_cards(answers), (seed, answers)


class StockMatcherBase(KnowledgeBase):
    """The rules on Experta's own matcher; only the faulty agenda strategy is ours."""

    __strategy__ = StageOrder


def test_the_stock_matcher_reaches_the_same_conclusions():
    """Experta's own Rete network agrees with our matcher, conclusion by conclusion."""
    engine = StockMatcherBase()
    for seed in range(200):
        answers = (anybody if seed % 2 else interviewed)(seed)
        engine.reset()
        engine.declare(Situation(**answers, **measures(answers)))
        engine.run()
        reached = {type(fact) for fact in engine.facts.values() if isinstance(fact, Conclusion)}
        assert reached == set(infer(answers).concluded), (seed, answers)


def test_every_firing_really_ran_its_body():
    """What is called fired has declared its conclusions as facts of the working memory."""

    class Watched(Engine):
        declared: list[type] = []

        def declare(self, *facts):
            self.declared += [type(fact) for fact in facts if isinstance(fact, Conclusion)]
            return super().declare(*facts)

    engine = Watched()
    for seed in range(100):
        answers = interviewed(seed)
        engine.declared = []
        engine.reset()
        engine.declare(Situation(**answers, **measures(answers)))
        engine.run()
        by_cards = [c for f in infer(answers).firings for c in f.card.then]
        assert sorted(map(repr, engine.declared)) == sorted(map(repr, by_cards))


def test_the_order_of_answers_changes_nothing():
    """The same answers in another order give the same bytes."""
    for seed in range(100):
        answers = anybody(seed)
        shuffled = list(answers.items())
        random.Random(seed).shuffle(shuffled)
        assert data.render([Case("x", consult(answers))]) == data.render(
            [Case("x", consult(dict(shuffled)))]
        )


def test_the_order_of_rules_changes_nothing():
    """Rules of a stage may be evaluated in any order."""
    for seed in range(200):
        answers = anybody(seed)
        shuffled = list(CARDS)
        random.Random(seed).shuffle(shuffled)
        assert fired_by_the_cards(answers, shuffled) == fired_by_the_cards(answers)


class BackwardsOrder(StageOrder):
    """Stages in order, and within a stage the rule defined last comes first."""

    @staticmethod
    def _key(activation):
        return (activation.rule.salience, activation.rule.place)


class BackwardsEngine(Engine):
    """The engine with the order within its stages turned round."""

    __strategy__ = BackwardsOrder


def test_the_order_of_firing_within_a_stage_changes_nothing():
    """Fired backwards, Experta reaches the same conclusions."""
    engine = BackwardsEngine()
    turned = 0
    for seed in range(200):
        answers = anybody(seed)
        engine.reset()
        engine.declare(Situation(**answers, **measures(answers)))
        engine.run()
        reached = [type(fact) for fact in engine.facts.values() if isinstance(fact, Conclusion)]
        assert set(reached) == set(infer(answers).concluded), (seed, answers)
        turned += reached != list(infer(answers).concluded)
    assert turned > 100


def test_unknown_fires_nothing():
    """Nobody who answered nothing is told anything but a question."""
    assert infer({}).firings == ()
    assert consult({}, QUESTIONS).items == ()


def test_a_rule_that_fired_rests_on_answers_that_were_given():
    """No condition on an unanswered question ever supports a firing, as yes or as no."""
    for seed in range(300):
        answers = anybody(seed)
        for firing in infer(answers).firings:
            for leaf in firing.because:
                for id in questions_in(leaf):
                    of = MEASURES[id].of if id in MEASURES else (id,)
                    assert any(question in answers for question in of), (firing.card.name, id)


def test_without_an_answer_no_condition_on_it_holds():
    """A condition on a question is false both for what it asks and for the opposite."""
    for card in CARDS:
        for leaf in leaves(card.when):
            if questions_in(leaf) and questions_in(leaf)[0] in QUESTIONS:
                assert not holds(leaf, {}, ())


def test_a_rule_reads_only_earlier_stages():
    """Every conclusion a rule reads, denied ones too, belongs to an earlier stage."""
    for card in CARDS:
        for leaf in leaves(card.when):
            if hasattr(leaf, "conclusion"):
                assert leaf.conclusion.stage > card.stage, card.name


def test_denials_are_of_conclusions_only():
    """`NOT` never reads an answer: a missing answer cannot make a rule true."""
    denied = [
        leaf for card in CARDS for leaf in leaves(card.when) if isinstance(leaf, NotConcluded)
    ]
    assert denied
    assert all(issubclass(leaf.conclusion, Conclusion) for leaf in denied)


def test_nobody_gets_an_empty_answer():
    """There is a path, a contradiction to clear up, or a question to answer next."""
    for seed in range(MANY):
        found = consult(anybody(seed))
        paths = any(issubclass(item.conclusion, Path) for item in found.items)
        assert paths or found.contradictions or found.next_question, seed


def test_a_path_has_at_most_one_step_now():
    """Of the steps of a procedure one is taken now; the others come later or not at all."""
    for seed in range(300):
        found = consult(interviewed(seed))
        whens = {item.conclusion: item.when for item in found.items}
        for path in (c for c, when in whens.items() if issubclass(c, Path) and when == "note"):
            now = [step for step in path.steps if whens.get(step) == "now"]
            shared = [s for s in now if sum(s in p.steps for p in whens if issubclass(p, Path)) > 1]
            assert len(now) <= 1 + len(shared), (seed, path, now)
            later = [i for i, step in enumerate(path.steps) if whens.get(step) == "afterwards"]
            if now and later and not shared:
                assert path.steps.index(now[0]) < min(later), (seed, path)


def test_what_gave_way_is_not_advised():
    """A step or path that was set aside is never advised, and is named with its reason."""
    seen = 0
    for seed in range(MANY):
        for item in consult(anybody(seed)).items:
            if item.set_aside_by:
                seen += 1
                assert item.when == "not_now" and item.because, (seed, item.id)
                assert issubclass(item.conclusion, Step | Path) or item.conclusion.when == "now"
    assert seen > MANY / 10


def test_every_id_that_is_named_is_in_the_answer():
    """What an item goes with, or gave way to, is itself part of the answer."""
    for seed in range(300):
        found = consult(anybody(seed))
        ids = {item.id for item in (*found.items, *found.contradictions)}
        for item in found.items:
            assert set(item.belongs_to) <= ids, (seed, item.id)
            assert {cause.id() for cause in item.set_aside_by} <= ids, (seed, item.id)


def test_calm_comes_before_any_talk():
    """Whoever has to calm down first is not sent into a talk now."""
    talks = {"have_a_follow_up", "solve_it_together", "ask_for_the_explanation", "tell_your_boss"}
    met = 0
    for seed in range(MANY):
        now = {item.id for item in consult(anybody(seed)).at("now")}
        if "calm_down" in now:
            met += 1
            assert not now & talks, seed
    assert met > 12


def test_a_repeated_consultation_is_unchanged_by_the_one_before():
    """The engine is built once and carries nothing from one person to the next."""
    first = data.render([Case("x", consult(interviewed(1)))])
    for seed in range(2, 20):
        consult(anybody(seed))
    assert data.render([Case("x", consult(interviewed(1)))]) == first


SEED_SCRIPT = """
import hashlib, sys
sys.path.insert(0, {root!r})
from engine.consultation import consult
from engine.evaluation import evaluate
from engine.inference import infer
from engine.reading import cards_of
from engine.report import data, terminal
from engine.report.case import Case
from engine.report.outline import outline
from kb.knowledge_base import KnowledgeBase
from kb.situation import measures
from tests.people import anybody, interviewed
digest = hashlib.sha256()
for seed in range(40):
    answers = (anybody if seed % 2 else interviewed)(seed)
    cards = evaluate(cards_of(KnowledgeBase), {{**answers, **measures(answers)}})
    fired = infer(answers).firings
    assert {{c.name for c in cards}} == {{f.card.name for f in fired}}
    found = consult(answers)
    digest.update(data.render([Case("x", found)]).encode())
    digest.update(terminal.render(outline(Case("x", found))).encode())
print(digest.hexdigest())
"""


def test_the_same_bytes_for_twenty_hash_seeds():
    """Neither what fires nor what is written depends on PYTHONHASHSEED."""
    script = SEED_SCRIPT.format(root=str(ROOT))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in range(20)
    ]
    digests = {process.communicate()[0].strip() for process in running}
    assert all(process.returncode == 0 for process in running)
    assert len(digests) == 1 and len(digests.pop()) == hashlib.sha256().digest_size * 2


def test_the_cards_are_hashable_data():
    """A card is frozen data: equal cards are one."""
    assert len(set(CARDS)) == len(CARDS)
    assert all(isinstance(card, RuleCard) for card in CARDS)
