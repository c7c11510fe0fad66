"""Relationship strategy: what may be concluded about people, roles, brand and culture."""

from kb.vocabulary import (
    OR,
    Caution,
    Diagnosis,
    Explanation,
    Finding,
    Path,
    Questions,
    Situation,
    Stance,
    Step,
)


class PreferredRolesKnown(Finding):
    """You know which roles you enjoy most."""

    rows = ("RS-25",)
    told = False


class RoleDisconnect(Finding):
    """The roles you spend your time in are not all the ones you enjoy most."""

    kind = "diagnose"
    rows = ("RS-29",)
    told = False


class CollaboratingInsteadOfLeading(Finding):
    """You mostly collaborate, while your energy comes from owning and leading."""

    kind = "diagnose"
    rows = ("RS-27",)


class TeachingInsteadOfMentoring(Finding):
    """You mostly teach and hardly mentor. The two are not the same."""

    kind = "diagnose"
    rows = ("RS-28",)


class ExitSign(Finding):
    """There is a sign not to settle for this culture: hardly any relationship to build on, or
    being devalued for using your strengths."""

    kind = "stop/exit criterion"
    rows = ("RS-63", "RS-64")


class OwnWorkDone(Finding):
    """You have honestly done all you can."""

    rows = ("RS-65",)
    told = False


class ProgressJudged(Finding):
    """You have done all you can, and have judged what came of it."""

    rows = ("RS-68",)
    told = False


class LeaveForCulture(Finding):
    """You have done all you can, and it brought no progress."""

    kind = "stop/exit criterion"
    rows = ("RS-70",)
    told = False


class PositiveBalance(Finding):
    """Those who support you far outnumber those who drain you: an acceptable balance to stay in."""

    kind = "stop/exit criterion"
    rows = ("RS-61",)


class PoorBalance(Finding):
    """Those who support you do not far outnumber those who drain you. Seek a better balance."""

    kind = "stop/exit criterion"
    rows = ("RS-61",)


class RolesMatch(Diagnosis):
    """You already spend your time in the roles you enjoy most."""

    kind = "stop/exit criterion"
    rows = ("RS-34",)


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
    """Move effort from repairing difficult relationships to the people who support you."""

    kind = "diagnose"
    rows = ("RS-37", "RS-39")
    settled_by = Situation(most_effort_on_difficult_people=False)


class BuildYourBrand(Step):
    """Decide yourself what you are known for, and align it with what you truly want."""

    kind = "strategy"
    rows = ("RS-48", "RS-55", "RS-56")
    settled_by = Situation(others_define_brand=False, known_for_disliked_skill=False)


class AssessYourProgress(Step):
    """Do your own work on your relationships and this job, and judge honestly how much effort you
    put in and how far it got you."""

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


class AddItToYourPlan(Stance):
    """Write a relationship strategy into your career plan. Most plans lack one."""

    kind = "action"
    rows = ("RS-03",)
    serves = (RelationshipStrategy,)


class KeepYourRoles(Stance):
    """Keep the roles you have, and expand them."""

    kind = "stop/exit criterion"
    rows = ("RS-34",)
    serves = (RelationshipStrategy,)


class DeepenWhatSupportsYou(Stance):
    """Deepen the ties with people who support and respect you, in which you can lead, advise,
    teach or mentor. Steer your career towards more of them."""

    kind = "action"
    rows = ("RS-37", "RS-41", "RS-42")
    serves = (RelationshipStrategy,)


class GiveDifficultPeopleWhatTheJobRequires(Stance):
    """Give people who do not improve your work no more than the job requires, and do that much
    competently."""

    kind = "stop/exit criterion"
    rows = ("RS-45", "RS-46")
    serves = (RelationshipStrategy,)


class KeepAwayFromDoubters(Stance):
    """Keep away, where you can, from people who drain you, are hostile or doubt you."""

    kind = "action"
    rows = ("RS-60",)
    serves = (RelationshipStrategy,)


class DeclineTheShowcase(Stance):
    """Decline to shine in what you do not enjoy, even if you would do it well."""

    kind = "action"
    rows = ("RS-51",)
    serves = (RelationshipStrategy,)


class SpendTheTimeOnWantedRoles(Stance):
    """Use the time you gain for the roles you want, and become known for what goes well there."""

    kind = "action"
    rows = ("RS-53", "RS-54")
    serves = (DeclineTheShowcase, BuildYourBrand)


class ForgoSomeRecognition(Stance):
    """Do without some of the recognition for what you do not enjoy, to attract what fits you."""

    rows = ("RS-50",)
    serves = (BuildYourBrand,)


class InvestWhereItReturns(Stance):
    """Put your social time where it gives the most back, and go where you are appreciated."""

    rows = ("RS-07", "RS-47")
    serves = (RelationshipStrategy,)


class RearrangeMeetingsAndGoals(Stance):
    """Re-rank how you schedule meetings, and point your goals to new projects that use your
    strengths with people."""

    kind = "action"
    rows = ("RS-31", "RS-33")
    serves = (ShiftTowardsYourRoles,)


class DescribeServicesAnew(Stance):
    """Describe your services to clients in a new way."""

    kind = "action"
    rows = ("RS-32",)
    serves = (ShiftTowardsYourRoles,)


