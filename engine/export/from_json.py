"""A knowledge base read from JSON, or a plain word on everything that is wrong with the file."""

import graphlib
import json
import re
import types
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar, get_args

from engine.base import Base, Gate, Kind
from engine.cards import RuleCard
from engine.complaints import Complaints, ScenarioError, line
from engine.export.as_json import ALWAYS, FORMAT, KINDS, NAMING, TEXTS
from engine.export.clauses import MOST_COUNTED, Known, read_clause
from engine.export.entry import Entry, Unreadable
from kb.articles.row import Kind as CatalogueKind
from kb.vocabulary import Conclusion, Measure, Outweighs, Path, Question, Step, Tally
from kb.vocabulary.question import ChangedBy, QuestionKind

Read = TypeVar("Read")

MOST_BYTES = 5_000_000
"""The largest export that is read; that of our own base has less than a megabyte."""
MOST_ENTRIES = 1000
"""How many questions, measures, conclusions or rules a base may have; ours has some hundreds."""

_PARTS = ("format", "name", "version", "advises", "questions", "measures", "conclusions", "rules")
_QUESTION = (
    "id", "prompt", "kind", "changed_by", "gate", "unless", "choices", "at_most", "rows", "lasting",
    "unwanted",
)  # fmt: skip
_CONCLUSION = (
    "id", "class", "stage", "when", "kind", "text", "rows", "lines", "sides", "settled_by", "told",
    "known", *TEXTS, *ALWAYS, *NAMING,
)  # fmt: skip
_RULE = ("name", "why", "when", "then", "rows", "stage", "place")
_FITTING: dict[str, Kind] = {"steps": Step, "defers": Path}
_MEANT = "the id of a conclusion"


def read(text: bytes, source: str) -> Base:
    """Return the base that the bytes of an export hold.

    Raises ScenarioError with all that is wrong: where, what was found, and what is allowed.
    """
    if len(text) > MOST_BYTES:
        message = f"found more than {MOST_BYTES} bytes; allowed: an export of at most 5 MB"
        raise ScenarioError([line(source, "file", message)])
    allowed = 'a knowledge base, as "unstuck export --to json" writes it'
    try:
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ScenarioError([line(source, place, f"found no JSON; allowed: {allowed}")]) from error
    except Unreadable as error:
        complaints = Complaints(source)
        complaints.add(error.place, error.found, error.allowed)
        raise ScenarioError(complaints.messages) from error
    except (ValueError, RecursionError) as error:  # no text, a huge number, or a deep nest
        message = f"found what cannot be read as JSON; allowed: {allowed}"
        raise ScenarioError([line(source, "file", message)]) from error
    return base_from(document, source)


