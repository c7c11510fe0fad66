"""Summaries: how many people get what, and no number that points at a few of them."""

import json
import random
import re

import pytest
import z3

from engine.columns.summary import FEWEST, protected
from engine.report.summary import HIDDEN
from tests.surveys import call, survey


def sizes_and_counts(seed):
    """Return a random table: the sizes of some groups, and how many of each get something."""
    rng = random.Random(seed)
    sizes = [rng.choice((1, 2, 4, 5, 6, 9, 20, 40)) for _ in range(rng.randint(1, 6))]
    share = rng.choice((0, 0.05, 0.2, 0.5, 0.95, 1))
    counts = [
        [sum(rng.random() < share for _ in range(size)) for size in sizes]
        for _ in range(rng.randint(1, 4))
    ]
    return [sizes, *counts]


@pytest.mark.parametrize("seed", range(150))
def test_no_hidden_number_follows_from_what_is_shown(seed):
    """Whoever knows the rule and all numbers shown is left with two values or more for each.

    The same goes for how many of a group, or of all, it leaves.
    """
    table = sizes_and_counts(seed)
    shown = list(protected(table))
    solver = z3.Solver()
    cells = [[z3.Int(f"{n} {g}") for g in range(len(table[0]))] for n in range(len(table))]
    for line, (numbers, total) in zip(cells, shown, strict=True):
        for cell, size, number in zip(line, cells[0], numbers, strict=True):
            solver.add(cell >= 0, cell <= size, size >= 1)
            if number is not None:
                solver.add(cell == number)
        if total is not None:
            solver.add(z3.Sum(line) == total)
    sizes, everybody = table[0], z3.Sum(cells[0])
    for line, counts, (numbers, total) in zip(cells, table, shown, strict=True):
        for place, (cell, count, number) in enumerate(zip(line, counts, numbers, strict=True)):
            assert number in (count, None)
            if number is None:
                left = sizes[place] - count
                assert solver.check(cell != count) == z3.sat
                assert line is cells[0] or solver.check(cells[0][place] - cell != left) == z3.sat
        assert total in (sum(counts), None)
        if total is None:
            left = sum(sizes) - sum(counts)
            assert solver.check(z3.Sum(line) != sum(counts)) == z3.sat
            assert line is cells[0] or solver.check(everybody - z3.Sum(line) != left) == z3.sat


@pytest.mark.parametrize("seed", range(150))
def test_no_number_speaks_of_a_few(seed):
    """No group, no number in it, and no total is from 1 to 4 people, nor leaves so many."""
    sizes, *table = sizes_and_counts(seed)
    lines = list(protected([sizes, *table]))
    few = set(range(1, FEWEST))
    for counts, (numbers, total) in zip(table, lines[1:], strict=True):
        left = [size - count for size, count in zip(sizes, counts, strict=True)]
        of_shown = {left[place] for place, number in enumerate(numbers) if number is not None}
        assert few.isdisjoint(of_shown)
        assert total is None or few.isdisjoint(
            {
                sum(left),
                sum(left)
                - sum(left[place] for place, number in enumerate(numbers) if number is not None),
            }
        )
    for numbers, total in lines:
        assert few.isdisjoint({*numbers, total})
        # What is left of a total speaks of all who are hidden together.
        assert total is None or total - sum(filter(None, numbers)) not in few
    hidden = {place for place, size in enumerate(lines[0][0]) if size is None}
    assert all(numbers[place] is None for numbers, _ in lines for place in hidden)


def test_what_needs_no_hiding_is_shown():
    """Large numbers stay as they are."""
    table = [[50, 60], [20, 30], [0, 10]]
    assert list(protected(table)) == [(tuple(line), sum(line)) for line in table]


def test_a_second_number_hides_the_first():
    """The one small number would follow from the total; so the smallest other one is hidden."""
    assert list(protected([[50, 60, 70], [3, 30, 20]]))[1] == ((None, 30, None), 53)


def test_all_but_a_few_are_not_shown():
    """That 18 of 20 people get something tells of two who do not; another number hides that."""
    sizes, *lines = protected([[20, 40, 60], [18, 30, 20], [20, 40, 60], [18, 40, 60]])
    assert sizes == ((20, 40, 60), 120)
    assert lines == [((None, None, 20), 68), ((20, 40, 60), 120), ((None, 40, 60), None)]


TABLE = "team,bored_at_work,cares_about_your_goals\n" + "\n".join(
    [*["A,yes,no"] * 6, *["B,yes,"] * 7, *["B,no,"] * 8, *["<C>,yes,no"] * 9, "D,yes,no", "E,no,"]
)


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_a_summary_names_groups_and_hides_small_ones(tmp_path, form):
    """In each form groups stand by name, and two people in groups of their own are not shown."""
    (tmp_path / "in.csv").write_text(TABLE)
    ended = call(tmp_path / "in.csv", "--summary", "--by", "team", "--format", form)
    assert ended.code == 0, ended.stderr
    if form == "json":
        found = json.loads(ended.stdout)
        assert found["people"] == {
            "groups": {"<C>": 9, "A": None, "B": 15, "D": None, "E": None},
            "all": 32,
        }
        (line,) = (line for line in found["lines"] if line["id"] == "tentative_rut")
        # Of A, D and E seven of eight people get it: B is hidden, too, for the sake of the one.
        assert line["groups"] == {"<C>": 9, "A": None, "B": None, "D": None, "E": None}
        assert line["all"] == 23
    else:
        assert ("&lt;C&gt;" in ended.stdout) is (form == "html")
        assert "tentative rut (finding)" in ended.stdout and "not shown" in ended.stdout


def test_a_page_draws_a_share_for_all_and_breaks_no_count(tmp_path):
    """A bar a number that is shown, that of all included; "0 of 6" stays on one line."""
    (tmp_path / "in.csv").write_text(TABLE)
    page = call(tmp_path / "in.csv", "--summary", "--by", "team", "--format", "html").stdout
    assert re.search(r"td\.n \{[^}]*white-space: nowrap", page)
    rows = re.findall(r"<tr><th.*?</tr>", page)
    totals = [row for row in rows if ">all<" in row]
    assert totals and all(("<svg" in row) is (HIDDEN not in row) for row in totals)


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_a_summary_tells_how_many_rows_are_in_none_of_its_numbers(tmp_path, form):
    """What could not be read is no silent gap, on paper either; where all were read, nothing is."""
    (tmp_path / "in.csv").write_text(TABLE + "maybe,A\n")
    words = ("--summary", "--by", "team", "--format", form)
    some = call(tmp_path / "in.csv", *words).stdout
    (tmp_path / "in.csv").write_text(TABLE)
    none = call(tmp_path / "in.csv", *words).stdout
    if form == "json":
        assert (json.loads(some)["rejected"], json.loads(none)["rejected"]) == (1, 0)
    else:
        assert "1 row is left out" in some and "left out" not in none


def test_a_summary_needs_a_column_that_groups(tmp_path):
    """One that is not there is refused with the nearest spelling, and so are names of persons."""
    ended, *_ = survey(tmp_path, TABLE, "--summary", "--by", "teams")
    assert ended.code == 2 and "did you mean team?" in ended.stderr
    people = "who,has_boss\n" + "".join(f"p{n},yes\n" for n in range(600))
    ended, *_ = survey(tmp_path, people, "--summary", "--by", "who")
    assert ended.code == 2 and "more than 500 groups" in ended.stderr
