"""What became of the advice in a document, for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from engine.complaints import visible
from engine.report.explained import WHEN
from engine.verification import Moved, Verified

MOST_MOVED = 100
"""How many pieces of advice that moved are told one by one; hardly any client has as many."""

_OTHER = "It was made with another knowledge base than the present one."
_CHANGED = (
    "It names the present knowledge base, which says otherwise: the document was changed later."
)


def render(found: Iterable[Verified], width: int) -> str:
    """Write for each client whether the same advice follows, and what ended, began or moved."""
    lines = [line for each in found for line in _lines(each)]
    wrapped = (_wrapped(line, width) for line in lines)
    return "\n".join(line for part in wrapped for line in part) + "\n"


def _lines(each: Verified) -> Iterator[str]:
    count = len(each.record.said)
    pieces = f"{count} piece{'' if count == 1 else 's'} of advice"
    record = each.record
    name = visible(record.name) if record.alone else f"{record.place}, {visible(record.name)}"
    if each.holds:
        yield f"{name}: the same advice still follows ({pieces})."
    else:
        yield f"{name}: it is not the advice that follows now."
    for moved in each.moved[:MOST_MOVED]:
        yield f"  - {_became(moved)}: {visible(moved.text or moved.id)}"
    if len(each.moved) > MOST_MOVED:
        yield f"  - ... and {len(each.moved) - MOST_MOVED} more; {len(each.moved)} in all"
    if each.worded:
        yield f"  - {each.worded} in other words, for other reasons or in another order."
    if not each.knows:
        yield f"  - {_OTHER}"
    elif not each.holds:
        yield f"  - {_CHANGED}"


def _became(moved: Moved) -> str:
    if moved.after is None:
        return "Ended"
    then = WHEN.get(moved.after, moved.after)
    if moved.before is None:
        return f"Began ({then})"
    return f"Moved ({visible(WHEN.get(moved.before, moved.before))} -> {then})"


def _wrapped(line: str, width: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.wrap(line, width, subsequent_indent=indent)
