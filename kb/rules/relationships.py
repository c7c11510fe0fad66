"""Rules of the article on relationships: what is found about roles, balance, culture; paths."""

from kb.conclusions.contradictions import SupportersYetNobody
from kb.conclusions.findings.relationships import (
    CollaboratingInsteadOfLeading,
    ExitSign,
    LeaveForCulture,
    OwnWorkDone,
    PoorBalance,
    PositiveBalance,
    PreferredRolesKnown,
    ProgressJudged,
    RoleDisconnect,
    RolesMatch,
    TeachingInsteadOfMentoring,
)
from kb.conclusions.paths.relationships import (
    FindABetterEnvironment,
    RelationshipStrategy,
    WorthStaying,
)
from kb.questions.people import ROLES
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    ANSWERED,
    NOT,
    OR,
    Diagnosis,
    Finding,
    Includes,
    Lacks,
    Path,
    Rule,
    Situation,
    concludes,
)


class RelationshipRules(KnowledgeEngine):
    """What the article on the relationship strategy decides."""

    # Findings: roles, balance, culture

    @Rule(Situation(preferred_roles=ANSWERED), salience=Finding.stage)
    @concludes(PreferredRolesKnown, rows=["RS-25"])
    def named_roles_are_known(self) -> None:
        """You named the roles you enjoy most."""

    @Rule(
        OR(
            *(
                Situation(preferred_roles=Includes(role), main_roles_now=Lacks(role))
                for role in ROLES
            )
        ),
        salience=Finding.stage,
    )
    @concludes(RoleDisconnect, rows=["RS-29"])
    def an_enjoyed_role_without_time_is_a_disconnect(self) -> None:
        """You enjoy a role in which you do not spend your time."""

    @Rule(
        Situation(preferred_roles=Includes("leader"), main_roles_now=Includes("collaborator")),
        Situation(main_roles_now=Lacks("leader")),
        salience=Finding.stage,
    )
    @concludes(CollaboratingInsteadOfLeading, rows=["RS-27"])
    def collaborating_is_not_leading(self) -> None:
        """You enjoy leading, and spend your time collaborating."""

    @Rule(
        Situation(preferred_roles=Includes("mentor"), main_roles_now=Includes("teacher")),
        Situation(main_roles_now=Lacks("mentor")),
        salience=Finding.stage,
    )
    @concludes(TeachingInsteadOfMentoring, rows=["RS-28"])
    def teaching_is_not_mentoring(self) -> None:
        """You enjoy mentoring, and spend your time teaching."""

    @Rule(
        OR(
            Situation(few_relationships_to_build_on=True),
            Situation(devalued_when_using_strengths=True),
        ),
        salience=Finding.stage,
    )
    @concludes(ExitSign, rows=["RS-63", "RS-64"])
    def a_barren_or_devaluing_culture_is_an_exit_sign(self) -> None:
        """There is little to build on here, or your strengths are held against you."""

    @Rule(Situation(own_work_exhausted=True), salience=Finding.stage)
    @concludes(OwnWorkDone, rows=["RS-65", "RS-66"])
    def only_an_honest_yes_ends_your_own_work(self) -> None:
        """You say that you have honestly done all you can."""

    @Rule(
        Situation(own_work_exhausted=True, progress_after_own_work=ANSWERED),
        salience=Finding.stage,
    )
    @concludes(ProgressJudged, rows=["RS-67", "RS-68"])
    def a_judged_effort_is_assessed(self) -> None:
        """You have done all you can, and know whether it helped."""

    @Rule(
        Situation(own_work_exhausted=True, progress_after_own_work=False),
        salience=Finding.stage,
    )
    @concludes(LeaveForCulture, rows=["RS-66", "RS-70"])
    def own_work_without_progress_is_a_reason_to_leave(self) -> None:
        """You have done all you can, and nothing has moved."""

    @Rule(Situation(balance=True), NOT(SupportersYetNobody()), salience=Finding.stage)
    @concludes(PositiveBalance, rows=["RS-61"])
    def support_that_far_outweighs_is_enough(self) -> None:
        """Many more people support you than drain you."""

    @Rule(Situation(balance=False), NOT(SupportersYetNobody()), salience=Finding.stage)
    @concludes(PoorBalance, rows=["RS-61"])
    def support_that_does_not_far_outweigh_is_not_enough(self) -> None:
        """Too few people support you, compared with those who drain you."""

    @Rule(
        PreferredRolesKnown(),
        Situation(main_roles_now=ANSWERED),
        NOT(RoleDisconnect()),
        salience=Diagnosis.stage,
    )
    @concludes(RolesMatch, rows=["RS-34"])
    def enjoyed_roles_with_time_are_a_match(self) -> None:
        """You spend your time in every role you named as enjoyed."""

    # Paths

    @Rule(LeaveForCulture(), salience=Path.stage)
    @concludes(FindABetterEnvironment, rows=["RS-70"])
    def exhausted_own_work_leads_elsewhere(self) -> None:
        """Your honest effort has brought no progress."""

    @Rule(
        Situation(wants_better_working_relationships=True),
        NOT(LeaveForCulture()),
        salience=Path.stage,
    )
    @concludes(RelationshipStrategy, rows=["RS-01", "RS-70"])
    def who_wants_to_reshape_the_job_starts_with_people(self) -> None:
        """You want to reshape your job through the people you work with."""

    @Rule(ExitSign(), NOT(ProgressJudged()), salience=Path.stage)
    @concludes(RelationshipStrategy, rows=["RS-65", "RS-66", "RS-71"])
    def an_exit_sign_calls_for_your_own_work_first(self) -> None:
        """There is a sign against this culture, and your own work comes before leaving."""

    @Rule(Situation(own_work_exhausted=True, progress_after_own_work=True), salience=Path.stage)
    @concludes(WorthStaying, rows=["RS-69"])
    def own_work_with_progress_is_a_reason_to_stay(self) -> None:
        """You have done all you can, and it has brought progress."""