def base_from(document: Any, source: str) -> Base:
    """Return the base that the data of an export stand for; raises ScenarioError as `read` does."""
    return _Reading(source).base(document)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        (twice, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        raise Unreadable("file", twice, "each key once in an object")
    return values


def _refuse_constant(constant: str) -> Any:
    raise Unreadable("file", constant, "whole numbers")


class _Reading:
    """One reading of one document: everything wrong in a part is told before the next is read."""

    def __init__(self, source: str) -> None:
        self._complaints = Complaints(source)
        self._known = Known({}, {}, {})

    def base(self, document: Any) -> Base:
        if not isinstance(document, dict):
            self._complaints.add("file", document, "an object {...}")
            raise ScenarioError(self._complaints.messages)
        top = Entry("", document)
        name, version, advises = self._whole(lambda: self._heading(top))
        questions = self._all(top, "questions", _question)
        self._known = Known({q.id: q for q in questions}, {}, {})
        measures = self._all(top, "measures", self._measure)
        self._known = Known(self._known.questions, {m.id: m for m in measures}, {})
        gates = dict(self._all(top, "questions", self._gate))
        placeholders = frozenset(self._known.measures)
        made = self._all(top, "conclusions", lambda entry: _conclusion(entry, placeholders))
        conclusions = {conclusion.id(): conclusion for conclusion in made}
        self._known = Known(self._known.questions, self._known.measures, conclusions)
        known = self._all(top, "conclusions", self._joined)
        self._whole(lambda: _refuse_circles(made))
        cards = self._all(top, "rules", self._rule)
        asked = {
            id: replace(question, gate=gates[id][0], unless=gates[id][1])
            for id, question in self._known.questions.items()
        }
        said = tuple(conclusion for conclusion, told in known if told)
        scales = self._known.measures
        return Base(name, cards, said, asked, scales, gates, advises=advises, version=version)

    def _heading(self, top: Entry) -> tuple[str, str, bool]:
        found = top.number("format")
        if found != FORMAT:
            raise Unreadable("format", found, f"{FORMAT}, the format that this version reads")
        top.refuse_others(_PARTS)
        return top.text("name"), top.text("version"), top.flag("advises")

    def _whole(self, reading: Callable[[], Read]) -> Read:
        """Return what is read at once; raise ScenarioError where it cannot be."""
        try:
            return reading()
        except Unreadable as error:
            self._complain(error)
            raise ScenarioError(self._complaints.messages) from error

    def _all(self, top: Entry, part: str, reading: Callable[[Entry], Read]) -> tuple[Read, ...]:
        """Return what each object of a part stands for; raise ScenarioError if one does not."""
        entries = self._whole(lambda: top.entries(part, MOST_ENTRIES))
        found, places = [], set(self._known.questions) if part == "measures" else set()
        for entry in entries:
            try:
                found.append(reading(entry))
                key = entry.name("name" if part == "rules" else "id")
                if key in places:
                    raise Unreadable(entry.place, key, "each name once")
                places.add(key)
            except Unreadable as error:
                self._complain(error)
        if self._complaints.messages:
            raise ScenarioError(self._complaints.messages)
        return tuple(found)

    def _complain(self, error: Unreadable) -> None:
        self._complaints.add(error.place, error.found, error.allowed, error.options)

    def _measure(self, entry: Entry) -> Measure:
        asked = self._known.questions
        tag = entry.tag(("tally", "more"))
        if tag == "tally":
            entry.refuse_others(("id", "tally"))
            yes_no = {id: question for id, question in asked.items() if question.kind == "yes/no"}
            counted = entry.all_named("tally", yes_no, "the id of a yes/no question")
            return Tally(entry.name("id"), tuple(question.id for question in counted))
        entry.refuse_others(("id", "more", "less", "times"))
        counts = {id: q for id, q in asked.items() if q.kind in ("count", "weeks")}
        more, less = (entry.named(key, counts, "the id of a count").id for key in ("more", "less"))
        if more == less:
            raise Unreadable(f"{entry.place}.less", less, "another count")
        return Outweighs(entry.name("id"), more, less, entry.number("times", MOST_COUNTED))

    def _gate(self, entry: Entry) -> tuple[str, Gate]:
        gate, unless = (
            read_clause(entry.entry(key), self._known) if key in entry.values else None
            for key in ("gate", "unless")
        )
        return entry.name("id"), (gate, unless)

    def _joined(self, entry: Entry) -> tuple[Kind, bool]:
        """Join a conclusion with those it names; tell whether the base knows it."""
        every = self._known.conclusions
        conclusion: Any = every[entry.name("id")]
        for key in [key for key in NAMING if key in entry.values]:
            kind = _FITTING.get(key, Conclusion)
            options = {id: each for id, each in every.items() if issubclass(each, kind)}
            setattr(conclusion, key, entry.all_named(key, options, f"the id of a {kind.id()}"))
        if "settled_by" in entry.values:
            conclusion.settled_by = read_clause(entry.entry("settled_by"), self._known)
        return conclusion, entry.flag("known", True)

    def _rule(self, entry: Entry) -> RuleCard:
        entry.refuse_others(_RULE)
        card = RuleCard(
            name=entry.name("name"),
            why=entry.text("why"),
            when=read_clause(entry.entry("when"), self._known),
            then=entry.all_named("then", self._known.conclusions, _MEANT),
            rows=entry.texts("rows"),
            stage=entry.number("stage"),
            place=entry.number("place"),
        )
        if not card.then:
            raise Unreadable(f"{entry.place}.then", "", _MEANT)
        for each in card.then:
            if each.stage != card.stage:
                allowed = f"{each.stage}, the stage of {each.id()}"
                raise Unreadable(f"{entry.place}.stage", card.stage, allowed)
        for each in card.reads:
            if each.stage <= card.stage:
                allowed = "conclusions of an earlier stage"
                raise Unreadable(f"{entry.place}.when", each.id(), allowed)
        return card


def _question(entry: Entry) -> Question:
    """Return a question without its gates, which may read any other."""
    entry.refuse_others(_QUESTION)
    kind: Any = entry.one_of("kind", get_args(QuestionKind))
    changed_by: Any = entry.one_of("changed_by", get_args(ChangedBy))
    choices = entry.texts("choices")
    if bool(choices) != (kind in ("choice", "list")) or len(set(choices)) < len(choices):
        allowed = "different words for a choice or a list, and none for another kind"
        raise Unreadable(f"{entry.place}.choices", list(choices), allowed)
    answers = choices or (True, False)
    return Question(
        id=entry.name("id"),
        prompt=entry.text("prompt"),
        kind=kind,
        changed_by=changed_by,
        choices=choices,
        at_most=entry.number("at_most", default=0),
        rows=entry.texts("rows"),
        lasting=entry.some_of("lasting", answers, ()),
        unwanted=entry.some_of("unwanted", answers, ()),
    )


def _conclusion(entry: Entry, placeholders: Collection[str]) -> Kind:
    """Return a new class for a conclusion, not yet joined with the others."""
    entry.refuse_others(_CONCLUSION)
    id, kind = entry.name("id"), KINDS[entry.one_of("class", KINDS)]
    members: dict[str, Any] = {
        "__doc__": _text(entry, placeholders),
        "__module__": __name__,
        "stage": entry.number("stage"),
        "when": entry.one_of("when", ("now", "afterwards", "not_now", "note")),
        "kind": entry.one_of("kind", get_args(CatalogueKind)),
        "lines": entry.texts("lines"),
        "told": entry.flag("told", True),
        **{key: entry.text(key) for key in TEXTS if key in entry.values},
    }
    if hasattr(kind, "prevails"):
        members["prevails"] = entry.one_of("prevails", ("first", "second", "both"))
    if issubclass(kind, Path):
        members["level"] = entry.number("level")
    if "sides" in entry.values:
        members["sides"] = _sides(entry)
    class_name = "".join(part.capitalize() for part in id.split("_"))
    made: Any = types.new_class(class_name, (kind,), exec_body=lambda body: body.update(members))
    if made.id() != id:
        raise Unreadable(f"{entry.place}.id", id, "lower-case words joined by underscores")
    # Set afterwards: another version may rest on rows that this catalogue does not have.
    made.rows = entry.texts("rows")
    return made


def _text(entry: Entry, placeholders: Collection[str]) -> str:
    """Return the text; a number that is measured may stand in it, in braces."""
    text = entry.text("text")
    found = re.sub(r"{(\w+)}", lambda m: "" if m[1] in placeholders else m[0], text)
    if "{" in found or "}" in found:
        raise Unreadable(f"{entry.place}.text", text, "braces around the id of a measure only")
    return text


def _sides(entry: Entry) -> tuple[tuple[str, ...], ...]:
    sides = entry.values["sides"]
    if isinstance(sides, list) and all(
        isinstance(side, list) and all(isinstance(row, str) for row in side) for side in sides
    ):
        return tuple(map(tuple, sides))
    raise Unreadable(f"{entry.place}.sides", sides, "lists of rows")


def _refuse_circles(conclusions: Iterable[Kind]) -> None:
    """Refuse conclusions that serve each other in a circle: none of them would be told first."""
    order = graphlib.TopologicalSorter({each: each.serves for each in conclusions})
    try:
        order.prepare()
    except graphlib.CycleError as error:
        circle = ", ".join(each.id() for each in error.args[1])
        raise Unreadable("conclusions", circle, "no circle of serves") from error
