"""Coverage counts what expectations check: rules, conclusions, and conditions both ways."""

import itertools
import json
from pathlib import Path

import pytest

from engine.audit.clients import write_clients
from engine.audit.coverage.checked import checked_clients, concluding_client, coverage_of
from engine.audit.coverage.coverage import Coverage, Figures, cover, shown
from engine.audit.coverage.feasible import NEVER, UNNOTICED, impossible, showing
from engine.audit.coverage.points import LEVELS, Point, points_of
from engine.audit.coverage.suggestions import suggestions
from engine.audit.turning import turning, without
from engine.base import base_of, our_base
from engine.cards import All, AnyOf, Is
from engine.evaluation import holds
from engine.expectations import known_ids
from engine.logic import PLAIN
from engine.report.coverage import render
from engine.scenario_files import load
from engine.scenario_paths import find_scenarios
from engine.scenarios import Expectation, Scenario
from kb.shell import OR, KnowledgeEngine, Rule
from kb.vocabulary import Diagnosis, Finding, Situation, concludes

FOLDER = Path(__file__).parent / "scenarios"
ROWS = ["RU-01"]
A, B, C = (Is(id, (True,)) for id in ("bored_at_work", "tasks_monotonous", "has_boss"))
BOTH, EITHER = All((A, B)), AnyOf((A, B))
DAWN, NOON = Is("ask_topic", ("raise",)), Is("ask_topic", ("promotion",))


def facts(*yes):
    """Answer the questions of A, B and C: yes where named."""
    return {leaf.question: leaf in yes for leaf in (A, B, C)}


def turned(clause, answers):
    """Return which conditions alone turn a clause for these answers."""
    return turning(clause, lambda part: holds(part, answers, ()), PLAIN)


class Tired(Finding):
    """Tired."""


class Worn(Diagnosis):
    """Worn out."""


class Never(Finding):
    """Never found."""


class Foreign(KnowledgeEngine):
    """A small engine that is not ours: a rule with alternatives, one that reads it, one seeded."""

    @Rule(OR(Situation(bored_at_work=True), Situation(tasks_monotonous=True)), salience=600)
    @concludes(Tired, rows=ROWS)
    def boredom_tires(self):
        """Boredom is tiring."""

    @Rule(Tired(), Situation(has_boss=True), salience=500)
    @concludes(Worn, rows=ROWS)
    def a_boss_wears_out(self):
        """A boss wears out who is tired."""

    @Rule(Situation(ask_topic="raise"), Situation(ask_topic="promotion"), salience=600)
    @concludes(Never, rows=ROWS)
    def two_topics_are_one_too_many(self):
        """Nobody asks for two things at once."""


FOREIGN = base_of(Foreign)


@pytest.fixture(scope="module")
def corpus():
    """Cover the knowledge base with the clients of the corpus, once."""
    found, wrong = coverage_of(load(path, known_ids()) for path in find_scenarios([FOLDER]).paths)
    assert wrong == ()
    return found


def test_the_corpus_shows_all_that_can_be_shown(corpus):
    """Every rule, conclusion and condition that anybody can show is shown by a client."""
    assert [corpus.points[point] for point in corpus.missing] == []
    for level in LEVELS:
        count = corpus.figures(level)
        assert count.covered == count.feasible > 0
        assert count.reach(100)
    assert not corpus.covered.keys() & corpus.impossible.keys()


@pytest.mark.parametrize(
    ("clause", "yes", "turns"),
    [
        (BOTH, (A, B), (True, True)),
        (BOTH, (A,), (False, True)),
        (BOTH, (), (False, False)),
        (EITHER, (), (True, True)),
        (EITHER, (A,), (True, False)),
        (EITHER, (A, B), (False, False)),
        (All((EITHER, C)), (C,), (True, True, False)),
        (All((EITHER, C)), (A,), (False, False, True)),
        (All((EITHER, C)), (A, B, C), (False, False, True)),
    ],
)
def test_a_condition_turns_a_clause_where_nothing_masks_it(clause, yes, turns):
    """In an AND the rest must hold, in an OR nothing else may."""
    assert turned(clause, facts(*yes)) == turns


