"""How many people get what, as a table, as JSON and as a page with bars."""

from collections.abc import Iterator
from html import escape
from typing import Any

from engine.columns.summary import FEWEST, Line, Summary, shares
from engine.complaints import visible
from engine.report.json_text import json_text
from engine.report.tables import table

HIDDEN = "*"
"""Stands for a number that is not shown."""
_NOTE = (
    f"{HIDDEN} is not shown: it would tell of fewer than {FEWEST} people, directly or by"
    " subtraction."
)
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; } td, th { padding: .1rem .6rem .1rem 0; text-align: left; }
th { font-weight: normal; overflow-wrap: anywhere; }
td.n { text-align: right; white-space: nowrap; }
svg { display: block; height: auto; max-width: 202px; min-width: 4rem; width: 26vw; }
rect.share { fill: #3b6ea5; } rect.whole { fill: #e4e9ef; }
@media (prefers-color-scheme: dark) {
  body { background: #16191d; color: #e6e6e6; } rect.whole { fill: #343b44; }
  rect.share { fill: #7fb0e6; }
}
"""


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
    rows = "1 row is" if summary.rejected == 1 else f"{summary.rejected} rows are"
    return f"{rows} left out, as they could not be read: -o FILE tells what is wrong with each."


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
    title = f"Advice by {escape(visible(summary.by))}"
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        f"<p>{escape(_NOTE)} Groups stand in the order of the alphabet.</p>\n",
        f"<p>{escape(_left_out(summary))}</p>\n" if summary.rejected else "",
        *(part for line in summary.lines for part in _bars(summary, line)),
        "</body>\n</html>\n",
    ]
    return "".join(parts)


def _bars(summary: Summary, line: Line) -> Iterator[str]:
    """Write one line: a bar a group, as long as the share of the group."""
    known = shares(line, summary.people)
    yield f"<h2>{escape(_titled(line))}</h2>\n<table>\n"
    for place, group in enumerate(summary.groups):
        of = f"{_number(line.by_group[place])} of {_number(summary.people.by_group[place])}"
        name = escape(visible(group))
        yield (
            f'<tr><th scope="row">{name}</th><td>{_bar(known.get(place), of)}</td>'
            f'<td class="n">{of}</td></tr>\n'
        )
    total = f"{_number(line.all)} of {_number(summary.people.all)}"
    share = line.all / summary.people.all if line.all is not None and summary.people.all else None
    yield (
        f'<tr><th scope="row">all</th><td>{_bar(share, total)}</td>'
        f'<td class="n">{total}</td></tr>\n</table>\n'
    )


def _bar(share: float | None, words: str) -> str:
    if share is None:
        return ""
    return (
        f'<svg viewBox="0 0 202 14" role="img" aria-label="{words}">'
        '<rect class="whole" width="200" height="12" y="1"/>'
        f'<rect class="share" width="{share * 200:.1f}" height="12" y="1"/></svg>'
    )
