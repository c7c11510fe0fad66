"""How the conflicts over staying or leaving are settled, each with both of its sides."""

from kb.conclusions.advice.relationships import DoNotLeaveYet
from kb.conclusions.advice.roadblock import Persist, YouDefineTheDream
from kb.conclusions.advice.rut import AdvocateOutside, BeTeamMates, NoJobIsPerfect
from kb.conclusions.paths.boss import (
    EnlistYourBoss,
    ExplainItInTheirTerms,
    GoalAndBoss,
    LeaveThisBoss,
    RewardYourBoss,
    TellYourBoss,
)
from kb.conclusions.paths.relationships import FindABetterEnvironment, WorthStaying
from kb.conclusions.paths.roadblock import CauseUnderstood, SolveItTogether
from kb.conclusions.paths.rut import (
    MakeTheAsk,
    NegotiateInside,
    PivotAfterRefusal,
    SearchOutside,
)
from kb.vocabulary import Precedence


class DamageControlThenSearch(Precedence):
    """Damage control comes first, for hours or days, with the search right behind it. Neither
    is dropped."""

    conflict = "K-06"
    sides = (("AC-03", "BG-15"), ("RU-25",))
    rows = ("AC-03", "BG-15", "RU-25")
    defers = (SearchOutside, LeaveThisBoss, FindABetterEnvironment)
    sets_aside = (AdvocateOutside,)


class SearchBeforePersistence(Precedence):
    """What you need and do not have decides: the search goes first. What you do about the roadblock
    goes on beside it. Pressing on whatever happens is a general encouragement and gives way."""

    conflict = "K-01"
    sides = (("RU-25",), ("RB-59", "RB-60"))
    rows = ("RU-25", "RB-59", "RB-60")
    sets_aside = (Persist, YouDefineTheDream)


class NoNegotiatingWithThisBoss(Precedence):
    """Do not tell, reward or negotiate with this boss. Those moves wait for the next boss, who
    may be in the same company."""

    conflict = "K-02"
    sides = (("BO-18", "BO-20"), ("RU-28", "RU-57"))
    rows = ("BO-18", "BO-20", "RU-28", "RU-57")
    sets_aside = (
        GoalAndBoss,
        TellYourBoss,
        ExplainItInTheirTerms,
        EnlistYourBoss,
        RewardYourBoss,
        NegotiateInside,
        PivotAfterRefusal,
        CauseUnderstood,
        SolveItTogether,
        MakeTheAsk,
        BeTeamMates,
    )


class LeaveTheBossWithoutWaiting(Precedence):
    """Leaving this boss does not wait for your own work on relationships. That work goes on
    with whoever supports you."""

    conflict = "K-03"
    sides = (("BO-18",), ("RS-65",))
    rows = ("BO-18", "RS-65")
    sets_aside = (DoNotLeaveYet, WorthStaying)


class SearchBesideOwnWork(Precedence):
    """The search does not wait for your own work on relationships, which runs beside it and gives
    you more weight."""

    conflict = "K-04"
    sides = (("RU-25",), ("RS-65", "RS-66"))
    rows = ("RU-25", "RS-65", "RS-66")
    sets_aside = (DoNotLeaveYet, WorthStaying)


class OwnWorkBeforeTheCulture(Precedence):
    """Your own work comes before any leaving; the sign against this culture stays open
    meanwhile."""

    conflict = "K-05"
    sides = (("RS-63", "RS-64"), ("RS-65", "RS-66", "RU-27"))
    prevails = "second"
    rows = ("RS-63", "RS-64", "RS-65", "RS-66", "RU-27")


class AuditBeforePersistence(Precedence):
    """After an honest effort without progress, pressing on gives way: look for another
    place."""

    conflict = "K-11"
    sides = (("RS-70", "RU-56"), ("RB-59",))
    rows = ("RS-70", "RU-56", "RB-59")
    sets_aside = (Persist, YouDefineTheDream)


class SearchAndHoldTheTalk(Precedence):
    """Start the search and have the talk about the promise. If the explanation satisfies you,
    answer again: the need may be gone."""

    conflict = "K-15"
    sides = (("RU-24",), ("RU-25",))
    prevails = "both"
    rows = ("RU-24", "RU-25")


class ThreeKindsOfDeafBoss(Precedence):
    """There are three levels: not told in your boss's terms, so explain again; told and not
    understood, so you may move on; does not care, so do move."""

    conflict = "K-23"
    sides = (("BO-29",), ("BO-18", "RB-59"))
    prevails = "both"
    rows = ("BO-29", "BO-18", "RB-59")


class AnUncaringBossIsNotWaitedOut(Precedence):
    """Pressing on past a roadblock is no answer to a boss who does not care: change the boss."""

    conflict = "K-23"
    sides = (("BO-18",), ("RB-59",))
    rows = ("BO-18", "RB-59")
    sets_aside = (Persist, YouDefineTheDream)


class SupportDoesNotMeetTheNeed(Precedence):
    """Start the search although your boss supports you, and tell your boss about the need at
    the same time."""

    conflict = "K-30"
    sides = (("BO-14", "BO-27"), ("RU-25",))
    prevails = "second"
    rows = ("BO-14", "BO-27", "RU-25")


class StayingWasOnlyTheDefault(Precedence):
    """A rut, or a job that is not perfect, is no reason to leave. You have another reason, and
    that one counts."""

    conflict = "K-32"
    sides = (("RU-12", "RU-30"), ("RU-25", "BO-18", "RS-70"))
    prevails = "second"
    rows = ("RU-12", "RU-30", "RU-25", "BO-18", "RS-70")
    sets_aside = (NoJobIsPerfect,)


class LookingBeforeNegotiating(Precedence):
    """Looking elsewhere comes first. You may still ask here for what you want meanwhile: asking
    ties you to nothing."""

    conflict = "K-32"
    sides = (("RU-27", "RU-28"), ("RS-70",))
    prevails = "second"
    rows = ("RU-27", "RU-28", "RS-70")
