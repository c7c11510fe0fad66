"""The benchmark measures on a small size, and writes its page and picture; no time is tested."""

import statistics
import sys
import xml.etree.ElementTree as ElementTree

import pytest

from benchmarks.__main__ import main
from benchmarks.measuring import Times, in_turn
from benchmarks.page import page, told
from benchmarks.part import SMALL, Bars, Lines, Part, Table
from benchmarks.parts import files, growth, parts, person, profile, startup
from benchmarks.picture import draw
from engine.scenario_files import load

CHOSEN = ("inference", "clips", "function")
TIMES = Times((1.0, 2.0, 4.0, 3.0))


def test_a_person_is_timed_with_each_peer_that_agrees():
    """A row a peer, the fastest first, each with its ratios to ours and to CLIPS."""
    found = person.measure(SMALL, only=CHOSEN)
    (table,) = found.tables
    names = {row[0] for row in table.rows}
    assert found.left_out == () and len(names) == len(CHOSEN) + 1
    own = {row[0]: row for row in table.rows}
    assert own["unstuck, inference"][3] == own["CLIPS"][4] == "1"
    medians = [float(row[1]) for row in table.rows]
    assert medians == sorted(medians)


def test_growth_has_a_time_for_each_size():
    """Three tables: the times, and how many times the smallest size and CLIPS they are."""
    found = growth.measure(SMALL, only=("clips",))
    assert found.left_out == ()
    times, smallest, yardstick = found.tables
    assert [table.columns[1:] for table in found.tables] == [("size 1", "size 2")] * 3
    assert all(all(row) for row in times.rows)
    assert [row[1] for row in smallest.rows] == ["1"]
    assert yardstick.rows[0][1:] == ("1", "1")


def test_growth_leaves_out_what_would_take_too_long():
    """One consultation tells: what all rounds would take is at most the limit, or too much."""
    consultations = 4 * 5
    most = growth.MOST_SECONDS / consultations
    workers = {name: Clock(name, s, []) for name, s in (("quick", most), ("slow", 1.1 * most))}
    quick, lines = growth.in_time(workers, [{}] * 4, rounds=5)
    assert list(quick) == ["quick"]
    (line,) = lines
    assert line.startswith("slow: not timed") and f"{consultations} consultations" in line


def test_start_up_compares_whole_processes():
    """Each command ran to its end, and each pair has a ratio beside what is aimed at."""
    commands, compared = startup.measure(SMALL).tables
    assert len(commands.rows) == 4 and len(compared.rows) == 2
    assert all(float(row[1]) > 0 for row in compared.rows)


def test_a_folder_of_files_is_run_by_one_process():
    """Reading is the yardstick of the folder's run; a ratio to itself is 1."""
    (table,) = files.measure(SMALL).tables
    assert [row[0] for row in table.rows][:2] == [files.READING, files.RUN]
    assert table.rows[0][3] == "1"


def test_the_files_are_clients_that_can_be_read(tmp_path):
    """They come from the corpus, without expectations, and from the first again at its end."""
    files.write(tmp_path, 3)
    clients = [load(path) for path in sorted(tmp_path.iterdir())]
    assert [client.name for client in clients] == ["Client 0", "Client 1", "Client 2"]
    assert all(client.expect is None for client in clients)


class Clock:
    """A worker that notes its turns, and takes as many seconds as it is told."""

    def __init__(self, name, seconds, turns):
        self.name, self.seconds, self.turns = name, seconds, turns

    def timed(self, start, end):
        """Note the turn."""
        self.turns.append((self.name, start))
        return self.seconds

    def given(self, inputs):
        """Conclude nothing."""
        return [frozenset() for _ in inputs]


def test_ways_work_in_turn_and_each_round_begins_with_another(monkeypatch):
    """No way has the quiet minutes for itself; the seconds are those of one input."""
    monkeypatch.setattr("benchmarks.measuring.BATCH", 2)
    turns = []
    workers = {name: Clock(name, seconds, turns) for name, seconds in (("a", 1.0), ("b", 3.0))}
    found = in_turn(workers, inputs=4, rounds=2)
    assert turns == [
        *(("a", 0), ("b", 0), ("a", 2), ("b", 2)),
        *(("b", 0), ("a", 0), ("b", 2), ("a", 2)),
    ]
    assert found == {"a": Times((0.5, 0.5)), "b": Times((1.5, 1.5))}


def test_a_ratio_is_the_median_over_the_rounds():
    """A slow minute hits both of a round, so it does not count; medians of their own would."""
    ours, theirs = Times((2.0, 20.0, 2.0)), Times((1.0, 10.0, 10.0))
    assert ours.over(theirs) == 2.0
    assert TIMES.median == statistics.median(TIMES.rounds)
    assert Times((5.0,)).quartiles == (5.0, 5.0)


PART = Part(
    "A title",
    "What was done.",
    (Table(("", "ms"), (("ours", "1.5"), ("theirs", "30"))),),
    (Bars("Bars <&>", {"ours": TIMES, "theirs": TIMES}), Lines("L", "size", {"a": {1: TIMES}})),
    ("zen-engine is missing",),
    ("click", "no-such-package"),
)


def test_the_page_says_what_was_measured_with_which_versions():
    """Tables, reasons, versions, cores and the date; and the picture has the titles as its text."""
    text = page([PART], "A remark.\n")
    for line in ("| theirs | 30 |", "- zen-engine is missing", "## A title", "A remark."):
        assert line in text.splitlines()
    assert "| no-such-package | not installed |" in text and "cores" in text
    assert "![Bars <&>; L](images/benchmarks.svg)" in text
    assert "theirs" in "\n".join(told(PART))


def test_the_picture_is_drawn_by_a_library(tmp_path):
    """It is well-formed SVG with its words as text, and the same bytes for the same figures."""
    for name in ("one.svg", "other.svg"):
        draw([PART], tmp_path / "images" / name)
    one, other = (path.read_bytes() for path in (tmp_path / "images").iterdir())
    words = set(ElementTree.fromstring(one).itertext())
    assert one == other and {"ours", "theirs", "Bars <&>"} <= words


def test_the_command_writes_what_is_asked_for(tmp_path, capsys):
    """`python -m benchmarks PART --small --write FOLDER` prints the tables and writes the page."""
    main(["startup", "--small", "--write", str(tmp_path)])
    assert "Start-up" in capsys.readouterr().out
    assert "## Start-up" in (tmp_path / "benchmarks.md").read_text()
    assert (tmp_path / "images/benchmarks.svg").exists()


def test_an_unknown_part_is_refused_with_those_there_are(capsys):
    """Nothing is measured."""
    with pytest.raises(SystemExit, match="2"):
        main(["persons"])
    assert f"allowed: {', '.join(parts())}" in capsys.readouterr().err


def test_without_matplotlib_the_tables_are_printed_all_the_same(tmp_path, capsys, monkeypatch):
    """What to install is said in a line."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setattr("benchmarks.__main__.measured", lambda names, size: [PART])
    with pytest.raises(SystemExit, match="2"):
        main(["startup", "--small", "--write", str(tmp_path)])
    found = capsys.readouterr()
    assert "A title" in found.out and "pip install '.[bench]'" in found.err


def test_the_profile_tells_functions_and_packages():
    """Both tables have shares of a whole, the largest first; the rules are among the imports."""
    functions, packages = profile.measure(SMALL).tables
    for table in (functions, packages):
        shares = [int(row[1].rstrip("%")) for row in table.rows]
        assert shares == sorted(shares, reverse=True) and 0 < sum(shares) <= 110
    assert {"kb", "engine"} <= {row[0] for row in packages.rows}
