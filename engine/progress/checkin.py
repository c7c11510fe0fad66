"""A check-in: of what a client said some time ago, what to ask again, and what stands meanwhile."""

import dataclasses
import datetime
import functools
import glob
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.cards import questions_in
from engine.derived import answers_from
from engine.dialogue import Before
from engine.gates import gates, live, open_questions
from engine.interview import Interview
from engine.own_words import OwnWords
from engine.progress.sessions import stem_of
from engine.scenarios import Scenario
from engine.words import DONT_KNOW, word
from kb.situation import MEASURES, QUESTIONS
from kb.vocabulary.question import Answer


@dataclass(frozen=True)
class CheckIn:
    """What a client said on the date of a file, seen from a later day.

    Asked again is what may have changed since then, by the declaration of the question, and can
    still change the advice. What was not answered then stays so, unless it applies only now, or
    an answer hangs on it that a file counts although nobody was asked whether it applies.
    """

    old: Scenario
    latest: Scenario
    """What was said last: in a check-in that was begun before, or else then."""
    words: OwnWords
    """What the client says in own words by now."""
    weeks: int
    """Whole weeks from what was said last to now; 0 where that has no date."""

    @functools.cached_property
    def standing(self) -> Mapping[str, Answer | None]:
        """All that was said, as it stands if nothing else has changed.

        Weeks have passed, and what followed from own words follows from those of now.
        """
        said = _said_in(self.latest)
        followed, follows = answers_from(self.latest.words), answers_from(self.words)
        now = {id: follows[id] for id in follows if id in said and said[id] == followed.get(id)}
        return {id: now.get(id, self._grown(id, said[id])) for id in QUESTIONS if id in said}

    @functools.cached_property
    def again(self) -> Mapping[str, Before]:
        """What may have changed, with the words that tell what Enter does."""
        return {
            id: Before(answer, self._reminder(id, answer))
            for id, answer in self.standing.items()
            if QUESTIONS[id].may_have_changed(answer)
        }

    def interview(self) -> Interview:
        """Return the interview that asks again: what cannot have changed is known in it."""
        was_open = {question.id for question in open_questions(live(self.old.answers))}
        left_out = frozenset(was_open - self.standing.keys() - self._gating)
        # What was said against the words counts, and so it is asked again like any other answer.
        following = {
            id: answer for id, answer in answers_from(self.words).items() if id not in self._against
        }
        return Interview(dict(self._known), following, left_out)

    def saying(self, words: OwnWords) -> "CheckIn":
        """Return the check-in in which the client puts it in other words by now."""
        return dataclasses.replace(self, words=words)

    def kept(self, interview: Interview) -> dict[str, Any]:
        """Return the parts of the scenario so far: what was said now, and what stands otherwise."""
        heard = {**self.standing, **interview.heard}
        merged = Interview({id: heard[id] for id in QUESTIONS if id in heard})
        answers, unknown = merged.counting, merged.open_unknown
        asked = interview.heard.keys() - self._known.keys()
        for id, answer in self._ungated.items():
            if asked.isdisjoint({id, *_gating_of(id)}):
                answers[id] = answer
        others = {id: a for id, a in merged.heard.items() if id not in {*answers, *unknown}}
        return {"answers": answers, "unknown": unknown, "not_applying": others, "beyond": False}

    @functools.cached_property
    def _known(self) -> Mapping[str, Answer | None]:
        return {id: answer for id, answer in self.standing.items() if id not in self.again}

    @functools.cached_property
    def _against(self) -> Mapping[str, Answer]:
        """What follows from own words, where something else was said and stands."""
        follows = answers_from(self.words)
        return {id: a for id, a in follows.items() if self.standing.get(id) not in (None, a)}

    @functools.cached_property
    def _ungated(self) -> Mapping[str, Answer]:
        """Answers that count in the file although it does not tell that they apply."""
        answers = self.latest.answers
        applying = live(answers)
        found = {id: self._grown(id, answer) for id, answer in answers.items()}
        return {id: a for id, a in found.items() if a is not None and id not in applying}

    @functools.cached_property
    def _gating(self) -> frozenset[str]:
        return frozenset().union(*map(_gating_of, self._ungated))

    def _grown(self, id: str, answer: Answer | None) -> Answer | None:
        if QUESTIONS[id].kind != "weeks" or not isinstance(answer, int):
            return answer
        return min(answer + self.weeks, QUESTIONS[id].at_most)

    def _reminder(self, id: str, answer: Answer | None) -> str:
        """Say what Enter does: of a number of weeks, what it must be by now."""
        before = _said_in(self.latest).get(id)
        if answer != before:
            return f"Enter takes {word(answer)} (then {word(before)})"
        follows = self._against.get(id)
        against = "" if follows is None else f" (your own words: {word(follows)})"
        return f"Enter keeps {DONT_KNOW if answer is None else word(answer)}{against}"


def check_in(old: Scenario, today: datetime.date, begun: Scenario | None = None) -> CheckIn:
    """Return the check-in for a file, seen from today; one that was `begun` goes on."""
    latest = begun or old
    days = (today - latest.date).days if latest.date else 0
    return CheckIn(old, latest, latest.words, max(0, days) // 7)


def never_asked(scenario: Scenario) -> int:
    """Return how many questions at most could change the advice, and were never asked."""
    interview = Interview(_said_in(scenario), answers_from(scenario.words))
    return interview.at_most() if interview.next_question() else 0


def beside(path: Path, today: datetime.date) -> Path:
    """Return the place of the new file: beside the old one, under its name with the date."""
    return path.with_name(f"{stem_of(path)}-{today}.toml")


def later_than(path: Path, old: Scenario, today: datetime.date) -> Path | None:
    """Return the last earlier check-in beside a file that is later than the file, if any."""
    dated = path.parent.glob(f"{glob.escape(stem_of(path))}-????-??-??.toml")
    later = [each for each in dated if beside(path, old.date or datetime.date.min) < each]
    return max((each for each in later if each < beside(path, today)), default=None)


def _said_in(scenario: Scenario) -> dict[str, Answer | None]:
    return {**dict.fromkeys(scenario.unknown), **scenario.answers, **scenario.not_applying}


@functools.cache
def _gating_of(id: str) -> frozenset[str]:
    """Return the questions that decide whether a question applies, and so on for these."""
    (question,) = (each for each in gates() if each[0].id == id)
    clauses = [clause for clause in question[1:] if clause is not None]
    read = {each for clause in clauses for each in questions_in(clause)}
    direct = {q for each in read for q in (MEASURES[each].of if each in MEASURES else (each,))}
    return frozenset(direct).union(*map(_gating_of, direct))
