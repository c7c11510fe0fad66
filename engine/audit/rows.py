"""Which question, rule or text carries each row of the catalogue, and why some are left out."""

from dataclasses import dataclass

from engine.reading import cards_of, conclusions_of
from kb.articles import ROWS
from kb.articles.left_out import LEFT_OUT
from kb.knowledge_base import KnowledgeBase
from kb.situation import QUESTIONS


@dataclass(frozen=True, slots=True)
class Carriers:
    """What cites a row: ids of questions, rules and conclusions; `left_out` says why none does."""

    row: str
    questions: tuple[str, ...]
    rules: tuple[str, ...]
    conclusions: tuple[str, ...]
    left_out: str

    @property
    def carried(self) -> bool:
        """Whether anything carries the row."""
        return bool(self.questions or self.rules or self.conclusions)

    @property
    def words(self) -> str:
        """All carriers in a line, or the reason why there are none."""
        named = (
            *(f"question {id}" for id in self.questions),
            *(f"rule {id}" for id in self.rules),
            *(f"text {id}" for id in self.conclusions),
        )
        return ", ".join(named) or f"left out: {self.left_out or 'no reason given'}"


def carriers() -> tuple[Carriers, ...]:
    """Return the carriers of every row, in the order of the catalogue."""
    return tuple(
        Carriers(
            row=row,
            questions=tuple(q.id for q in QUESTIONS.values() if row in q.rows),
            rules=tuple(card.name for card in cards_of(KnowledgeBase) if row in card.rows),
            conclusions=tuple(c.id() for c in conclusions_of(KnowledgeBase) if row in c.rows),
            left_out=LEFT_OUT.get(row, ""),
        )
        for row in ROWS
    )
