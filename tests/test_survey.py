"""A survey advises each row like one person: the same advice, in the same order, or no advice."""

import json

import pyarrow as pa
import pyarrow.parquet
import pytest

from benchmarks.survey import differences, long_tables, table_of
from engine.audit.engines.people import people
from engine.base import our_base
from engine.columns.advised import advise, result
from engine.columns.mapping import SurveyWords
from engine.columns.replay import told_by
from engine.columns.survey import questions_of, survey_of
from engine.consultation import consult
from engine.scenarios import read_scenario
from tests.surveys import call, rows_of, survey

BASE = our_base()
FEW = 300


def test_a_row_is_told_what_a_person_is_told():
    """Steps, paths, findings, contradictions and rules of 300 people are those of Experta."""
    persons = list(people(BASE, FEW, seed=3))
    table = table_of(persons)
    plan = survey_of(BASE, "people", tuple(table.column_names), SurveyWords(), ("person",))
    found = advise(BASE, plan.readings, table, table.column("person").to_numpy())
    rows = pa.table(result(found, because=True)).to_pylist()
    for person, row in zip(persons, rows, strict=True):
        consultation = consult(person)
        assert told_by(consultation) == {name: row[name] for name in told_by(consultation)}
        assert consultation.rules == set(row["because"])
    assert found.answers(7) == persons[7]


def test_another_version_of_the_base_has_columns_too():
    """Nothing is compiled by hand: without its last rules, a base no longer concludes by them."""
    persons = list(people(BASE, 60, seed=4))
    table = table_of(persons)
    version = BASE.with_cards(BASE.cards[:100])
    plan = survey_of(version, "people", tuple(table.column_names), SurveyWords(), ("person",))
    found = advise(version, plan.readings, table, table.column("person").to_numpy())
    fired = set(
        pa.table(result(found, because=True))
        .column("because")
        .combine_chunks()
        .flatten()
        .to_pylist()
    )
    assert fired and fired <= {card.name for card in version.cards}


def test_a_csv_table_says_the_same_as_a_parquet_table(tmp_path):
    """Texts and typed columns lead to the same results, whatever the results are written as."""
    results = []
    for path in long_tables(list(people(BASE, 40, seed=5)), 50, tmp_path):
        output = tmp_path / f"out-{path.suffix[1:]}.parquet"
        ended = call(path, "-o", output, "--sample", "50", "--because")
        assert ended.code == 0 and "50 rows advised once more by Experta" in ended.stderr
        results.append(rows_of(output))
    assert results[0] == results[1] and len(results[0]) == 50


def test_the_benchmark_compares_and_finds_no_difference(tmp_path):
    """On a few people the whole way from file to file is gone and compared."""
    assert list(differences(9, tmp_path, spark=False)) == [
        "embedded against Experta: 9 people, 0 differences"
    ]


def test_a_difference_writes_nothing_and_shows_the_row(tmp_path, monkeypatch):
    """Had the columns a fault, the exit code is 1, and the row comes as a scenario file."""
    monkeypatch.setattr("engine.columns.truths.holds", lambda *_: False)
    ended, results, _ = survey(tmp_path, "bored_at_work\nyes\n")
    assert ended.code == 1 and results is None
    assert "otherwise; nothing is written" in ended.stderr
    scenario = ended.stderr[ended.stderr.index("name =") :]
    assert read_scenario(scenario.encode(), "row").answers == {"bored_at_work": True}
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_who_needs_other_help_is_told_nothing(tmp_path):
    """A yes to the first question of an interview leaves the row without advice, and says so."""
    table = "beyond_the_articles,bored_at_work\nyes,yes\nno,yes\n"
    ended, results, _ = survey(tmp_path, table, "--because", out="out.parquet")
    assert ended.code == 0
    beyond, helped = results
    assert beyond["beyond_the_articles"] and not helped["beyond_the_articles"]
    assert beyond["findings"] == [] and beyond["because"] == [] and beyond["first"] is None
    assert helped["findings"] == ["tentative_rut"] and helped["because"]


MAPPING = """
[words]
"ja" = true
"weiss nicht" = "unknown"

[columns]
"Q1" = "bored_at_work"
"Q2" = {question = "weeks_since_ask", words = {"a month" = 4, "kA" = "unknown"}}
"Q3 angry" = {question = "feelings", choice = "angry", words = {"1" = true, "" = false}}
"Q3 upset" = {question = "feelings", choice = "upset", words = {"1" = true, "" = false}}
"Q4" = {question = "has_boss", words = {"5" = true, "1" = false}}
"""


