"""Cases written for a reader: terminal, Markdown or JSON."""

from collections.abc import Callable, Iterable

from engine.report.case import Case


def render(
    cases: Iterable[Case],
    form: str,
    width: int = 80,
    heading: Callable[[str], str] = str,
    command: str = "",
) -> str:
    """Write cases as table, json or markdown.

    `heading` styles a section's title, and `command` is what was typed, for the receipts.
    """
    # Each form is imported where it is asked for: one answer needs one of them.
    if form == "json":
        from engine.report import data

        return data.render(cases, command)
    if form == "markdown":
        return "\n".join(_as_markdown(case, command) for case in cases)
    from engine.report import terminal
    from engine.report.outline import outline

    return "\n".join(terminal.render(outline(case), width, heading) for case in cases)


def _as_markdown(case: Case, command: str) -> str:
    from engine.receipt import receipt_of
    from engine.report import markdown
    from engine.report.outline import outline
    from engine.report.tree import footer

    receipt = receipt_of(case.answers, case.unknown, case.beyond, command)
    return markdown.render(outline(case)) + footer(receipt.lines)