def test_turning_is_what_flipping_does():
    """For every truth of its conditions, those that turn a clause are those whose flip does."""
    q = [Is(f"q{place}", (True,)) for place in range(5)]
    clause = All((AnyOf((q[0], All((q[1], q[2])))), AnyOf((q[3], q[4]))))
    for truths in itertools.product((False, True), repeat=5):
        answers = {leaf.question: truth for leaf, truth in zip(q, truths, strict=True)}
        for leaf, turns in zip(q, turned(clause, answers), strict=True):
            flipped = {**answers, leaf.question: not answers[leaf.question]}
            assert turns is (holds(clause, answers, ()) is not holds(clause, flipped, ()))


def test_coupled_conditions_mask_each_other():
    """Two choices of a question never hold together, and each can turn an OR all the same."""
    either = AnyOf((DAWN, NOON))
    assert turned(either, {"ask_topic": "raise"}) == (True, False)
    assert turned(either, {"ask_topic": "workload"}) == (True, True)
    assert turned(All((DAWN, NOON)), {"ask_topic": "raise"}) == (False, True)


def test_a_clause_without_a_condition_holds_without_it():
    """Exactly the condition at the place is taken to hold."""
    clause = All((EITHER, C))
    assert holds(without(clause, 2), facts(A), ())
    assert holds(without(clause, 0), facts(C), ())
    assert holds(without(clause, 1), facts(C), ())
    assert not holds(without(clause, 1), facts(A), ())


def test_a_rule_that_fires_unchecked_is_not_covered():
    """Firing is not enough, neither for the rule nor for its conditions."""
    answers = {"bored_at_work": True, "tasks_monotonous": False}
    unchecked = concluding_client(FOREIGN, answers, expected=[], absent=["worn"])
    found = shown(FOREIGN, unchecked, points_of(FOREIGN).keys())
    assert not [p for p in found if p.name == "boredom_tires"]
    checked = concluding_client(FOREIGN, answers, expected=["tired"])
    names = {(p.level, p.name, p.place, p.fires) for p in _shown(checked)}
    assert ("rule", "boredom_tires", 0, True) in names
    assert ("condition", "boredom_tires", 0, True) in names
    assert ("condition", "boredom_tires", 1, True) not in names


def _shown(client):
    return shown(FOREIGN, client, points_of(FOREIGN).keys())


def test_a_rule_that_stays_still_counts_where_it_would_be_missed():
    """An expectation must fail without the condition."""
    still = Point("condition", "a_boss_wears_out", 1, fires=False)
    answers = {"bored_at_work": True, "has_boss": False}
    assert still in _shown(concluding_client(FOREIGN, answers, ["tired"], absent=["worn"]))
    assert still not in _shown(concluding_client(FOREIGN, answers, ["tired"]))


def test_a_foreign_engine_is_covered_and_the_seeded_impossible_is_proved():
    """No client asks for a raise and for a promotion at once, so that rule is half impossible."""
    clients = [
        concluding_client(FOREIGN, {"bored_at_work": True, "has_boss": True}, ["tired", "worn"]),
        concluding_client(FOREIGN, {"tasks_monotonous": True}, ["tired"], absent=["worn"]),
        concluding_client(FOREIGN, {"has_boss": True}, [], absent=["tired", "worn"]),
    ]
    found = cover(FOREIGN, clients)
    assert found.figures("rule") == Figures(2, 2, 1)
    assert found.figures("conclusion") == Figures(2, 2, 1)
    assert found.figures("condition") == Figures(8, 10, 2)
    seeded = {p.place for p in found.impossible if p.level == "condition" and p.fires}
    assert seeded == {0, 1}
    assert set(found.impossible.values()) == {NEVER}


def test_a_client_refutes_what_is_called_possible_never_what_is_proved(corpus):
    """Both kinds of proof occur, and every feasible point has a client who shows it."""
    assert set(corpus.impossible.values()) == {NEVER, UNNOTICED}
    assert impossible(our_base(), corpus.covered.keys()) == {}


