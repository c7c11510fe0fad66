"""A knowledge base that cannot be read: which rule or line it is, told without a traceback."""

import difflib
import traceback
from pathlib import Path

_PROJECT = Path(__file__).absolute().parent.parent
_KNOWLEDGE = _PROJECT / "kb"
_OF_ITS_OWN = (_KNOWLEDGE / "vocabulary", _KNOWLEDGE / "shell.py")


class UnreadableRuleError(Exception):
    """A rule says something outside the safe subset of Experta; the message names rule and part."""


def unreadable(error: Exception) -> str | None:
    """Say what cannot be read, and where; None where something else went wrong."""
    if isinstance(error, UnreadableRuleError):
        return str(error)
    place = _place_of(error)
    if place is None:
        return None
    path, number = place
    where = f"{path.relative_to(_PROJECT).as_posix()}: line {number}"
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    in_one_line = "".join(filter(str.isprintable, " ".join(said.split())))
    return f"{where}: {type(error).__name__}: {in_one_line}{_nearest(error)}"


def _nearest(error: Exception) -> str:
    """Return the name that is spelt most like one that is not there."""
    if not isinstance(error, NameError) or error.__traceback__ is None:
        return ""
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    there = [*frame.f_locals, *frame.f_globals]
    near = difflib.get_close_matches(error.name or "", there, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _place_of(error: Exception) -> tuple[Path, int] | None:
    """Return the line of the knowledge base that Python stumbled on while it was imported."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        path = Path(error.filename)
        return (path, error.lineno) if path.is_relative_to(_KNOWLEDGE) else None
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(_KNOWLEDGE)
    ]
    if all(frame.name != "<module>" for frame in frames):
        return None
    # What the vocabulary refuses is wrong where it was used; it does so by a ValueError.
    used = [frame for frame in frames if not _is_vocabulary(Path(frame.filename))]
    last = (used if used and isinstance(error, ValueError) else frames)[-1]
    return Path(last.filename), last.lineno or 0


def _is_vocabulary(path: Path) -> bool:
    return any(path.is_relative_to(each) for each in _OF_ITS_OWN)
