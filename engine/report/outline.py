"""What a reader is shown, in which section and in which order; every written form renders this."""

from collections.abc import Set
from dataclasses import dataclass

from engine.complaints import visible
from engine.consultation import Consultation, Item
from engine.derived import Misfit
from engine.kernel.said import Said, told, weighed
from engine.report.case import Case
from engine.report.own_words import COUNTS_MEANWHILE, in_your_words
from engine.report.own_words import told as told_misfit
from kb.articles import ARTICLES, ROWS
from kb.scope import BEYOND, COMES_BACK, NOT_COVERED, STOPPED
from kb.situation import QUESTIONS
from kb.vocabulary import (
    Conclusion,
    Diagnosis,
    Explanation,
    Finding,
    Path,
    Precedence,
    Questions,
    Script,
    Stance,
    Step,
)

TOO_LITTLE = "There is too little to go on so far. That is no verdict on you."
NOTHING_SAID = (
    "These five articles say nothing about your situation, whatever you might answer to the rest. "
    "That is a gap in them, and no verdict on you."
)
SETTLED = "Settled: no further question could change what you are advised."
HANGING = "The rest is settled: no further question could change it."

HELD_BACK = "Held back for now:"

IF_IT_HOLDS = "If your answer holds:"
RESTS_ON_IT = "This rests on the answer that does not fit, above."
"""How a verdict begins, and what is noted at a step, where an answer behind them is in doubt."""

MOST_HANGING = 2
"""How much of what hangs on an open question is named; the rest is counted."""

MOST_LOCATED = 2
MOST_PLACES = 3
MOST_ROWS = 4
"""How many rows get their line, and how many places and rows are named one by one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or not to do: the text, what it waits for, the reason and the source."""

    text: str
    why: str = ""
    source: str = ""
    waits_for: str = ""
    explanations: tuple[str, ...] = ()
    parts: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    """Scripts and questions in full: heading, lines, source."""
    items: tuple[str, ...] = ()
    """A list that belongs to the text, above its reason."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of an answer, in the order in which they are read."""

    name: str
    in_your_words: tuple[tuple[str, str], ...]
    contradictions: tuple[Entry, ...]
    verdict: tuple[Entry, ...]
    now: tuple[Entry, ...]
    alongside: tuple[Entry, ...]
    afterwards: tuple[Entry, ...]
    not_now: tuple[Entry, ...]
    worth_knowing: tuple[str, ...]
    left_open: tuple[tuple[str, str], ...]
    """Questions answered "don't know", each with what could still change."""
    settled: str
    next_question: str
    not_covered: str = NOT_COVERED


def outline(case: Case) -> Outline:
    """Arrange a case for a reader."""
    if case.beyond:
        return _beyond(case)
    consultation = case.consultation
    paths = [item for item in consultation.at("note") if issubclass(item.conclusion, Path)]
    now = consultation.at("now")
    stances = [item for item in now if issubclass(item.conclusion, Stance)]
    in_doubt = _in_doubt(case)
    return Outline(
        name=visible(case.name),
        in_your_words=tuple(
            (label, visible("; ".join(texts))) for label, texts in in_your_words(case.words)
        ),
        contradictions=(
            *(_entry(item, consultation) for item in consultation.contradictions),
            *map(_misfit, case.misfits),
        ),
        verdict=tuple(_verdict(path, consultation, in_doubt) for path in paths)
        or (Entry(NOTHING_SAID if case.silent else TOO_LITTLE),),
        now=tuple(_entry(item, consultation, in_doubt) for item in now if item not in stances),
        alongside=tuple(_entry(item, consultation, in_doubt) for item in stances),
        afterwards=tuple(
            _entry(item, consultation, in_doubt) for item in consultation.at("afterwards")
        ),
        not_now=_not_now(consultation, in_doubt),
        worth_knowing=worth_knowing(consultation),
        left_open=tuple(
            _left_open(id, case)
            for id in consultation.unknown
            if case.hanging is None or id in case.hanging
        ),
        settled=_settled(case),
        next_question=QUESTIONS[case.upcoming].prompt if case.upcoming else "",
    )


def _beyond(case: Case) -> Outline:
    """Say in place of advice what kind of help to look for."""
    helps = tuple(f"If it is {each.trouble}: {each.help}" for each in BEYOND)
    verdict = (Entry(STOPPED, items=helps, explanations=(COMES_BACK,)),)
    return Outline(visible(case.name), (), (), verdict, (), (), (), (), (), (), "", "", "")


def _in_doubt(case: Case) -> frozenset[str]:
    """Return what rests on an answer that does not fit the client's own words, by id."""
    questions = {misfit.following.derived.question for misfit in case.misfits}
    return frozenset(
        item.id
        for item in case.consultation.items
        if any(questions.intersection(reason.facts) for reason in item.because)
    )


def _misfit(misfit: Misfit) -> Entry:
    """Say which answer does not fit the client's own words, and which of the two counts."""
    derived = misfit.following.derived
    where = source(derived.rows)
    return Entry(told_misfit(misfit), derived.why, where, explanations=(COUNTS_MEANWHILE,))


def _left_open(id: str, case: Case) -> tuple[str, str]:
    """Return a question and what its answer could change, where that is worked out."""
    prompt = QUESTIONS[id].prompt
    if case.hanging is None:
        return prompt, ""
    hanging = weighed(case.hanging.get(id, ()))
    texts = [told(said).rstrip(".") for said in _worth_naming(hanging)]
    more = len(hanging) - len(texts)
    return prompt, "; ".join((*texts, *([f"and {more} more"] if more else [])))


