"""Relationship strategy: findings and diagnoses."""

from kb.vocabulary import Diagnosis, Finding


class PreferredRolesKnown(Finding):
    """You know which roles you enjoy most."""

    rows = ("RS-25",)
    told = False


class RoleDisconnect(Finding):
    """The roles you spend your time in are not all the ones you enjoy most."""

    kind = "diagnose"
    rows = ("RS-29",)
    told = False


class CollaboratingInsteadOfLeading(Finding):
    """You mostly collaborate, while your energy comes from owning and leading."""

    kind = "diagnose"
    rows = ("RS-27",)


class TeachingInsteadOfMentoring(Finding):
    """You mostly teach and hardly mentor. The two are not the same."""

    kind = "diagnose"
    rows = ("RS-28",)


class ExitSign(Finding):
    """There is a sign not to settle for this culture: hardly any relationship to build on, or
    being devalued for using your strengths. What your own work on it brings decides."""

    kind = "stop/exit criterion"
    rows = ("RS-63", "RS-64")


class OwnWorkDone(Finding):
    """You have honestly done all you can."""

    rows = ("RS-65",)
    told = False


class ProgressJudged(Finding):
    """You have done all you can, and have judged what came of it."""

    rows = ("RS-68",)
    told = False


class LeaveForCulture(Finding):
    """You have done all you can, and it brought no progress."""

    kind = "stop/exit criterion"
    rows = ("RS-70",)
    told = False


class PositiveBalance(Finding):
    """Clearly more people support you than drain you: as far as that goes, an acceptable balance to
    stay in."""

    kind = "stop/exit criterion"
    rows = ("RS-61",)


class PoorBalance(Finding):
    """Those who support you do not clearly outnumber those who drain you. Seek a better balance."""

    kind = "stop/exit criterion"
    rows = ("RS-61",)


class RolesMatch(Diagnosis):
    """You already spend your time in the roles you enjoy most."""

    kind = "stop/exit criterion"
    rows = ("RS-34",)
