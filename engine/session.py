"""One session with one person: the question of scope, the interview, and the case to report."""

from collections.abc import Callable

from engine.cases import beyond_the_articles, in_own_words, settled
from engine.console import Console, Left, is_beyond
from engine.derived import answers_from
from engine.dialogue import LAST, NOTHING_LEFT, OPENING, OPENING_AT_THE_END, Dialogue
from engine.interview import Interview
from engine.journal import Journal
from engine.own_words import OwnWords
from engine.own_words.asked import ask_own_words, ask_what_is_met
from engine.progress.checkin import CheckIn
from engine.report.case import Case

OPENING_AGAIN = (
    "Only what may have changed since is asked, with the answer of then: Enter keeps it. Other "
    "keys: ? why this is asked, b back, c change an answer, q stop; what is not asked stands."
)
NOTHING_AGAIN = (
    "\nNothing is asked again: of what was answered, nothing that may have changed since could "
    "change the advice."
)
LAST_AGAIN = "That was the last question that is asked again."


def hold(journal: Journal, console: Console, beyond: bool | None) -> Case | None:
    """Hold an interview and keep every answer; None when the person leaves before it begins.

    `beyond` is the answer to the question of scope; None if it is still to be asked. A yes of an
    earlier session may be over by now, and is asked again.
    """
    if beyond is None:
        beyond = False if journal.beyond is False else is_beyond(console, journal.beyond)
    if beyond is None:
        return None
    if beyond:
        if journal.chosen:  # of such trouble no trace is left unasked
            journal.record(beyond=True)
        return beyond_the_articles(journal.name)
    interview = Interview(journal.heard, answers_from(journal.words))
    dialogue = Dialogue(interview, console, _keeping(journal, console, journal.note))
    left = interview.next_question()
    try:
        dialogue.converse(OPENING if left else OPENING_AT_THE_END, LAST if left else NOTHING_LEFT)
        ask_own_words(console, journal.words, journal.close)
    except Left:
        pass
    counting = interview.counting
    case = Case(
        journal.name,
        interview.consult(),
        journal.words,
        answers=counting,
        unknown=interview.open_unknown,
    )
    said = {id: counting[id] for id in counting if interview.heard.get(id) is not None}
    return settled(in_own_words(case, said, counting), interview)


def hold_again(journal: Journal, console: Console, again: CheckIn) -> bool:
    """Ask again what may have changed, and keep every answer; tell whether it came to its end.

    Nothing is kept where the person leaves before the first answer. That no other help is needed
    is not taken from then: it has to be typed.
    """
    beyond = is_beyond(console, again.latest.beyond or None)
    if beyond is None:
        return False
    if beyond:
        # Under the date of now, and so with the weeks that have passed.
        journal.record(**{**again.kept(again.interview()), "beyond": True})
        return True

    def keep_words(words: OwnWords) -> None:
        so_far = again.saying(words)
        journal.record(words=words, **so_far.kept(so_far.interview()))

    try:
        ask_what_is_met(console, journal.words, keep_words)
        again = again.saying(journal.words)
        interview = again.interview()
        keep = _keeping(journal, console, lambda now: journal.record(**again.kept(now)))
        dialogue = Dialogue(interview, console, keep, again.again)
        if interview.next_question():
            dialogue.converse(OPENING_AGAIN, LAST_AGAIN)
        else:
            console.say(NOTHING_AGAIN)
            keep(interview)
    except Left:
        return False
    ask_own_words(console, journal.words, journal.close)
    return True


def _keeping(
    journal: Journal, console: Console, note: Callable[[Interview], None]
) -> Callable[[Interview], None]:
    """Return what keeps an answer, and says so at once when that does not work."""

    def keep(interview: Interview) -> None:
        before = journal.trouble
        note(interview)
        if journal.trouble and journal.trouble != before:
            console.say(f"  Not kept: {journal.trouble}")

    return keep
