"""Career bounce back: what may be concluded about setbacks, active and passive."""

from kb.vocabulary import (
    OR,
    Caution,
    Diagnosis,
    Explanation,
    Finding,
    OneOf,
    Path,
    Questions,
    Script,
    Situation,
    Stance,
    Step,
)


class ActiveIssue(Finding):
    """One specific bad event is behind this: an active issue."""

    rows = ("BG-11",)
    told = False


class MinorDamage(Finding):
    """Key customers, important stakeholders and important work are not affected: a minor issue."""

    kind = "diagnose"
    rows = ("AC-09", "AC-10")


class RaisedUrgency(Finding):
    """One of the three marks of damage holds: the repair is urgent."""

    kind = "diagnose"
    rows = ("AC-09",)


class HighUrgency(Finding):
    """{damage_count} of the three marks of damage hold: the repair is very urgent."""

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


class IssueFixed(Finding):
    """What went wrong has been put right."""

    rows = ("AC-20",)
    told = False


class DebriefDone(Finding):
    """It has been put right and talked through with those involved."""

    rows = ("AC-20",)
    told = False


class EarlierStepOpen(Finding):
    """One of the earlier steps is still open: calm, or owning your part."""

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
    """A likely root of a slow setback is too little organisational savvy: staying out of politics,
    being underestimated, losing credit, being hardly visible."""

    rows = ("BG-08", "BG-17", "PA-11")


class PassiveStepsDone(Diagnosis):
    """All five steps are done. With some luck, your career gets back on course."""

    kind = "stop/exit criterion"
    rows = ("PA-24",)


class AssessTheDamage(Step):
    """Work out how serious it is, before anything else."""

    rows = ("AC-05",)
    settled_by = OR(Situation(damage_assessed=True), Situation(issue_fixed="yes"))


class CalmDown(Step):
    """Calm yourself, and talk to nobody until you are thinking clearly."""

    rows = ("AC-11", "AC-12")
    settled_by = Situation(emotions_under_control=True)


class OwnYourPart(Step):
    """Accept responsibility: admit your part, and only then turn to the repair."""

    rows = ("AC-14", "AC-16")


class FixWhatYouCan(Step):
    """Repair as much as you can, as fast as you can. A partial repair counts."""

    rows = ("AC-18",)
    settled_by = Situation(issue_fixed=OneOf("partly", "yes"))


class FinishTheFix(Step):
    """Work on towards the final fix, and put it in place."""

    rows = ("AC-19",)
    settled_by = Situation(issue_fixed="yes")


class HoldAPostMortem(Step):
    """Sit down with the others involved and discuss what happened and why, how it was handled,
    and the repair."""

    rows = ("AC-20", "AC-21", "AC-22")
    gate = "once it is put right"
    settled_by = Situation(post_mortem_done=True)


class PlanPrevention(Step):
    """Set up a plan against a repetition: a checking routine, training, or something else."""

    rows = ("AC-23", "AC-24")
    gate = "once you know what happened and why"
    settled_by = Situation(prevention_plan_made=True)


class RebuildYourReputation(Step):
    """Work on rebuilding your reputation."""

    rows = ("AC-26",)
    gate = "once the crisis is over, if your name has suffered"
    settled_by = Situation(reputation_damaged=False)


ACTIVE_STEPS = (
    AssessTheDamage,
    CalmDown,
    OwnYourPart,
    FixWhatYouCan,
    FinishTheFix,
    HoldAPostMortem,
    PlanPrevention,
    RebuildYourReputation,
)


class AcceptWhereYouStand(Step):
    """Accept where you stand now, soberly and honestly, and let the past go."""

    rows = ("PA-04", "PA-06")
    settled_by = Situation(accepted_situation=True)


class FindTheBehaviour(Step):
    """Find the specific actions and behaviours that led here, without brooding over them."""

    rows = ("PA-07", "PA-09")
    settled_by = Situation(behaviours_diagnosed=True)


