"""`unstuck survey`: advice for each row of a table."""

import codecs
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from engine.commands.terminal import with_share


@click.command()
@click.argument("table")
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    help="Where results are written: .parquet or .csv, or DIR/ for a folder, as Spark writes them.",
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="What the columns and words of the table mean.",
)
@click.option("--id", "id", metavar="COLUMN", help="A column that tells the rows apart; kept.")
@click.option("--keep", multiple=True, metavar="COLUMN", help="Keep a column; may be given again.")
@click.option("--because", is_flag=True, help="Add the names of the rules that fired.")
@click.option(
    "--sample",
    default=200,
    show_default=True,
    type=click.IntRange(min=0),
    help="How many rows are advised once more by Experta, and compared.",
)
@click.option("--encoding", default="utf-8", show_default=True, help="Of a CSV table.")
@click.option("--separator", metavar="CHARACTER", help="Between the cells of a CSV table.")
@click.option("--force", is_flag=True, help="Replace files that are there already.")
@click.option("--summary", is_flag=True, help="Print how many people get what, by group.")
@click.option("--by", metavar="COLUMN", help="The column that groups people for --summary.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    help="Of the summary.",
)
@click.option(
    "--engine",
    type=click.Choice(["embedded", "spark"]),
    default="embedded",
    help="Where rows are advised: in this process, or on Spark.",
)
def command(table: str, output: str | None, **options: Any) -> None:
    """Advise each row of TABLE, a CSV or Parquet file with a column for each question.

    Each row gets the advice that `unstuck run` gives for a file with the same answers. A row with
    a cell that is no answer is left out, and told in a file of rejects beside the results. Some
    rows are advised once more by Experta; the exit code is 1, and nothing is written, when any of
    them differs. In a summary, no number speaks of fewer than five people. It needs the extra
    `survey`, and `spark` for --engine spark.

    \b
    Examples:
      unstuck survey answers.csv -o advice.csv
      unstuck survey export.csv -o advice.parquet --mapping words.toml --id person
      unstuck survey answers.parquet --summary --by department --format html > summary.html
      unstuck survey answers/ -o advice/ --engine spark --id person
    """
    from engine.extras import required

    _require_sense(output, options)
    required("numpy", "numpy", "survey")
    required("pyarrow", "pyarrow", "survey")
    run = _on_spark if options["engine"] == "spark" else _embedded
    sys.exit(run(table, output, options))


def _require_sense(output: str | None, options: dict[str, Any]) -> None:
    """Refuse options that do not go together."""
    if output is None and not options["summary"]:
        raise click.UsageError("say where results are written, with -o FILE, or ask for --summary")
    if options["summary"] != (options["by"] is not None):
        raise click.UsageError("--summary and --by COLUMN belong together")
    separator = options["separator"]
    if separator is not None and not _is_separator(separator):
        raise click.UsageError("--separator is one character, such as ';'")
    if not _is_encoding(options["encoding"]):
        raise click.UsageError("--encoding is the name of one, such as utf-8 or latin-1")
    spark = options["engine"] == "spark"
    if spark and (options["summary"] or output is None or options["id"] is None):
        raise click.UsageError("--engine spark takes -o FOLDER and --id COLUMN, and no --summary")
    if output is None or spark or _is_folder(output):
        return
    if Path(output).suffix not in (".csv", ".parquet"):
        message = "results are written to a .csv or a .parquet file, or to a FOLDER/"
        raise click.UsageError(f"-o {output}: {message}")


def _is_folder(output: str) -> bool:
    return output.endswith(os.sep) or Path(output).is_dir()


def _place(output: str | None, source: str) -> Path | None:
    """Return the file for the results; in a folder, it is of the kind of the table."""
    if output is None or not _is_folder(output):
        return None if output is None else Path(output)
    suffix = ".parquet" if Path(source).suffix == ".parquet" else ".csv"
    return Path(output) / f"results{suffix}"


def _is_separator(text: str) -> bool:
    return len(text) == 1 and text.isascii() and text not in '"\r\n\0'


def _is_encoding(name: str) -> bool:
    try:
        codecs.getincrementaldecoder(name)
        return isinstance("".encode(name), bytes)
    except (LookupError, ValueError):  # no such codec, one that is not for text, or never works
        return False


