"""Explanations written for a reader: text, Markdown or JSON, all from the same sections."""

import itertools
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from engine.complaints import visible
from engine.explain.disagreements import Clash, Disagreement
from engine.explain.request import Explained, Reason
from engine.explain.what_if import WhatIf
from engine.explain.what_would_change import Move, Turn, WouldChange
from engine.report.json_text import json_text
from engine.report.reasons import change_words, quoted, why_lines, why_not_lines
from engine.report.tree import Line, Section, Table, as_markdown, as_text

Style = Callable[[str], str]

WHEN = {
    "now": "now",
    "afterwards": "afterwards",
    "not_now": "not now",
    "note": "said",
    None: "not said",
}

_NEEDED = (
    "Needed: without that answer alone, the advice is no longer said, or not at the same time."
)

SETTLED = {
    "first": "The first voice prevails here.",
    "second": "The other voice prevails here.",
    "both": "Both voices are kept.",
    "neither": "Neither counts until you have cleared it up.",
}

FACTS_NOT_ANSWERS = "These are facts about you, and not answers to choose."

NO_VERDICT = "There is no verdict to explain: nothing follows from these answers so far."


def render(
    explained: Explained,
    form: str,
    long: bool = False,
    width: int = 80,
    heading: Style = str,
    receipt: Mapping[str, Any] | None = None,
) -> str:
    """Write an explanation as table, json or markdown; `long` gives every link in full.

    `receipt` are the answers and the receipt for them, as data.
    """
    if form == "json":
        return json_text(asdict(explained) | dict(receipt or {}))
    return _written(_sections(explained, long), form, width, heading)


def render_clashes(
    clashes: Iterable[Clash], form: str, width: int = 80, heading: Style = str
) -> str:
    """Write every clash of the knowledge base as table, json or markdown."""
    found = tuple(clashes)
    if form == "json":
        return json_text({"conflicts": [asdict(clash) for clash in found]})
    title = "Where the articles, or your own answers, can disagree"
    return _written((Section(title, tuple(map(_clash, found))),), form, width, heading)


def _written(sections: Iterable[Section], form: str, width: int, heading: Style) -> str:
    return as_markdown(sections) if form == "markdown" else as_text(sections, width, heading)


def _sections(explained: Explained, long: bool) -> Iterator[Section]:
    yield Section(visible(explained.name), ())
    if explained.reasons:
        lines = tuple(_reason(reason, long) for reason in explained.reasons)
        facts = [f for r in explained.reasons if r.why for f in (*r.why.facts, *r.why.beside)]
        note = (Line(_NEEDED),) if any(fact.needed for fact in facts) else ()
        yield Section("The reasons", (*lines, *note))
    elif explained.disagreements is not None:
        yield Section("The reasons", (Line(NO_VERDICT),))
    if explained.what_if:
        yield Section("What if", tuple(_what_if(explained.what_if, long)))
    if explained.what_would_change is not None:
        lines = tuple(map(_would_change, explained.what_would_change))
        turning = any(found.turns for found in explained.what_would_change)
        first = (Line(FACTS_NOT_ANSWERS),) if turning else ()
        yield Section("What would change it", (*first, *lines) or (Line(NO_VERDICT),))
    if explained.disagreements:
        titles = ("What gives way", "What comes afterwards")
        lines = tuple(_disagreement(each, *titles) for each in explained.disagreements)
        yield Section("Where the articles, or your answers, disagree", lines)


def _reason(reason: Reason, long: bool) -> Line:
    """Answer why or why not; where the other was asked, say so first."""
    if reason.why:
        remark = "This is said to you, and here is why." if reason.asked == "why not" else ""
        head = f"{reason.advice.text} [{reason.advice.id}, {WHEN[reason.advice.when]}]"
        lines = why_lines(reason.why, long)
    else:
        assert reason.why_not
        held_back = reason.advice.when == "not_now"
        remark = "This is held back for now." if held_back else "This is not said to you."
        head = f"{reason.advice.text} [{reason.advice.id}]"
        lines = why_not_lines(reason.why_not, long)
    return Line(head, (*((Line(remark),) if remark else ()), *lines))


