"""Rules of the article on relationships: the five steps, and what is said along them."""

from kb.conclusions.advice.relationships import (
    AddItToYourPlan,
    ClientsInsteadOfColleagues,
    DeclineTheShowcase,
    DeepenWhatSupportsYou,
    DescribeServicesAnew,
    DifficultPeopleAreNormal,
    DoNotLeaveYet,
    ExitSignStrengthens,
    ForgoSomeRecognition,
    GiveDifficultPeopleWhatTheJobRequires,
    InteractionsShouldHaveImproved,
    KeepAwayFromDoubters,
    KeepYourRoles,
    TheFixedJobIsAnIllusion,
    TheRiskIsOnlyApparent,
)
from kb.conclusions.findings.boss import NoBoss
from kb.conclusions.findings.relationships import (
    ExitSign,
    OwnWorkDone,
    PreferredRolesKnown,
    ProgressJudged,
    RoleDisconnect,
    RolesMatch,
)
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
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    AND,
    NOT,
    OR,
    AtLeast,
    Caution,
    Explanation,
    Rule,
    Situation,
    Stance,
    Step,
    concludes,
)


class RelationshipStepRules(KnowledgeEngine):
    """What the article on relationships advises, step by step."""

    # Step one: ownership

    @Rule(RelationshipStrategy(), Situation(owns_job_description=False), salience=Step.stage)
    @concludes(TakeOwnership, rows=["RS-10", "RS-18"])
    def ownership_starts_it_all(self) -> None:
        """You have not taken ownership of shaping your job so far."""

    @Rule(RelationshipStrategy(), Situation(knows_what_to_be_valued_for=False), salience=Step.stage)
    @concludes(AnswerTheDesignQuestions, rows=["RS-04", "RS-05"])
    def the_design_starts_with_two_questions(self) -> None:
        """You cannot say so far what others should value in you, and how you want to feel."""

    @Rule(RelationshipStrategy(), Situation(has_relationship_strategy=False), salience=Stance.stage)
    @concludes(AddItToYourPlan, rows=["RS-03"])
    def a_career_plan_has_a_relationship_strategy(self) -> None:
        """Your career plan says nothing about relationships."""

    @Rule(
        RelationshipStrategy(),
        Situation(believes_job_fixed_by_description=True),
        salience=Explanation.stage,
    )
    @concludes(TheFixedJobIsAnIllusion, rows=["RS-11", "RS-12"])
    def a_job_is_less_fixed_than_it_looks(self) -> None:
        """You believe that your job is fixed by its description."""

    @Rule(RelationshipStrategy(), NoBoss(), salience=Explanation.stage)
    @concludes(ClientsInsteadOfColleagues, rows=["RS-72"])
    def without_a_boss_clients_take_the_place_of_colleagues(self) -> None:
        """You report to nobody."""

    # Step two: roles

    @Rule(
        Situation(wants_better_working_relationships=True),
        RelationshipStrategy(),
        NOT(PreferredRolesKnown()),
        salience=Step.stage,
    )
    @concludes(ChooseTwoRoles, rows=["RS-21", "RS-25", "RS-35"])
    def roles_are_known_before_anything_shifts(self) -> None:
        """You have not named the two roles you enjoy most, and shifting comes after that."""

    @Rule(RelationshipStrategy(), RoleDisconnect(), salience=Step.stage)
    @concludes(ShiftTowardsYourRoles, rows=["RS-29", "RS-30"])
    def a_disconnect_calls_for_an_experiment(self) -> None:
        """A role you enjoy is not among those that take most of your time."""

    @Rule(
        RelationshipStrategy(), RoleDisconnect(), Situation(has_clients=True), salience=Stance.stage
    )
    @concludes(DescribeServicesAnew, rows=["RS-32"])
    def clients_hear_a_new_description(self) -> None:
        """You have clients, and want to be met in another role."""

    @Rule(RelationshipStrategy(), RolesMatch(), salience=Stance.stage)
    @concludes(KeepYourRoles, rows=["RS-34"])
    def matching_roles_are_kept(self) -> None:
        """There is no disconnect, so there is nothing to shift."""

    # Step three: expand on success

    @Rule(
        RelationshipStrategy(),
        Situation(most_effort_on_difficult_people=True),
        salience=Step.stage,
    )
    @concludes(ExpandOnSuccess, rows=["RS-37", "RS-39"])
    def effort_moves_to_those_who_support_you(self) -> None:
        """Most of your effort goes to difficult people, so the good ties starve."""

    @Rule(RelationshipStrategy(), Situation(has_supporters=True), salience=Stance.stage)
    @concludes(DeepenWhatSupportsYou, rows=["RS-37", "RS-41", "RS-42"])
    def supporters_are_fed(self) -> None:
        """There are people who support and value you."""

    @Rule(
        RelationshipStrategy(),
        OR(
            Situation(most_effort_on_difficult_people=True),
            Situation(draining_people=AtLeast(1)),
        ),
        salience=Stance.stage,
    )
    @concludes(GiveDifficultPeopleWhatTheJobRequires, rows=["RS-45", "RS-46"])
    def difficult_people_get_competence_and_no_more(self) -> None:
        """There are people who do not improve your work."""

    @Rule(RelationshipStrategy(), Situation(draining_people=AtLeast(1)), salience=Explanation.stage)
    @concludes(DifficultPeopleAreNormal, rows=["RS-38", "RS-59", "RS-62"])
    def some_difficult_people_prove_nothing(self) -> None:
        """Some people drain you, oppose you or doubt you."""

    # Step four: brand

    @Rule(
        RelationshipStrategy(),
        OR(Situation(others_define_brand=True), Situation(known_for_disliked_skill=True)),
        salience=Step.stage,
    )
    @concludes(BuildYourBrand, rows=["RS-48", "RS-55", "RS-56"])
    def the_brand_is_yours_to_decide(self) -> None:
        """Others decide what you are known for, or you are known for what you do not enjoy."""

    @Rule(RelationshipStrategy(), Situation(known_for_disliked_skill=True), salience=Stance.stage)
    @concludes(ForgoSomeRecognition, rows=["RS-49", "RS-50"])
    def fame_for_the_wrong_skill_is_given_up(self) -> None:
        """You are known for something you do not enjoy."""

    @Rule(
        RelationshipStrategy(),
        Situation(asked_to_showcase_disliked_skill=True),
        salience=Stance.stage,
    )
    @concludes(DeclineTheShowcase, rows=["RS-49", "RS-51"])
    def a_disliked_showcase_is_declined(self) -> None:
        """You are being asked to shine in something you do not enjoy."""

    @Rule(
        RelationshipStrategy(),
        Situation(asked_to_showcase_disliked_skill=True, fears_saying_no=True),
        salience=Explanation.stage,
    )
    @concludes(TheRiskIsOnlyApparent, rows=["RS-52"])
    def saying_no_only_feels_risky(self) -> None:
        """Saying no feels risky to you."""

    # Step five: doubters and progress

    @Rule(RelationshipStrategy(), Situation(draining_people=AtLeast(1)), salience=Stance.stage)
    @concludes(KeepAwayFromDoubters, rows=["RS-59", "RS-60"])
    def doubters_are_avoided(self) -> None:
        """Some people drain you, are hostile or doubt you."""

    @Rule(RelationshipStrategy(), Situation(own_work_exhausted=False), salience=Step.stage)
    @concludes(AssessYourProgress, rows=["RS-65", "RS-67", "RS-68"])
    def own_work_always_comes_first(self) -> None:
        """You have not done all you can so far."""

    @Rule(RelationshipStrategy(), OwnWorkDone(), NOT(ProgressJudged()), salience=Step.stage)
    @concludes(AssessYourProgress, rows=["RS-67", "RS-68"])
    def finished_own_work_is_judged_honestly(self) -> None:
        """You have done all you can, and have not said what came of it."""

    @Rule(
        RelationshipStrategy(),
        OR(
            OwnWorkDone(),
            AND(
                PreferredRolesKnown(),
                Situation(
                    owns_job_description=True,
                    most_effort_on_difficult_people=False,
                    others_define_brand=False,
                ),
            ),
        ),
        salience=Explanation.stage,
    )
    @concludes(InteractionsShouldHaveImproved, rows=["RS-58"])
    def the_first_four_steps_should_show(self) -> None:
        """The first four steps are behind you, so something should have improved."""

    @Rule(
        RelationshipStrategy(),
        ExitSign(),
        Situation(own_work_exhausted=False),
        salience=Caution.stage,
    )
    @concludes(DoNotLeaveYet, rows=["RS-65", "RS-66", "RS-71"])
    def an_exit_sign_stays_pending_until_your_own_work_is_done(self) -> None:
        """There is an exit sign, and your own work is not exhausted."""

    @Rule(FindABetterEnvironment(), salience=Step.stage)
    @concludes(LookForABetterFit, rows=["RS-70"])
    def no_progress_means_looking_for_a_better_fit(self) -> None:
        """You did your part, and this place did not answer it."""

    @Rule(FindABetterEnvironment(), ExitSign(), salience=Explanation.stage)
    @concludes(ExitSignStrengthens, rows=["RS-63", "RS-64"])
    def an_exit_sign_adds_to_the_reasons(self) -> None:
        """There is a sign against this culture as well."""
