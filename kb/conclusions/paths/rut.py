"""Career rut: the paths that open, and their steps in order."""

from kb.conclusions.findings.rut import AlreadyAsked, AskGranted
from kb.vocabulary import AND, ANSWERED, NOT, OR, Path, Situation, Step


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
    """Collect the information that you need for the talk, before you look for allies."""

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
    """Prepare alternatives: never go in with a single request."""

    rows = ("RU-54",)
    settled_by = Situation(has_backup_options=True)


class MakeTheAsk(Step):
    """Ask now: open with why, name the exact request, show what everybody gains, and keep your
    alternatives ready."""

    rows = ("RU-46",)
    gate = "once your list is sorted and you are prepared"
    settled_by = OR(Situation(has_boss=False), AND(AlreadyAsked(), NOT(AskGranted())))


class GrowPowerThenAsk(Step):
    """Grow your power through your relationships, and then make your move."""

    kind = "step order"
    rows = ("RU-13", "RU-34")
    gate = "once you know what you need and what you want"
    settled_by = OR(
        Situation(unmet_needs=ANSWERED, unmet_wants=ANSWERED),
        Situation(has_boss=False),
        Situation(boss_is_jerk=True),
        Situation(already_asked=True),
    )


class StartJobSearch(Step):
    """Start looking for another job."""

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
    """Ask your boss directly why the promise has not been kept."""

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
    """A promise of your boss is overdue, and unexplained."""

    level = 5
    rows = ("RU-24",)
    steps = (AskForTheExplanation,)


class NegotiateInside(Path):
    """Your needs are met, so there may be room to get what you want where you are: get ready to
    negotiate."""

    level = 9
    rows = ("RU-27", "RU-28")
    steps = RUT_STEPS


class PossibleRut(Path):
    """This may be a rut, or nothing yet. Finding out what is missing does no harm either way."""

    level = 9
    rows = ("RU-06", "RU-13")
    steps = (FindPainPoints, ListWhatIsMissing, SortNeedsFromWants)


class Rut(Path):
    """This is probably a rut, and there is a recipe for it: sort out what is missing, grow your
    power, then make your move."""

    level = 9
    rows = ("RU-01", "RU-13")
    steps = (FindPainPoints, ListWhatIsMissing, SortNeedsFromWants, GrowPowerThenAsk)
