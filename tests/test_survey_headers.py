"""The first row of a CSV table: its names, the separator, and how the text was encoded."""

import pytest

from tests.surveys import survey

PLAIN = "has_boss,bored_at_work\nyes,yes\nno,no\n"
NAMED = """
[columns]
"Q1: bored,\\ntired, or sad" = "bored_at_work"
"""


@pytest.mark.parametrize(
    "table",
    [
        '"x: bored, tired, or sad";has_boss;bored_at_work\n;yes;yes\n;no;no\n',
        "sep=;\n" + PLAIN.replace(",", ";"),
        "\ufeffsep=;\r\n" + PLAIN.replace(",", ";").replace("\n", "\r\n"),
        '"sep=,"\n' + PLAIN,
        "SEP=^\n" + PLAIN.replace(",", "^"),
        "   \n" + PLAIN,
        "\t\r\n \r\n" + PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        "has_boss,bored_at_work,x\u2028y\nyes,yes,1\nno,no,1\n",
        'has_boss,bored_at_work,5" or more\nyes,yes,1\nno,no,1\n',
        "has_boss,bored_at_work,,\nyes,yes,,\nno,no,,\n",
        PLAIN.encode("utf-32"),
    ],
    ids=range(12),
)
def test_a_first_row_is_read_as_a_spreadsheet_writes_it(tmp_path, table):
    """Separators within quotation marks do not count, nor do lines of spaces."""
    ended, results, rejects = survey(tmp_path, table)
    assert ended.code == 0, ended.stderr
    assert "2 rows: 2 advised, 0 rejected" in ended.stderr and rejects is None
    assert [(row["row"], row["findings"] or "") for row in results] == [
        (1, "tentative_rut"),
        (2, ""),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_a_name_may_have_a_line_break(tmp_path, end):
    """It stands in a mapping as one, however the file ends its lines."""
    (tmp_path / "words.toml").write_text(NAMED)
    table = '"Q1: bored,\ntired, or sad",x,has_boss\nyes,1,\nno,2\nno,3,yes\n'.replace("\n", end)
    words = ("--mapping", tmp_path / "words.toml", "--keep", "x")
    ended, results, (reject,) = survey(tmp_path, table, *words)
    assert ended.code == 0, ended.stderr
    assert [(row["row"], row["x"]) for row in results] == [(1, 1), (3, 3)]
    assert reject["row"] == 2 and results[0]["findings"] == "tentative_rut"


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\r\n"], ids=repr)
def test_a_table_without_rows_has_results_without_rows(tmp_path, end):
    """Whether or not the row of names ends its line."""
    ended, results, _ = survey(tmp_path, f"has_boss,bored_at_work{end}")
    assert ended.code == 0 and results == []
    assert "0 rows: 0 advised, 0 rejected" in ended.stderr


def test_a_table_of_one_column_may_have_another_separator(tmp_path):
    """The message says how to name it; with several columns that is not what is wrong."""
    one, _, _ = survey(tmp_path, "has_boss^bored_at_work\nyes^no\n")
    several, _, _ = survey(tmp_path, "name,age\nx,1\n")
    assert one.code == several.code == 2
    assert "--separator" in one.stderr and "--separator" not in several.stderr


@pytest.mark.parametrize("words", ["--separator=\N{MIDDLE DOT}", "--encoding=undefined"])
def test_what_no_table_can_have_is_refused(tmp_path, words):
    """A separator is one byte, and an encoding has to decode something."""
    ended, results, _ = survey(tmp_path, PLAIN, words)
    assert ended.code == 2 and results is None
    assert f"{words.split('=')[0]} is" in ended.stderr


@pytest.mark.parametrize(
    ("encoding", "table"),
    [
        ("unicode_escape", "has_boss\nyes\n\\ud800\n"),
        ("unicode_escape", "has_boss\nyes\n\\x\n"),
        ("utf-7", "has_boss\nyes\n+2AA-\n"),
        ("punycode", "has_boss\nyes-\N{SNOWMAN}\n"),
        ("punycode", "has_boss\nyes-!!\n"),
        ("idna", "has_boss\nyes\nxn--\N{SNOWMAN}\n"),
    ],
    ids=range(6),
)
def test_a_text_that_is_none_is_refused_in_any_encoding(tmp_path, encoding, table):
    """Not all of them fail alike."""
    ended, results, _ = survey(tmp_path, table, "--encoding", encoding)
    assert ended.code == 2 and results is None
    assert "another --encoding, such as latin-1" in ended.stderr
