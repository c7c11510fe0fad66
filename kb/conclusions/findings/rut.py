"""Career rut: findings and diagnoses."""

from kb.vocabulary import Diagnosis, Finding


class InRut(Finding):
    """You name {rut_sign_count} of the four signs of a rut: you are probably in one."""

    rows = ("RU-06",)


class TentativeRut(Finding):
    """You name {rut_sign_count} of the four signs of a rut: that may be one, it is not certain."""

    rows = ("RU-06",)


class NeedsUnmet(Finding):
    """Something you need at work is missing, and without it staying is hard to justify."""

    rows = ("RU-22",)
    told = False


class WantsHeavy(Finding):
    """Your needs are met; what is left on your list are wants."""

    rows = ("RU-21", "RU-27")
    told = False


class NothingListed(Finding):
    """There are signs of a rut, yet nothing on your list: what hurts has not been named so far."""

    rows = ("RU-15",)
    told = False


class CravesControlOrResponsibility(Finding):
    """Monotonous tasks with too little say: you may be craving creative control or more
    responsibility."""

    kind = "diagnose"
    rows = ("RU-18",)


class ExplanationMayBeTheNeed(Finding):
    """A promise is overdue and nobody has told you why: the thing you need may be that answer,
    more than the promised thing itself."""

    rows = ("RU-24",)


class SearchRunning(Finding):
    """You are already looking for another job."""

    rows = ("RU-25",)
    told = False


class AlreadyAsked(Finding):
    """You have made your request."""

    rows = ("RU-59",)
    told = False


class BackUpsUsedUp(Finding):
    """Every alternative that you brought has been turned down."""

    rows = ("RU-56",)
    told = False


class AskGranted(Finding):
    """Your request was granted. It opens a conversation that goes on, and it may lead to more."""

    rows = ("RU-59", "RU-60")


class Refused(Finding):
    """The answer to your request was no."""

    rows = ("RU-55",)
    told = False


class AlliesLookedFor(Finding):
    """You have looked for colleagues who want the same, and joined those there are."""

    rows = ("RU-38",)
    told = False


class AlliesSought(Finding):
    """You know whether colleagues have the same wish."""

    rows = ("RU-38",)
    told = False


class PayRangeNeeded(Finding):
    """You are after a promotion or a raise, for which the going range counts."""

    rows = ("RU-36", "RU-37")
    told = False


class PayRangeOpen(Finding):
    """You are after a promotion or a raise, and do not know the going range."""

    rows = ("RU-36",)
    told = False


class ReadyToAsk(Diagnosis):
    """Your list is sorted and your preparation is complete: you are ready to ask."""

    kind = "step order"
    rows = ("RU-46",)
    told = False


class PivotDue(Diagnosis):
    """You got a no, and you still have alternatives: the talk is not over."""

    rows = ("RU-55",)
    told = False
