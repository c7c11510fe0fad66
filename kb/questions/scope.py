"""The question that is asked before all others: whether the articles can help at all."""

from kb.scope import QUESTION
from kb.vocabulary import Question

BEYOND = Question("beyond_the_articles", QUESTION, "yes/no", "nobody")
"""Whoever says yes to it needs another kind of help first; no rule reads it."""
