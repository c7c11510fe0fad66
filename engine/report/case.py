"""One person's case, as a report tells it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from engine.consultation import Consultation
from engine.derived import Misfit
from engine.kernel.said import Said
from engine.own_words import NO_WORDS, OwnWords
from kb.vocabulary.question import Answer


class Case(NamedTuple):
    """A name, the advice, and what stands around it.

    `beyond` tells that the articles have no answer to what troubles this person, who is told where
    to look for help instead. `silent` tells that no answer could make the articles say anything.
    `hanging` is what each question answered "don't know" could still change (None: not worked
    out), `unasked` the number of questions that could, too, and were not asked, and `upcoming` the
    one of these to ask next. `following` are the answers that were not given, and follow from the
    client's own words; `misfits` are those given that do not fit them. `answers` and `unknown` are
    what all this was worked out from: what was said, and what follows.
    """

    name: str
    consultation: Consultation
    words: OwnWords = NO_WORDS
    beyond: bool = False
    silent: bool = False
    hanging: Mapping[str, tuple[Said, ...]] | None = None
    unasked: int = 0
    upcoming: str | None = None
    following: Mapping[str, Answer] = MappingProxyType({})
    misfits: tuple[Misfit, ...] = ()
    answers: Mapping[str, Answer] = MappingProxyType({})
    unknown: frozenset[str] = frozenset()
