"""Each code of the audit has a page in the docs; `python -m tests.test_audit_pages` makes them."""

import re
import textwrap
from pathlib import Path

import pytest

from engine.audit.anomalies import ANOMALIES
from engine.audit.anomalies.findings import audit
from engine.base import our_base
from engine.report.findings import described
from tests.seeded import SEEDS

FOLDER = Path(__file__).parent.parent / "docs/audit"
WIDTH = 80
INDEX = """\
# What the audit looks for

`unstuck audit` looks for {count} kinds of anomaly, over all possible clients: everybody who could
fill in a file, or be interviewed. Each finding names a rule or a piece of advice, where it stands,
what is wrong in a sentence, and a client who shows it. It exits with 1 where something is found at
the `--fail-level` (warning, unless told otherwise) or above it. A waiver (`kb/waivers.py`) excuses
a finding for a reason, and is listed with it.

| code | level | what is wrong |
|---|---|---|
{rows}
"""
PAGE = """\
# {code} {name}

{title}

Level: {level}.

{explanation}

## An example

{done} The audit of such a copy finds:

```text
{finding}
```

[All codes](README.md)
"""


def index():
    """Write the list of all codes."""
    rows = (
        f"| [{code}]({code}.md) {kind.name} | {kind.level} | {kind.title} |"
        for code, kind in sorted(ANOMALIES.items())
    )
    return INDEX.format(count=len(ANOMALIES), rows="\n".join(rows))


def page(seed):
    """Write the page of the code that a copy of the knowledge base has an example of."""
    kind = ANOMALIES[seed.code]
    found = audit(seed.plant(our_base()), kind.level).standing
    finding = next(f for f in found if (f.anomaly.code, f.fault.subject) == _looked_for(seed))
    return PAGE.format(
        code=kind.code,
        name=kind.name,
        title=_filled(kind.title),
        level=kind.level,
        explanation="\n\n".join(map(_filled, kind.explanation.split("\n\n"))),
        done=seed.done,
        # Lines move with every edit above them.
        finding=re.sub(r"(\.py):\d+", r"\1", described(finding, WIDTH)),
    )


def _looked_for(seed):
    return seed.code, seed.subjects[0]


def _filled(text):
    return textwrap.fill(" ".join(text.split()), 100)


def pages():
    """Return the text of every page by the name of its file."""
    return {"README.md": index(), **{f"{seed.code}.md": page(seed) for seed in SEEDS}}


def test_there_is_a_page_for_each_code_and_no_other():
    """No page is missing or left over."""
    assert {path.name for path in FOLDER.iterdir()} == {
        "README.md",
        *(f"{c}.md" for c in ANOMALIES),
    }
    assert (FOLDER / "README.md").read_text() == index()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.code)
def test_a_page_says_what_the_audit_says(seed):
    """Its words are those of the check, and its example is what the audit finds."""
    assert (FOLDER / f"{seed.code}.md").read_text() == page(seed)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text)
