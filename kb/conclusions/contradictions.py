"""Answers that cannot both hold, and the verdicts that wait until they are cleared up."""

from kb.conclusions.advice.relationships import DeepenWhatSupportsYou
from kb.conclusions.paths.boss import RewardYourBoss, TellYourBoss
from kb.conclusions.paths.bounce_back import CrisisAftermath, HotIssue, MinorIssue, PassiveSetback
from kb.conclusions.paths.roadblock import AwaitingAnswer, CauseUnderstood
from kb.conclusions.paths.rut import (
    MakeTheAsk,
    NegotiationExhausted,
    PivotAfterRefusal,
    PromiseOverdue,
)
from kb.vocabulary import Contradiction


class NoBossYetABoss(Contradiction):
    """You say that you report to nobody, and you describe a boss. Which is it?"""

    rows = ("BO-16", "RS-72")
    sets_aside = (
        PromiseOverdue,
        AwaitingAnswer,
        CauseUnderstood,
        PivotAfterRefusal,
        NegotiationExhausted,
    )


class NotAskedYetAnswered(Contradiction):
    """You say that you have not asked, and you describe what became of the request. Which is it?"""

    rows = ("RB-61",)
    sets_aside = (MakeTheAsk,)


class HappyYetSigns(Contradiction):
    """You say that all is well where you are, and you name a sign of a rut. Until you know which,
    there is no verdict that you are content, and the rut is only tentative."""

    conflict = "K-19"
    sides = (("BO-34",), ("RU-06",))
    rows = ("BO-34", "RU-06")


class HappyYetNeeds(Contradiction):
    """You say that all is well where you are, and that something must change or you cannot stay.
    Until you know which, there is no verdict that you are content; the need counts meanwhile."""

    rows = ("BO-34", "RU-22")


class NoSetbackYetAnEvent(Contradiction):
    """You say that there was no setback, and you name a bad event. Which is it?"""

    rows = ("BG-11",)
    sets_aside = (HotIssue, MinorIssue, CrisisAftermath)


class NoEventYetAMistake(Contradiction):
    """You say that there was no specific event, and you describe a mistake that did damage. Which
    is it?"""

    rows = ("BG-11", "BG-16")
    sets_aside = (PassiveSetback,)


class TargetsYetTheGoal(Contradiction):
    """You say that your boss knows your goal, and that your boss knows only your yearly objectives.
    Targets are not the goal, so your boss is taken not to know it."""

    rows = ("BO-07",)
    sets_aside = (RewardYourBoss,)


class GoalYetOnlyTheOpposite(Contradiction):
    """You say that you know your goal, and that you only know what you do not want. Until you know
    which, you are taken not to have settled on one."""

    rows = ("BO-30",)
    sets_aside = (TellYourBoss,)


class AlliesYetNobody(Contradiction):
    """You say that nobody shares your wish, and that you agreed to ask together. Which is it?"""

    rows = ("RU-38",)
    sets_aside = (MakeTheAsk,)


class SupportersYetNobody(Contradiction):
    """Your answers on whether people support you, and on how many, do not fit together."""

    rows = ("RS-37",)
    sets_aside = (DeepenWhatSupportsYou,)
