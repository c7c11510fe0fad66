"""Explanations, re-checked by the engine: laws over generated people."""

import json
import random

from engine.explain.person import Person
from engine.explain.request import Request, explain
from engine.explain.what_if import what_if
from engine.explain.what_would_change import what_would_change
from engine.explain.why import why
from engine.explain.why_not import why_not
from engine.report.explained import render
from engine.scenarios import Scenario
from kb.situation import QUESTIONS
from tests.explaining import BY_ID, PEOPLE, drawn, is_given, whens
from tests.people import draw


def test_why_marks_exactly_the_answers_that_carry_it_alone():
    """Without a needed answer it is not said at that time any more; without another, it is."""
    needed = kept = 0
    for people, seed in PEOPLE:
        person, said, id, _ = drawn(people, seed)
        if id is None:
            continue
        found = why(person, id)
        assert all(fact.needed for fact in found.beside)
        for fact in (*found.facts, *found.beside):
            rest = {q: a for q, a in person.answers.items() if q != fact.question}
            falls = whens(rest).get(id) != said[id]
            assert falls is fact.needed, (seed, id, fact.question)
            needed, kept = needed + falls, kept + (not falls)
    assert needed > 40 and kept > 10


def test_why_not_names_answers_with_which_it_is_given():
    """Every set of answers that is named brings it, and what is said to set it aside does so."""
    named = 0
    for people, seed in PEOPLE:
        person, said, _, id = drawn(people, seed)
        found = why_not(person, id)
        for changes in found.changes:
            answers = {**person.answers, **{c.question: c.after for c in changes}}
            assert whens(answers)[id] == found.then, (seed, id, changes)
            assert is_given(id, whens(answers)), (seed, id, changes)
            may = (QUESTIONS[c.question].may_become(c.before, c.after) for c in changes)
            assert not found.possible or all(may), (seed, id, changes)
            named += 1
        for setter in found.set_aside_by:
            assert BY_ID[id] in BY_ID[setter.id].sets_aside
            assert BY_ID[setter.id] in person.inference.concluded
        assert found.advice.when == said.get(id)
    assert named > 40


def test_what_would_change_turns_it():
    """Making the named changes takes away what is given, or brings what is not, as it says."""
    turned = 0
    for people, seed in PEOPLE:
        person, said, *ids = drawn(people, seed)
        for id in filter(None, ids):
            for turn in what_would_change(person, id).turns:
                changes = {move.change.question: move.change.after for move in turn.moves}
                after = whens({**person.answers, **changes})
                assert after.get(id) == turn.then, (seed, id, changes)
                if is_given(id, said):
                    assert after.get(id) != said[id], (seed, id, changes)
                else:
                    assert is_given(id, after), (seed, id, changes)
                turned += 1
    assert turned > 20


def test_what_if_is_two_consultations_side_by_side():
    """Each row is what is said before and after; what is not in a row is the same."""
    for people, seed in PEOPLE:
        answers = people(seed)
        rng = random.Random(seed)
        id = rng.choice(list(QUESTIONS))
        typed = {True: "yes", False: "no"}
        value = draw(QUESTIONS[id], rng)
        text = ",".join(sorted(value)) if isinstance(value, frozenset) else typed.get(value, value)
        if isinstance(value, int) and not isinstance(value, bool):
            text = value
        found = what_if(Person(answers), [f"{id}={text}"])
        told = {id for id in BY_ID if BY_ID[id].told}
        before = {id: when for id, when in whens(answers).items() if id in told}
        after = {i: when for i, when in whens({**answers, id: value}).items() if i in told}
        rows = {row.id: (row.before, row.after) for row in found.rows}
        every = before.keys() | after.keys()
        differing = {i for i in every if before.get(i) != after.get(i)}
        assert rows == {i: (before.get(i), after.get(i)) for i in differing}, seed
        assert found.same == len(every - differing)


def test_everything_is_written_for_everybody():
    """All of it, short and long, as text, JSON and Markdown, raises nothing and fits the width."""
    for people, seed in PEOPLE[::4]:
        person, _, given, away = drawn(people, seed)
        answers = person.answers
        asked = {"why": (away, *filter(None, [given])), "why_not": (away,)}
        asked |= {"what_if": ("unmet_needs=1",), "what_would_change": ("", away)}
        for request in ({}, asked):
            found = explain(Scenario("Ada", answers), Request(**request))
            for width in (40, 80):
                text = render(found, "table", seed % 2 == 0, width)
                assert max(map(len, text.splitlines())) <= width, (seed, width)
            assert json.loads(render(found, "json"))["name"] == "Ada"
            markdown = render(found, "markdown", seed % 2 == 0)
            assert markdown.startswith("# Ada\n")
