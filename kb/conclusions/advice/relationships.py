"""Relationship strategy: stances, cautions, reasons, questions and words to say."""

from kb.conclusions.paths.relationships import (
    AnswerTheDesignQuestions,
    AssessYourProgress,
    BuildYourBrand,
    ChooseTwoRoles,
    ExpandOnSuccess,
    FindABetterEnvironment,
    LookForABetterFit,
    RelationshipStrategy,
    ShiftTowardsYourRoles,
    TakeOwnership,
    WorthStaying,
)
from kb.vocabulary import Caution, Explanation, Questions, Stance


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
    why = "Saying no is only half of it; what takes its place is the other half."
    serves = (DeclineTheShowcase, BuildYourBrand)


class ForgoSomeRecognition(Stance):
    """Do without some of the recognition for what you do not enjoy, to attract what fits you."""

    rows = ("RS-50",)
    serves = (BuildYourBrand,)


class InvestWhereItReturns(Stance):
    """Put your social time where it gives the most back, and go where you are appreciated."""

    rows = ("RS-07", "RS-47")
    why = "Where you are appreciated, a better job tends to follow."
    serves = (RelationshipStrategy,)


class RearrangeMeetingsAndGoals(Stance):
    """Re-rank how you schedule meetings, and point your goals to new projects that use your
    strengths with people."""

    kind = "action"
    rows = ("RS-31", "RS-33")
    why = "Meetings and goals are two levers that are in your own hands."
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
    why = "With them, the relationships that motivate you come more easily."
    serves = (ExpandOnSuccess, DeepenWhatSupportsYou)


class DoNotLeaveYet(Caution):
    """Do not leave because of the culture yet: your own work comes first. The sign stays open."""

    kind = "stop/exit criterion"
    rows = ("RS-65", "RS-66", "RS-71")
    serves = (RelationshipStrategy,)


class DoNotChooseByRank(Caution):
    """Do not choose people by rank or title."""

    rows = ("RS-40",)
    why = "Respect gives you a role, and a title does not."
    serves = (DeepenWhatSupportsYou, ExpandOnSuccess)


class KeepTheCoreRequirements(Caution):
    """Do not drop the core requirements of the job."""

    rows = ("RS-13",)
    why = "Some of them are clear and have to be met; shaping a job has a floor."
    serves = (TakeOwnership,)


class RelationshipsMatter(Explanation):
    """Good relationships drive well-being, satisfaction and where a career goes. Neglect can lead
    to traps with people, disengagement and burnout."""

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
    """If you have taken the first four steps, your dealings with people should have improved by
    now. Take this as the checkpoint."""

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