def mapped(tmp_path, mapping, table="Q1,Q2,Q3 angry,Q3 upset,Q4\nJa,a month,1,,5\n"):
    """Survey a table with a mapping; return how it ended, the results and the rejects."""
    path = tmp_path / "words.toml"
    path.write_text(mapping)
    return survey(tmp_path, table, "--mapping", path, "--sample", "9", out="out.parquet")


def test_a_mapping_says_what_columns_and_words_mean(tmp_path):
    """The row is advised as if it had been written with ids and plain answers."""
    ended, results, _ = mapped(tmp_path, MAPPING)
    assert ended.code == 0, ended.stderr
    plain = "bored_at_work,weeks_since_ask,feelings,has_boss\nyes,4,angry,yes\n"
    _, expected, _ = survey(tmp_path, plain, "--force", "--because", out="plain.parquet")
    expected[0].pop("because")
    assert results == expected and results[0]["findings"]


def test_a_word_without_a_meaning_is_rejected(tmp_path):
    """A mapping adds words, and nothing is guessed that it does not say."""
    table = "Q1,Q2,Q3 angry,Q3 upset,Q4\nja,4,1,,5\nvielleicht,4,1,,5\nja,4,1,,3\nja,4,x,,5\n"
    ended, results, rejects = mapped(tmp_path, MAPPING, table)
    assert ended.code == 0 and [row["row"] for row in results] == [1]
    assert [(each["row"], each["column"]) for each in rejects] == [
        (2, "Q1"),
        (3, "Q4"),
        (4, "Q3 angry"),
    ]


@pytest.mark.parametrize(
    ("mapping", "complaint"),
    [
        ('[colums]\n"Q1" = "has_boss"', "did you mean columns?"),
        ('[columns]\n"Q1" = "has_bos"', "did you mean has_boss?"),
        ('[columns]\n"Q1" = 3', "allowed: the id of a question"),
        ('[columns]\n"Q1" = {question = "has_boss", wrds = {}}', "did you mean words?"),
        ('[columns]\n"Q1" = {question = "has_boss", words = {"x" = 3}}', "allowed: true, false"),
        ('[columns]\n"Q1" = {question = "feelings", choice = "upst"}', "did you mean upset?"),
        ('[columns]\n"Q1" = {question = "has_boss", choice = "upset"}', "no choice here"),
        ('[columns]\n"Q1" = {question = "feelings", choice = false}', "found false; allowed:"),
        ('[columns]\n"Q1" = {question = "feelings", choice = ""}', "found nothing; allowed:"),
        ('[columns]\n"Q9" = "has_boss"', "found no Q9, which the mapping names"),
        ('[columns]\n"Q1" = "has_boss"\n"Q2" = "has_boss"', "found Q1 and Q2 for has_boss"),
        ('[words]\n"a" = true\n"A" = false', "each word once"),
        ("[columns", "allowed: TOML"),
    ],
)
def test_a_mapping_with_a_slip_is_refused(tmp_path, mapping, complaint):
    """The message says where, what is allowed, and what is spelled most like it."""
    ended, results, _ = mapped(tmp_path, mapping)
    assert ended.code == 2 and complaint in ended.stderr and results is None


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "say where results are written"),
        (("-o", "x.txt"), "a .csv or a .parquet file"),
        (("-o", "x.csv", "--summary"), "belong together"),
        (("-o", "x.csv", "--by", "team"), "belong together"),
        (("-o", "x.csv", "--separator", ",,"), "one character"),
        (("-o", "x.csv", "--encoding", "latin-99"), "--encoding is the name of one"),
        (("-o", "x", "--engine", "spark"), "--id COLUMN"),
    ],
)
def test_options_that_make_no_sense_are_refused(words, complaint):
    """Before anything is read."""
    ended = call("nothing.csv", *words)
    assert ended.code == 2 and complaint in ended.stderr


def test_all_questions_can_be_answered_in_a_table():
    """And the first question of an interview, which stands before all others."""
    assert list(questions_of(BASE)) == ["beyond_the_articles", *BASE.questions]


def test_json_of_one_person_has_the_same_ids(tmp_path):
    """What a survey calls a step is what `unstuck run --format json` calls it."""
    _, (row,), _ = survey(tmp_path, "bored_at_work\nyes\n", out="out.parquet")
    (tmp_path / "one.toml").write_text("[answers]\nbored_at_work = true\n")
    found = json.loads(call_run(tmp_path / "one.toml"))
    advice = found["scenarios"][0]["advice"]
    assert row["now"] == [item["id"] for item in advice if item["when"] == "now"]


def call_run(path):
    """Return what `unstuck run` prints as JSON."""
    from click.testing import CliRunner

    from cli import unstuck

    return CliRunner().invoke(unstuck, ["run", str(path), "--format", "json"]).stdout