def _worth_naming(hanging: tuple[Said, ...]) -> tuple[Said, ...]:
    """Choose what there is to do: for the weightiest verdict that hangs, or for none.

    Where there is no step for it, one thing is named, since the next may be its opposite.
    """
    steps = tuple(each for each in hanging if issubclass(each[0], Step) and each[1] == "now")
    verdicts = (kind for kind, when in hanging if issubclass(kind, Path) and when == "note")
    if first := next(verdicts, None):
        steps = tuple(each for each in steps if each[0] in first.steps)
    return steps[:MOST_HANGING] or hanging[:1]


def _settled(case: Case) -> str:
    """Say how firm the advice is: what could still change it, if anything."""
    if case.hanging is None:
        return ""
    if case.unasked:
        questions = "1 question" if case.unasked == 1 else f"up to {case.unasked} questions"
        return f"Not settled: {questions} that could change this were not asked."
    return HANGING if case.hanging else SETTLED


def _verdict(path: Item, consultation: Consultation, in_doubt: Set[str]) -> Entry:
    """A path with its reason, its source, and the findings it rests on; no fact if in doubt."""
    findings = tuple(
        note.text
        for note in consultation.at("note")
        if issubclass(note.conclusion, Finding | Diagnosis)
        and note.conclusion.told
        and path.id in note.belongs_to
    )
    text = f"{IF_IT_HOLDS} {path.text}" if path.id in in_doubt else path.text
    return Entry(text, _why(path), source(path.conclusion.rows), explanations=findings)


def source(rows: tuple[str, ...]) -> str:
    """Name the place and the rows: `Roadblock, Step 3 · L33.1 (RB-36)`; without lines if many."""
    located = len(rows) <= MOST_LOCATED
    by_place: dict[str, list[str]] = {}
    for row in (ROWS[id] for id in rows):
        heading, _, lines = row.place.partition(" · ")
        name = f"{lines} ({row.id})" if located else row.id
        by_place.setdefault(f"{ARTICLES[row.family]}, {heading}", []).append(name)
    if located:
        return "; ".join(f"{place} · {', '.join(names)}" for place, names in by_place.items())
    if len(by_place) > MOST_PLACES:
        by_place = {}
        for row in (ROWS[id] for id in rows):
            by_place.setdefault(ARTICLES[row.family], []).append(row.id)
    return "; ".join(f"{place} ({_span(ids)})" for place, ids in by_place.items())


def _span(ids: list[str]) -> str:
    """Shorten many rows by their runs: `RB-45, RB-46, RB-49 to RB-55`; no row is named wrongly."""
    if len(ids) <= MOST_ROWS:
        return ", ".join(ids)
    order = list(ROWS)
    runs: list[list[str]] = []
    for id in sorted(ids, key=order.index):
        if runs and order.index(id) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(id)
        else:
            runs.append([id])
    return ", ".join(f"{r[0]} to {r[-1]}" if len(r) > 2 else ", ".join(r) for r in runs)


def _entry(item: Item, consultation: Consultation, in_doubt: Set[str] = frozenset()) -> Entry:
    """A thing to do or not to do; a doubt is noted once, with the verdict it belongs to if any."""
    goes_with = [
        note
        for note in consultation.at("note")
        if item.id in note.belongs_to and item.when == "now"
    ]
    doubted = item.id in in_doubt and in_doubt.isdisjoint(item.belongs_to)
    explanations = (n.text for n in goes_with if issubclass(n.conclusion, Explanation))
    return Entry(
        text=item.text,
        why=_why(item),
        source=source(item.conclusion.rows),
        waits_for=item.waits_for,
        explanations=(*((RESTS_ON_IT,) if doubted else ()), *explanations),
        parts=tuple(
            (n.text, n.conclusion.lines, source(n.conclusion.rows))
            for n in goes_with
            if issubclass(n.conclusion, Questions | Script)
        ),
    )


def _why(item: Item) -> str:
    """Give the reasons of the rules, or the advice's own where no rule decided it."""
    if not item.decided:
        return item.conclusion.why
    return " ".join(dict.fromkeys(reason.why for reason in item.because))


def _not_now(consultation: Consultation, in_doubt: Set[str]) -> tuple[Entry, ...]:
    """Give the cautions, and once for each cause what gave way to it."""
    cautions: list[Entry] = []
    given_way: dict[tuple[type[Conclusion], ...], list[Item]] = {}
    for item in consultation.at("not_now"):
        if item.set_aside_by:
            given_way.setdefault(item.set_aside_by, []).append(item)
        else:
            cautions.append(_entry(item, consultation, in_doubt))
    causes = tuple(
        Entry(
            text=HELD_BACK,
            items=tuple(item.text for item in items),
            explanations=tuple(cause.text() for cause in by),
            why=_why(items[0]),
            source=source(tuple(dict.fromkeys(row for cause in by for row in cause.rows))),
        )
        for by, items in given_way.items()
    )
    return (*cautions, *causes)


def worth_knowing(consultation: Consultation, *, questions: bool = True) -> tuple[str, ...]:
    """Collect what explains the paths, what else was found, and how clashes were settled.

    The paths' own questions are among it, unless they are left out to stand elsewhere.
    """
    explaining = Explanation | Questions if questions else Explanation
    notes = consultation.at("note")
    path_ids = {note.id for note in notes if issubclass(note.conclusion, Path)}
    shown_aside = {by.id() for item in consultation.items for by in item.set_aside_by}
    said = []
    for note in notes:
        kind = note.conclusion
        explains = issubclass(kind, explaining) and path_ids & set(note.belongs_to)
        is_leaf = issubclass(kind, Finding | Diagnosis) and kind.told and not note.belongs_to
        settles = issubclass(kind, Precedence) and kind.told and note.id not in shown_aside
        if explains or is_leaf or settles:
            said.append(f"{' '.join((note.text, *kind.lines))} [{', '.join(kind.rows)}]")
    return tuple(said)
