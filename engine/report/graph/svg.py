"""A graph as a picture of its own: laid out by Graphviz, titled, and as wide as a page."""

import re
import shutil
import subprocess
import sysconfig
from xml.etree import ElementTree

from engine.complaints import ScenarioError
from engine.extras import missing
from engine.report.graph.dot import draw_dot
from engine.report.graph.model import Graph
from engine.report.graph.wording import legend

PROGRAM = "graphviz-pure"
PAGE, LARGE_PAGE = ("A4", 277), ("A3", 400)
"""Sizes of paper, each with its longer side in mm without margins."""

_SVG = "http://www.w3.org/2000/svg"
_POINTS_IN_MM = 72 / 25.4


def draw_svg(graph: Graph, framed: bool) -> str:
    """Draw a graph to be no wider than a page, a large one if framed; it may go on over several.

    Raises ScenarioError, with what to install, where the program that lays it out is missing.
    """
    ElementTree.register_namespace("", _SVG)
    picture = ElementTree.fromstring(_laid_out(draw_dot(graph, framed)))
    _fit(picture, *(LARGE_PAGE if framed else PAGE))
    _describe(picture, graph)
    return ElementTree.tostring(picture, encoding="unicode") + "\n"


def _laid_out(dot: str) -> bytes:
    # A package's programs lie beside Python's, also where that folder is not on the path.
    program = shutil.which(PROGRAM, path=sysconfig.get_path("scripts")) or shutil.which(PROGRAM)
    if program is None:
        raise ScenarioError([f"{missing(PROGRAM, 'graph')}, or draw what --graph dot prints"])
    ran = subprocess.run([program, "-Tsvg"], input=dot.encode(), capture_output=True, check=False)
    if ran.returncode:
        reason = ran.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise ScenarioError([f"{PROGRAM} could not draw this: {reason[0]}"])
    return ran.stdout


def _fit(picture: ElementTree.Element, paper: str, most: int) -> None:
    width, height = (float(re.sub("[a-z]+$", "", picture.get(s, ""))) for s in ("width", "height"))
    shrunk = min(1.0, most * _POINTS_IN_MM / width)
    picture.set("width", f"{width * shrunk:.0f}pt")
    picture.set("height", f"{height * shrunk:.0f}pt")
    style = ElementTree.Element(f"{{{_SVG}}}style")
    style.text = f"@page {{ size: {paper} landscape; margin: 10mm }}"
    style.tail = "\n"
    picture.insert(0, style)


def _describe(picture: ElementTree.Element, graph: Graph) -> None:
    """Name the picture for those who hear it."""
    counts = f"{len(graph.nodes)} boxes and {len(graph.edges)} arrows."
    texts = {"title": graph.title, "desc": " ".join((counts, *legend(graph)))}
    for place, (name, text) in enumerate(texts.items()):
        element = ElementTree.Element(f"{{{_SVG}}}{name}", {"id": name})
        element.text = text
        element.tail = "\n"
        picture.insert(place, element)
    picture.set("role", "img")
    picture.set("aria-labelledby", " ".join(texts))
