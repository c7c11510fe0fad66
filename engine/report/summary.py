"""How many people get what, as a table, as JSON and as a page with bars."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.columns.summary import FEWEST, Line, Summary, shares
from engine.complaints import visible
from engine.report.json_text import json_text
from engine.report.page import page
from engine.report.tables import table

HIDDEN = "*"
"""Stands for a number that is not shown."""
_NOTE = (
    f"{HIDDEN} is not shown: it would tell of fewer than {FEWEST} people, directly or by"
    " subtraction."
)


def render(summary: Summary, form: str) -> str:
    """Write a summary as table, json or html."""
    match form:
        case "json":
            return json_text(_data(summary))
        case "html":
            return _page(summary)
        case _:
            return _table(summary)


def _table(summary: Summary) -> str:
    headers = ("", *map(visible, summary.groups), "all")
    rows = [
        (name, *map(_number, (*line.by_group, line.all)))
        for name, line in (
            (summary.people.subject, summary.people),
            *((_titled(line), line) for line in summary.lines),
        )
    ]
    left_out = f"{_left_out(summary)}\n" if summary.rejected else ""
    return f"{table(headers, rows)}\n\n{_NOTE}\n{left_out}"


def _left_out(summary: Summary) -> str:
    """Say how many rows are in none of the numbers."""
    one = summary.rejected == 1
    rows = "1 row is left out: it" if one else f"{summary.rejected} rows are left out: they"
    return f"{rows} could not be read. -o FILE tells what is wrong with each."


def _titled(line: Line) -> str:
    """Return what a line is about, and whether that is a path or a finding."""
    return f"{line.subject.replace('_', ' ')} ({line.kind})"


def _number(count: int | None) -> str:
    return HIDDEN if count is None else str(count)


def _data(summary: Summary) -> dict[str, Any]:
    return {
        "by": summary.by,
        "rejected": summary.rejected,
        "groups": list(summary.groups),
        "people": _line(summary, summary.people),
        "lines": [
            {"id": line.subject, "kind": line.kind, **_line(summary, line)}
            for line in summary.lines
        ],
        "not_shown": _NOTE,
    }


def _line(summary: Summary, line: Line) -> dict[str, Any]:
    return {"groups": dict(zip(summary.groups, line.by_group, strict=True)), "all": line.all}


def _page(summary: Summary) -> str:
    """Write a page that needs nothing but itself."""
    notes = [f"{_NOTE} Groups stand in the order of the alphabet."]
    return page(
        "summary.html",
        "summary.css",
        title=f"Advice by {visible(summary.by)}",
        notes=[*notes, _left_out(summary)] if summary.rejected else notes,
        lines=[{"title": _titled(line), "rows": [*_bars(summary, line)]} for line in summary.lines],
    )


def _bars(summary: Summary, line: Line) -> Iterator[Mapping[str, Any]]:
    """Yield a bar a group, as long as the share of the group, and one for all."""
    known, people = shares(line, summary.people), summary.people
    for place, group in enumerate(summary.groups):
        words = f"{_number(line.by_group[place])} of {_number(people.by_group[place])}"
        yield {"name": visible(group), "words": words, "share": known.get(place)}
    share = line.all / people.all if line.all is not None and people.all else None
    yield {"name": "all", "words": f"{_number(line.all)} of {_number(people.all)}", "share": share}
