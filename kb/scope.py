"""What five articles about a stuck working life cannot answer, and where help is to be found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beyond:
    """A kind of trouble that is beyond the articles, and the kind of help to look for."""

    trouble: str
    help: str


BEYOND = (
    Beyond(
        "acute distress, or thoughts of harming yourself",
        "Talk to somebody today: an emergency service, a crisis line, a doctor, or a person you "
        "trust. You do not have to be sure that it is bad enough.",
    ),
    Beyond(
        "threats, or work that is unsafe",
        "Get out of danger first. Then turn to the police, or to whoever watches over safety at "
        "work where you live.",
    ),
    Beyond(
        "harassment or discrimination",
        "Look for a union, a staff representative, an office for equal treatment or a lawyer, and "
        "keep a note of what happens and when.",
    ),
    Beyond(
        "a question about your contract, your visa or the law",
        "Ask a lawyer, a union or an advice centre, before you sign or resign.",
    ),
)

QUESTION = "Is one of these part of what troubles you now? If you are not sure, answer y."

STOPPED = (
    "Then career advice is not what you need first, and these five articles have no answer to it. "
    "You did right to say so. Please look for help of this kind:"
)

COMES_BACK = "When that is taken care of, come back: the questions about your work can wait."

NOT_COVERED = f"Not covered by these five articles: {'; '.join(each.trouble for each in BEYOND)}."
"""A line for every report."""

GUIDANCE = (
    "This is guidance from five articles. It is no decision about your employment, and no "
    "substitute for help with harassment, danger, distress or legal matters."
)
"""What a report is, and what it is not."""
