"""The single conditions of a person, and what is checked against them: the plain evaluation."""

from hypothesis import given
from hypothesis import strategies as st

from engine.alpha import Conditions
from engine.base import our_base
from engine.cards import All, AnyOf, Concluded, Given, InRange, Is, Names, NotConcluded
from engine.evaluation import evaluate, holds, support
from engine.gates import gates
from engine.inference import Engine
from engine.logic import PLAIN
from engine.matching import CardMatcher
from kb.conclusions.findings.boss import NoBoss
from kb.conclusions.findings.roadblock import OnHold, Silence
from kb.situation import measures
from kb.vocabulary import Situation
from tests.people import anybody, interviewed

LEAVES = (
    Is("has_boss", (True,)),
    Is("has_boss", (False,)),
    Is("answer_to_ask", ("no", "on_hold")),
    InRange("weeks_since_ask", 2, None),
    InRange("weeks_since_ask", 0, 2),
    Names("feelings", "upset", True),
    Names("feelings", "upset", False),
    Given("feelings"),
    Concluded(Silence),
    NotConcluded(Silence),
    NotConcluded(OnHold),
)
CLAUSES = st.recursive(
    st.sampled_from(LEAVES),
    lambda parts: st.builds(
        lambda kind, chosen: kind(tuple(chosen)),
        st.sampled_from((All, AnyOf)),
        st.lists(parts, max_size=3),
    ),
)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "has_boss": st.sampled_from((True, False, 1, 0)),
        "answer_to_ask": st.sampled_from(("no", "on_hold", "yes")),
        "weeks_since_ask": st.integers(0, 4),
        "feelings": st.frozensets(st.sampled_from(("upset", "angry"))),
    },
)
CONCLUDED = st.sets(st.sampled_from((Silence, OnHold, NoBoss)))
PEOPLE = st.builds(
    lambda draw, seed: draw(seed), st.sampled_from((anybody, interviewed)), st.integers(0, 10**6)
)
ANY_CLAUSE = Conditions(LEAVES)


@given(CLAUSES, FACTS, CONCLUDED)
def test_a_compiled_clause_holds_where_its_evaluation_says_so(clause, facts, concluded):
    """However it is nested, it holds for the same people, and for the same reasons."""
    memory = ANY_CLAUSE.memory(facts, concluded)
    found = holds(clause, facts, concluded)
    assert ANY_CLAUSE.check(clause)(memory) is found
    if found:
        assert ANY_CLAUSE.support(clause)(memory) == support(clause, facts, concluded)


def test_an_answer_that_equals_yes_is_not_yes():
    """What a yes meets is not handed to somebody who answered 1."""
    yes = Is("has_boss", (True,))
    conditions = Conditions([yes])
    told = [conditions.check(yes)(conditions.memory({"has_boss": a})) for a in (True, 1, True)]
    assert told == [True, False, True]


@given(FACTS, CONCLUDED, st.sampled_from((Silence, OnHold, NoBoss)))
def test_what_is_taken_back_leaves_the_conditions_as_they_were(facts, concluded, conclusion):
    """To conclude something, and to withdraw it, are the same as to be told at the outset."""
    without, within = concluded - {conclusion}, concluded | {conclusion}
    memory = ANY_CLAUSE.memory(facts, without)
    memory = ANY_CLAUSE.concluding(memory, conclusion)
    assert memory == ANY_CLAUSE.memory(facts, within)
    memory = ANY_CLAUSE.retracting(memory, conclusion)
    assert memory == ANY_CLAUSE.memory(facts, without)


@given(PEOPLE)
def test_a_compiled_gate_opens_where_its_evaluation_says_so(answers):
    """A question applies to the same people in either form."""
    conditions = Conditions(clause for gate in gates() for clause in gate[1:] if clause)
    memory = conditions.memory(answers)
    for question, gate, unless in gates():
        plain = PLAIN.opens(gate, unless, lambda leaf: holds(leaf, answers, ()))
        assert conditions.opens(gate, unless)(memory) is plain, question.id


MATCHER = CardMatcher(Engine())


@given(PEOPLE)
def test_the_order_in_which_facts_arrive_does_not_matter(answers):
    """Answers that come after the conclusions wake the rules that both of them together fulfil."""
    facts = {**answers, **measures(answers)}
    fired = evaluate(our_base().cards, facts)
    concluded = {conclusion for card in fired for conclusion in card.then}
    MATCHER.reset()
    MATCHER.changes(adding=[conclusion() for conclusion in concluded])
    MATCHER.changes(adding=[Situation(**facts)])
    cards = (card for card in our_base().cards if holds(card.when, facts, concluded))
    assert set(MATCHER.active) == {card.name for card in cards}
