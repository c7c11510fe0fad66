"""Leaving: what the three reasons to look elsewhere have in common."""

from kb.conclusions.paths.boss import LeaveThisBoss
from kb.conclusions.paths.relationships import FindABetterEnvironment
from kb.conclusions.paths.rut import SearchOutside
from kb.vocabulary import Caution, Diagnosis


class LeaveTrack(Diagnosis):
    """There is a reason to look elsewhere: a need, this boss, or a place that did not answer your
    own work."""

    kind = "stop/exit criterion"
    rows = ("RU-25", "BO-18", "RS-70")
    told = False


class SearchingIsNotResigning(Caution):
    """Do not resign yet: keep your present job meanwhile."""

    rows = ("RU-33",)
    why = "Looking elsewhere is not quitting."
    serves = (SearchOutside, LeaveThisBoss, FindABetterEnvironment)