class FavourTheOpen(Stance):
    """Favour clients and colleagues who are open to your ideas, or who let you play a role that
    motivates you."""

    kind = "action"
    rows = ("RS-43", "RS-44")
    serves = (ExpandOnSuccess, DeepenWhatSupportsYou)


class DoNotLeaveYet(Caution):
    """Do not leave because of the culture yet: your own work comes first. The sign stays open."""

    kind = "stop/exit criterion"
    rows = ("RS-65", "RS-66", "RS-71")
    serves = (RelationshipStrategy,)


class DoNotChooseByRank(Caution):
    """Do not choose people by rank or title."""

    rows = ("RS-40",)
    serves = (DeepenWhatSupportsYou, ExpandOnSuccess)


class KeepTheCoreRequirements(Caution):
    """Do not drop the core requirements of the job: shaping it has a floor."""

    rows = ("RS-13",)
    serves = (TakeOwnership,)


class RelationshipsMatter(Explanation):
    """Good relationships drive well-being, satisfaction and where a career goes. Neglect leads to
    traps with people, disengagement and burnout."""

    rows = ("RS-02", "RS-08")
    serves = (RelationshipStrategy,)


class KnowingBothHelps(Explanation):
    """Knowing both keeps up your stamina and your sense of purpose."""

    kind = "strategy"
    rows = ("RS-06",)
    serves = (AnswerTheDesignQuestions,)


class TheFixedJobIsAnIllusion(Explanation):
    """Hiring makes a job look fixed. In fact its holder shapes most of it afterwards."""

    rows = ("RS-11", "RS-12")
    serves = (RelationshipStrategy,)


class MoreFreedomThanAssumed(Explanation):
    """You probably have more freedom in how you work, and with whom, than you assume."""

    rows = ("RS-14",)
    serves = (TakeOwnership,)


class JobCrafting(Explanation):
    """Redesigning your own work on purpose is called job crafting. It has three levers: tasks,
    relationships and how things are seen. It works for people who feel stuck, too."""

    kind = "classify"
    rows = ("RS-15", "RS-16", "RS-17")
    serves = (TakeOwnership,)


class RolesDiffer(Explanation):
    """Some roles give you more drive than others. You will have to play the others at times."""

    rows = ("RS-19", "RS-20")
    serves = (ChooseTwoRoles,)


class AttentionMakesGrow(Explanation):
    """What gets your attention grows, in relationships too."""

    kind = "strategy"
    rows = ("RS-36",)
    serves = (ExpandOnSuccess, DeepenWhatSupportsYou)


class DifficultPeopleAreNormal(Explanation):
    """Every job has some people who drain, oppose or doubt you. That alone proves nothing: no job
    is perfect."""

    kind = "warning"
    rows = ("RS-38", "RS-59", "RS-62")
    serves = (RelationshipStrategy,)


class SkillIsNotEnjoyment(Explanation):
    """Being good at something and liking it are different things."""

    kind = "classify"
    rows = ("RS-49",)
    serves = (BuildYourBrand, DeclineTheShowcase)


class TheRiskIsOnlyApparent(Explanation):
    """Saying no feels risky, and is right all the same."""

    kind = "warning"
    rows = ("RS-52",)
    serves = (DeclineTheShowcase,)


class BrandAttractsPeople(Explanation):
    """A brand that fits you attracts the people you want around you."""

    kind = "strategy"
    rows = ("RS-57",)
    serves = (BuildYourBrand,)


class InteractionsShouldHaveImproved(Explanation):
    """By now your dealings with people should have improved. Take this as the checkpoint."""

    kind = "stop/exit criterion"
    rows = ("RS-58",)
    serves = (AssessYourProgress,)


class ClientsInsteadOfColleagues(Explanation):
    """Where this speaks of colleagues, read clients and partners."""

    kind = "strategy"
    rows = ("RS-72",)
    serves = (RelationshipStrategy,)


class ExitSignStrengthens(Explanation):
    """The culture itself adds to the reasons: do not settle for it."""

    kind = "stop/exit criterion"
    rows = ("RS-63", "RS-64")
    serves = (FindABetterEnvironment,)


class DesignQuestions(Questions):
    """Ask yourself:"""

    rows = ("RS-04", "RS-05", "RS-09")
    serves = (AnswerTheDesignQuestions,)
    lines = (
        "For what should others value you?",
        "How do you want to feel when you are among people?",
        "Whom do you want to work with most, and in which capacity?",
    )


class RolePairs(Questions):
    """Which do you enjoy more?"""

    rows = ("RS-22", "RS-23", "RS-24")
    serves = (ChooseTwoRoles,)
    lines = (
        "Teacher or student?",
        "Mentor or mentee?",
        "Leader and adviser, or comforter, collaborator and supporter?",
    )


class TimeInYourRoles(Questions):
    """For each of your two roles:"""

    rows = ("RS-26",)
    serves = (ShiftTowardsYourRoles, KeepYourRoles)
    lines = ("Do you spend as much time in it as you could?",)


class HonestAudit(Questions):
    """Ask yourself honestly:"""

    rows = ("RS-67", "RS-68")
    serves = (AssessYourProgress, LookForABetterFit, WorthStaying)
    lines = ("How much effort did I put in?", "How far did I get?")
