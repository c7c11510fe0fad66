"""Career rut: stances, cautions, reasons, questions and words to say."""

from kb.conclusions.paths.rut import (
    AskForTheExplanation,
    AskRecentlyPromoted,
    FindAllies,
    FindPainPoints,
    FindYourIntent,
    GetEndorsements,
    ListWhatIsMissing,
    MakeRequestSpecific,
    MakeTheAsk,
    NameSharedBenefit,
    NegotiateInside,
    PivotAfterRefusal,
    PivotToBackUps,
    PossibleRut,
    PrepareBackUps,
    Rut,
    SearchOutside,
    SortAgainAfterRefusal,
    SortNeedsFromWants,
    StartJobSearch,
)
from kb.vocabulary import Caution, Explanation, Questions, Script, Stance


class AdvocateOutside(Stance):
    """Tell people outside the company what you can do and what you need: that is how you find what
    comes next."""

    rows = ("RU-26",)
    serves = (SearchOutside,)


class ActOnTheRut(Stance):
    """Call it a rut and act on it instead of waiting. It can be the push towards something
    better."""

    kind = "action"
    rows = ("RU-09", "RU-10")
    serves = (Rut,)


class TurnComplaintsIntoDemands(Stance):
    """Rewrite each complaint as something that you ask for."""

    kind = "action"
    rows = ("RU-29",)
    why = "A complaint cannot be granted; a demand can."
    serves = (NegotiateInside,)


class GrowYourPower(Stance):
    """Build relationships and keep in touch: they are a standing investment, not a campaign."""

    rows = ("RU-34", "RU-44")
    why = "Bargaining power comes from them."
    serves = (NegotiateInside,)


class DrawPowerMap(Stance):
    """Draw a map of who holds influence at your workplace."""

    kind = "action"
    rows = ("RU-61",)
    serves = (NegotiateInside, PivotAfterRefusal)


class BeTeamMates(Stance):
    """Treat your boss as a team-mate, not an opponent, and work out a solution that suits
    everybody."""

    kind = "warning"
    rows = ("RU-57", "RU-58")
    why = "You and your boss are on one side."
    serves = (MakeTheAsk, PivotToBackUps, AskForTheExplanation)


class RutIsNoReasonToLeave(Caution):
    """Do not conclude from the rut alone that you have to leave."""

    rows = ("RU-12",)
    serves = (Rut, PossibleRut)


class HoldTheAsk(Caution):
    """Do not make your request yet: some of the sorting or the preparing is still to do."""

    kind = "stop/exit criterion"
    rows = ("RU-47",)
    serves = (NegotiateInside, Rut)


class DoNotGiveUpOverOneNo(Caution):
    """Do not give up, and do not resign, over one no."""

    kind = "stop/exit criterion"
    rows = ("RU-56",)
    why = "A first no is not the end while alternatives are left."
    serves = (PivotAfterRefusal,)


class AskWithoutApology(Caution):
    """Do not be shy or apologetic about asking for support."""

    rows = ("RU-42",)
    why = "You are asking for support that you need."
    serves = (GetEndorsements,)


class RutIsCommon(Explanation):
    """Nearly everybody gets into a rut, some people more than once. It is no personal failing."""

    rows = ("RU-08",)
    serves = (Rut, PossibleRut, SearchOutside)


class RepetitionMakesStale(Explanation):
    """The same people and the same projects every day: feeling stale is a natural result."""

    rows = ("RU-07",)
    serves = (
        Rut,
        PossibleRut,
    )


class DiagnosisBeforeRequest(Explanation):
    """First find the part that does not work. What to ask for follows from that."""

    kind = "step order"
    rows = ("RU-11",)
    serves = (ListWhatIsMissing, FindPainPoints)


class NeedsAndWants(Explanation):
    """A need is what must change, or staying cannot be justified; a fixed family or time duty that
    collides with the job is a typical one. A want is what you would enjoy and can do without."""

    kind = "classify"
    rows = ("RU-21", "RU-22", "RU-23")
    serves = (SortNeedsFromWants, SortAgainAfterRefusal)


class SearchCanBeUndone(Explanation):
    """A search commits you to nothing, and may end as soon as what you need is met."""

    kind = "strategy"
    rows = ("RU-25", "RU-33")
    serves = (StartJobSearch,)


class NoJobIsPerfect(Explanation):
    """No job is perfect. That is no reason to leave, and no reason to keep silent either."""

    kind = "warning"
    rows = ("RU-30",)
    serves = (NegotiateInside,)


class EmployerProbablyBargains(Explanation):
    """Your employer would probably rather negotiate than lose you."""

    kind = "strategy"
    rows = ("RU-31",)
    serves = (NegotiateInside,)


class PayRangeIsLeverage(Explanation):
    """Knowing the range helps you to negotiate a better raise."""

    kind = "strategy"
    rows = ("RU-37",)
    serves = (AskRecentlyPromoted,)


class FirstAskOpensTheDialogue(Explanation):
    """Expect further rounds: your first request opens the conversation, it does not end it."""

    kind = "strategy"
    rows = ("RU-59", "RU-60")
    serves = (MakeTheAsk, PivotToBackUps)


class WhoElseWouldGain(Questions):
    """Ask yourself:"""

    rows = ("RU-39",)
    serves = (FindAllies,)
    lines = ("Who else here would gain from the same change, a weekly day at home for example?",)


class TheAsk(Script):
    """How to put your request:"""

    rows = ("RU-48", "RU-50", "RU-52", "RU-53", "RU-54", "RU-55")
    serves = (FindYourIntent, MakeRequestSpecific, NameSharedBenefit, PrepareBackUps, MakeTheAsk)
    lines = (
        "Why, first: the intent behind your request.",
        "Then what: the request, so exact that a yes settles it.",
        "What everybody gains: you, your team, your manager, the organisation.",
        "In reserve: your alternatives, for the case of a no.",
    )


class PromotionOpening(Script):
    """An opening for a promotion:"""

    rows = ("RU-49",)
    serves = (FindYourIntent, MakeRequestSpecific, MakeTheAsk)
    lines = (
        "I am glad to be part of this team.",
        "I want to go on contributing to what we do.",
        "That is why I am asking for the promotion.",
    )


class CountableFlexibility(Script):
    """Turn the wish for flexibility into a number and a day:"""

    rows = ("RU-51",)
    serves = (MakeRequestSpecific, MakeTheAsk)
    lines = ("For example: one day a week at home, every Wednesday.",)
