"""An answer as JSON: the stable contract, described in docs/json.md."""

import json
from collections.abc import Iterable
from typing import Any

from engine.consultation import Consultation, Item
from engine.explanation import Reason


def render(consultations: Iterable[tuple[str, Consultation]]) -> str:
    """Write named consultations as one JSON document."""
    scenarios = [_scenario(name, consultation) for name, consultation in consultations]
    return json.dumps({"scenarios": scenarios}, indent=2, ensure_ascii=False) + "\n"


def _scenario(name: str, consultation: Consultation) -> dict[str, Any]:
    return {
        "name": name,
        "advice": [_item(item) for item in consultation.items],
        "contradictions": [_item(item) for item in consultation.contradictions],
        "unanswered": list(consultation.unanswered),
        "next_question": consultation.next_question,
    }


def _item(item: Item) -> dict[str, Any]:
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
    facts = {
        question: sorted(answer) if isinstance(answer, frozenset) else answer
        for question, answer in reason.facts.items()
    }
    return {"rule": reason.rule, "why": reason.why, "rows": list(reason.rows), "facts": facts}
