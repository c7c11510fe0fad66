"""Speed and scale against what could be used instead: tables in the terminal, or the page.

`python -m benchmarks` measures every part, `python -m benchmarks person` one of them; `--small`
shows that it works, and `--write` writes docs/benchmarks.md with its picture.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.page import PICTURE, page, told
from benchmarks.part import SMALL, Size
from benchmarks.parts import measured, parts
from benchmarks.picture import draw
from engine.complaints import ScenarioError

DOCS = Path(__file__).parent.parent / "docs"


def main(words: list[str] | None = None) -> None:
    """Measure what is asked for; exit 2 where the picture cannot be drawn."""
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
    found = []
    for part in measured(chosen.parts or parts(), SMALL if chosen.small else Size()):
        print("\n".join(told(part)), flush=True)
        found.append(part)
    if chosen.write:
        try:
            draw(found, chosen.write / PICTURE)
        except ScenarioError as error:
            print(error, file=sys.stderr)
            sys.exit(2)
        (chosen.write / "benchmarks.md").write_text(page(found, chosen.remark), encoding="utf-8")


if __name__ == "__main__":
    main()
