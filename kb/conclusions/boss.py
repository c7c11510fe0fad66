"""Your boss and your goal: what may be concluded about what you want and who should know it."""

from kb.vocabulary import (
    OR,
    Caution,
    Diagnosis,
    Explanation,
    Finding,
    Path,
    Questions,
    Script,
    Situation,
    Stance,
    Step,
)


class NoBoss(Finding):
    """You report to nobody, so nothing here is about a boss; clients and partners take the place
    of colleagues."""

    rows = ("RS-72",)
    told = False


class UncaringBoss(Finding):
    """Your boss has shown you that your wishes do not count. That is no excuse, it is a finding."""

    rows = ("BO-16", "BO-17")


class MomentumNotWanted(Finding):
    """You do not want to move up, so advice on moving up is left out."""

    kind = "stop/exit criterion"
    rows = ("BO-02",)
    told = False


class GoalMissing(Finding):
    """You have not settled on a goal so far. Knowing only what you do not want is no answer yet."""

    rows = ("BO-23", "BO-25", "BO-30")


class YearlyObjectivesOnly(Finding):
    """Your boss knows your objectives for the year. That is not the same as knowing your goal."""

    rows = ("BO-07",)


class BossUnaware(Finding):
    """Your boss does not know your goal."""

    rows = ("BO-07", "BO-11")
    told = False


class BossTrulyKnowsGoal(Diagnosis):
    """Your boss knows your goal."""

    kind = "classify"
    rows = ("BO-01", "BO-07")
    told = False


class MayMoveOn(Diagnosis):
    """You explained your goal in your boss's terms, and it was not understood."""

    rows = ("BO-29",)
    told = False


class Happy(Finding):
    """The job fits, the days are varied, the people are good and the company looks after you."""

    rows = ("BO-34",)
    told = False


class DecideWhatYouWant(Step):
    """Decide what you want: one goal at work, the one that keeps you dreaming, true for now."""

    rows = ("BO-08", "BO-23", "BO-25")
    settled_by = Situation(knows_top_goal=True)


class LearnWhatYourBossWants(Step):
    """Find out what your boss wants to achieve. You need it to explain your goal."""

    kind = "step order"
    rows = ("BO-13",)
    settled_by = OR(
        Situation(knows_what_boss_wants=True),
        Situation(boss_understands_goal=True),
        Situation(goal_was_framed_around_boss=True),
    )


class TellYourBoss(Step):
    """Tell your boss openly what you want."""

    rows = ("BO-11", "BO-26")
    gate = "once you know your goal"
    settled_by = Situation(boss_knows_top_goal=True)


class ExplainItInTheirTerms(Step):
    """Explain your goal again, this time in terms of what it does for your boss."""

    rows = ("BO-12", "BO-29")


class EnlistYourBoss(Step):
    """Win your boss as a partner in your goal."""

    kind = "strategy"
    rows = ("BO-15",)
    gate = "once your boss knows your goal"
    settled_by = Situation(boss_made_supportive_move=True)


class RewardYourBoss(Step):
    """Answer every supportive move of your boss with results."""

    rows = ("BO-14", "BO-27")
    gate = "once your boss supports you"
    settled_by = Situation(boss_rewarded_with_results=True)


class WorkForSomebodyElse(Step):
    """Get to work for somebody else, as quickly as you can. Another boss in the same company will
    do."""

    rows = ("BO-18", "BO-21")


class TellThemYouHaveWhatYouWant(Step):
    """When you are next asked what you want, say honestly that you have it."""

    rows = ("BO-38",)


GOAL_STEPS = (
    DecideWhatYouWant,
    LearnWhatYourBossWants,
    TellYourBoss,
    ExplainItInTheirTerms,
    EnlistYourBoss,
    RewardYourBoss,
)


class LeaveThisBoss(Path):
    """Your boss does not care what you want, and that is meant to be acted on: change the person
    you work for."""

    level = 2
    rows = ("BO-16", "BO-17", "BO-18")
    steps = (WorkForSomebodyElse,)


class GoalUndecided(Path):
    """Before anybody can help you towards your goal, you have to settle on one."""

    level = 8
    rows = ("BO-25",)
    steps = (DecideWhatYouWant,)


class GoalAndBoss(Path):
    """To move up, make sure your boss knows what you want: decide, tell, and repay the support."""

    level = 8
    rows = ("BO-01", "BO-25", "BO-26", "BO-27")
    steps = GOAL_STEPS


class Content(Path):
    """You are fine where you are. You do not have to climb, and nothing has to change."""

    level = 11
    kind = "stop/exit criterion"
    rows = ("BO-34",)
    steps = (TellThemYouHaveWhatYouWant,)


class PrepareYourAnswer(Stance):
    """Prepare an answer to the question of what you want, so that it finds you ready."""

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
    """This is a high priority, and no figure of speech."""

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
    serves = (DecideWhatYouWant, TellYourBoss)


class HoldTheTalkUntilThereIsAGoal(Caution):
    """Do not have the talk with your boss yet: there is no goal to tell."""

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
    """Do not move up just because you think you have to (a reader's doubt)."""

    rows = ("BO-37",)


class GrowthWithoutPromotion(Explanation):
    """Learning something new or widening your work is fine without any promotion."""

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
    """What you can say:"""

    rows = ("BO-38",)
    serves = (TellThemYouHaveWhatYouWant,)
    lines = ("Thank you for asking: I already have what I am after, and would not change it.",)


class DoNotTellOrRewardThisBoss(Caution):
    """Do not share your goal with this boss, and do not repay what was not given."""

    kind = "stop/exit criterion"
    rows = ("BO-20",)
    serves = (LeaveThisBoss,)
