"""Pictures of a client: names that never meet, shapes that carry the meaning, a twin as table."""

import itertools
import math
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from engine.own_words import Person, Wish
from engine.report.handout import page
from engine.report.pictures.drawing import CUT, INK, Circle, Label, Line, Polygon, cut
from engine.report.pictures.power_map import MIDDLE, MOST_DRAWN, RINGS, power_map
from engine.report.pictures.roles import overlap
from engine.report.pictures.support import MOST_DOTS, balance
from engine.report.pictures.wishes import wishes
from kb.handout import ROLES, SUPPORT
from tests.handouts import WORDS, Page, client, handed

MOSTLY = 0.65
"""How many ems a letter of a usual word takes, on average, at most."""
STANCES = ("for", "open", "against", None)
TRUSTS = ("strong", "some", "none", None)


def crowd(number, name="W" * 40):
    """Return people of all kinds, with long names of the widest letter, who sway the first."""
    return tuple(
        Person(
            f"{name} {n}",
            "colleague",
            n % 4 or None,
            STANCES[n % 4],
            TRUSTS[n // 2 % 4],
            (f"{name} 0",),
        )
        for n in range(number)
    )


def box(label, ems=1.0):
    """Return where a label lies; its letters are as wide as the widest, or so many ems."""
    wide = label.size * len(label.text) * ems
    left = label.at[0] - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, label.at[1] - label.size, left + wide, label.at[1] + label.size * 0.25


def apart(one, other):
    """Tell whether two boxes have no point within both."""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("number", range(1, MOST_DRAWN + 1))
def test_no_two_labels_meet(number):
    """However many people, names and legend lie apart, and within the picture."""
    picture = power_map(crowd(number))
    names = [s for s in picture.shapes if isinstance(s, Label) and s.size == 15]
    assert len(names) == number
    for one, other in itertools.combinations(map(box, names), 2):
        assert apart(one, other), (one, other)
    for left, top, right, bottom in map(box, names):
        assert min(left, top) >= 0
        assert right <= picture.size[0] and bottom <= picture.size[1]


@pytest.mark.parametrize("influence", [(3, 2, 1, None), (3,), (None,)])
@pytest.mark.parametrize("number", [2, 5, MOST_DRAWN])
def test_names_lie_on_no_mark_and_on_no_ring_s_label(number, influence):
    """Whoever stands where, on different rings or all on one."""
    kept = [n % len(influence) for n in range(number)]
    people = tuple(Person(f"Bartholomew {n}", "", influence[k], "for") for n, k in enumerate(kept))
    shapes = power_map((*people[1:], replace(people[0], trust="some"))).shapes
    names = [box(s, MOSTLY) for s in shapes if isinstance(s, Label) and s.text.startswith("Bar")]
    marks = [s for s in shapes if isinstance(s, Circle) and s.fill == INK and s.centre[1] < 420]
    rings = [
        box(s, MOSTLY) for s in shapes if isinstance(s, Label) and "influence" in s.text and s.halo
    ]
    assert (len(names), len(marks)) == (number, number) and len(rings) >= 3
    around = [(x - 9, y - 9, x + 9, y + 9) for x, y in (mark.centre for mark in marks)]
    for name, other in itertools.product(names, [*around, *rings]):
        assert apart(name, other), (name, other)


def test_a_name_stands_next_to_its_mark():
    """Of a few people, nobody's name is further off than a mark is wide."""
    for number in (2, 5):
        people = tuple(Person("Ulla", influence=n % 3 + 1, stance="for") for n in range(number))
        shapes = power_map(people).shapes
        marks = [s.centre for s in shapes if isinstance(s, Circle) and s.fill == INK]
        for name in (s for s in shapes if isinstance(s, Label) and s.text == "Ulla"):
            left, top, right, bottom = box(name)
            nearest = [
                math.dist(mark, (min(max(mark[0], left), right), min(max(mark[1], top), bottom)))
                for mark in marks
            ]
            assert min(nearest) <= 18


def test_each_ring_is_called_by_its_influence():
    """So is the outermost one, where somebody stands whose influence is not known."""
    for influence, outer in ((2, False), (None, True)):
        shapes = power_map((Person("Ulla", influence=influence, stance="for"),)).shapes
        said = {s.text: MIDDLE[1] - s.at[1] for s in shapes if isinstance(s, Label)}
        rings = [f"{words} influence" for words in ("much", "some", "little")]
        rings += ["influence not known"] if outer else []
        assert sorted(rings, key=lambda words: said[words]) == rings
        assert ("influence not known" in said) is outer


def test_a_crowd_is_drawn_in_part_and_listed_in_full():
    """The most influential are on the map; everybody is in the table, and that is said."""
    picture = power_map(crowd(20))
    assert len(picture.rows) == 20 and "8 more" in picture.signs


def test_a_long_name_is_cut_on_the_map_and_whole_in_the_table():
    """Nobody's name is lost."""
    picture = power_map((Person("Bartholomew Featherstonehaugh", influence=2),))
    drawn = [s.text for s in picture.shapes if isinstance(s, Label)]
    assert any(text.startswith("Barth") and text.endswith(CUT) for text in drawn)
    assert picture.rows[0][0] == "Bartholomew Featherstonehaugh"
    assert cut("short", 200, 15) == "short"


def test_each_stance_has_its_shape_and_each_trust_its_line():
    """In black and white, too: a person alone is drawn with what tells them from the others."""
    shapes, lines = set(), set()
    for stance, trust in zip(STANCES, TRUSTS, strict=True):
        alone = power_map((Person("A", influence=1, stance=stance, trust=trust),)).shapes
        place = (MIDDLE[0], MIDDLE[1] + RINGS[1])
        at = [s for s in alone if isinstance(s, Circle) and s.centre == pytest.approx(place)]
        polygons = [s for s in alone if isinstance(s, Polygon) and middle_of(s)[1] > 250 > 0]
        shapes.add((len(at), len(polygons[0].corners), polygons[0].fill, polygons[0].dash))
        from_you = [s for s in alone if isinstance(s, Line) and s.start == MIDDLE]
        lines.add(tuple((s.width, s.dash) for s in from_you))
    assert len(shapes) >= 3 and len(lines) == 4


def middle_of(polygon):
    """Return the middle of the corners."""
    xs, ys = zip(*polygon.corners, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def test_more_influence_stands_nearer():
    """3 is the inner ring and 1 the outer one, as the map says."""
    assert RINGS[3] < RINGS[2] < RINGS[1]


def test_pictures_are_drawn_only_from_data():
    """Names alone make no map, and nothing makes no picture."""
    assert power_map((Person("Dana"), Person("Tom", role="colleague"))) is None
    assert power_map(()) is None and wishes((), ()) is None
    assert overlap(ROLES, ("a",), (), ("a",)) is None and balance(SUPPORT, 0, 0) is None


def test_wishes_are_filled_where_they_are_met():
    """One box a wish: filled, empty, or broken where it is not known."""
    picture = wishes((Wish("a", True), Wish("b", False)), (Wish("c"),))
    boxes = [s for s in picture.shapes if isinstance(s, Polygon)]
    assert len({(each.fill, each.dash) for each in boxes}) == len(boxes) == 3
    assert [row[2] for row in picture.rows] == ["met", "not met", "not known"]


def test_roles_are_drawn_where_they_are_named():
    """A dot is filled in the column of the list that names the role."""
    picture = overlap(ROLES, ("teacher", "mentor", "leader"), {"teacher"}, {"teacher", "mentor"})
    assert picture.rows == (("teacher", "yes", "yes"), ("mentor", "no", "yes"))
    dots = [s.fill != "none" for s in picture.shapes if isinstance(s, Circle)]
    assert dots == [True, True, False, True]


@pytest.mark.parametrize("gain", [3, MOST_DOTS, MOST_DOTS + 1, 999])
def test_support_and_drain_are_measured_alike(gain):
    """A dot a person; where there are too many, two bars in the same measure."""
    picture = balance(SUPPORT, gain, 1)
    dots = [s for s in picture.shapes if isinstance(s, Circle)]
    bars = [s for s in picture.shapes if isinstance(s, Polygon)]
    assert (len(dots), len(bars)) == ((gain + 1, 0) if gain <= MOST_DOTS else (0, 2))
    assert [row[1] for row in picture.rows] == [str(gain), "1"]


def test_every_drawing_has_a_title_a_description_and_a_table():
    """Who does not see the picture reads the same below it."""
    text = page.render(handed(client(words=WORDS)))
    drawings = text.split("<svg")[1:]
    assert len(drawings) == 2 == text.count("<table")
    for each in drawings:
        drawn = ET.fromstring("<svg" + each.partition("</svg>")[0] + "</svg>")
        title, desc = drawn[0], drawn[1]
        assert title.tag.endswith("title") and title.text and desc.text
        assert drawn.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    cells = {data for place, data in Page(text).texts if place[-1:] == ("td",)}
    assert {"Dana", "Priya", "Tom", "Home by five"} <= cells
