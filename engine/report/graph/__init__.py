"""The rules as a picture, in one of three languages."""

from engine.report.graph.dot import draw_dot
from engine.report.graph.mermaid import draw_mermaid
from engine.report.graph.model import Graph
from engine.report.graph.svg import draw_svg

DRAWING = {"dot": draw_dot, "mermaid": draw_mermaid, "svg": draw_svg}
"""How a graph is drawn, by the name of the language."""


def draw(graph: Graph, form: str, framed: bool = False) -> str:
    """Draw a graph in a language; `framed` puts what belongs to an article into a frame.

    Raises ScenarioError where what draws it is not installed.
    """
    return DRAWING[form](graph, framed)
