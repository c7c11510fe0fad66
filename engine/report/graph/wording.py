"""What stands in a picture's boxes: names in words, and each rule with its conditions."""

import textwrap
from collections.abc import Iterable

from engine.cards import RuleCard
from engine.report.graph.model import Edge, Graph, Node
from engine.words import when

WIDTH = 26
"""How many characters a line of a box has; a longer word is broken."""

_READ = "An arrow leads from what a rule reads to the rule, in the box of what it concludes."
_MARKS = {
    "not": "Dashed, with a ring: must not be concluded.",
    "step": "Thick: the steps of a path, in their order.",
    "with": "Dotted: comes along with it.",
    "sets aside": "Thick, with a bar: sets this aside.",
    "defers": "Thick and dashed, with a bar: puts this off until later.",
}


def title(node: Node) -> list[str]:
    """Return the name of a node in words, wrapped; a question has a question mark."""
    return _wrapped(plain(node.id) + ("?" if node.kind == "question" else ""))


def claim(card: RuleCard) -> list[str]:
    """Return the name of a rule in words, wrapped."""
    return _wrapped(plain(card.name))


def conditions(card: RuleCard) -> list[str]:
    """Return when a rule holds, a condition a line or more; alternatives are indented."""
    return [part for line in when(card.when) for part in _wrapped(plain(line))]


def remark(node: Node) -> list[str]:
    """Return that a conclusion has rules which are not in the picture, if it has."""
    if not node.elsewhere:
        return []
    count = f"{node.elsewhere} more" if node.rules else str(node.elsewhere)
    return [f"({count} rule{'s' * (node.elsewhere > 1)} not shown)"]


def mark(edge: Edge) -> str:
    """Return what is written at an arrow, so that it is told apart without its style."""
    match edge.meaning:
        case "not" | "sets aside" | "defers":
            return edge.meaning
        case "step":
            return f"step {edge.number}"
        case _:
            return ""


def legend(graph: Graph) -> list[str]:
    """Return a line for each kind of arrow that the picture has."""
    meanings = {edge.meaning for edge in graph.edges}
    read = [_READ] if meanings & {"if", "not"} else []
    return read + [words for meaning, words in _MARKS.items() if meaning in meanings]


def plain(text: str) -> str:
    """Return ids as words."""
    return text.replace("_", " ")


def joined(lines: Iterable[str], tag: str = "") -> str:
    """Return lines of HTML with line breaks, each in a tag of its own if one is named."""
    return "<br/>".join(f"<{tag}>{line}</{tag}>" if tag else line for line in lines)


def _wrapped(line: str) -> list[str]:
    words = line.lstrip()
    indent = " " * (len(line) - len(words))
    hanging = indent + ("  " if words.startswith("- ") else "")
    return textwrap.wrap(line, WIDTH, subsequent_indent=hanging)
