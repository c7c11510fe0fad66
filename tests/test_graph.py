"""Pictures of the rules: nothing missing, nothing invented, and legible to who draws them."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cli import main
from engine.base import our_base
from engine.cards import NotConcluded, leaves
from engine.complaints import ScenarioError
from engine.report.graph import draw
from engine.report.graph import svg as svg_room
from engine.report.graph.model import Edge, Graph, Node
from engine.report.graph.parts import everything, family_of, leading_to, of_article
from kb.articles import ARTICLES
from kb.conclusions.paths.roadblock import HaveAFollowUp
from kb.situation import TOPICS
from kb.vocabulary import Path as Way
from kb.vocabulary import Precedence

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"
BASE = our_base()
WHOLE = everything(BASE)
PARTS = {family: of_article(BASE, family) for family in ARTICLES}
ADVICE = leading_to(BASE, HaveAFollowUp.id())
ODD = Graph(
    '"a" <b> & c\\',
    (Node("question", 'q"<i>&', ("RU",)), Node("finding", "x<&y", ("BO",))),
    (Edge('question q"<i>&', "finding x<&y", "not"),),
)
WRITTEN = [(WHOLE, True), *((part, False) for part in (*PARTS.values(), ADVICE, ODD)), (ODD, True)]


def id_of(name):
    """Return the id that a node's name ends with."""
    return name.split(" ", 1)[1]


def rules(graph):
    """Return the rules in the boxes of a graph."""
    return [card for node in graph.nodes for card in node.rules]


def read_by(cards):
    """Return what each rule reads, by ids: what, the rule, what it concludes, and if denied."""
    for card in cards:
        for leaf in leaves(card.when):
            read = getattr(leaf, "question", None) or leaf.conclusion.id()
            for head in card.then:
                yield read, card.name, head.id(), isinstance(leaf, NotConcluded)


def drawn_conditions(graph):
    """Return what the arrows to rules say, in the form of `read_by`."""
    for edge in graph.edges:
        if edge.rule:
            yield id_of(edge.tail), edge.rule, id_of(edge.head), edge.meaning == "not"


def laid_out(graph, framed=False):
    """Let Graphviz read a graph, and return what it understood."""
    ran = subprocess.run(
        [Path(sys.executable).parent / svg_room.PROGRAM, "-Tdot_json"],
        input=draw(graph, "dot", framed).encode(),
        capture_output=True,
        check=True,
    )
    assert not ran.stderr
    return json.loads(ran.stdout)


def test_the_whole_has_everything_exactly_once():
    """Each question, measure, conclusion and rule of the base is in the whole graph, once."""
    ids = Counter((node.kind in ("question", "measure"), node.id) for node in WHOLE.nodes)
    asked = [(True, id) for id in (*BASE.questions, *BASE.measures)]
    assert ids == Counter([*asked, *((False, c.id()) for c in BASE.conclusions)])
    assert Counter(rules(WHOLE)) == Counter(BASE.cards)
    assert not any(node.elsewhere for node in WHOLE.nodes)


@pytest.mark.parametrize("graph", [WHOLE, *PARTS.values(), ADVICE], ids=lambda g: g.title)
def test_arrows_to_rules_are_their_conditions(graph):
    """Every condition of a rule that is shown has its arrow, and every such arrow a condition."""
    assert set(drawn_conditions(graph)) == set(read_by(rules(graph)))
    names = [node.name for node in graph.nodes]
    assert len(names) == len(set(names))
    assert {end for edge in graph.edges for end in (edge.tail, edge.head)} <= set(names)
    assert len(graph.edges) == len(set(graph.edges))


def test_arrows_besides_the_rules_are_what_conclusions_declare():
    """Steps have their numbers, and what comes along, gives way or waits has its arrow."""
    found = {(e.meaning, id_of(e.tail), id_of(e.head), e.number) for e in WHOLE.edges}
    for path in filter(lambda c: issubclass(c, Way), BASE.conclusions):
        steps = {
            (head, n) for meaning, tail, head, n in found if (meaning, tail) == ("step", path.id())
        }
        assert steps == {(step.id(), n) for n, step in enumerate(path.steps, start=1)}
    for meaning, declared in {
        "sets aside": [(c, other) for c in BASE.conclusions for other in c.sets_aside],
        "defers": [
            (c, path) for c in BASE.conclusions if issubclass(c, Precedence) for path in c.defers
        ],
    }.items():
        assert declared
        shown = {(tail, head) for kind, tail, head, _ in found if kind == meaning}
        assert shown == {(tail.id(), head.id()) for tail, head in declared}
    joined = {(tail, head) for kind, tail, head, _ in found if kind in ("with", "if", "step")}
    assert {(s.id(), c.id()) for c in BASE.conclusions for s in c.serves} <= joined
    loose = {edge.tail for edge in WHOLE.edges} | {edge.head for edge in WHOLE.edges}
    assert loose == {node.name for node in WHOLE.nodes}


