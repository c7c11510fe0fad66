"""A graph in the language of Mermaid, which many web pages for Markdown draw."""

import json
from collections.abc import Mapping
from html import escape

from engine.report.graph.model import Edge, Graph, Meaning, Node
from engine.report.graph.wording import claim, conditions, joined, mark, remark, title
from kb.articles import ARTICLES

_ARROWS: dict[Meaning, tuple[str, str]] = {
    "if": ("--", "-->"),
    "not": ("-.", ".-o"),
    "measured": ("--", "-->"),
    "step": ("==", "==>"),
    "with": ("-.", "-.-"),
    "sets aside": ("==", "==x"),
    "defers": ("-.", ".-x"),
}
"""How an arrow begins before its words, and how it ends; without words the end is all."""


def draw_mermaid(graph: Graph, framed: bool) -> str:
    """Write a graph for Mermaid; `framed` puts what belongs to an article into a frame."""
    # Short names: a page refuses a text that is too long.
    names = {node.name: f"n{number}" for number, node in enumerate(graph.nodes, start=1)}
    lines = _frames(graph, names) if framed else [_node(node, names) for node in graph.nodes]
    # The rules stand in the box, so two of them that read the same thing share an arrow.
    lines += dict.fromkeys(_edge(edge, names) for edge in graph.edges)
    lines.append("classDef default text-align:left")
    head = f"---\ntitle: {json.dumps(graph.title)}\n---\nflowchart LR\n"
    return head + "".join(f"  {line}\n" for line in lines)


def _frames(graph: Graph, names: Mapping[str, str]) -> list[str]:
    lines = []
    for family, article in ARTICLES.items():
        inside = [_node(node, names) for node in graph.nodes if node.families[0] == family]
        lines += [f'subgraph {family}["{_escaped(article)}"]', *(f"  {each}" for each in inside)]
        lines.append("end")
    return lines


def _node(node: Node, names: Mapping[str, str]) -> str:
    name = names[node.name]
    if node.kind == "question":
        return f'{name}(["{joined(map(_escaped, title(node)))}"])'
    lines = [node.kind, joined(map(_escaped, title(node)), "b"), *map(_escaped, remark(node))]
    for card in node.rules:
        lines.append(joined(map(_escaped, claim(card)), "i"))
        lines += map(_escaped, conditions(card))
    label = joined(lines)
    return f'{name}[["{label}"]]' if node.kind == "path" else f'{name}["{label}"]'


def _edge(edge: Edge, names: Mapping[str, str]) -> str:
    begin, end = _ARROWS[edge.meaning]
    words = mark(edge)
    arrow = f'{begin} "{words}" {end}' if words else end
    return f"{names[edge.tail]} {arrow} {names[edge.head]}"


def _escaped(text: str) -> str:
    """Return a text without characters that Mermaid or HTML would read as their own."""
    # What is indented belongs to the alternative above it, and HTML drops plain spaces.
    indented = text.replace("  ", "\N{NO-BREAK SPACE}" * 2)
    return escape(indented, quote=False).replace('"', "&quot;")
