"""A graph in the language of Graphviz."""

from collections.abc import Iterable, Iterator
from html import escape

from engine.cards import RuleCard
from engine.report.graph.model import Edge, Graph, Meaning, Node
from engine.report.graph.wording import claim, conditions, joined, legend, mark, remark, title
from kb.articles import ARTICLES

_SETTINGS = (
    'graph [rankdir=LR newrank=true fontname="Helvetica" nodesep=0.1 ranksep=0.4 pad=0.1]',
    'node [shape=box fontname="Helvetica" fontsize=9 margin="0.06,0.03" height=0.2]',
    'edge [fontname="Helvetica" fontsize=8 arrowsize=0.6]',
)
_STYLES: dict[Meaning, dict[str, str]] = {
    "if": {},
    "not": {"style": "dashed", "arrowhead": "odot"},
    "measured": {"arrowhead": "vee"},
    "step": {"penwidth": "1.6", "arrowhead": "vee"},
    "with": {"style": "dotted", "arrowhead": "none"},
    "sets aside": {"penwidth": "1.6", "arrowhead": "tee"},
    "defers": {"penwidth": "1.6", "arrowhead": "tee", "style": "dashed"},
}


def draw_dot(graph: Graph, framed: bool) -> str:
    """Write a graph for Graphviz; `framed` puts what belongs to an article into a frame."""
    nodes = _frames(graph.nodes) if framed else map(_node, graph.nodes)
    lines = (*_SETTINGS, _heading(graph), *nodes, *map(_edge, graph.edges))
    return f"digraph {_quoted(graph.title)} {{\n" + "".join(f"  {line}\n" for line in lines) + "}\n"


def _heading(graph: Graph) -> str:
    name = f'<font point-size="16">{escape(graph.title)}</font>'
    small = f'<font point-size="8">{joined(map(escape, legend(graph)))}</font>'
    return f"labelloc=t label=<{joined((name, small, ''))}>"


def _frames(nodes: Iterable[Node]) -> Iterator[str]:
    at_home: dict[str, list[Node]] = {family: [] for family in ARTICLES}
    for node in nodes:
        at_home[node.families[0]].append(node)
    for family, inside in at_home.items():
        yield f'subgraph "cluster {family}" {{'
        yield f"  label={_quoted(ARTICLES[family])} fontsize=16"
        yield from (f"  {_node(node)}" for node in inside)
        yield "}"


def _node(node: Node) -> str:
    name = _quoted(node.name)
    if node.kind == "question":
        words = "\\n".join(map(_escaped, title(node)))
        return f'{name} [style=rounded label="{words}"]'
    return f"{name} [shape=plain label=<{_box(node)}>]"


def _box(node: Node) -> str:
    """Write a conclusion as a table: its kind and name, then a cell for each rule."""
    border = 2 if node.kind == "path" else 1
    style = ' style="dashed"' if node.elsewhere and not node.rules else ""
    lines = [f'<font point-size="7">{node.kind}</font>', joined(map(escape, title(node)), "b")]
    lines += [f'<font point-size="8">{escape(line)}</font>' for line in remark(node)]
    head = f'<tr><td bgcolor="#eeeeee">{joined(lines)}</td></tr>'
    return (
        f'<table border="{border}"{style} cellborder="0" cellspacing="0" cellpadding="3">'
        f"{head}{''.join(map(_cell, node.rules))}</table>"
    )


def _cell(card: RuleCard) -> str:
    """Write a rule as a cell that arrows lead to: its claim, and when it holds."""
    # A closing break, without which Graphviz centres the last line.
    when = joined((*map(escape, conditions(card)), ""))
    said = f'{joined(map(escape, claim(card)), "i")}<br/><font point-size="8">{when}</font>'
    return f'<tr><td port="{card.name}" align="left" balign="left">{said}</td></tr>'


def _edge(edge: Edge) -> str:
    head = _quoted(edge.head) + (f":{_quoted(edge.rule)}:w" if edge.rule else "")
    ends = (_quoted(edge.tail), head)
    style = dict(_STYLES[edge.meaning])
    if words := mark(edge):
        style["label"] = _quoted(words)
    if edge.back:
        # Drawn from its head, so that all that is read stands on the left.
        ends = ends[::-1]
        style |= {"dir": "back", "arrowtail": style["arrowhead"]}
    written = " ".join(f"{name}={value}" for name, value in style.items())
    return " -> ".join(ends) + (f" [{written}]" if written else "")


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
