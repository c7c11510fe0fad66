"""The page of the benchmark, and its tables for a terminal."""

import datetime
import importlib.metadata
import os
import platform
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from tabulate import tabulate

from benchmarks.part import Part, Table

PICTURE = "images/benchmarks.svg"

_HEAD = """\
# Benchmarks

What `unstuck` takes, against what could be used instead, on the same rules and people. This page
and its picture are written by

```sh
python -m pip install -e '.[bench]'
python -m benchmarks --write
```

`python -m benchmarks person growth` measures some parts only, `--small` shows that it works, and
without `--write` the tables are printed. What is not installed is left out, and said.

**How it is measured.** Whatever is compared is measured in turn in one run, round by round. A ratio
is the median of the ratios of the rounds; beside each median stand the quartiles, between which
half of the rounds lie. A machine changes its speed from one minute to the next: only the ratios
count, and only those of one table. Nothing in the tests depends on a time.

**What is not measured.** How long it takes to write or to change the rules in each of them, and
what a peer can do that these rules do not ask for.
"""


def page(parts: Sequence[Part], remark: str = "") -> str:
    """Return the page as Markdown; `remark` is put before the figures."""
    blocks = [_HEAD, remark, _table(_machine(parts)), f"![{_alt(parts)}]({PICTURE})\n"]
    for part in parts:
        blocks += [f"## {part.title}\n", f"{textwrap.fill(part.about, 100)}\n"]
        blocks += [_table(table) for table in part.tables]
        blocks += ["".join(f"- {line}\n" for line in part.left_out)]
    return "\n".join(block for block in blocks if block)


def told(part: Part) -> Iterator[str]:
    """Yield what is printed of a part."""
    yield part.title
    for table in part.tables:
        yield tabulate(table.rows, table.columns, disable_numparse=True, colalign=_sides(table))
    yield from part.left_out
    yield ""


def _table(table: Table) -> str:
    columns = [f" {column} " for column in table.columns]
    lines = [
        f"|{'|'.join(columns)}|",
        f"|{'|'.join('---' if side == 'left' else '---:' for side in _sides(table))}|",
        *(f"| {' | '.join(row)} |" for row in table.rows),
    ]
    return "\n".join(lines) + "\n"


def _sides(table: Table) -> tuple[str, ...]:
    return ("left", *("right" for _ in table.columns[1:]))


def _machine(parts: Iterable[Part]) -> Table:
    packages = dict.fromkeys(package for part in parts for package in part.packages)
    rows = [
        ("date", datetime.date.today().isoformat()),
        ("Python", platform.python_version()),
        ("system", f"{platform.system()}, {platform.machine()}, {os.cpu_count()} cores"),
        *((package, _version(package)) for package in packages),
    ]
    return Table(("", "version"), tuple(rows))


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _alt(parts: Iterable[Part]) -> str:
    return "; ".join(panel.title for part in parts for panel in part.panels)
