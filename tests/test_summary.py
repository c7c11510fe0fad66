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
    """Whoever knows the rule and all numbers shown is left with two values or more for each."""
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
    for line, counts, (numbers, total) in zip(cells, table, shown, strict=True):
        for cell, count, number in zip(line, counts, numbers, strict=True):
            assert number in (count, None)
            assert number is not None or solver.check(cell != count) == z3.sat
        assert total in (sum(counts), None)
        assert total is not None or solver.check(z3.Sum(line) != sum(counts)) == z3.sat


@pytest.mark.parametrize("seed", range(150))
def test_no_number_speaks_of_a_few(seed):
    """Neither a group nor a number in it, nor a total, is from 1 to 4 people."""
    lines = list(protected(sizes_and_counts(seed)))
    few = set(range(1, FEWEST))
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
        assert line["groups"]["B"] == 7 and line["groups"]["D"] is None
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


def test_a_summary_needs_a_column_that_groups(tmp_path):
    """One that is not there is refused with the nearest spelling, and so are names of persons."""
    ended, *_ = survey(tmp_path, TABLE, "--summary", "--by", "teams")
    assert ended.code == 2 and "did you mean team?" in ended.stderr
    people = "who,has_boss\n" + "".join(f"p{n},yes\n" for n in range(600))
    ended, *_ = survey(tmp_path, people, "--summary", "--by", "who")
    assert ended.code == 2 and "more than 500 groups" in ended.stderr
