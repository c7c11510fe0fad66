"""Copies of the knowledge base with a fault in each, one of every kind that the audit knows."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.base import Base
from engine.cards import (
    All,
    Concluded,
    Given,
    Is,
    RuleCard,
)
from engine.reading import conclusions_of
from kb.conclusions.findings.rut import AlreadyAsked, WantsHeavy
from kb.conclusions.paths.rut import (
    FindYourIntent,
    MakeRequestSpecific,
    NegotiateInside,
    StartJobSearch,
)
from kb.knowledge_base import KnowledgeBase
from kb.vocabulary import Explanation, Opposites, Path, Step, yes_no
from kb.waivers import Waiver

BY_ID = {kind.id(): kind for kind in conclusions_of(KnowledgeBase)}


class WordsToNobody(Explanation):
    """Nobody ever reads this."""

    rows = ("RU-01",)


class AskAround(Step):
    """Ask around."""

    rows = ("RB-63",)


class LookAround(Path):
    """Look around for another way."""

    level = 6
    rows = ("RB-63",)
    steps = (AskAround,)


class BackToFront(Path):
    """Make the request concrete before you know why."""

    level = 12
    rows = ("RU-48",)
    steps = (MakeRequestSpecific, FindYourIntent)


@dataclass(frozen=True)
class Seed:
    """A fault: what was done to the base, what is found of which subjects, and in which base."""

    code: str
    done: str
    plant: Callable[[Base], Base]
    subjects: tuple[str, ...]


def card(base, name):
    """Return a rule of a base."""
    return next(card for card in base.cards if card.name == name)


def rule(name, when, then, rows, stage=None):
    """Return a rule of our own."""
    stage = then[0].stage if stage is None else stage
    return RuleCard(name, "It is so.", when, then, rows, stage, 10_000)


def added(*cards, conclusions=()):
    """Add rules and conclusions to a base."""
    return lambda base: replace(
        base, cards=(*base.cards, *cards), conclusions=(*base.conclusions, *conclusions)
    )


def changed(name, **fields):
    """Change a rule of a base; a callable field is given what was there before."""

    def plant(base):
        old = card(base, name)
        new = {key: f(getattr(old, key)) if callable(f) else f for key, f in fields.items()}
        return base.with_cards(replace(c, **new) if c is old else c for c in base.cards)

    return plant


def copied(name, new_name, **fields):
    """Add a copy of a rule, changed."""

    def plant(base):
        old = card(base, name)
        new = {key: f(getattr(old, key)) if callable(f) else f for key, f in fields.items()}
        return base.with_cards((*base.cards, replace(old, name=new_name, place=10_001, **new)))

    return plant


def and_also(*conditions):
    """Add conditions to those of a rule."""
    return lambda when: All((*(when.parts if isinstance(when, All) else (when,)), *conditions))


TOPICS = tuple(Is("ask_topic", (topic,)) for topic in ("raise", "promotion"))
STOPPED = All((Is("took_step_to_redefine_job", (True,)), Is("hit_obstacle", (True,))))

SEEDS = (
    Seed(
        "A01",
        "A rule asks for two topics of the request at once.",
        added(rule("two_topics_at_once", All(TOPICS), (AlreadyAsked,), AlreadyAsked.rows)),
        ("two_topics_at_once",),
    ),
    Seed(
        "A02",
        "The rule on silence stands there twice, under another name.",
        copied("weeks_without_an_answer_are_silence", "silence_is_said_again"),
        ("silence_is_said_again",),
    ),
    Seed(
        "A03",
        "A second rule on silence is about those only who have a boss.",
        copied(
            "weeks_without_an_answer_are_silence",
            "silence_of_a_boss",
            when=and_also(Is("has_boss", (True,))),
        ),
        ("silence_of_a_boss",),
    ),
    Seed(
        "A04",
        "A rule asks whether a question was answered with yes, and whether it was answered.",
        changed("finger_pointing_wastes_energy", when=and_also(Given("blames_others"))),
        ("finger_pointing_wastes_energy",),
    ),
    Seed(
        "A05",
        "A warning that comes with the paths of an event asks whether there was an event.",
        changed(
            "an_outburst_would_be_a_second_incident",
            when=and_also(Is("specific_incident", (True,))),
        ),
        ("an_outburst_would_be_a_second_incident",),
    ),
    Seed(
        "A06",
        "Two draining people are asked for where one is enough.",
        changed(
            "feedback_is_sought_even_from_critics",
            when=lambda when: All((*when.parts[:-1], replace(when.parts[-1], low=2))),
        ),
        ("feedback_is_sought_even_from_critics",),
    ),
    Seed(
        "A07",
        "A text is written, and no rule concludes it.",
        added(conclusions=(WordsToNobody,)),
        ("words_to_nobody",),
    ),
    Seed(
        "A08",
        "To search and to tell people outside are declared to contradict each other.",
        lambda base: replace(
            base,
            opposites=(
                *base.opposites,
                Opposites(
                    StartJobSearch, (BY_ID["advocate_outside"],), "Search in silence.", ("RU-25",)
                ),
            ),
        ),
        ("start_job_search + advocate_outside",),
    ),
    Seed(
        "A09",
        "A second path for those who were stopped, on the level of the roadblock.",
        added(
            rule("who_is_stopped_looks_around", STOPPED, (LookAround,), ["RB-63"]),
            rule("others_know_a_way", Concluded(LookAround), (AskAround,), ["RB-63"]),
            conclusions=(LookAround, AskAround),
        ),
        ("roadblock + look_around",),
    ),
    Seed(
        "A10",
        "Nobody is declared to be untouched by what the articles know.",
        lambda base: replace(base, untouched=None),
        ("KnowledgeBase",),
    ),
    Seed(
        "A11",
        "A second path has two steps of the negotiation in the opposite order.",
        added(
            rule(
                "a_wish_of_another_kind_is_made_concrete",
                All(
                    (
                        Concluded(WantsHeavy),
                        Is("has_boss", (True,)),
                        Is("ask_topic", ("other",)),
                    )
                ),
                (BackToFront,),
                ["RU-48"],
            ),
            conclusions=(BackToFront,),
        ),
        ("back_to_front", "negotiate_inside"),
    ),
    Seed(
        "A12",
        "A question is asked out of curiosity.",
        lambda base: replace(
            base,
            questions={**base.questions, "likes_tea": yes_no("likes_tea", "Do you like tea?")},
            gates={**base.gates, "likes_tea": (None, None)},
        ),
        ("likes_tea",),
    ),
    Seed(
        "A13",
        "A finding rests on the path that rests on it.",
        added(
            rule("to_negotiate_is_to_want", Concluded(NegotiateInside), (WantsHeavy,), ["RU-27"])
        ),
        ("to_negotiate_is_to_want",),
    ),
    Seed(
        "A14",
        "The only rule that carries a row no longer cites it.",
        changed("ownership_starts_it_all", rows=("RS-10",)),
        ("RS-18",),
    ),
    Seed(
        "A15",
        "A rule on setbacks cites a row on relationships.",
        changed("an_error_can_have_consequences", rows=lambda rows: (*rows, "RS-01")),
        ("an_error_can_have_consequences",),
    ),
    Seed(
        "A16",
        "A rule has lost its reason.",
        changed("a_shift_of_power_can_be_lost", why=""),
        ("a_shift_of_power_can_be_lost",),
    ),
    Seed(
        "A17",
        "A waiver names a rule that is not there.",
        lambda base: replace(
            base, waivers=(*base.waivers, Waiver("A01", "no_such_rule", "It was there once."))
        ),
        ("A01 no_such_rule",),
    ),
    Seed(
        "A18",
        "One mark of damage counts as raised urgency, and as high urgency, too.",
        changed(
            "several_marks_of_damage_make_it_very_urgent",
            when=lambda when: All((*when.parts[:-1], replace(when.parts[-1], low=1))),
        ),
        ("one_mark_of_damage_raises_the_urgency + several_marks_of_damage_make_it_very_urgent",),
    ),
)
