"""People whose advice is explained, and what is written of it."""

import random

from engine.consultation import consult
from engine.explain.person import Person
from engine.explain.request import Request, explain
from engine.reading import conclusions_of
from engine.report.explained import render
from engine.scenarios import Scenario
from kb.knowledge_base import KnowledgeBase
from kb.vocabulary import Path, Stance, Step
from tests.people import anybody, interviewed

BY_ID = {conclusion.id(): conclusion for conclusion in conclusions_of(KnowledgeBase)}
PEOPLE = [(people, seed) for seed in range(20) for people in (anybody, interviewed)]
NEED = {"unmet_needs": 1}
UNCARING = {"has_boss": True, "boss_is_jerk": True}
STUCK = {"took_step_to_redefine_job": True, "hit_obstacle": True}


def whens(answers):
    """Consult anew: when everything is said, by id."""
    found = consult(answers)
    return {item.id: item.when for item in (*found.items, *found.contradictions)}


def is_given(id, said):
    """Whether something is said and not only held back."""
    if said.get(id) == "not_now":
        return not issubclass(BY_ID[id], Path | Step | Stance)
    return id in said


def written(answers, form="table", long=False, width=80, **asked):
    """Explain a person called Ada, and write it."""
    return render(explain(Scenario("Ada", answers), Request(**asked)), form, long, width)


def flat(text):
    """Write a text as one line, as if it had not been wrapped."""
    return " ".join(text.split())


def drawn(people, seed):
    """Draw a person, something that is said to them, and something that is not given."""
    answers = people(seed)
    said = whens(answers)
    rng = random.Random(seed)
    given = sorted(id for id in said if is_given(id, said))
    away = sorted(id for id in BY_ID if not is_given(id, said))
    return Person(answers), said, rng.choice(given) if given else None, rng.choice(away)
