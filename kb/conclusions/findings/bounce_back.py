"""Career bounce back: findings and diagnoses."""

from kb.vocabulary import Diagnosis, Finding


class ActiveIssue(Finding):
    """One specific bad event is behind this: an active issue."""

    rows = ("BG-11",)
    told = False


class MinorDamage(Finding):
    """Key customers, important stakeholders and important work are not affected: a minor issue."""

    kind = "diagnose"
    rows = ("AC-09", "AC-10")


class RaisedUrgency(Diagnosis):
    """Of the three marks of damage, {damage_count} holds: the repair is urgent."""

    kind = "diagnose"
    rows = ("AC-09",)


class HighUrgency(Diagnosis):
    """Of the three marks of damage, {damage_count} hold: the repair is very urgent."""

    kind = "diagnose"
    rows = ("AC-09",)


class MarksOfDamageKnown(Finding):
    """It is known of all three marks of damage whether they hold."""

    rows = ("AC-09",)
    told = False


class DamageAssessed(Finding):
    """You have worked out how serious it is."""

    rows = ("AC-05",)
    told = False


class CalmTold(Finding):
    """Whether you are calm is known."""

    rows = ("AC-12",)
    told = False


class RepairTold(Finding):
    """Whether it is put right, wholly or in part, is known."""

    rows = ("AC-18", "AC-20")
    told = False


class IssueFixed(Finding):
    """What went wrong has been put right."""

    rows = ("AC-20",)
    told = False


class DebriefTold(Finding):
    """You have told whether those involved have talked it through."""

    rows = ("AC-20",)
    told = False


class DebriefDone(Finding):
    """It has been put right and talked through with those involved."""

    rows = ("AC-20",)
    told = False


class EarlierStepOpen(Finding):
    """One of the earlier steps is still open: calm, owning your part, or knowing the cause."""

    rows = ("AC-11", "AC-14", "AC-25")
    told = False


class CrisisOver(Diagnosis):
    """It is fixed, talked through and planned against: the immediate crisis is over."""

    kind = "stop/exit criterion"
    rows = ("AC-25",)


class SlowSymptoms(Finding):
    """You are underestimated, hardly visible, or others get the credit for your work."""

    kind = "diagnose"
    rows = ("BG-18", "BG-19", "BG-20", "PA-02")


class NoSpecificEvent(Finding):
    """There was a setback without one specific event: it built up."""

    rows = ("BG-16", "BG-21", "PA-01")
    told = False


class DefensiveAboutFeedback(Finding):
    """You defend yourself when people answer, and that stops the feedback."""

    kind = "warning"
    rows = ("PA-16",)
    told = False


class UnderPoliticalSuspected(Diagnosis):
    """A likely root of a slow setback is too little organisational savvy. It often shows in being
    underestimated, losing credit and being hardly visible."""

    rows = ("BG-08", "BG-17", "BG-18", "BG-19", "BG-20", "PA-11")


class PassiveStepsDone(Diagnosis):
    """All five steps are done. With some luck, your career gets back on course."""

    kind = "stop/exit criterion"
    rows = ("PA-24",)
