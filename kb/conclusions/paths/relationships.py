"""Relationship strategy: the paths that open, and their steps in order."""

from kb.conclusions.findings.relationships import PreferredRolesKnown, RolesMatch
from kb.vocabulary import OR, Path, Situation, Step


class TakeOwnership(Step):
    """Take ownership of your job description and of the relationships around you."""

    rows = ("RS-10",)
    settled_by = Situation(owns_job_description=True)


class AnswerTheDesignQuestions(Step):
    """Settle what others should value in you, and how you want to feel among people."""

    kind = "reflection question"
    rows = ("RS-04", "RS-05")
    settled_by = Situation(knows_what_to_be_valued_for=True)


class ChooseTwoRoles(Step):
    """Work out which interactions appeal to you, and choose the two roles you enjoy most."""

    rows = ("RS-21", "RS-25")
    settled_by = PreferredRolesKnown()


class ShiftTowardsYourRoles(Step):
    """Try shifting your interactions towards the roles you prefer: a small experiment that can be
    undone."""

    kind = "strategy"
    rows = ("RS-30",)
    gate = "once you know your two roles"
    settled_by = RolesMatch()


class ExpandOnSuccess(Step):
    """Move effort from repairing difficult relationships to people who support you, or who are open
    to your ideas."""

    kind = "diagnose"
    rows = ("RS-37", "RS-39", "RS-43")
    settled_by = Situation(most_effort_on_difficult_people=False)


class BuildYourBrand(Step):
    """Decide yourself what you are known for, and align it with what you truly want."""

    kind = "strategy"
    rows = ("RS-48", "RS-55", "RS-56")
    settled_by = Situation(others_define_brand=False, known_for_disliked_skill=False)


class AssessYourProgress(Step):
    """Do what you still can for your relationships and this job, and judge honestly how much
    effort you put in and how far it got you."""

    kind = "step order"
    rows = ("RS-65", "RS-67", "RS-68")
    settled_by = OR(
        Situation(own_work_exhausted=True, progress_after_own_work=True),
        Situation(own_work_exhausted=True, progress_after_own_work=False),
    )


class LookForABetterFit(Step):
    """Look for a setting that fits your values."""

    kind = "stop/exit criterion"
    rows = ("RS-70",)


class FindABetterEnvironment(Path):
    """You have done your own work and it brought no progress: you owe yourself a better place."""

    level = 3
    rows = ("RS-70",)
    steps = (LookForABetterFit,)


class RelationshipStrategy(Path):
    """You can reshape your job through the people you work with, in five steps."""

    level = 10
    rows = ("RS-01",)
    steps = (
        TakeOwnership,
        AnswerTheDesignQuestions,
        ChooseTwoRoles,
        ShiftTowardsYourRoles,
        ExpandOnSuccess,
        BuildYourBrand,
        AssessYourProgress,
    )


class WorthStaying(Path):
    """Your own work has brought progress: stay, this job can become something new."""

    level = 10
    kind = "stop/exit criterion"
    rows = ("RS-69",)
