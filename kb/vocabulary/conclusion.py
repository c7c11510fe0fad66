"""What may be concluded, by stage; the docstring of a conclusion is the text the client reads.

The stage of a conclusion is the salience of the rules that reach it. A rule reads the answers and
conclusions of earlier stages only, so nothing ever depends on the order of firing within a stage.
"""

import functools
import inspect
import itertools
import re
from typing import Any, ClassVar, Literal

from kb.articles import ROWS
from kb.articles.row import Kind
from kb.shell import Fact

_definitions = itertools.count()


class Conclusion(Fact):
    """The base of everything a rule can conclude.

    `rows` are the catalogue rows that the text rests on, `kind` is one of the catalogue's nine,
    `serves` names the paths or steps that the text belongs to, and `sets_aside` what gives way
    when this is concluded. `lines` are the parts of a script or a list of questions. `why` is
    the reason of advice that no rule decides; the others have the reasons of their rules. What
    is not `told` only restates an answer for rules to read: data carries it, prose does not.
    """

    stage: ClassVar[int]
    when: ClassVar[str] = "note"
    kind: ClassVar[Kind]
    rows: ClassVar[tuple[str, ...]] = ()
    serves: ClassVar[tuple[type["Conclusion"], ...]] = ()
    sets_aside: ClassVar[tuple[type["Conclusion"], ...]] = ()
    lines: ClassVar[tuple[str, ...]] = ()
    why: ClassVar[str] = ""
    told: ClassVar[bool] = True
    definition: ClassVar[tuple[str, int]]

    def __init__(self, **fields: Any) -> None:
        """Make the fact; Experta would freeze each field, and a conclusion has none."""
        dict.__init__(self, fields)

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        # By module first, so that the order does not depend on what was imported first.
        cls.definition = (cls.__module__, next(_definitions))
        unknown = [row for row in cls.rows if row not in ROWS]
        if unknown:
            raise ValueError(f"{cls.__name__} cites rows that do not exist: {unknown}")

    @classmethod
    @functools.cache
    def id(cls) -> str:
        """The public name: the class name in snake case."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", cls.__name__).lower()

    @classmethod
    @functools.cache
    def text(cls) -> str:
        """The text the client reads, as one paragraph."""
        return " ".join(inspect.cleandoc(cls.__doc__ or "").split())


class Contradiction(Conclusion):
    """Two answers that cannot both hold; the verdicts they touch are set aside until clarified."""

    stage = 700
    kind: ClassVar[Kind] = "classify"
    conflict: ClassVar[str] = ""
    sides: ClassVar[tuple[tuple[str, ...], ...]] = ()


class Finding(Conclusion):
    """Something that follows from the answers alone."""

    stage = 600
    kind: ClassVar[Kind] = "classify"


class Diagnosis(Conclusion):
    """Something that follows from findings."""

    stage = 500
    kind: ClassVar[Kind] = "diagnose"


class Path(Conclusion):
    """A way that is open to the client: the verdict, and the steps in their order.

    `level` is the place on the precedence ladder: 1 comes before 11. Of `steps`, the first that is
    known to be open is the one to take now; the rest come afterwards, in order.
    """

    stage = 400
    kind: ClassVar[Kind] = "strategy"
    level: ClassVar[int]
    steps: ClassVar[tuple[type["Step"], ...]] = ()


class Precedence(Conclusion):
    """How a conflict between articles is settled for this client: `conflict` is its number.

    `sides` are the rows of either side, and `prevails` says which of them counts or comes first
    here. A path that it `defers` stays open, and its steps come afterwards.
    """

    stage = 300
    kind: ClassVar[Kind] = "step order"
    conflict: ClassVar[str]
    sides: ClassVar[tuple[tuple[str, ...], ...]] = ()
    prevails: ClassVar[Literal["first", "second", "both"]] = "first"
    defers: ClassVar[tuple[type[Path], ...]] = ()


class Advice(Conclusion):
    """Something to do, or not to do; it is concluded last."""

    stage = 200


class Step(Advice):
    """One step of a path.

    `settled_by` is the condition that puts the step behind the client, or makes it pointless. A
    later step that is not settled is shown as coming afterwards; a step without `settled_by` is
    shown only where a rule concludes it. `gate` says in words what a later step waits for.
    """

    when = "now"
    kind: ClassVar[Kind] = "action"
    settled_by: ClassVar[Any] = None
    gate: ClassVar[str] = ""


class Stance(Advice):
    """Something to do or to keep in mind now, alongside the steps."""

    when = "now"
    kind: ClassVar[Kind] = "strategy"


class Caution(Advice):
    """Something to hold back from now, with the reason."""

    when = "not_now"
    kind: ClassVar[Kind] = "warning"


class Companion(Advice):
    """What belongs to a path or a step: given with what it serves, unless a rule decides it."""

    stage = 100


class Explanation(Companion):
    """Why something is so."""

    kind: ClassVar[Kind] = "diagnose"


class Questions(Companion):
    """Questions to think about or to put to others, in full."""

    kind: ClassVar[Kind] = "reflection question"


class Script(Companion):
    """Words to say, part by part."""

    kind: ClassVar[Kind] = "conversation script"