def _words(mapping: Path | None, base: Any) -> Any:
    from engine.columns.mapping import SurveyWords, read_mapping
    from engine.columns.survey import questions_of
    from engine.scenario_files import bytes_of
    from engine.toml_text import MOST_BYTES

    if mapping is None:
        return SurveyWords()
    return read_mapping(bytes_of(mapping, MOST_BYTES), str(mapping), questions_of(base))


def _on_spark(source: str, output: str | None, options: dict[str, Any]) -> int:
    """Advise the rows where they are; return the exit code."""
    from engine.base import our_base
    from engine.columns.spark import Request, read_parquet, run, session

    words = _words(options["mapping"], our_base())
    frame = read_parquet(session(), source)
    request = Request(source, tuple(frame.columns), words, (options["id"], *options["keep"]))
    for hint in request.survey.hints():
        click.echo(hint, err=True)
    found = run(
        request, frame, str(output), options["sample"], options["because"], options["force"]
    )
    if found.differing:
        return _differ(found.differing)
    _say_counts(found.advised, found.rejected, found.replayed, f"{output}/rejects")
    return 0


def _embedded(source: str, output: str | None, options: dict[str, Any]) -> int:
    """Advise part by part in this process; return the exit code."""
    from engine.base import our_base
    from engine.columns.survey import open_table

    words = _words(options["mapping"], our_base())
    table = open_table(Path(source), options["encoding"], options["separator"])
    with contextlib.closing(table):
        options["folder"] = output is not None and _is_folder(output)
        return _from_table(table, words, _place(output, source), options)


def _from_table(table: Any, words: Any, output: Path | None, options: dict[str, Any]) -> int:
    from engine.base import our_base
    from engine.columns.replay import Sample
    from engine.columns.results import results
    from engine.columns.summary import Counting
    from engine.columns.survey import survey_of

    base = our_base()
    id, by = options["id"], options["by"]
    kept = (*((id,) if id else ()), *options["keep"])
    survey = survey_of(base, table.source, table.names, words, kept, by)
    for hint in survey.hints():
        click.echo(hint, err=True)
    sample = Sample(options["sample"])
    counting = None if by is None else Counting(base, by)
    inputs = filter(None, (Path(table.source), options["mapping"]))
    folder = output.parent if output is not None and options["folder"] else None
    with results(output, options["force"], tuple(inputs), folder) as written:
        counts = _advise(survey, table, written, sample, counting, options["because"])
        if differing := list(sample.differences()):
            written.discard()
            return _differ(differing)
    _say_counts(*counts, len(sample), written.rejects_path)
    if counting is not None:
        from engine.report.summary import render

        click.echo(render(counting.summary(counts[1]), options["form"]), nl=False)
    return 0


def _advise(
    survey: Any, table: Any, written: Any, sample: Any, counting: Any, because: bool
) -> tuple[int, int]:
    """Write all parts; return how many rows were advised, and how many rejected."""
    from engine.columns.survey import advised_parts, results_of

    advised = rejected = 0
    # Closed at once when it is interrupted: the reading has to end before the rest can.
    with contextlib.closing(advised_parts(survey, table)) as parts:
        for part, found in with_share(parts):
            if counting is not None:
                counting.add(part.table, found)
            rows = results_of(survey, part, found, because)
            written.write(rows)
            written.reject(found.rejects)
            sample.add(found, rows)
            advised += len(found.rows)
            rejected += found.rejects.rows
    return advised, rejected


def _say_counts(advised: int, rejected: int, replayed: int, rejects: object) -> None:
    rows = _number(advised + rejected, "row")
    click.echo(f"{rows}: {advised} advised, {rejected} rejected", err=True)
    if rejected and rejects is not None:
        click.echo(f"What is wrong with those rejected is told in {rejects}", err=True)
    if replayed:
        rows = _number(replayed, "row")
        click.echo(f"{rows} advised once more by Experta: no difference", err=True)


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _differ(differing: Sequence[Any]) -> int:
    from engine.columns.replay import as_scenario

    click.echo(
        f"Experta advises {_number(len(differing), 'row')} otherwise; nothing is written.", err=True
    )
    click.echo(as_scenario(differing[0]), err=True, nl=False)
    return 1
