"""A comparison of two sessions written for a reader: text, Markdown, JSON or a page of HTML."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from engine.answers import UNKNOWN
from engine.complaints import visible
from engine.own_words import Wish
from engine.progress.comparison import Advised, Changed, Comparison, Session
from engine.progress.wishes import Turned
from engine.receipt import Receipt, receipt_of, with_receipt
from engine.report.explained import WHEN
from engine.report.json_text import json_text
from engine.report.own_words import COUNTS_MEANWHILE, MET, misfit_as_data, told
from engine.report.tree import Line, Section, as_markdown, as_text, footer

Style = Callable[[str], str]

FORMS = ("table", "json", "markdown", "html")

MOST_WAYS = 3
"""How many sets of causes are told, if each of them is enough."""

_SAME = "No answer has changed, so the advice is the same."
_BEYOND_THEN = "Before, this client was troubled by what the articles cannot help with."
_BEYOND_NOW = "The articles cannot help with what troubles this client now: other help comes first."


def render(
    found: Comparison, form: str, width: int = 80, heading: Style = str, command: str = ""
) -> str:
    """Write a comparison in one of FORMS; `command` is what was typed, for the receipts."""
    if form == "json":
        return json_text(_data(found, command))
    sections = tuple(_sections(found))
    if form == "markdown":
        return as_markdown(sections) + footer(_receipts(found, command))
    if form == "html":
        from engine.report import compared_page

        return compared_page.render(sections, _receipts(found, command))
    return as_text(sections, width, heading)


def _sections(found: Comparison) -> Iterator[Section]:
    yield Section(visible(found.after.scenario.name), (Line(_between(found)),))
    if beyond := tuple(_beyond(found)):
        yield Section("Other help", beyond)
    if found.misfits:
        counts = (Line(COUNTS_MEANWHILE),)
        unfitting = tuple(Line(told(each), counts) for each in found.misfits)
        yield Section("First, please clear this up", unfitting)
    if not found.changed and not beyond:
        yield Section("What has changed", (Line(_SAME),))
    changed = [each for each in found.changed if not each.lapsed]
    if found.changed:
        yield Section("Answers", tuple(_answers(changed, found)))
        if len(found.that("stayed")) == len(found.advice):
            yield Section("Advice", (Line("The advice is the same."),))
    for kind in ("need", "want"):
        if wishes := tuple(_wish(each) for each in found.wishes if each.kind == kind):
            yield Section(f"{kind.capitalize()}s", wishes)
    numbers = {each.question: f"[{n}]" for n, each in enumerate(changed, start=1)}
    for change in ("ended", "began", "moved", "stayed"):
        if parts := tuple(_parts(found.that(change), numbers)):
            yield Section(change.capitalize(), parts)


def _answers(changed: list[Changed], found: Comparison) -> Iterator[Line]:
    """Tell what has changed, numbered, and what only does not count any more."""
    answers = (
        Line(f"[{number}] {each.prompt} Before: {each.before_words}. Now: {each.after_words}.")
        for number, each in enumerate(changed, start=1)
    )
    if changed:
        yield Line(f"{_number(len(changed), 'answer')} changed:", tuple(answers))
    if lapsed := [each for each in found.changed if each.lapsed]:
        questions = (Line(f"{each.prompt} Before: {each.before_words}.") for each in lapsed)
        yield Line("No longer asked, since it does not apply any more:", tuple(questions))


def _wish(turned: Turned) -> Line:
    """Tell what became of a need or a want, by its name."""
    before, after = turned.before, turned.after
    if after is None:
        became = f"No longer listed, was {MET[before.met]}" if before else ""
    elif before is None:
        became = f"Listed now, {MET[after.met]}"
    elif after.met:
        became = "Met now"
    elif after.met is None:
        became = "No longer known whether it is met"
    else:
        became = "No longer met" if before.met else "Known now not to be met"
    return Line(f"{became}:", own=visible(turned.what))


def _between(found: Comparison) -> str:
    before, after = found.before.scenario.date, found.after.scenario.date
    days = ""
    if before and after and before <= after:
        days = f", {_number((after - before).days, 'day')}"
    return f"From {_day(before)} to {_day(after)}{days}."


def _day(date: datetime.date | None) -> str:
    return "a file without a date" if date is None else str(date)


def _beyond(found: Comparison) -> Iterator[Line]:
    if found.before.scenario.beyond:
        yield Line(_BEYOND_THEN)
    if found.after.scenario.beyond:
        yield Line(_BEYOND_NOW)


def _parts(advice: tuple[Advised, ...], numbers: dict[str, str]) -> Iterator[Line]:
    """Tell the main advice, and count what goes with it."""
    main = [each for each in advice if each.main]
    yield from (Line(f"{each.text}{_timing(each)}", _because(each, numbers)) for each in main)
    if more := len(advice) - len(main):
        noun = "note or explanation" if more == 1 else "notes and explanations"
        yield Line(f"{'And ' if main else ''}{more} {noun}.")


def _timing(advice: Advised) -> str:
    before, after = (
        "alongside" if advice.alongside and when == "now" else WHEN[when]
        for when in (advice.before, advice.after)
    )
    match advice.change:
        case "ended":
            told = [] if advice.before == "note" else [f"was: {before}"]
            told += ["done, or no longer needed"] if advice.settled else []
        case "moved":
            told = [f"was: {before}", f"is: {after}"]
        case _:
            told = [] if advice.after == "note" else [after]
    return f" ({'; '.join(told)})" if told else ""


def _because(advice: Advised, numbers: dict[str, str]) -> tuple[Line, ...]:
    if not advice.causes:
        return ()
    ways = [_together([numbers[id] for id in cause]) for cause in advice.causes[:MOST_WAYS]]
    if more := len(advice.causes) - len(ways):
        ways.append(f"of {more} other sets")
    if len(ways) == 1:
        return (Line(f"Because of {ways[0]}."),)
    return (Line(f"Because of {', or of '.join(ways)}: each of these is enough."),)


def _together(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return numbers[0]
    return f"{', '.join(numbers[:-1])} and {numbers[-1]} together"


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _data(found: Comparison, command: str) -> dict[str, Any]:
    return {
        "name": found.after.scenario.name,
        "before": _session_data(found.before, command),
        "after": _session_data(found.after, command),
        "changed": [
            {
                "question": each.question,
                "prompt": each.prompt,
                "before": _answer(each.before),
                "after": _answer(each.after),
                "lapsed": each.lapsed,
            }
            for each in found.changed
        ],
        "wishes": [
            {
                "kind": each.kind,
                "what": each.what,
                "before": _met(each.before),
                "after": _met(each.after),
            }
            for each in found.wishes
        ],
        "does_not_fit": [misfit_as_data(each) for each in found.misfits],
        "advice": [_advised_data(each) for each in found.advice],
    }


def _met(wish: Wish | None) -> bool | str | None:
    if wish is None:
        return None
    return UNKNOWN if wish.met is None else wish.met


def _session_data(session: Session, command: str) -> dict[str, Any]:
    scenario = session.scenario
    beyond = bool(scenario.beyond)
    return {
        "file": scenario.source,
        "name": scenario.name,
        "date": scenario.date and str(scenario.date),
        "beyond_the_articles": beyond,
    } | with_receipt(scenario.answers, scenario.unknown, beyond, command)


def _advised_data(advice: Advised) -> dict[str, Any]:
    return {
        "id": advice.id,
        "text": advice.text,
        "kind": advice.kind,
        "main": advice.main,
        "change": advice.change,
        "before": advice.before,
        "after": advice.after,
        "settled": advice.settled,
        "causes": [list(cause) for cause in advice.causes],
    }


def _answer(answer: Any) -> Any:
    return sorted(answer) if isinstance(answer, frozenset) else answer


def _receipt(session: Session, command: str) -> Receipt:
    scenario = session.scenario
    return receipt_of(scenario.answers, scenario.unknown, bool(scenario.beyond), command)


def _receipts(found: Comparison, command: str) -> tuple[str, ...]:
    before, after = (_receipt(session, command) for session in (found.before, found.after))
    return (f"{before.lines[0]} (before)", f"{after.lines[0]} (now)", after.lines[1])
