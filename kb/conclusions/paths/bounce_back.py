"""Career bounce back: the paths that open, and their steps in order."""

from kb.vocabulary import OR, OneOf, Path, Situation, Step


class AssessTheDamage(Step):
    """Work out how serious it is, before anything else."""

    rows = ("AC-05",)
    settled_by = OR(Situation(damage_assessed=True), Situation(issue_fixed="yes"))


class CalmDown(Step):
    """Check that you are calm, and calm yourself if you are not. Talk to nobody until you are
    thinking clearly."""

    rows = ("AC-11", "AC-12")
    settled_by = Situation(emotions_under_control=True)


class OwnYourPart(Step):
    """Accept responsibility: admit your part first. That frees you for the repair, and for what
    comes after it."""

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
    gate = "after the repair"
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
    """Find out which specific actions and behaviours may have had a part in it, without brooding
    over them."""

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
    """Something specific has gone wrong and, as far as is known, is not put right: contain it
    now. How you handle it influences how you come out of it."""

    level = 1
    rows = ("BG-15", "AC-01", "AC-03", "AC-04")
    steps = ACTIVE_STEPS


class MinorIssue(Path):
    """Something went wrong, but nothing important is affected. Put it right calmly, and own
    what was yours."""

    level = 4
    rows = ("AC-04", "AC-10", "AC-29")
    steps = ACTIVE_STEPS


class CrisisAftermath(Path):
    """The issue is put right. What is left is to learn from it and to close it well."""

    level = 4
    rows = ("AC-04", "AC-20", "AC-23", "AC-26")
    steps = ACTIVE_STEPS


class PassiveSetback(Path):
    """This is a slow setback: it need not hang on one event, and may have built up over time. It
    has a recovery of its own, in five steps."""

    level = 7
    rows = ("BG-16", "PA-01", "PA-02", "PA-03")
    steps = (
        AcceptWhereYouStand,
        FindTheBehaviour,
        SeekInput,
        MakeARecoveryPlan,
        TellYourCoWorkers,
    )
