"""How the conflicts over what comes first, and in which tone, are settled, with both sides."""

from kb.conclusions.advice.boss import GoalsConcernYourBoss, StayingUndecidedCosts
from kb.conclusions.advice.roadblock import AskThePersonWhoDoesIt, ReachOutToHelpers
from kb.conclusions.advice.rut import AdvocateOutside
from kb.conclusions.paths.boss import (
    EnlistYourBoss,
    ExplainItInTheirTerms,
    GoalAndBoss,
    TellYourBoss,
)
from kb.conclusions.paths.bounce_back import PassiveSetback
from kb.conclusions.paths.roadblock import AwaitingAnswer, CauseUnderstood
from kb.conclusions.paths.rut import (
    FindAllies,
    FindYourIntent,
    GatherInformation,
    GetEndorsements,
    ListWhatIsMissing,
    MakeRequestSpecific,
    MakeTheAsk,
    NameSharedBenefit,
    NegotiateInside,
    PivotAfterRefusal,
    PivotToBackUps,
    PossibleRut,
    PromiseOverdue,
    Rut,
    SortNeedsFromWants,
)
from kb.vocabulary import Precedence


class AskAfterTheDebrief(Precedence):
    """Do not tell your boss your goal or make a request yet: that waits until the issue is put
    right and talked through."""

    conflict = "K-07"
    sides = (("BG-15",), ("BO-11", "RU-46"))
    rows = ("BG-15", "BO-11", "RU-46")
    sets_aside = (
        TellYourBoss,
        ExplainItInTheirTerms,
        EnlistYourBoss,
        MakeTheAsk,
        PivotToBackUps,
    )


class RepairBeforeRequests(Precedence):
    """Put the issue right before you look at what is missing in your job, prepare to ask for it, or
    follow up a request or a promise. A new request comes after the issue has been talked through,
    too."""

    conflict = "K-07"
    sides = (("BG-15", "AC-03"), ("RU-46",))
    rows = ("BG-15", "AC-03", "RU-46")
    sets_aside = (NegotiateInside, Rut, PossibleRut)
    defers = (AwaitingAnswer, CauseUnderstood, PromiseOverdue)


class ReputationBeforeABigAsk(Precedence):
    """Do not make a big request yet: rebuild your reputation first."""

    conflict = "K-07"
    sides = (("AC-26",), ("RU-46",))
    rows = ("AC-26", "RU-46")
    sets_aside = (MakeTheAsk, PivotToBackUps)


class ActiveThenPassive(Precedence):
    """The event comes first and fast, the slow setback after it and slowly. You have both."""

    conflict = "K-08"
    sides = (("BG-15",), ("PA-03",))
    rows = ("BG-15", "PA-03")
    defers = (PassiveSetback,)


class SilenceIsNotIndifference(Precedence):
    """Silence says nothing about whether your boss cares. Learn the cause first, and judge after
    that."""

    conflict = "K-09"
    sides = (("RB-42", "RB-62"), ("BO-16",))
    rows = ("RB-42", "RB-62", "BO-16")


class TheAnswerDecides(Precedence):
    """You had an answer, so the weeks no longer count: a no calls for your alternatives, not for a
    follow-up."""

    conflict = "K-10"
    sides = (("RU-55",), ("RB-36",))
    rows = ("RU-55", "RB-36")


class VisibleForTheRightThing(Precedence):
    """Become visible, but only in roles that you want to be known for."""

    conflict = "K-12"
    sides = (("PA-02",), ("RS-50", "RS-51"))
    prevails = "both"
    rows = ("PA-02", "RS-50", "RS-51")


class CriticsMayBeAsked(Precedence):
    """Ask a stakeholder with influence for feedback even if he or she is critical. Keeping away
    from doubters is about your spare time, not about feedback."""

    conflict = "K-13"
    sides = (("PA-14", "PA-16"), ("RS-60",))
    rows = ("PA-14", "PA-16", "RS-60")


class GatekeepersAreAnInvestment(Precedence):
    """Winning over whoever must agree to your change is an investment; the limit on effort
    holds for everybody else."""

    conflict = "K-14"
    sides = (("RB-28", "RB-33"), ("RS-45",))
    rows = ("RB-28", "RB-33", "RS-45")


class OpenWithCare(Precedence):
    """Be open about your goal, in your boss's terms, and choose words and moment with care,
    since it may be out of reach here."""

    conflict = "K-16"
    sides = (("BO-11",), ("BO-32", "BO-33"))
    rows = ("BO-11", "BO-32", "BO-33")


class JointButFriendly(Precedence):
    """Join forces in what you ask and in numbers, and keep the tone of a solution for both
    sides."""

    conflict = "K-17"
    sides = (("RU-40", "RU-29"), ("RU-57", "RU-58", "RB-47"))
    prevails = "both"
    rows = ("RU-40", "RU-29", "RU-57", "RU-58", "RB-47")


