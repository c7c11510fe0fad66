"""What a client said in their own words, as it stands at the top of a handout."""

from collections.abc import Iterator

from engine.own_words import OwnWords, Person, Wish
from engine.report.handout.model import Said
from engine.report.pictures.wishes import MET
from engine.report.wording import one_line


def in_your_words(words: OwnWords) -> tuple[Said, ...]:
    """Return what the client said, under a label each; what was not said is left out."""
    return tuple(
        Said(label, values)
        for label, texts in _said(words)
        if (values := tuple(one_line(text) for text in texts if text.strip()))
    )


def _said(words: OwnWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    request = words.request
    yield "Your goal", (words.goal,)
    yield "Your request is about", (request.topic.replace("_", " "),)
    yield "Your request", (request.wording,)
    yield "Why you ask", (request.intent,)
    yield "What it brings to you", (request.gains.you,)
    yield "To your team", (request.gains.team,)
    yield "To your manager", (request.gains.manager,)
    yield "To the organisation", (request.gains.organisation,)
    yield "Your alternatives", request.back_ups
    yield "You need", tuple(map(_wish, words.needs))
    yield "You want", tuple(map(_wish, words.wants))
    yield "People", tuple(map(_person, words.people))


def _wish(wish: Wish) -> str:
    return f"{wish.what} ({MET[wish.met]})" if wish.what.strip() else ""


def _person(person: Person) -> str:
    return f"{person.name} ({person.role})" if person.role.strip() else person.name
