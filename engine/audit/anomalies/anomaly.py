"""The kinds of anomaly: what each code means, how grave it is, and the check that looks for it."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from engine.audit.anomalies.proofs import Proofs
from kb.vocabulary.question import Answer

Level = Literal["note", "warning", "error"]
LEVELS: tuple[Level, ...] = ("note", "warning", "error")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a `subject`: a rule, piece of advice, question or row.

    `source` is the file and line where it stands, where that is known; `witness` are the answers
    of a client who shows it, None where nobody can.
    """

    subject: str
    sentence: str
    source: str = ""
    witness: Mapping[str, Answer] | None = None


Check = Callable[[Proofs], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A kind of anomaly: its code and name, how grave it is, and how it is looked for."""

    code: str
    name: str
    level: Level
    check: Check

    @property
    def title(self) -> str:
        """What is wrong, in one sentence."""
        return self._paragraphs[0]

    @property
    def explanation(self) -> str:
        """Why it is wrong, what to do about it, and what the witness shows."""
        return "\n\n".join(self._paragraphs[1:])

    @property
    def _paragraphs(self) -> list[str]:
        return inspect.cleandoc(self.check.__doc__ or "").split("\n\n")


ANOMALIES: dict[str, Anomaly] = {}
"""Every kind of anomaly by its code; `engine.audit.anomalies` fills it."""


def anomaly(code: str, name: str, level: Level) -> Callable[[Check], Check]:
    """Register a check; the first paragraph of its docstring is the title, the rest its page."""

    def register(check: Check) -> Check:
        if code in ANOMALIES:
            raise ValueError(f"{code} is taken")
        ANOMALIES[code] = Anomaly(code, name, level, check)
        return check

    return register
