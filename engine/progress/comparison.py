"""Two sessions with one client: which answers changed, what advice moved with them, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.base import Kind, settled_by
from engine.cases import NOTHING
from engine.consultation import Consultation, Item, assembled, consult, goes_alongside
from engine.derived import Misfit, counting, misfits
from engine.explain.person import prompt
from engine.explain.what_if import MAIN, rank
from engine.inference import infer
from engine.progress.causes import Cause, Causes, differing, lapsing
from engine.progress.wishes import Turned, turned_wishes
from engine.scenarios import Scenario
from engine.words import DONT_KNOW, word
from kb.vocabulary import Step
from kb.vocabulary.question import Answer


@dataclass(frozen=True, slots=True)
class Session:
    """A client on one day: the file, and what was said to it."""

    scenario: Scenario
    said: Consultation

    @property
    def items(self) -> Mapping[Kind, Item]:
        """What is said, without what only restates an answer."""
        found = (*self.said.contradictions, *self.said.items)
        return {item.conclusion: item for item in found if item.conclusion.told}


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer that is another one now, as data and in words; None: not known.

    What has `lapsed` does not count any more, since its question does not apply any more.
    """

    question: str
    prompt: str
    before: Answer | None
    after: Answer | None
    before_words: str
    after_words: str
    lapsed: bool


@dataclass(frozen=True, slots=True)
class Advised:
    """A piece of advice, when it was said before, and when it is now; None: not at all.

    `settled` tells of a step that it is behind the client now, or has become pointless. `causes`
    are the smallest sets of changed answers that bring the change about, by question: each of
    them is enough. What is `main` is a verdict, or something to do or not to do; what is said now
    goes `alongside` where it is no step of its own.
    """

    id: str
    text: str
    kind: str
    main: bool
    before: str | None
    after: str | None
    settled: bool = False
    causes: tuple[Cause, ...] = ()
    alongside: bool = False

    @property
    def change(self) -> str:
        """What became of it: ended, began, moved or stayed."""
        if self.before == self.after:
            return "stayed"
        return "began" if self.before is None else "ended" if self.after is None else "moved"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sessions, the answers that changed or lapsed, and all advice of either of them.

    `wishes` are the needs and wants that are met or listed otherwise than before, and `misfits` the
    answers of now that do not fit the client's own words of now.
    """

    before: Session
    after: Session
    changed: tuple[Changed, ...]
    advice: tuple[Advised, ...]
    wishes: tuple[Turned, ...] = ()
    misfits: tuple[Misfit, ...] = ()

    def that(self, change: str) -> tuple[Advised, ...]:
        """Return the advice that ended, began, moved or stayed, the main advice first."""
        return tuple(each for each in self.advice if each.change == change)


def compare(old: Scenario, new: Scenario) -> Comparison:
    """Compare two files of one client, with what follows from own words.

    Whoever is beyond the articles in one of them is advised nothing there, for that reason alone:
    no answer is the cause of what changed then.
    """
    old, new = _counting(old), _counting(new)
    before, after = _session(old), _session(new)
    then, now = before.items, after.items
    known = {**now, **then}
    turned = [kind for kind in known if _when(then, kind) != _when(now, kind)]
    causes = {} if old.beyond or new.beyond else _causes(before, after, turned)
    settled = frozenset() if new.beyond else _settled(new, turned)

    def advised(kind: Kind) -> Advised:
        item = now.get(kind) or then[kind]
        return Advised(
            item.id,
            item.text,
            kind.kind,
            issubclass(kind, MAIN),
            before=_when(then, kind),
            after=_when(now, kind),
            settled=kind in settled,
            causes=causes.get(kind, ()),
            alongside=goes_alongside(kind, "now"),
        )

    order = sorted(known, key=rank)
    advice = tuple(map(advised, order))
    wishes = tuple(turned_wishes(old.words, new.words))
    unfitting = () if new.beyond else misfits(new.answers, new.words)
    return Comparison(before, after, _changed(old, new), advice, wishes, unfitting)


def _counting(scenario: Scenario) -> Scenario:
    answers, unknown = counting(scenario)
    return replace(scenario, answers=answers, unknown=unknown)


def _session(scenario: Scenario) -> Session:
    said = NOTHING if scenario.beyond else consult(scenario.answers, scenario.unknown)
    return Session(scenario, said)


def _when(items: Mapping[Kind, Item], kind: Kind) -> str | None:
    return items[kind].when if kind in items else None


def _changed(old: Scenario, new: Scenario) -> tuple[Changed, ...]:
    def changed(id: str) -> Changed:
        answers = (old.answers.get(id), new.answers.get(id))
        return Changed(
            id, prompt(id), *answers, _word(old, id), _word(new, id), lapsed=id in lapsed
        )

    lapsed = lapsing(old.answers, new.answers)
    return tuple(map(changed, differing(old.answers, new.answers)))


def _word(scenario: Scenario, id: str) -> str:
    if id in scenario.not_applying and id not in scenario.answers:
        return "does not apply"
    return DONT_KNOW if id in scenario.unknown else word(scenario.answers.get(id))


def _causes(
    before: Session, after: Session, turned: list[Kind]
) -> Mapping[Kind, tuple[Cause, ...]]:
    found = (*before.said.contradictions, *after.said.contradictions)
    known = (item.conclusion for item in found)
    causes = Causes(before.scenario.answers, after.scenario.answers, known)
    return {kind: causes.of(kind, _when(after.items, kind)) for kind in turned}


def _settled(new: Scenario, turned: list[Kind]) -> frozenset[Kind]:
    """Return the steps that the new answers put behind the client, or make pointless."""
    judge = assembled(infer(new.answers)).judge
    steps = (kind for kind in turned if issubclass(kind, Step))
    return frozenset(kind for kind in steps if (by := settled_by(kind)) and judge(by))
