"""Roadblock: findings and diagnoses."""

from kb.vocabulary import Diagnosis, Finding


class InRoadblock(Finding):
    """You took a step towards a different job, and something stopped you: that is a roadblock."""

    rows = ("RB-01", "RB-02")


class HasAutonomy(Finding):
    """You are free to change how you do your job."""

    rows = ("RB-63",)
    told = False


class NotFreeToChange(Finding):
    """You are not free to change how you do your job."""

    rows = ("RB-03",)
    told = False


class MissingAutonomy(Diagnosis):
    """You lack the autonomy and the formal power to shape your work directly."""

    kind = "diagnose"
    rows = ("RB-03", "RB-21")


class OwnExpectationsBrake(Finding):
    """You are free to change your work; what holds you back is your own idea of how to use your
    time."""

    rows = ("RB-05",)


class FearForTheTeamBrake(Finding):
    """You are free to change your work; what holds you back is the worry about stepping on your
    team's toes."""

    rows = ("RB-06",)


class OnHold(Finding):
    """Your boss has put your request on hold: neither a no nor silence."""

    rows = ("RB-04",)


class Silence(Finding):
    """Weeks have passed since you asked, and no answer has come."""

    rows = ("RB-07",)


class TooSoonForSilence(Finding):
    """You asked so recently that no answer yet means nothing."""

    rows = ("RB-36",)
    told = False


class FollowedUp(Finding):
    """You have had a follow-up conversation."""

    rows = ("RB-44",)
    told = False


class CauseKnown(Finding):
    """You know from your manager why nothing has happened."""

    rows = ("RB-56",)
    told = False


class CauseTold(Finding):
    """Whether you know the cause is told."""

    rows = ("RB-42",)
    told = False


class CauseUnknown(Diagnosis):
    """Why nothing has happened is unknown. That is the honest verdict."""

    kind = "classify"
    rows = ("RB-42", "RB-64")
    told = False


class FollowUpDue(Diagnosis):
    """A follow-up conversation is due."""

    kind = "action"
    rows = ("RB-36", "RB-44")
    told = False
