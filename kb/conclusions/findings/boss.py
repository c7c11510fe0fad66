"""Your boss and your goal: findings and diagnoses."""

from kb.vocabulary import Diagnosis, Finding


class NoBoss(Finding):
    """You report to nobody, so nothing here is about a boss; clients and partners take the place
    of colleagues."""

    rows = ("RS-72",)
    told = False


class UncaringBoss(Finding):
    """Your boss has shown you that your wishes do not count. That is no excuse, it is a finding."""

    rows = ("BO-16", "BO-17")
    told = False


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


class ClimbsFromDutyAlone(Diagnosis):
    """You are happy where you are, and would move up only because you think you have to."""

    rows = ("BO-34", "BO-37")
    told = False


class SomethingStillWanted(Diagnosis):
    """There is something that you want, have asked for or were promised, and do not have so far."""

    kind = "classify"
    rows = ("BO-38", "RU-21", "RU-24", "RU-59")
    told = False
