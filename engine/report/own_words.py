"""What the client said in their own words, and what does not fit it, as every report tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from engine.derived import Misfit
from engine.own_words import OwnWords, Person, Wish
from engine.words import word
from kb.situation import QUESTIONS
from kb.vocabulary import Filled, Unmet, Word
from kb.vocabulary.question import Answer

COUNTS_MEANWHILE = "The answer counts until you have changed one of the two."

MET = {True: "met", False: "not met", None: "not known"}
"""Whether a need or a want is met, in words."""


def in_your_words(words: OwnWords) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what was said: texts under a label each, none of them empty."""
    told = ((label, tuple(filter(str.strip, texts))) for label, texts in _said(words))
    return tuple((label, texts) for label, texts in told if texts)


def _said(words: OwnWords) -> Iterator[tuple[str, Iterable[str]]]:
    request = words.request
    yield "Your goal", (words.goal,)
    yield "Your request is about", (request.topic.replace("_", " "),)
    yield "Your request", (request.wording,)
    yield "Why you ask", (request.intent,)
    yield "What a yes brings to you", (request.gains.you,)
    yield "What a yes brings to your team", (request.gains.team,)
    yield "What a yes brings to your manager", (request.gains.manager,)
    yield "What a yes brings to the organisation", (request.gains.organisation,)
    yield "Your alternatives", request.back_ups
    yield "You need", map(_wish, words.needs)
    yield "You want", map(_wish, words.wants)
    yield "People", map(_person, words.people)


def _wish(wish: Wish) -> str:
    return f"{wish.what} ({MET[wish.met]})" if wish.what.strip() else ""


def _person(person: Person) -> str:
    return f"{person.name} ({person.role})" if person.role.strip() else person.name


def as_data(words: OwnWords) -> dict[str, Any]:
    """Return what was said for the JSON document."""
    return {
        "goal": words.goal,
        "request": words.request.wording,
        "people": [person.name for person in words.people],
        "request_details": asdict(words.request),
        "people_details": [asdict(person) for person in words.people],
        "needs": [asdict(wish) for wish in words.needs],
        "wants": [asdict(wish) for wish in words.wants],
    }


def told(misfit: Misfit) -> str:
    """Say in plain words which answer does not fit what was said in own words."""
    prompt = QUESTIONS[misfit.following.derived.question].prompt.partition(" (")[0]
    return f'You answered {word(misfit.answer)} to "{prompt}" {_what_was_said(misfit)}'


def misfit_as_data(misfit: Misfit) -> dict[str, Any]:
    """Return an answer that does not fit, for the JSON document."""
    derived, possible = misfit.following.derived, misfit.following.possible
    at_most = {"at_most": possible[-1]} if isinstance(derived.source, Unmet) else {}
    return {
        "question": derived.question,
        "answer": misfit.answer,
        "follows": possible[0],
        **at_most,
        "from": list(derived.places),
        "counts": "answer",
        "text": told(misfit),
        "why": derived.why,
        "rows": list(derived.rows),
    }


def _what_was_said(misfit: Misfit) -> str:
    derived, possible = misfit.following.derived, misfit.following.possible
    match derived.source:
        case Unmet(place):
            return f"But of the {place} you have listed, {_how_many(possible)} not met."
        case Filled():
            return "But what you have put down says otherwise."
        case Word(place):
            table, _, key = place.rpartition(".")
            return f"But the {key} of your {table} is {word(possible[0])}."


def _how_many(possible: tuple[Answer, ...]) -> str:
    least, most = possible[0], possible[-1]
    if least == most:
        return f"{least} {'is' if most == 1 else 'are'}"
    return f"{least} to {most} are" if least else f"at most {most} {'is' if most == 1 else 'are'}"
