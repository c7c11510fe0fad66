"""Every command in every form, for what must hold of all of them."""

import click

from tests.test_house import commands

FORMS = {"form", "language"}
"""The parameters of commands that choose a form."""

READING = {
    ("ask",): (["--resume", "--save", "FILE"], ["--resume", "--plain", "--save", "FILE"]),
    ("run",): (["FILE"], ["FOLDER"], ["FOLDER", "--full"]),
    ("explain",): (
        ["FILE"],
        ["FILE", "--long", "--why", "start_job_search", "--why-not", "tell_your_boss"],
        ["FILE", "--what-if", "unmet_needs=0", "--what-would-change"],
    ),
    ("report",): (["FILE", "-o", "OUT/report"],),
    ("compare",): (["FOLDER/ada.toml", "FOLDER/bo.toml"],),
    ("checkin",): (["FILE"],),
    ("verify",): (["REPORT"],),
    ("audit", "coverage"): (["FOLDER"],),
    ("audit", "mutants"): (["FOLDER", "--sample", "2", "--suggest", "OUT"],),
    ("audit", "diff"): (["BASE", "--scenarios", "FOLDER", "--write", "OUT"],),
}
"""What is called with a client's file, by command."""

OTHERS = {
    ("new",): (["OUT/new.toml"], ["-"]),
    ("survey",): (["TABLE", "-o", "OUT/advice.csv"],),
    ("rules",): ([], ["start_job_search"], ["--conflicts"], ["start_job_search", "--graph", "dot"]),
    ("audit",): (["--level", "error"],),
    ("audit", "rows"): ([],),
    ("audit", "agree"): (["--n", "5"],),
    ("export",): (["--to", "json"], ["--to", "clips"]),
}
"""What is called without one."""


def forms_of(command):
    """Return the forms that a command can write, as words on the command line."""
    chosen = [p for p in command.params if p.name == "form" and "--format" in p.opts]
    return [["--format", form] for p in chosen for form in p.type.choices] or [[]]


def every_call(group: click.Group):
    """Return the words of every call: of all commands of a group, in all their forms.

    Raises KeyError where a command is not listed above.
    """
    listed = READING | OTHERS
    for path, command in commands(group):
        for words in listed[path]:
            goes_without = {"rules": not {"--conflicts"} & {*words}}.get(path[0], False)
            for form in [[]] if goes_without else forms_of(command):
                yield [*path, *words, *form]
