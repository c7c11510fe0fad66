"""Your boss and your goal: stances, cautions, reasons, questions and words to say."""

from kb.conclusions.paths.boss import (
    Content,
    DecideWhatYouWant,
    EnlistYourBoss,
    ExplainItInTheirTerms,
    GoalAndBoss,
    LeaveThisBoss,
    TellThemYouHaveWhatYouWant,
    TellYourBoss,
)
from kb.vocabulary import Caution, Explanation, Questions, Script, Stance


class PrepareYourAnswer(Stance):
    """Prepare an answer to the question of what you want, so that it finds you ready (a reader is
    frightened by it, too)."""

    kind = "diagnose"
    rows = ("BO-31",)


class YouMayMoveOn(Stance):
    """You may move to a better opening; you do not have to. A reader says so, not the author."""

    rows = ("BO-29",)
    serves = (GoalAndBoss,)


class KeepRepaying(Stance):
    """Go on: answer each supportive move with results, every time."""

    kind = "action"
    rows = ("BO-14",)
    serves = (GoalAndBoss,)


class ThisIsMeantLiterally(Explanation):
    """Finding another boss is a high priority; the article means it literally."""

    kind = "warning"
    rows = ("BO-19",)
    serves = (LeaveThisBoss,)


class GoalsConcernYourBoss(Caution):
    """Do not leave it at doing what you are told: dull work and poor pay tend to follow."""

    rows = ("BO-09", "BO-10")
    serves = (GoalAndBoss,)


class StayingUndecidedCosts(Explanation):
    """Going on undecided tends to mean years in a mediocre job, with mediocre raises and none of
    the big ones. Many professionals are in the same place."""

    kind = "warning"
    rows = ("BO-23", "BO-24")
    serves = (DecideWhatYouWant,)


class TellingForcesDeciding(Explanation):
    """Having to tell somebody helps: it forces you to decide."""

    kind = "strategy"
    rows = ("BO-22",)
    serves = (DecideWhatYouWant,)


class HoldTheTalkUntilThereIsAGoal(Caution):
    """Do not go to your boss about your goal yet: there is none to tell so far."""

    kind = "stop/exit criterion"
    rows = ("BO-28",)
    serves = (GoalAndBoss,)


class NamingAGoalOutOfReach(Caution):
    """Do not name a goal that is out of reach here without care for wording and timing: it may get
    you filed as likely to leave (a reader's warning)."""

    rows = ("BO-33",)
    serves = (GoalAndBoss,)


class NotAskingHasAPrice(Explanation):
    """Not asking has a price, too: it may look like a lack of enthusiasm (a reader's view)."""

    kind = "warning"
    rows = ("BO-32",)
    serves = (GoalAndBoss,)


class DoNotClimbFromDuty(Caution):
    """Do not climb out of duty alone (a reader doubts that it is right)."""

    rows = ("BO-37",)


class GrowthWithoutPromotion(Explanation):
    """Learning something new or widening your work is fine without a promotion (a reader says)."""

    kind = "classify"
    rows = ("BO-35", "BO-36")
    serves = (Content,)


class WhatDoYouWant(Questions):
    """The question to answer for yourself:"""

    rows = ("BO-03", "BO-04", "BO-05", "BO-06")
    serves = (DecideWhatYouWant,)
    lines = (
        "What do you want?",
        "It may be a business of your own, being the best seller, or a move to another function.",
    )


class TellingYourBoss(Script):
    """How to put it to your boss:"""

    rows = ("BO-12", "BO-15")
    serves = (TellYourBoss, ExplainItInTheirTerms, EnlistYourBoss)
    lines = (
        "What you are trying to achieve, as I understand it, is this.",
        "What I want most is this, and here is how it helps you to get there.",
        "Whenever you support me in it, you will see results.",
    )


class AlreadyThere(Script):
    """What you can say (after a reader's words):"""

    rows = ("BO-38",)
    serves = (TellThemYouHaveWhatYouWant,)
    lines = ("Thank you for asking: I already have what I am after, and would not change it.",)


class DoNotTellOrRewardThisBoss(Caution):
    """Do not share your goal with this boss, and do not work on winning support here."""

    kind = "stop/exit criterion"
    rows = ("BO-20",)
    why = "Telling and repaying are steps for a boss who cares."
    serves = (LeaveThisBoss,)
