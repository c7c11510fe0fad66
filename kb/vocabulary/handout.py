"""What is written on paper with a client: sheets to fill in, days to plan with, and pictures."""

from dataclasses import dataclass

from kb.vocabulary.conclusion import Conclusion

Kind = type[Conclusion]


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to fill in on a sheet.

    `said` names what fills it where the client has said it: the id of a question, or a place in the
    client's own words such as "request.wording"; "boss" is whoever of the people has that role.
    What `without` names is left out of that. `room` is the number of lines to write on.
    """

    label: str
    said: str = ""
    without: str = ""
    room: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet: its heading, and what to fill in below it."""

    heading: str
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to fill in for whoever is given any of the conclusions it is `of`.

    The parts of a sheet of a script have the lines of the script for headings. `opens` is what a
    step may wait for, in its words, and what filling in the sheet brings about.
    """

    title: str
    of: tuple[Kind, ...]
    parts: tuple[Part, ...]
    first: tuple[Blank, ...] = ()
    opens: str = ""


def script_sheet(
    title: str, script: Kind, *parts: tuple[Blank, ...], first: tuple[Blank, ...] = ()
) -> Sheet:
    """Make the sheet of a script: what to fill in below each of its lines."""
    headed = zip(script.lines, parts, strict=True)
    return Sheet(title, (script,), tuple(Part(line, blanks) for line, blanks in headed), first)


@dataclass(frozen=True, slots=True)
class Pace:
    """What an article says about time to whoever is given `said`."""

    said: Kind
    remark: str


@dataclass(frozen=True, slots=True)
class Hurry(Pace):
    """A pace at which the first step is due so many days after the start, and the others with it.

    The other steps are those of `said`, where it is a path, and of the paths that it serves.
    """

    days: int = 0


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two questions with lists of the same words, to be laid side by side in a picture."""

    title: str
    now: str
    wanted: str
    now_words: str
    wanted_words: str


@dataclass(frozen=True, slots=True)
class Balance:
    """Two counts to be set against each other in a picture."""

    title: str
    gain: str
    loss: str
    gain_words: str
    loss_words: str
