"""The rules as a graph: what is asked, what is concluded by which rules, and what leads where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from engine.base import Base, Kind
from engine.cards import NotConcluded, RuleCard, leaves
from kb.articles import ARTICLES
from kb.situation import TOPICS
from kb.vocabulary import Conclusion, Measure, Path, Precedence, Tally

Meaning = Literal["if", "not", "measured", "step", "with", "sets aside", "defers"]


@dataclass(frozen=True, slots=True)
class Node:
    """A question, a measure or a conclusion, which has the rules that reach it.

    `kind` is "question", "measure" or the kind of conclusion ("finding", "path", ...), `families`
    are the articles that it belongs to, the one that it is at home in first, and `elsewhere` counts
    rules that reach it and are not in the graph.
    """

    kind: str
    id: str
    families: tuple[str, ...]
    rules: tuple[RuleCard, ...] = ()
    elsewhere: int = 0

    @property
    def name(self) -> str:
        """The name in the graph: a conclusion may have the id of the question that it restates."""
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow between two nodes, by their names.

    "if" and "not" lead from what a rule reads to what it concludes, and `rule` is its name. "step"
    leads from a path to its step, the `number` of it from 1, and has a `rule` where that reads the
    path. "measured" leads from a question to a measure, "with" from advice to what comes along with
    it and has no rule that says so, "sets aside" and "defers" to what gives way. That may be of an
    earlier stage: such an edge leads `back`.
    """

    tail: str
    head: str
    meaning: Meaning
    rule: str = ""
    number: int = 0
    back: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """A picture's content; every node is the tail or head of its edges by its name."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(
    title: str, base: Base, conclusions: Iterable[Kind], cards: Iterable[RuleCard]
) -> Graph:
    """Return the graph of these conclusions and rules, and of all that the rules read."""
    shown = frozenset(cards)
    asked = {id for card in shown for id in card.questions}
    asked |= {id for measure in asked & {*base.measures} for id in _measured(base, measure)}
    present = {*conclusions, *(c for card in shown for c in (*card.then, *card.reads))}
    nodes = {
        **{id: _question(id) for id in base.questions if id in asked},
        **{id: _measure(base, id) for id in base.measures if id in asked},
    }
    boxes = {c: _conclusion(base, c, shown) for c in base.conclusions if c in present}
    edges = (
        *_measurements(base, nodes),
        *(edge for box in boxes for edge in _conditions(box, boxes, nodes)),
        *(edge for box in boxes for edge in _links(box, boxes)),
    )
    return Graph(title, (*nodes.values(), *boxes.values()), edges)


def kind_of(conclusion: Kind) -> str:
    """Return the kind of a conclusion in a word: contradiction, finding, path, step, ..."""
    kinds = (each for each in conclusion.__mro__[1:] if each.__module__ == Conclusion.__module__)
    return next(kinds).__name__.lower()


def families(conclusion: Kind, cards: Iterable[RuleCard]) -> tuple[str, ...]:
    """Return the articles of a conclusion by the rows of its text and its rules, home first."""
    rows = (*conclusion.rows, *(row for card in cards for row in card.rows))
    return tuple(dict.fromkeys(row[:2] for row in rows))


def _question(id: str) -> Node:
    family = next(f for f, article in ARTICLES.items() if article == _ARTICLE_OF[id])
    return Node("question", id, (family,))


_ARTICLE_OF = {question.id: topic.article for topic in TOPICS for question in topic.questions}


def _measure(base: Base, id: str) -> Node:
    return Node("measure", id, _question(_measured(base, id)[0]).families)


def _measured(base: Base, id: str) -> tuple[str, ...]:
    measure: Measure = base.measures[id]
    return measure.of if isinstance(measure, Tally) else (measure.more, measure.less)


def _conclusion(base: Base, conclusion: Kind, shown: frozenset[RuleCard]) -> Node:
    cards = base.concluding.get(conclusion, ())
    rules = tuple(card for card in cards if card in shown)
    articles = families(conclusion, cards)
    return Node(kind_of(conclusion), conclusion.id(), articles, rules, len(cards) - len(rules))


def _measurements(base: Base, nodes: Mapping[str, Node]) -> Iterator[Edge]:
    for measure in base.measures:
        if measure in nodes:
            for id in _measured(base, measure):
                yield Edge(nodes[id].name, nodes[measure].name, "measured")


def _conditions(box: Kind, boxes: Mapping[Kind, Node], asked: Mapping[str, Node]) -> Iterator[Edge]:
    """Yield an arrow for everything that each rule of a conclusion reads, once for a rule."""
    head = boxes[box].name
    for card in boxes[box].rules:
        for id in card.questions:
            yield Edge(asked[id].name, head, "if", card.name)
        denied = {leaf.conclusion for leaf in leaves(card.when) if isinstance(leaf, NotConcluded)}
        for read in card.reads:
            tail = boxes[read].name
            if read in denied:
                yield Edge(tail, head, "not", card.name)
            elif number := _number(read, box):
                yield Edge(tail, head, "step", card.name, number)
            else:
                yield Edge(tail, head, "if", card.name)


def _number(path: Kind, step: Kind) -> int:
    """Return which step of a path this is, from 1, or 0 if it is none."""
    steps = path.steps if issubclass(path, Path) else ()
    return next((number for number, each in enumerate(steps, start=1) if each is step), 0)


def _links(box: Kind, boxes: Mapping[Kind, Node]) -> Iterator[Edge]:
    """Yield what leads from and to a conclusion without a rule that reads it."""
    name = boxes[box].name
    read = {conclusion for card in boxes[box].rules for conclusion in card.reads}
    for other, node in boxes.items():
        if other in read:
            continue
        if number := _number(other, box):
            yield Edge(node.name, name, "step", number=number)
        elif other in box.serves:
            yield Edge(node.name, name, "with")
    giving_way: list[tuple[Kind, Meaning]] = [(each, "sets aside") for each in box.sets_aside]
    if issubclass(box, Precedence):
        giving_way += [(path, "defers") for path in box.defers]
    for other, meaning in giving_way:
        if other in boxes:
            yield Edge(name, boxes[other].name, meaning, back=other.stage > box.stage)
