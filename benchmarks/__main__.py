"""Speed and scale against what could be used instead: tables in the terminal, or the page.

`python -m benchmarks` measures every part, `python -m benchmarks person` one of them; `--small`
shows that it works, and `--write` writes docs/benchmarks.md with its picture.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.page import PICTURE, page, told
from benchmarks.part import SMALL, Part, Size
from benchmarks.parts import measured, parts
from benchmarks.picture import draw
from engine.complaints import ScenarioError

DOCS = Path(__file__).parent.parent / "docs"


def main(words: list[str] | None = None) -> None:
    """Measure what is asked for; exit 2 where that cannot be done, or not drawn."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of {', '.join(parts())}")
    parser.add_argument("--small", action="store_true", help="in seconds; the figures mean nothing")
    parser.add_argument(
        "--write",
        nargs="?",
        const=DOCS,
        type=Path,
        metavar="FOLDER",
        help="write the page and its picture, to docs unless told",
    )
    parser.add_argument("--remark", default="", help="a line to stand before the figures")
    chosen = parser.parse_args(words)
    unknown = [name for name in chosen.parts if name not in parts()]
    if unknown:
        parser.error(f"no part is called {unknown[0]}; allowed: {', '.join(parts())}")
    try:
        found = _measure(chosen.parts or parts(), SMALL if chosen.small else Size())
        if chosen.write:
            draw(found, chosen.write / PICTURE)
            text = page(found, chosen.remark)
            (chosen.write / "benchmarks.md").write_text(text, encoding="utf-8")
    except ScenarioError as error:
        print(error, file=sys.stderr)
        sys.exit(2)


def _measure(names: Iterable[str], size: Size) -> list[Part]:
    """Measure parts, and print each as soon as it is there."""
    found = []
    for part in measured(names, size):
        print("\n".join(told(part)), flush=True)
        found.append(part)
    return found


if __name__ == "__main__":
    main()
