"""Why a question is asked: the advice that hangs on it, through which rules and rows."""

from engine.base import Kind
from engine.cards import RuleCard
from engine.interview import Interview
from engine.kernel.said import told, weighed
from engine.reading import cards_of
from kb.knowledge_base import KnowledgeBase
from kb.situation import MEASURES
from kb.vocabulary import Contradiction, Question

MOST_NAMED = 3
"""How many rules are told; the advice that hangs on the answer is counted."""


def asked_why(question: Question, interview: Interview) -> tuple[str, ...]:
    """Return lines that tell what an answer can still change, given the others.

    First comes what the rules decide that read the answer themselves, then all that follows. What
    only tells of answers that contradict each other is left out, unless there is nothing else.
    """
    hanging = weighed(interview.hanging_on(question.id))
    if not hanging:
        return ("Nothing can change by this any more: your other answers have decided it.",)
    hanging = tuple(said for said in hanging if not _reproaches(said[0])) or hanging
    reading = [card for card in cards_of(KnowledgeBase) if _reads(card, question)]
    cards = [card for card in reading if not all(map(_reproaches, card.then))] or reading
    lines = ["Together with other answers, yours decides whether this holds for you:"]
    lines += [_decided_by(card) for card in cards[:MOST_NAMED]]
    if len(cards) > MOST_NAMED:
        lines.append(f"- and {len(cards) - MOST_NAMED} more")
    pieces = "one piece" if len(hanging) == 1 else f"{len(hanging)} pieces"
    return (*lines, f"It can still change {pieces} of advice, such as: {told(hanging[0])}")


def _decided_by(card: RuleCard) -> str:
    texts = " ".join(told((conclusion, "note")) for conclusion in card.then)
    return f"- {texts} [{', '.join(card.rows)}]"


def _reproaches(conclusion: Kind) -> bool:
    return issubclass(conclusion, Contradiction)


def _reads(card: RuleCard, question: Question) -> bool:
    for id in card.questions:
        if id == question.id or (id in MEASURES and question.id in MEASURES[id].of):
            return True
    return False