def test_wrong_expectations_of_a_foreign_engine_are_refused():
    """What is not concluded fails the test, and a misspelt name is no expectation."""
    with pytest.raises(AssertionError, match="worn should be concluded"):
        concluding_client(FOREIGN, {}, ["worn"])
    with pytest.raises(AssertionError, match="tired should not be concluded"):
        concluding_client(FOREIGN, {"bored_at_work": True}, [], absent=["tired"])
    with pytest.raises(AssertionError, match="the rule boredom_tires should have fired"):
        concluding_client(FOREIGN, {}, [], because=["boredom_tires"])
    with pytest.raises(AssertionError, match="the rule boredom_tires should not have fired"):
        concluding_client(FOREIGN, {"bored_at_work": True}, [], not_because=["boredom_tires"])
    with pytest.raises(ValueError, match="did you mean tired"):
        concluding_client(FOREIGN, {}, ["tird"])
    with pytest.raises(ValueError, match="did you mean boredom_tires"):
        concluding_client(FOREIGN, {}, [], not_because=["boredom_tirs"])


def test_a_scenario_that_is_wrong_covers_nothing():
    """It is named instead; one without expectations is left out silently."""
    wrong = Scenario("x", {"unmet_needs": 1}, expect=Expectation(absent=("search_outside",)))
    assert checked_clients([wrong]) == ((), ("",))
    assert checked_clients([Scenario("x", {})]) == ((), ())


def test_figures_are_compared_as_whole_numbers():
    """999 of 1000 are not 100 percent, and nothing of nothing is."""
    assert not Figures(999, 1000, 0).reach(100)
    assert Figures(999, 1000, 0).reach(99)
    assert not Figures(1, 3, 0).reach(34)
    assert Figures(0, 0, 4).reach(100)


def test_suggestions_open_and_show_what_they_say(tmp_path):
    """Each file loads, has few answers, expects nothing yet, and its client meets the points."""
    points = points_of(our_base())
    some = [point for point in points if point.name == "an_answer_needs_a_request"]
    covered = {point: "x" for point in points if point not in some}
    found = Coverage(our_base(), points, covered, impossible(our_base(), some))
    suggested = suggestions(found)
    space = showing(our_base(), gated=False).space
    said = {words for suggestion in suggested for words in suggestion.shows}
    assert said == {points[point] for point in found.missing}
    for suggestion, path in zip(suggested, write_clients(suggested, tmp_path), strict=True):
        scenario = load(path, known_ids())
        assert scenario.answers == suggestion.answers
        assert scenario.expect == Expectation()
        assert all(words in scenario.notes for words in suggestion.shows)
        client = space.client(scenario.answers)
        for point in some:
            if points[point] in suggestion.shows:
                clients = showing(our_base(), gated=False).clients(point)
                assert space.restrict(clients, client) == space.true
        assert not could_be_left_out(scenario.answers, suggestion.shows[0])


def could_be_left_out(answers, words):
    """Return the answers without which a client would show the point all the same."""
    point = next(p for p, said in points_of(our_base()).items() if said == words)
    ways = (showing(our_base(), gated) for gated in (True, False))
    way = next(way for way in ways if way.clients(point) != way.space.false)
    return [
        id
        for id in answers
        if way.space.restrict(
            way.clients(point), way.space.client({k: v for k, v in answers.items() if k != id})
        )
        == way.space.true
    ]


def test_nobody_is_no_witness():
    """There is no client for a diagram that holds for nobody."""
    space = showing(our_base(), gated=False).space
    with pytest.raises(ValueError, match="nobody"):
        space.witness(space.false)
    assert space.witness(space.true) == {}


def test_the_reports_agree(corpus):
    """The table, the data and the page tell the same whole numbers, and the page runs nothing."""
    data = json.loads(render(corpus, "json", 80))[0]
    count = corpus.figures("condition")
    assert data["figures"]["condition"]["covered"] == count.covered
    assert len(data["points"]) == len(corpus.points)
    page = render(corpus, "html", 80)
    assert f"<td>{count.covered}</td>" in page
    assert "<script" not in page and "://" not in page
    assert str(count.covered) in render(corpus, "table", 80)
