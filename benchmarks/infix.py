"""Conditions as text, for peers whose rules are written with "and", "or" and brackets."""

import json
from collections.abc import Callable, Iterable

from benchmarks.language import Language
from engine.logic import Logic


def infix(negation: str, conjunction: str, disjunction: str, true: str, false: str) -> Logic[str]:
    """Return the logic of a language, by its words."""

    def joining(word: str, of_none: str) -> Callable[[Iterable[str]], str]:
        def join(texts: Iterable[str]) -> str:
            parts = tuple(texts)
            return f"({f' {word} '.join(parts)})" if len(parts) > 1 else "".join(parts) or of_none

        return join

    return Logic(
        lambda text: f"({negation} {text})",
        joining(conjunction, true),
        joining(disjunction, false),
    )


def with_null(named: Callable[[str, str, bool], str]) -> Language[str]:
    """Return a language in which no answer is null; `named` writes what a list has, or not."""

    def in_range(id: str, low: int, high: int | None) -> str:
        limit = "" if high is None else f" and {id} <= {high}"
        return f"({id} != null and {id} >= {low}{limit})"

    logic = infix("not", "and", "or", "true", "false")
    return Language(
        logic,
        one_of=lambda id, values: logic.some(f"{id} == {json.dumps(value)}" for value in values),
        in_range=in_range,
        names=lambda id, choice, present: f"({id} != null and {named(id, choice, present)})",
        given=lambda id: f"{id} != null",
        concluded=lambda conclusion: f"c_{conclusion.id()}",
    )
