"""Scenario files as cases: advised, or told that the articles have no answer."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from engine.complaints import visible
from engine.consultation import Consultation, consult
from engine.derived import answers_from, counting, misfits
from engine.report.case import Case
from engine.scenarios import Scenario
from kb.situation import QUESTIONS
from kb.vocabulary import Path
from kb.vocabulary.question import Answer

if TYPE_CHECKING:
    from engine.interview import Interview

NOTHING = Consultation((), (), (), (), None, frozenset(), {})
"""What somebody is told whom the articles cannot help."""


def case_of(
    scenario: Scenario, *, exact: bool = True, counted: bool = True, alone: bool = False
) -> Case:
    """Advise one client; who is beyond the articles gets no advice.

    If `exact`, what could still change the advice is worked out for all open questions; otherwise
    only for those answered "don't know", and whether anything could where there is no verdict: it
    takes a while. So does to count how many questions could, which is left out if not `counted`.
    If `alone`, all this is worked out for nobody else: faster for one, and slower for many.
    """
    if scenario.beyond:
        without = beyond_the_articles(scenario.name)
        return without._replace(answers=scenario.answers, unknown=scenario.unknown)
    answers, unknown = counting(scenario)
    found = consult(answers, unknown)
    case = Case(scenario.name, found, scenario.words, answers=answers, unknown=unknown)
    case = in_own_words(case, scenario.answers, answers)
    verdict, to_do = _has_verdict(found), found.at("now")
    if verdict and to_do and not unknown and not exact:
        return case._replace(hanging={})
    from engine.interview import Interview, says_nothing
    from engine.kernel.kernel import outset_after

    heard = dict.fromkeys(scenario.unknown) | dict(scenario.answers)
    start = outset_after(scenario.answers) if alone else None
    interview = Interview(heard, answers_from(scenario.words), start=start)
    if exact:
        return settled(case, interview, counted)
    silent = not verdict and says_nothing(interview.answers, start)
    upcoming = None if to_do else _upcoming(found, interview)
    return case._replace(silent=silent, hanging=interview.hanging(), upcoming=upcoming)


def beyond_the_articles(name: str) -> Case:
    """Return the case of somebody who needs another kind of help first."""
    return Case(name, NOTHING, beyond=True)


def in_own_words(case: Case, said: Mapping[str, Answer], counting: Mapping[str, Answer]) -> Case:
    """Add what follows from the client's own words, and what was said that does not fit them.

    `counting` are the answers that were said, and those that follow.
    """
    more = {id: answer for id, answer in counting.items() if id not in said}
    return case._replace(following=more, misfits=misfits(said, case.words))


def settled(case: Case, interview: "Interview", counted: bool = True) -> Case:
    """Add what could still change the advice, the next question that can, and how many can."""
    from engine.interview import says_nothing

    found, upcoming = case.consultation, _upcoming(case.consultation, interview)
    return case._replace(
        silent=not _has_verdict(found) and says_nothing(interview.answers, interview.start),
        hanging=interview.hanging(),
        unasked=interview.at_most() if upcoming and counted else 0,
        upcoming=upcoming,
    )


def _upcoming(found: Consultation, interview: "Interview") -> str | None:
    """Return the question to ask next: what decides a step of an open path goes first.

    Where nothing follows so far, it is what the story that was begun leads to.
    """
    if not _has_verdict(found):
        named = interview.next_of_the_story()
    elif found.next_question in interview.known:
        named = None
    else:
        named = QUESTIONS.get(found.next_question or "")
    if named is None or not interview.prospect().can_change(named.id):
        named = interview.next_question()
    return named.id if named else None


def verdictless(scenarios: Sequence[Scenario], cases: Sequence[Case]) -> Iterator[str]:
    """Yield a line that lists the clients about whom the articles say nothing, if there are any."""
    silent = [visible(s.source) for s, case in zip(scenarios, cases, strict=True) if case.silent]
    if silent:
        yield f"The articles say nothing about {len(silent)}: {', '.join(silent)}"


def unfitting(scenario: Scenario) -> Iterator[str]:
    """Yield for each answer that does not fit the client's own words a line with both places."""
    for misfit in () if scenario.beyond else misfits(scenario.answers, scenario.words):
        answer = f"answers.{misfit.following.derived.question}"
        words = ", ".join(misfit.following.derived.places)
        yield f"{visible(scenario.source)}: {answer} does not fit {words}; the answer counts"


def _has_verdict(found: Consultation) -> bool:
    return bool(found.contradictions) or any(
        issubclass(item.conclusion, Path) for item in found.items
    )
