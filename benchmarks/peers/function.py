"""One generated Python function: straight-line code, in the order of the stages; the floor."""

from collections.abc import Iterator

from benchmarks.infix import infix
from benchmarks.language import Language, layers
from benchmarks.peers import Conclude
from engine.base import Base
from kb.vocabulary import Measure, Tally

NAME = "a generated Python function"
PACKAGE = ""
WARM = 1000


def build(base: Base) -> Conclude:
    """Compile the text of a base."""
    names: dict[str, Conclude] = {}
    exec("\n".join(written(base)), names)
    return names["conclusions"]


def written(base: Base) -> Iterator[str]:
    """Yield the lines of the function."""
    yield "def conclusions(answers):"
    yield "    get = answers.get"
    yield from (f"    a_{id} = get({id!r})" for id in base.questions)
    yield from (f"    a_{id} = {_measured(measure)}" for id, measure in base.measures.items())
    yield "    found = []"
    for follows in layers(base):
        for conclusion, when in follows.items():
            yield f"    c_{conclusion.id()} = {_PYTHON.write(when)}"
            yield f"    if c_{conclusion.id()}: found.append({conclusion.id()!r})"
    yield "    return frozenset(found)"


def _measured(measure: Measure) -> str:
    if isinstance(measure, Tally):
        return " + ".join(f"(a_{id} is True)" for id in measure.of) or "0"
    more, less = (f"a_{id}" for id in measure.of)
    unknown = f"{more} is None or {less} is None or {more} == {less} == 0"
    return f"None if {unknown} else {more} >= {measure.times} * {less}"


def _one_of(id: str, values: tuple[bool | int | str, ...]) -> str:
    return _LOGIC.some(
        f"a_{id} {'is' if isinstance(value, bool) else '=='} {value!r}" for value in values
    )


def _in_range(id: str, low: int, high: int | None) -> str:
    limits = f"{low} <= a_{id}" if high is None else f"{low} <= a_{id} <= {high}"
    return f"(a_{id} is not None and {limits})"


_LOGIC = infix("not", "and", "or", "True", "False")
_PYTHON = Language(
    _LOGIC,
    one_of=_one_of,
    in_range=_in_range,
    names=lambda id, choice, present: (
        f"(a_{id} is not None and {choice!r} {'in' if present else 'not in'} a_{id})"
    ),
    given=lambda id: f"a_{id} is not None",
    concluded=lambda conclusion: f"c_{conclusion.id()}",
)
