"""One session with one person: the question of scope, the interview, and the case to report."""

from engine.console import Console, is_beyond
from engine.consultation import consult
from engine.dialogue import Dialogue, Left
from engine.interview import Interview, says_nothing
from engine.journal import NAME, Journal
from engine.report.case import Case


def hold(journal: Journal, console: Console, beyond: bool | None) -> Case | None:
    """Hold an interview and keep every answer; None when the person leaves before it begins.

    `beyond` is the answer to the question of scope; None if it is still to be asked.
    """
    if beyond is None:
        beyond = journal.beyond
    if beyond is None:
        beyond = is_beyond(console)
    if beyond is None:
        return None
    if beyond:
        return Case(NAME, consult({}), beyond=True)
    interview = Interview(journal.heard)
    dialogue = Dialogue(interview, console, journal.note)
    try:
        dialogue.converse()
        journal.close(dialogue.own_words(journal.words))
    except Left:
        pass
    unasked = interview.at_most() if interview.next_question() else 0
    return Case(
        NAME,
        interview.consult(),
        journal.words,
        silent=says_nothing(interview.answers),
        hanging=interview.hanging(),
        unasked=unasked,
    )
