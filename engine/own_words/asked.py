"""What no question holds, asked for: the client's own words, and what is met of them by now."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from engine.answers import AnswerError, allowed, parse_typed, shown
from engine.complaints import visible
from engine.console import Console, Left
from engine.own_words import (
    MOST_IN_ALL,
    MOST_NAME,
    MOST_PEOPLE,
    MOST_TEXT,
    OwnWords,
    Person,
    Wish,
    same_name,
)
from engine.own_words.text import MET, too_much
from engine.words import DONT_KNOW, word


def _with_wording(words: OwnWords, text: str) -> OwnWords:
    return replace(words, request=replace(words.request, wording=text))


def _with_people(words: OwnWords, text: str) -> OwnWords:
    """Name the people that matter, once each; what is known of those who are named again stays."""
    known = {person.name: person for person in words.people}
    names = {same_name(name): name.strip() for name in text.split(",") if name.strip()}
    people = (known.get(name, Person(name)) for name in names.values())
    there = frozenset(names.values())
    # Who is not there any more is swayed by nobody.
    return replace(
        words,
        people=tuple(
            replace(each, influences=tuple(name for name in each.influences if name in there))
            for each in people
        ),
    )


_OWN_WORDS: tuple[
    tuple[str, Callable[[OwnWords], str], Callable[[OwnWords, str], OwnWords]], ...
] = (
    (
        "What do you ask for, or want to ask for?",
        lambda words: words.request.wording,
        _with_wording,
    ),
    (
        "What is your goal?",
        lambda words: words.goal,
        lambda words, text: replace(words, goal=text),
    ),
    (
        "Who are the people that matter in this? (Commas between them.)",
        lambda words: ", ".join(person.name for person in words.people),
        _with_people,
    ),
)

_STEERED = "Enter goes on, - empties, q ends."
_KEYS = ("?", "b", "c", "u", "y", "n", "back", "why")
"""What steers the questions, or answers them, and is no text of its own: a slip of who is used to
it. "change" may be a goal.
"""

_LISTED = {
    "needs": "Something you cannot stay without",
    "wants": "Something you would like",
}
"""The lists of wishes in `OwnWords`, and what each entry is to the client."""


def ask_own_words(console: Console, known: OwnWords, keep: Callable[[OwnWords], None]) -> None:
    """Ask for what the client would say in own words, and keep each text at once."""
    console.say(f"\nIn your own words, if you like. {_STEERED}")
    for prompt, said_of, saying in _OWN_WORDS:
        console.say(f"\n{prompt}")
        if now := said_of(known):
            console.say(f"  (now: {visible(now)})")
        typed = _typed(console, known, saying)
        if typed is None or typed.casefold() in ("q", "quit"):
            break
        if typed:
            console.in_vain = 0
            known = saying(known, "" if typed == "-" else typed)
            keep(known)


def _typed(
    console: Console, known: OwnWords, saying: Callable[[OwnWords, str], OwnWords]
) -> str | None:
    """Return what was typed, as soon as it is a text that a file may hold; None at the end."""
    typed = console.ask("  > ")
    while typed and (fault := _fault(typed, saying(known, typed))):
        console.say(f"  {fault}")
        typed = console.ask("  > ")
    return typed


def _fault(typed: str, words: OwnWords) -> str:
    """Say why a line is no text to keep, or nothing."""
    if typed.casefold() in _KEYS:
        return f"{shown(typed)} does nothing here, and is not kept. {_STEERED}"
    fault = _too_much(words)
    return f"{fault} Please say it in fewer words." if fault else ""


def _too_much(words: OwnWords) -> str:
    """Say what no file could hold, in a sentence, or nothing."""
    if max(len(words.goal), len(words.request.wording)) > MOST_TEXT:
        return f"There is room for {MOST_TEXT} characters here."
    if len(words.people) > MOST_PEOPLE:
        return f"There is room for {MOST_PEOPLE} people."
    if max((len(person.name) for person in words.people), default=0) > MOST_NAME:
        return f"There is room for {MOST_NAME} characters in a name."
    return f"There is room for {MOST_IN_ALL} characters in all." if too_much(words) else ""


def ask_what_is_met(console: Console, known: OwnWords, keep: Callable[[OwnWords], None]) -> None:
    """Ask of every need and want in the file whether it is met by now; raise Left on `q`.

    A change is kept at once, and `b` goes back to the one before.
    """
    asked = [(kind, place) for kind in _LISTED for place in range(len(getattr(known, kind)))]
    if asked:
        console.say(
            "\nFirst, what you have listed yourself. Enter keeps the answer; b back, q stop."
        )
    number = 0
    while number < len(asked):
        kind, place = asked[number]
        wishes = list(getattr(known, kind))
        console.say(f"\n{_LISTED[kind]}: {visible(wishes[place].what)}\nDo you have it now?")
        heard = _heard(console, wishes[place])
        if heard == _BACK:
            number = max(0, number - 1)
            continue
        if heard != wishes[place].met:
            wishes[place] = replace(wishes[place], met=heard)
            changed: dict[str, Any] = {kind: tuple(wishes)}
            known = replace(known, **changed)
            keep(known)
        number += 1


_BACK: Any = "back"


def _heard(console: Console, wish: Wish) -> Any:
    """Return whether a need or a want is met by now, or that the person goes back."""
    kept = DONT_KNOW if wish.met is None else word(wish.met)
    while typed := console.ask(f"  y, n or u; Enter keeps {kept}; or b q: "):
        match typed.casefold():
            case "q" | "quit":
                raise Left
            case "b" | "back":
                return _BACK
        try:
            heard = parse_typed(MET, typed)
        except AnswerError:
            console.say(f"  {shown(typed)} is not understood. Please type {allowed(MET)}.")
        else:
            console.in_vain = 0
            return heard
    if typed is None:
        console.say("\nThe input ended here.")
        raise Left
    return wish.met
