"""Career bounce back: stances, cautions, reasons, questions and words to say."""

from kb.conclusions.paths.bounce_back import (
    AssessTheDamage,
    CrisisAftermath,
    FindTheBehaviour,
    FinishTheFix,
    FixWhatYouCan,
    HoldAPostMortem,
    HotIssue,
    MakeARecoveryPlan,
    MinorIssue,
    OwnYourPart,
    PassiveSetback,
    SeekInput,
    TellYourCoWorkers,
)
from kb.vocabulary import Caution, Explanation, Questions, Script, Stance


class ActFast(Stance):
    """Act fast, in the order given here."""

    rows = ("AC-03",)
    why = "With this kind of issue, and only with this kind, speed matters."
    serves = (HotIssue,)


class DoNotOverreact(Caution):
    """Do not overreact: keep your response in proportion."""

    rows = ("AC-10",)
    why = "Nothing important is affected."
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
    """How you handle it has a say in whether you recover; a bad reaction could cost you that."""

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
    """You made an error and it had consequences. That is one way in which setbacks
    come about."""

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
    """A slow setback is no race and calls for no damage control: those belong to sudden events."""

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
    lines = ("What did you do, or leave undone, that may have had a part in it?",)


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
