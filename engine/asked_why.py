"""Why a question is asked: the advice that hangs on it, through which rules and rows."""

from engine.cards import RuleCard
from engine.interview import Interview
from engine.kernel.said import told, weighed
from engine.reading import cards_of
from kb.knowledge_base import KnowledgeBase
from kb.situation import MEASURES
from kb.vocabulary import Question

MOST_ADVICE = 3
MOST_RULES = 3
"""How much is named; the rest is counted."""


def asked_why(question: Question, interview: Interview) -> tuple[str, ...]:
    """Return lines that tell what an answer can still change, given the others."""
    hanging = weighed(interview.hanging_on(question.id))
    lines = [f"Your answer can change {_pieces(len(hanging))} of advice:"]
    lines += [f"- {told(said)}" for said in hanging[:MOST_ADVICE]]
    if len(hanging) > MOST_ADVICE:
        lines.append(f"- and {len(hanging) - MOST_ADVICE} more")
    rules = [card for card in cards_of(KnowledgeBase) if _reads(card, question)]
    named = [f"{card.name} [{', '.join(card.rows)}]" for card in rules[:MOST_RULES]]
    if len(rules) > MOST_RULES:
        named.append(f"and {len(rules) - MOST_RULES} more")
    return (*lines, f"through the rules {'; '.join(named)}.")


def _pieces(number: int) -> str:
    return "one piece" if number == 1 else f"{number} pieces"


def _reads(card: RuleCard, question: Question) -> bool:
    for id in card.questions:
        if id == question.id or (id in MEASURES and question.id in MEASURES[id].of):
            return True
    return False