@pytest.mark.parametrize("family", ARTICLES)
def test_the_part_of_an_article_is_what_cites_it(family):
    """An article's picture has the rules that cite it and no other, and its texts."""
    citing = [card for card in BASE.cards if any(row.startswith(family) for row in card.rows)]
    assert Counter(rules(PARTS[family])) == Counter(citing)
    texts = {c.id() for c in BASE.automatic if any(row.startswith(family) for row in c.rows)}
    assert texts <= {node.id for node in PARTS[family].nodes}


def test_every_article_can_be_drawn_and_every_rule_is_in_one():
    """Articles go by the names of the catalogue, in any case; together they show every rule."""
    assert {card for part in PARTS.values() for card in rules(part)} == set(BASE.cards)
    assert {family_of(name.upper()) for name in ARTICLES.values()} == set(ARTICLES)
    assert all(family_of(topic.article) for topic in TOPICS)


def test_all_that_leads_to_a_conclusion_is_shown():
    """Whoever follows the arrows back finds every rule on the way, down to the questions."""
    for conclusion in BASE.concluding:
        graph = leading_to(BASE, conclusion.id())
        by_id = {node.name: node for node in graph.nodes}
        waiting = [node.name for node in graph.nodes if node.id == conclusion.id()][-1:]
        seen = set()
        while waiting:
            name = waiting.pop()
            assert not by_id[name].elsewhere, (conclusion.id(), name)
            seen.add(name)
            tails = {edge.tail for edge in graph.edges if edge.head == name and edge.rule}
            waiting += sorted(tails - seen)
        causes = {cause.id() for cause in BASE.causes(conclusion)}
        assert causes <= {node.id for node in graph.nodes if node.rules}


def test_one_rule_is_drawn_without_the_others_of_its_conclusion():
    """The box says how many rules are left out; a name that is none has no picture."""
    several = next(cards for cards in BASE.concluding.values() if len(cards) > 1)
    graph = leading_to(BASE, several[0].name)
    box = next(node for node in graph.nodes if node.id == several[0].then[0].id() and node.rules)
    assert (box.rules, box.elsewhere) == ((several[0],), len(several) - 1)
    assert f"({box.elsewhere} more rule" in draw(graph, "dot")
    assert leading_to(BASE, "no_such_rule") is None


@pytest.mark.parametrize(("graph", "framed"), WRITTEN)
def test_graphviz_reads_what_is_written_for_it(graph, framed):
    """Every node and every edge arrives, by its name, whatever characters it has."""
    read = laid_out(graph, framed)
    names = {each["_gvid"]: each["name"] for each in read["objects"]}
    nodes = Counter(name for name in names.values() if not name.startswith("cluster "))
    assert nodes == Counter(node.name for node in graph.nodes)
    arrows = Counter((names[edge["tail"]], names[edge["head"]]) for edge in read["edges"])
    ends = ((e.head, e.tail) if e.back else (e.tail, e.head) for e in graph.edges)
    assert arrows == Counter(ends)


NODE = re.compile(r'(?:  ){1,2}(n\d+)(\(\[|\[\[|\[)"((?:[^"<>]|</?[bi]>|<br/>)+)"(\]\)|\]\]|\])')
EDGE = re.compile(r'  (n\d+) (?:(?:--|-\.|==) "[\w ]+" )?(?:-->|\.-o|==>|-\.-|==x|\.-x) (n\d+)')
FRAME = re.compile(r'  classDef default [\w:-]+|  subgraph [A-Z]{2}\["[^"]+"\]|  end')


@pytest.mark.parametrize(("graph", "framed"), WRITTEN)
def test_mermaid_gets_nothing_but_boxes_and_arrows(graph, framed):
    """Each line is a box, an arrow between boxes, or a frame; an article fits Mermaid's limits."""
    text = draw(graph, "mermaid", framed)
    assert text.startswith(f"---\ntitle: {json.dumps(graph.title)}\n---\nflowchart LR\n")
    lines = text.splitlines()[4:]
    boxes = [found[1] for line in lines if (found := NODE.fullmatch(line))]
    ends = [found.groups() for line in lines if (found := EDGE.fullmatch(line))]
    frames = [line for line in lines if FRAME.fullmatch(line)]
    assert len(boxes) + len(ends) + len(frames) == len(lines)
    assert len(boxes) == len(set(boxes)) == len(graph.nodes)
    assert {box for pair in ends for box in pair} <= set(boxes)
    assert graph is WHOLE or (len(text) < 50_000 and len(ends) <= 500)


