"""An answer as JSON: the stable contract, described in docs/json.md."""

from collections.abc import Iterable
from typing import Any

from engine.consultation import Item
from engine.explanation import Reason
from engine.kernel.said import weighed
from engine.own_words import NO_WORDS
from engine.receipt import with_receipt
from engine.report import own_words
from engine.report.answers import plain
from engine.report.case import Case
from engine.report.json_text import json_text
from kb.scope import BEYOND, NOT_COVERED


def render(cases: Iterable[Case], command: str = "") -> str:
    """Write cases as one JSON document; `command` is what was typed, for the receipts."""
    scenarios = [
        scenario_data(case) | with_receipt(case.answers, case.unknown, case.beyond, command)
        for case in cases
    ]
    return json_text({"scenarios": scenarios})


def scenario_data(case: Case) -> dict[str, Any]:
    """Return what one client is told, as data."""
    found = case.consultation
    written: dict[str, Any] = {
        "name": case.name,
        "advice": [item_data(item) for item in found.items],
        "contradictions": [item_data(item) for item in found.contradictions],
        "unanswered": list(found.unanswered),
        "next_question": case.upcoming,
    }
    if case.words != NO_WORDS:
        written["in_your_words"] = own_words.as_data(case.words)
    if case.following:
        written["from_your_words"] = dict(case.following)
    if case.misfits:
        written["does_not_fit"] = [own_words.misfit_as_data(each) for each in case.misfits]
    if case.beyond:
        written["beyond_the_articles"] = {each.trouble: each.help for each in BEYOND}
    if case.silent:
        written["articles_say_nothing"] = True
    if case.hanging is not None:
        written["hanging"] = {
            id: [{"id": kind.id(), "when": when} for kind, when in weighed(said)]
            for id, said in case.hanging.items()
        }
    return written | {"not_covered": NOT_COVERED}


def item_data(item: Item) -> dict[str, Any]:
    """Return one thing that is said, as data."""
    written: dict[str, Any] = {
        "id": item.id,
        "when": item.when,
        "kind": item.conclusion.kind,
        "text": item.text,
        "rows": list(item.conclusion.rows),
        "because": [_reason(reason) for reason in item.because],
    }
    extras = {
        "why": item.conclusion.why,
        "for": list(item.belongs_to),
        "lines": list(item.conclusion.lines),
        "set_aside_by": [cause.id() for cause in item.set_aside_by],
        "waits_for": item.waits_for,
    }
    return written | {key: value for key, value in extras.items() if value}


def _reason(reason: Reason) -> dict[str, Any]:
    written = {"rule": reason.rule, "why": reason.why, "rows": list(reason.rows)}
    return {**written, "facts": plain(reason.facts)}
