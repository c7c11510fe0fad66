"""The interview: which question comes next, at most how many more, and what hangs on each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.consultation import Consultation, consult
from engine.gates import led_to_by, live, open_questions
from engine.kernel.bound import most_questions
from engine.kernel.kernel import Prospect, outset
from engine.kernel.said import Said
from kb.situation import QUESTIONS
from kb.vocabulary import Question
from kb.vocabulary.question import Answer


@dataclass(slots=True)
class Interview:
    """What one person has said so far, in the order of asking; None stands for "don't know".

    A question is asked when its answer can still change the advice, whatever the rest may be.
    Changing an answer keeps the others: what the change closes no longer counts, and counts again
    when it is opened again. `following` are answers that follow from elsewhere: they fill in what
    is not answered, and are not asked for. What is `left_out` is not asked either, and stays
    without an answer. `start` is what may be said to all who have given some answers, where that is
    at hand; it is used as long as these are heard.
    """

    heard: dict[str, Answer | None] = field(default_factory=dict)
    following: Mapping[str, Answer] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    start: Prospect | None = None
    _last: tuple[dict[str, Answer | None], Prospect] | None = None

    @property
    def known(self) -> dict[str, Answer | None]:
        """What was said, and what follows where nothing was said or nothing is known."""
        more = {id: a for id, a in self.following.items() if self.heard.get(id) is None}
        return {**self.heard, **more}

    @property
    def settled(self) -> dict[str, Answer | None]:
        """What is not asked any more: what is left out, too, and stays without an answer."""
        return {**dict.fromkeys(self.left_out), **self.known}

    @property
    def answers(self) -> dict[str, Answer]:
        """The known answers, whether their questions apply or not."""
        return {id: answer for id, answer in self.known.items() if answer is not None}

    @property
    def unknown(self) -> frozenset[str]:
        """The questions answered "don't know"."""
        return frozenset(id for id, answer in self.known.items() if answer is None)

    @property
    def counting(self) -> dict[str, Answer]:
        """The known answers to questions that apply."""
        return live(self.answers)

    @property
    def open_unknown(self) -> frozenset[str]:
        """The questions answered "don't know" that apply."""
        return self.unknown.intersection(each.id for each in open_questions(self.counting))

    def _before(self, settled: Mapping[str, Answer | None]) -> Prospect:
        """Return what may be said to many, among them all who have settled these questions so."""
        start = self.start
        if start is not None and start.space.heard.items() <= settled.items():
            return start
        return outset()

    def prospect(self) -> Prospect:
        """Return what may still be said; worked out from what it was before the last answers."""
        settled = self.settled
        before, last = self._last or ({}, self._before(settled))
        if before.items() <= settled.items():
            new = {id: answer for id, answer in settled.items() if id not in before}
        else:
            last, new = self._before(settled), settled
        self._last = settled, last.after(new) if new else last
        return self._last[1]

    def next_question(self) -> Question | None:
        """Return the next question that can change the advice, or None when none can."""
        prospect, settled = self.prospect(), self.settled
        for question in open_questions(self.counting):
            if question.id not in settled and prospect.can_change(question.id):
                return question
        return None

    def next_of_the_story(self) -> Question | None:
        """Return the question that the last of the answers, in the order of asking, has led to.

        None where no question that an answer has led to can change the advice.
        """
        prospect, settled, order = self.prospect(), self.settled, [*QUESTIONS]
        found = [
            (max(map(order.index, answered)), question)
            for question in open_questions(self.counting)
            if (answered := self.counting.keys() & led_to_by(question))
            if question.id not in settled and prospect.can_change(question.id)
        ]
        return max(found, key=lambda each: each[0])[1] if found else None

    def at_most(self) -> int:
        """Return how many questions there are to come at most; never more than before an answer."""
        prospect = self.prospect()
        return most_questions(prospect.space, prospect.relevant, self.settled)

    def hanging_on(self, question: str) -> tuple[Said, ...]:
        """Return the advice that the answer to one question can change, given the others."""
        others = {id: answer for id, answer in self.settled.items() if id != question}
        return tuple(self._before(others).after(others).hanging_on(question))

    def consult(self) -> Consultation:
        """Return the advice so far."""
        return consult(self.counting, self.open_unknown)

    def hanging(self) -> dict[str, tuple[Said, ...]]:
        """Return what each question answered "don't know" could still change, if anything."""
        open_unknown = self.open_unknown
        hanging = {id: self.hanging_on(id) for id in QUESTIONS if id in open_unknown}
        return {id: said for id, said in hanging.items() if said}

    def in_order(self) -> tuple[str, ...]:
        """Return the questions that were asked and apply, in the order of the catalogue."""
        applying = {*self.counting, *self.open_unknown}
        return tuple(id for id in QUESTIONS if id in applying and id in self.heard)


def says_nothing(answers: Mapping[str, Answer], start: Prospect | None = None) -> bool:
    """Tell whether no answer to an open question could make the articles say anything else."""
    return Interview(dict(answers), start=start).next_question() is None