@pytest.mark.parametrize(("graph", "framed"), WRITTEN)
def test_an_svg_stands_alone(graph, framed):
    """Titled and described, without scripts or links, all text there, no wider than a page."""
    text = draw(graph, "svg", framed)
    picture = ElementTree.fromstring(text)
    assert picture.find(f"{SVG}title").text == graph.title and picture.find(f"{SVG}desc").text
    assert not re.search(r"<script|href|url\(|<image|<!", text)
    paper, most = svg_room.LARGE_PAGE if framed else svg_room.PAGE
    assert float(picture.get("width").removesuffix("pt")) <= most * 72 / 25.4 + 1
    assert f"size: {paper} landscape" in picture.find(f"{SVG}style").text
    boxes = [g for g in picture.iter(f"{SVG}g") if g.get("class") == "node"]
    assert len(boxes) == len(graph.nodes)
    shown = " ".join("".join(t.itertext()) for t in picture.iter(f"{SVG}text")).split()
    for card in rules(graph):
        assert " ".join(card.name.split("_")) in " ".join(shown)


SEED_SCRIPT = """
from engine.base import our_base
from engine.report.graph import draw
from engine.report.graph.parts import everything, of_article
for form in ("dot", "mermaid"):
    print(draw(everything(our_base()), form, True))
print(draw(of_article(our_base(), "RB"), "svg"))
"""


def test_a_picture_is_the_same_bytes_for_every_hash_seed():
    """Nothing in a picture depends on PYTHONHASHSEED."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SEED_SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "2")
    ]
    pictures = {process.communicate()[0] for process in running}
    assert len(pictures) == 1 and b"</svg>" in pictures.pop()


def ended(words, monkeypatch, capsys):
    """Run the command line with these words; return its exit code, stdout and stderr."""
    monkeypatch.setattr(sys, "argv", ["unstuck", *words])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code, *capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--graph", "dot", "--article", "Carer rut"], "did you mean Career rut?"),
        (["--graph", "dot", "--article", "Carer rut"], ", ".join(ARTICLES.values())),
        (["--graph", "dot", "have_a_folow_up"], "did you mean have_a_follow_up?"),
        (["--graph", "dot", "has_boss"], "not to a question"),
        (["--graph", "png"], "'dot', 'mermaid', 'svg'"),
        (["--article", "Roadblock"], "--article goes with --graph"),
        (["--graph", "dot", "--article", "Roadblock", "silence"], "without an ID"),
        (["--graph", "dot", "--conflicts"], "--graph goes without --conflicts"),
        (["--graph", "dot", "--format", "json"], "--graph goes without"),
    ],
)
def test_what_cannot_be_drawn_is_refused(words, said, monkeypatch, capsys):
    """Exit code 2, nothing on stdout, and what is allowed or meant."""
    code, out, err = ended(["rules", *words], monkeypatch, capsys)
    assert (code, out) == (2, "") and said in " ".join(err.split())


def test_the_command_draws_each_part(monkeypatch, capsys):
    """An ID, an article and neither of them are what the parts are."""
    for words, graph, framed in (
        ([HaveAFollowUp.id()], ADVICE, False),
        (["--article", "roadblock"], PARTS["RB"], False),
        ([], WHOLE, True),
    ):
        code, out, _ = ended(["rules", "--graph", "mermaid", *words], monkeypatch, capsys)
        assert (code, out) == (0, draw(graph, "mermaid", framed))


def test_without_the_program_one_line_says_what_to_install(monkeypatch, capsys):
    """An SVG needs a package of its own; the other languages do without."""
    monkeypatch.setattr(svg_room.shutil, "which", lambda *_, **__: None)
    code, out, err = ended(["rules", "--graph", "svg", "silence"], monkeypatch, capsys)
    assert (code, out) == (2, "") and len(err.splitlines()) == 1 and "pip install" in err
    assert ended(["rules", "--graph", "dot", "silence"], monkeypatch, capsys)[0] == 0


def test_a_program_that_fails_is_told_in_a_line(monkeypatch):
    """What the layout program complains about is passed on, without a traceback."""
    monkeypatch.setattr(svg_room, "draw_dot", lambda *_: "digraph {")
    with pytest.raises(ScenarioError, match=r"could not draw this: .*syntax error"):
        draw(replace(ADVICE, title="Broken"), "svg")