def _what_if(found: WhatIf, long: bool) -> Iterator[Line | Table]:
    answers = tuple(
        Line(f"{after.prompt} {after.words} (now {before.words})")
        for before, after in zip(found.before, found.after, strict=True)
    )
    yield Line("If you answered:", answers)
    shown = [row for row in found.rows if row.main or long]
    if shown:
        cells = ((f"{r.text} [{r.id}]", WHEN[r.before], WHEN[r.after]) for r in shown)
        yield Table(("advice", "before", "after"), tuple(cells))
    else:
        yield Line("No advice would change.")
    if more := len(found.rows) - len(shown):
        yield Line(f"{_number(more, 'remark')} would change with it; --long lists them.")
    same = _number(found.same, "other thing") if found.same else "nothing else"
    yield Line(f"The same as before: {same}.")
    if long:
        for words, rules in (("begin", found.began), ("cease", found.ceased)):
            if rules:
                yield Line(f"Rules that {words} to hold:", tuple(map(Line, rules)))


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _would_change(found: WouldChange) -> Line:
    advice = found.advice
    when = f", {WHEN[advice.when]}" if advice.when else ""
    head = f"{advice.text} [{advice.id}{when}]"
    if not found.turns:
        return Line(head, (Line(nothing_turns(found)),))
    case = "each of these cases" if len(found.turns) > 1 else "this case"
    would = "no longer be said, or at another time" if found.given else _be_said(found)
    lead = f"It would {would}, in {case}:"
    return Line(head, (Line(lead, tuple(_turn(turn, found) for turn in found.turns)),))


def _be_said(found: WouldChange) -> str:
    times = {turn.then for turn in found.turns}
    return "be said afterwards" if times == {"afterwards"} else "be said"


def nothing_turns(found: WouldChange) -> str:
    """Say that nothing of the person's own would turn an advice, and why."""
    end = "take this away" if found.given else "bring this about"
    why = "it hangs on what others decide, on what has happened, or on what nobody would aim for"
    to_do = found.given and found.advice.when in ("now", "afterwards")
    nothing = "Apart from doing it, nothing" if to_do else "Nothing"
    return f"{nothing} that you alone can change would {end}: {why}."


def _turn(turn: Turn, found: WouldChange) -> Line:
    """Write one set of moves; where it only comes at another time then, say when."""
    then = turn.then if turn.then != found.advice.when else None
    said = "held back for now" if then == "not_now" else f"said {WHEN[then]}"
    later = f"; it is then {said}" if found.given and then else ""
    moves = tuple(Line(move_words(move, found.advice.id)) for move in turn.moves)
    if len(moves) == 1:
        return Line(f"{moves[0].text.removesuffix('.')}{later}.")
    return Line(f"All of these together{later}:", moves)


def move_words(move: Move, advice: str) -> str:
    """Write one change of the person's own, by the step that brings it about if there is one.

    `advice` is the id of what it turns; a step that turns itself is simply done.
    """
    if move.step:
        if move.step == advice:
            return "Once you have done it."
        fact = f"{move.change.prompt} {move.change.after_words}"
        return f"Once this is done: {move.text} Then this is so: {fact}."
    return f"If this were so: {change_words(move.change)}."


def _disagreement(found: Disagreement, gives_way: str, comes: str) -> Line:
    """Write both voices with their rows, which of them prevails, and why.

    `gives_way` and `comes` are the titles of what is set aside and of what is deferred.
    """
    number = f"{found.conflict}, " if found.conflict else ""
    voices = tuple(
        Line(f"{name}:", tuple(Line(quoted(quote)) for quote in voice))
        for name, voice in zip(_voices(found), found.voices, strict=True)
    )
    reason = Line(f"{SETTLED[found.prevails]} {' '.join(found.why)}")
    moved = tuple(
        Line(f"{title}:", tuple(Line(f"{each.text} [{each.id}]") for each in named))
        for title, named in (
            (gives_way, found.set_aside),
            (comes, found.deferred),
        )
        if named
    )
    return Line(f"{found.text} [{number}{found.id}]", (*voices, reason, *moved))


def _voices(found: Disagreement) -> tuple[str, ...]:
    return ("The rows behind it",) if len(found.voices) == 1 else ("One voice", "The other voice")


def _clash(clash: Clash) -> Line:
    """Write a disagreement, the rules that notice it, and the fewest answers that lead to it."""
    line = _disagreement(clash.disagreement, "What may give way", "What may come afterwards")
    rules = tuple(Line(f"When ({name}):", _nested(lines)) for name, lines in clash.conditions)
    facts = tuple(Line(f"{fact.prompt} {fact.words}") for fact in clash.example)
    example = (Line("The fewest answers that lead to it:", facts),) if facts else ()
    return Line(line.text, (*line.below, *rules, *example))


def _nested(lines: tuple[str, ...]) -> tuple[Line, ...]:
    """Turn lines that are indented by two columns a level into lines below lines."""
    starts = [n for n, line in enumerate(lines) if line.startswith("- ") or line[:1] != " "]
    return tuple(
        Line(
            lines[start].removeprefix("- "),
            _nested(_dedented(lines[start + 1 : end])),
        )
        for start, end in itertools.pairwise([*starts, len(lines)])
    )


def _dedented(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(textwrap.dedent("\n".join(lines)).splitlines())
