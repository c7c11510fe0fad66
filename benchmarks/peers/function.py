"""One generated Python function: straight-line code, in the order of the stages; the floor."""

from collections.abc import Iterator

from benchmarks.infix import infix, stages
from benchmarks.peers import Conclude
from engine.base import Base
from engine.cards import Clause, Concluded, Given, InRange, Is, Names, NotConcluded
from engine.logic import Logic
from kb.vocabulary import Measure, Tally

NAME = "a generated Python function"
PACKAGE = ""
WARM = 1000

_LOGIC: Logic[str] = infix("not", "and", "or", "True", "False")


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
    for cards in stages(base):
        concluded = dict.fromkeys(conclusion for card in cards for conclusion in card.then)
        for conclusion in concluded:
            reaching = (card.when for card in base.concluding[conclusion])
            when = _LOGIC.some(_LOGIC.judge(clause, _leaf) for clause in reaching)
            yield f"    c_{conclusion.id()} = {when}"
            yield f"    if c_{conclusion.id()}: found.append({conclusion.id()!r})"
    yield "    return frozenset(found)"


def _measured(measure: Measure) -> str:
    if isinstance(measure, Tally):
        return " + ".join(f"(a_{id} is True)" for id in measure.of) or "0"
    more, less = (f"a_{id}" for id in measure.of)
    unknown = f"{more} is None or {less} is None or {more} == {less} == 0"
    return f"None if {unknown} else {more} >= {measure.times} * {less}"


def _leaf(clause: Clause) -> str:
    match clause:
        case Is(id, values):
            return _LOGIC.some(
                f"a_{id} {'is' if isinstance(value, bool) else '=='} {value!r}" for value in values
            )
        case InRange(id, low, None):
            return f"(a_{id} is not None and a_{id} >= {int(low)})"
        case InRange(id, low, high):
            return f"(a_{id} is not None and {int(low)} <= a_{id} <= {int(high or 0)})"
        case Names(id, choice, present):
            return f"(a_{id} is not None and {choice!r} {'in' if present else 'not in'} a_{id})"
        case Given(id):
            return f"a_{id} is not None"
        case Concluded(conclusion):
            return f"c_{conclusion.id()}"
        case NotConcluded(conclusion):
            return f"not c_{conclusion.id()}"
        case _:
            raise TypeError(f"not a condition: {clause!r}")
