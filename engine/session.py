"""One session with one person: the question of scope, the interview, and the case to report."""

from collections.abc import Callable

from engine.cases import beyond_the_articles, in_own_words, settled
from engine.console import Console, is_beyond
from engine.derived import answers_from
from engine.dialogue import Dialogue, Left
from engine.interview import Interview
from engine.journal import Journal
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
        return beyond_the_articles(journal.name)
    interview = Interview(journal.heard, answers_from(journal.words))
    dialogue = Dialogue(interview, console, _keeping(journal, console))
    try:
        dialogue.converse()
        dialogue.own_words(journal.words, journal.close)
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


def _keeping(journal: Journal, console: Console) -> Callable[[Interview], None]:
    """Return what keeps an answer, and says so at once when that does not work."""

    def keep(interview: Interview) -> None:
        before = journal.trouble
        journal.note(interview)
        if journal.trouble and journal.trouble != before:
            console.say(f"  Not kept: {journal.trouble}")

    return keep