class SeekInput(Step):
    """Ask colleagues and key stakeholders for their view of your strengths and openings, and take
    it as material for the future."""

    rows = ("PA-12", "PA-14", "PA-17")
    settled_by = Situation(feedback_requested=True)


class MakeARecoveryPlan(Step):
    """Write a considered plan out of behaviours that you control."""

    rows = ("PA-18", "PA-19")
    settled_by = Situation(recovery_plan_made=True)


class TellYourCoWorkers(Step):
    """Tell your co-workers that you are changing your style."""

    rows = ("PA-21",)
    gate = "once you have a plan"
    settled_by = Situation(coworkers_told=True)


class HotIssue(Path):
    """Something specific has gone wrong and is not put right: contain it now. How you handle it
    decides how you come out of it."""

    level = 1
    rows = ("BG-15", "AC-01", "AC-03", "AC-04")
    steps = ACTIVE_STEPS


class MinorIssue(Path):
    """Something went wrong, but nothing important is affected. Own it and fix it, calmly."""

    level = 4
    rows = ("AC-04", "AC-10", "AC-29")
    steps = ACTIVE_STEPS


class CrisisAftermath(Path):
    """The issue is put right. What is left is to learn from it and to close it well."""

    level = 4
    rows = ("AC-04", "AC-20", "AC-23", "AC-26")
    steps = ACTIVE_STEPS


class PassiveSetback(Path):
    """This setback built up over time. It has a recovery of its own, in five steps."""

    level = 7
    rows = ("BG-16", "PA-01", "PA-02", "PA-03")
    steps = (
        AcceptWhereYouStand,
        FindTheBehaviour,
        SeekInput,
        MakeARecoveryPlan,
        TellYourCoWorkers,
    )


class ActFast(Stance):
    """Act fast: with this kind of issue, speed matters."""

    rows = ("AC-03",)
    serves = (HotIssue,)


class DoNotOverreact(Caution):
    """Do not overreact: keep your response in proportion."""

    rows = ("AC-10",)
    serves = (MinorIssue,)


class DoNotExplode(Caution):
    """Do not let it out on a co-worker or on your boss: that would be a second incident."""

    rows = ("AC-13",)
    serves = (HotIssue, MinorIssue, CrisisAftermath)


class StopLookingForGuilt(Caution):
    """Do not spend energy on whose fault it is. The causes have their own slot, later."""

    rows = ("AC-15", "AC-17")
    serves = (HotIssue, MinorIssue)


class NoFalseConfession(Caution):
    """Do not confess to what you did not do: own only your real part."""

    rows = ("AC-28",)
    serves = (HotIssue, MinorIssue, CrisisAftermath)


class PostMortemWaits(Caution):
    """Do not hold the post-mortem yet: it waits until the issue is fully put right."""

    kind = "stop/exit criterion"
    rows = ("AC-27",)
    serves = (HotIssue, MinorIssue)


class DoNotDwell(Caution):
    """Do not spend much time mourning what happened. Some is allowed."""

    rows = ("PA-05",)
    serves = (PassiveSetback,)


class NoOvernightCure(Caution):
    """Do not expect an overnight cure: it took time to get here, and it takes time to mend."""

    rows = ("PA-25", "PA-26")
    serves = (PassiveSetback,)


class DoNotDefendThePast(Caution):
    """Do not defend the past when people answer you."""

    rows = ("PA-13", "PA-16")
    serves = (SeekInput,)


class AnnouncingWaits(Caution):
    """Do not announce a change of style yet: there is no plan to announce."""

    kind = "step order"
    rows = ("PA-28",)
    serves = (PassiveSetback,)


class HandlingDecides(Explanation):
    """A bad reaction would cost you the recovery."""

    kind = "warning"
    rows = ("AC-02",)
    serves = (HotIssue,)


class EverybodyMeetsSetbacks(Explanation):
    """Setbacks are part of working life; everybody meets them. What you do next decides: be
    resilient, choose a strategy and carry it out."""

    rows = ("BG-01", "BG-06", "BG-07", "BG-09")
    serves = (HotIssue, MinorIssue, CrisisAftermath, PassiveSetback)


