"""Answers as JSON has them."""

from collections.abc import Mapping

from kb.vocabulary.question import Answer

Plain = bool | int | str | list[str]
"""An answer as JSON has it: a list for a set."""


def plain(answers: Mapping[str, Answer]) -> dict[str, Plain]:
    """Return answers as JSON has them; the choices of a list are sorted."""
    return {
        id: sorted(answer) if isinstance(answer, frozenset) else answer
        for id, answer in answers.items()
    }
