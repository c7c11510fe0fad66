"""Roadblock: the paths that open, and their steps in order."""

from kb.vocabulary import OneOf, Path, Situation, Step


class RevisitYourWhy(Step):
    """Go back to why you wanted the change: answer the five why-questions in writing."""

    rows = ("RB-12", "RB-14")
    settled_by = Situation(remembers_why=True)


class CheckWhatIsPrescribed(Step):
    """Check what is truly prescribed and what you are free to change."""

    kind = "diagnose"
    rows = ("RS-14",)


class FocusOutward(Step):
    """Turn your efforts outwards: change what other people expect of you."""

    kind = "strategy"
    rows = ("RB-23", "RB-24")


class HaveAFollowUp(Step):
    """Have a follow-up conversation with your manager, to learn the cause. There is no other way
    to know it."""

    rows = ("RB-36", "RB-44")
    settled_by = Situation(cause_of_inaction_known=True)


class SolveItTogether(Step):
    """Solve the problem together with your manager, to the benefit of both sides."""

    kind = "strategy"
    rows = ("RB-43", "RB-56")
    gate = "once you know the cause"
    settled_by = Situation(answer_to_ask=OneOf("yes", "no"))


class AwaitingAnswer(Path):
    """Your request has not been answered. Finding out why comes before solving it."""

    level = 5
    rows = ("RB-36", "RB-43", "RB-58")
    steps = (RevisitYourWhy, HaveAFollowUp, SolveItTogether)


class RequestPending(Path):
    """Your request is out, and it is too soon to call the wait a silence."""

    level = 5
    rows = ("RU-59", "RB-36")


class CauseUnderstood(Path):
    """You know why nothing has happened: now it can be solved."""

    level = 5
    rows = ("RB-56",)
    steps = (RevisitYourWhy, SolveItTogether)


class Roadblock(Path):
    """You have hit a roadblock. Three moves keep your momentum: recall why, turn outwards where you
    lack the power, and follow up where a request is unanswered."""

    level = 6
    rows = ("RB-10", "RB-58")
    steps = (RevisitYourWhy, CheckWhatIsPrescribed, FocusOutward)
