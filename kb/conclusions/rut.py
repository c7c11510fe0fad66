"""Career rut: what may be concluded from the article on ruts, wants and needs."""

from kb.vocabulary import (
    ANSWERED,
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


class FindPainPoints(Step):
    """Go through an ordinary working day and name what hurts. Then stop treating it as normal."""

    rows = ("RU-15", "RU-16")


class ListWhatIsMissing(Step):
    """Write one complete list of what is missing in your job. Put exact changes on it, not a
    general grumble."""

    rows = ("RU-15", "RU-17", "RU-19")
    settled_by = Situation(listed_what_is_missing=True)


class SortNeedsFromWants(Step):
    """Put every entry of your list in exactly one of two groups: needs or wants."""

    rows = ("RU-14", "RU-20")
    settled_by = Situation(sorted_needs_from_wants=True)


class GatherInformation(Step):
    """Collect information first: what is usual, what is possible, who decides."""

    rows = ("RU-35",)
    settled_by = Situation(gathered_information=True)


class AskRecentlyPromoted(Step):
    """Ask colleagues who were promoted lately what pay range you can expect."""

    rows = ("RU-36",)


class FindAllies(Step):
    """Look for allies: colleagues who are in the same position and have the same wish."""

    rows = ("RU-38",)
    settled_by = Situation(shares_wish_with_colleagues=ANSWERED)


class TeamUp(Step):
    """Join with the colleagues who want the same, and ask together: a group has more weight."""

    rows = ("RU-40",)


class GetEndorsements(Step):
    """Get people to vouch for you: a written recommendation on LinkedIn, or a contact who puts in
    a good word."""

    rows = ("RU-41", "RU-43")
    settled_by = Situation(endorsements_obtained=True)


class FindYourIntent(Step):
    """Find the one sentence that says why you are asking. You will open with it."""

    rows = ("RU-48",)
    settled_by = Situation(knows_intent_to_lead_with=True)


class MakeRequestSpecific(Step):
    """Make your request so concrete that it could be granted as it stands."""

    rows = ("RU-50",)
    settled_by = Situation(request_is_specific=True)


class NameSharedBenefit(Step):
    """Spell out what a yes brings to you, your team, your manager and the organisation."""

    rows = ("RU-52", "RU-53")
    settled_by = Situation(can_name_shared_benefit=True)


class PrepareBackUps(Step):
    """Prepare alternatives before you ask. Never go in with a single request."""

    rows = ("RU-54",)
    settled_by = Situation(has_backup_options=True)


class MakeTheAsk(Step):
    """Ask now: open with why, name the exact request, show what everybody gains, and keep your
    alternatives ready."""

    rows = ("RU-46",)
    gate = "once your list is sorted and you are prepared"
    settled_by = OR(
        Situation(has_boss=False),
        Situation(already_asked=True, answer_to_ask=OneOf("on_hold", "none_yet")),
    )


class StartJobSearch(Step):
    """Start looking for another job now."""

    rows = ("RU-25",)
    settled_by = Situation(job_search_running=True)


class PivotToBackUps(Step):
    """Bring up your alternatives: a no to the first request is the moment for them."""

    kind = "strategy"
    rows = ("RU-55",)


class SortAgainAfterRefusal(Step):
    """Look at what was refused and decide: could you stay without it, or is it a need?"""

    rows = ("RU-22", "RU-56")


class AskForTheExplanation(Step):
    """Ask your boss directly why the promise has not been kept. Being told may be all you need."""

    rows = ("RU-24",)


RUT_STEPS = (
    FindPainPoints,
    ListWhatIsMissing,
    SortNeedsFromWants,
    GatherInformation,
    AskRecentlyPromoted,
    FindAllies,
    TeamUp,
    GetEndorsements,
    FindYourIntent,
    MakeRequestSpecific,
    NameSharedBenefit,
    PrepareBackUps,
    MakeTheAsk,
)


class SearchOutside(Path):
    """Something you need is missing here, so look for a job that gives it to you."""

    level = 2
    rows = ("RU-25", "RU-26")
    steps = (StartJobSearch,)


class PivotAfterRefusal(Path):
    """Your first request was refused. The negotiation goes on with your alternatives."""

    level = 5
    rows = ("RU-55",)
    steps = (PrepareBackUps, PivotToBackUps)


class NegotiationExhausted(Path):
    """Your request and all your alternatives were refused: this negotiation has come to its end."""

    level = 5
    rows = ("RU-56",)
    steps = (SortAgainAfterRefusal,)


class PromiseOverdue(Path):
    """Your boss owes you an explanation."""

    level = 5
    rows = ("RU-24",)
    steps = (AskForTheExplanation,)


class NegotiateInside(Path):
    """Your needs are met, so there may be room to get what you want where you are: get ready to
    negotiate."""

    level = 9
    rows = ("RU-27", "RU-28")
    steps = RUT_STEPS


class Rut(Path):
    """This looks like a rut, and there is a recipe for it: sort out what is missing, grow your
    power, then make your move."""

    level = 9
    rows = ("RU-01", "RU-13")
    steps = RUT_STEPS


class AdvocateOutside(Stance):
    """Speak up for yourself outside the company: that is where you find what comes next."""

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
    serves = (NegotiateInside,)


class GrowYourPower(Stance):
    """Grow your power by growing your relationships, and keep in touch: it is a standing
    investment, not a campaign."""

    rows = ("RU-34", "RU-44")
    serves = (NegotiateInside,)


class DrawPowerMap(Stance):
    """Draw a map of who holds influence at your workplace, and where each of them stands."""

    kind = "action"
    rows = ("RU-61",)
    serves = (NegotiateInside, PivotAfterRefusal)


class BeTeamMates(Stance):
    """Treat your boss as a team-mate, not an opponent, and work out a solution that suits
    everybody."""

    kind = "warning"
    rows = ("RU-57", "RU-58")
    serves = (MakeTheAsk, PivotToBackUps, AskForTheExplanation)


class RutIsNoReasonToLeave(Caution):
    """Do not conclude from the rut alone that you have to leave."""

    rows = ("RU-12",)
    serves = (Rut, NegotiateInside)


class HoldTheAsk(Caution):
    """Do not make your request yet: finish sorting and preparing first."""

    kind = "stop/exit criterion"
    rows = ("RU-47",)
    serves = (NegotiateInside, Rut)


class DoNotGiveUpOverOneNo(Caution):
    """Do not give up, and do not resign, over one no."""

    kind = "stop/exit criterion"
    rows = ("RU-56",)
    serves = (PivotAfterRefusal,)


class AskWithoutApology(Caution):
    """Do not be shy or apologetic about asking for support."""

    rows = ("RU-42",)
    serves = (GetEndorsements,)


class RutIsCommon(Explanation):
    """Nearly everybody gets into a rut, some people more than once. It is no personal failing."""

    rows = ("RU-08",)
    serves = (Rut, SearchOutside)


class RepetitionMakesStale(Explanation):
    """The same people and the same projects every day: feeling stale is a natural result."""

    rows = ("RU-07",)
    serves = (Rut,)


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
