"""What the client said in their own words, and what does not fit it, as every report tells it."""

from dataclasses import asdict
from typing import Any

from engine.complaints import visible
from engine.derived import Misfit
from engine.own_words import OwnWords, Wish
from engine.words import word
from kb.situation import QUESTIONS
from kb.vocabulary import Filled, Unmet, Word
from kb.vocabulary.question import Answer

COUNTS_MEANWHILE = "The answer counts until you have changed one of the two."

_MET = {True: "met", False: "not met", None: "not known whether met"}


def in_your_words(words: OwnWords) -> tuple[tuple[str, str], ...]:
    """Return what was said as titles with texts, none of them empty, and all of them printable."""
    said = (
        ("Your goal", words.goal),
        ("Your request", words.request.wording),
        ("People", ", ".join(person.name for person in words.people)),
        ("Needs", _wishes(words.needs)),
        ("Wants", _wishes(words.wants)),
    )
    return tuple((title, visible(text)) for title, text in said if text)


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


def _wishes(wishes: tuple[Wish, ...]) -> str:
    return "; ".join(f"{wish.what} ({_MET[wish.met]})" for wish in wishes)