class ActiveBeforePassive(Explanation):
    """Both kinds apply to you, an event and a slow build-up. The event comes first, then the slow
    one."""

    kind = "step order"
    rows = ("BG-10", "BG-22")
    serves = (HotIssue, MinorIssue, CrisisAftermath, PassiveSetback)


class NotYourDoing(Explanation):
    """You can do things right and still meet a setback: this one was outside your control."""

    kind = "classify"
    rows = ("BG-02",)
    serves = (HotIssue, MinorIssue, CrisisAftermath, PassiveSetback)


class YourError(Explanation):
    """An error with consequences was the cause."""

    kind = "classify"
    rows = ("BG-03",)
    serves = (HotIssue, MinorIssue, CrisisAftermath, PassiveSetback)


class PowerShifted(Explanation):
    """Influence shifted and your side lost: the cause is political."""

    kind = "classify"
    rows = ("BG-04",)
    serves = (HotIssue, MinorIssue, CrisisAftermath, PassiveSetback)


class CompanyTrouble(Explanation):
    """The whole company is in trouble, and everybody feels it."""

    kind = "classify"
    rows = ("BG-05",)
    serves = (HotIssue, MinorIssue, CrisisAftermath, PassiveSetback)


class PerformanceMistake(Explanation):
    """It was a mistake of performance: a job done badly."""

    kind = "classify"
    rows = ("BG-12",)
    serves = (OwnYourPart, FixWhatYouCan, FinishTheFix, HoldAPostMortem)


class InfluenceMistake(Explanation):
    """It was a mistake of influence: pushing or persuading in a wrong way."""

    kind = "classify"
    rows = ("BG-13",)
    serves = (OwnYourPart, FixWhatYouCan, FinishTheFix, HoldAPostMortem)


class RelationshipMistake(Explanation):
    """It was a mistake in a relationship: harm done to a working tie."""

    kind = "classify"
    rows = ("BG-14",)
    serves = (OwnYourPart, FixWhatYouCan, FinishTheFix, HoldAPostMortem)


class BehaviourCanChange(Explanation):
    """Behaviour can be changed. That is why behaviours, and not character, are what to look at."""

    kind = "strategy"
    rows = ("PA-10",)
    serves = (FindTheBehaviour,)


class LongPlansAreNormal(Explanation):
    """Expect several steps over time."""

    kind = "strategy"
    rows = ("PA-20",)
    serves = (MakeARecoveryPlan,)


class NoRace(Explanation):
    """There is no race here and no damage control: those belong to sudden events."""

    kind = "stop/exit criterion"
    rows = ("PA-27",)
    serves = (PassiveSetback,)


class NoticePreparesThem(Explanation):
    """The notice prepares them for the change, and lets them go on giving feedback and support."""

    kind = "strategy"
    rows = ("PA-22", "PA-23")
    serves = (TellYourCoWorkers,)


class ThreeQuestionsOnTheDamage(Questions):
    """Judge it by these three; each yes raises the urgency:"""

    rows = ("AC-06", "AC-07", "AC-08")
    serves = (AssessTheDamage,)
    lines = (
        "Are key customers affected?",
        "Can key stakeholders see it?",
        "Does it throw important work off course?",
    )


class WhatDidYouDo(Questions):
    """Ask yourself:"""

    rows = ("PA-08",)
    serves = (FindTheBehaviour,)
    lines = ("What did you do, or fail to do, that led here?",)


class WhatMightHaveHelped(Questions):
    """Ask them this:"""

    rows = ("PA-15",)
    serves = (SeekInput,)
    lines = ("What might have made me more successful?",)


class NoticeToCoWorkers(Script):
    """What you can say:"""

    rows = ("PA-21", "PA-23")
    serves = (TellYourCoWorkers,)
    lines = (
        "I am working on changing how I do some things here.",
        "You may notice it. Please go on telling me what you see.",
    )