class CheckWhatIsFixed(Precedence):
    """Where tasks are fixed, turn outwards, after checking what is truly fixed. Relationships can
    be shaped all the same."""

    conflict = "K-18"
    sides = (("RB-21",), ("RS-14",))
    prevails = "both"
    rows = ("RB-21", "RS-14")


class DecideAndSortFirst(Precedence):
    """Decide and sort first. Telling and asking wait for it."""

    conflict = "K-20"
    sides = (("BO-28",), ("BO-26", "RU-46"))
    rows = ("BO-28", "BO-26", "RU-46")


class DecideBeforeAsking(Precedence):
    """You are ready to ask, and have not decided what you want most. Decide first; the request
    waits for it."""

    conflict = "K-20"
    sides = (("BO-25", "BO-28"), ("RU-46",))
    rows = ("BO-25", "BO-28", "RU-46")
    sets_aside = (MakeTheAsk,)


class NoWarningsForTheContent(Precedence):
    """You do not want to move up, so warnings about a dull and badly paid career are not meant
    for you."""

    conflict = "K-21"
    sides = (("BO-34",), ("BO-10", "BO-24"))
    rows = ("BO-34", "BO-10", "BO-24")
    sets_aside = (GoalsConcernYourBoss, StayingUndecidedCosts)
    told = False


class OwnOnlyTheRealPart(Precedence):
    """Own only your real part. Without a part of your own, leave out the admission and take the
    other steps."""

    conflict = "K-22"
    sides = (("AC-14",), ("BG-02", "BG-05", "AC-28"))
    prevails = "second"
    rows = ("AC-14", "BG-02", "BG-05", "AC-28")


class FeedbackInformsBehaviour(Precedence):
    """Let feedback inform your behaviour. What you want to be known for stays yours to
    decide."""

    conflict = "K-24"
    sides = (("PA-12",), ("RS-48",))
    prevails = "both"
    rows = ("PA-12", "RS-48")


class LookBackBriefly(Precedence):
    """Look back briefly and factually at what you did; do not brood."""

    conflict = "K-25"
    sides = (("PA-04", "PA-05"), ("PA-07",))
    prevails = "both"
    rows = ("PA-04", "PA-05", "PA-07")


class ShortStepsFirst(Precedence):
    """Assess and calm down first, even when it is urgent. Both are short, and nobody should be
    spoken to in anger."""

    conflict = "K-26"
    sides = (("AC-03",), ("AC-05", "AC-11"))
    prevails = "second"
    rows = ("AC-03", "AC-05", "AC-11")


class CalmBeforeAnyTalk(Precedence):
    """Be calm before you talk to anybody; what leads to a talk comes afterwards."""

    conflict = "K-26"
    sides = (("AC-11", "AC-12"), ("RB-36", "BO-11"))
    rows = ("AC-11", "AC-12", "RB-36", "BO-11")
    defers = (
        AwaitingAnswer,
        CauseUnderstood,
        PromiseOverdue,
        PivotAfterRefusal,
        PassiveSetback,
        GoalAndBoss,
        NegotiateInside,
    )
    sets_aside = (AdvocateOutside, ReachOutToHelpers, AskThePersonWhoDoesIt)


class ReputationComesLast(Precedence):
    """The order is: put it right, talk it through, plan against it, and then work on your
    reputation."""

    conflict = "K-27"
    sides = (("AC-17", "AC-20"), ("AC-26",))
    rows = ("AC-17", "AC-20", "AC-26")


class LowerExpectations(Precedence):
    """Keep negotiating, with lower expectations, and offer options that cost no money."""

    conflict = "K-28"
    sides = (("RU-31",), ("BG-05",))
    prevails = "both"
    rows = ("RU-31", "BG-05")


class WhyThisWeekFollowUpToo(Precedence):
    """Do the short exercise on your why first, and the follow-up in the same week."""

    conflict = "K-29"
    sides = (("RB-12",), ("RB-36",))
    prevails = "both"
    rows = ("RB-12", "RB-36")


class TheRequestIsAlreadyOut(Precedence):
    """Do not start the asking procedure afresh for what you have asked already. Go on from where
    that stands, and come back to the procedure only for a new request."""

    conflict = "K-31"
    sides = (("RU-13",), ("RB-36", "RB-56", "RU-55"))
    prevails = "second"
    rows = ("RU-13", "RB-36", "RB-56", "RU-55")
    sets_aside = (
        NegotiateInside,
        ListWhatIsMissing,
        SortNeedsFromWants,
        GatherInformation,
        FindAllies,
        GetEndorsements,
        FindYourIntent,
        MakeRequestSpecific,
        NameSharedBenefit,
        MakeTheAsk,
    )
