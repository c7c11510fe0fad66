"""Receipts: by which program, which knowledge and which answers a report was made."""

import functools
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kb.vocabulary.question import Answer

SHORT = 12
"""How many digits of a hash are shown to people."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a report was made by and from; `knowledge` and `answers` are SHA-256 in 64 digits.

    The hash of the knowledge is that of everything that decides or is read; two versions of the
    program that know the same have the same one.
    """

    program: str
    knowledge: str
    answers: str
    command: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The receipt for a reader, the hashes cut short."""
        return (
            f"{self.program}, knowledge {self.knowledge[:SHORT]}, answers {self.answers[:SHORT]}",
            self.command,
        )


def receipt_of(
    answers: Mapping[str, Answer], unknown: Iterable[str], beyond: bool, command: str
) -> Receipt:
    """Return the receipt for what one client answered; `command` is what was typed."""
    said = answers_data(answers, unknown, beyond)
    return Receipt(program(), knowledge_hash(), answers_hash(said), command)


def answers_data(
    answers: Mapping[str, Answer], unknown: Iterable[str], beyond: bool
) -> dict[str, Any]:
    """Return what one client answered, as data; `beyond` is told only where it holds."""
    from kb.situation import QUESTIONS

    written = {
        id: sorted(answer) if isinstance(answer, frozenset) else answer
        for id, answer in ((id, answers[id]) for id in QUESTIONS if id in answers)
    }
    left_open = frozenset(unknown)
    data = {"answers": written, "unknown": [id for id in QUESTIONS if id in left_open]}
    return data | ({"beyond": True} if beyond else {})


def with_receipt(
    answers: Mapping[str, Answer], unknown: Iterable[str], beyond: bool, command: str
) -> dict[str, Any]:
    """Return what one client answered, and the receipt for it, as every JSON document holds it."""
    unknown = tuple(unknown)
    said = answers_data(answers, unknown, beyond)
    receipt = receipt_of(answers, unknown, beyond, command)
    return {"answers": said["answers"], "unknown": said["unknown"], "receipt": asdict(receipt)}


def answers_hash(said: Mapping[str, Any]) -> str:
    """Return the hash of answers as data; their order makes no difference."""
    return _hash({**said, "unknown": sorted(said["unknown"])})


@functools.cache
def program() -> str:
    """Return the name and the version of this program."""
    from importlib.metadata import version

    return f"unstuck {version('unstuck')}"


@functools.cache
def knowledge_hash() -> str:
    """Return the hash of the knowledge base: its rules, questions, texts, sources and limits."""
    from engine.base import our_base
    from engine.export.as_json import base_data
    from kb.articles import ROWS
    from kb.scope import BEYOND, NOT_COVERED

    return _hash(
        {
            "base": base_data(our_base()),
            "rows": [*map(repr, ROWS.values())],
            "scope": [*map(repr, BEYOND), NOT_COVERED],
        }
    )


def _hash(data: Any) -> str:
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
