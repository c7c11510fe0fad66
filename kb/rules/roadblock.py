"""Rules of the article on the roadblock: recall why, turn outwards, follow up."""

from kb.conclusions.advice.roadblock import (
    AFearNotAFinding,
    AskHowColleaguesWouldGain,
    AskThePersonWhoDoesIt,
    AskWhyItIsOnHold,
    ChangeTheOldPicture,
    DoNotStopActing,
    FindWhoMustBeWonOver,
    InventingAStory,
    NormalFeelings,
    NothingToFollowUp,
    Persist,
    PossibleCausesOfSilence,
    ShowYouCanDoIt,
    SilenceIsNoAnswer,
    UseAnIdleStrength,
    YouDefineTheDream,
)
from kb.conclusions.findings.bounce_back import ActiveIssue
from kb.conclusions.findings.roadblock import (
    CauseKnown,
    CauseUnknown,
    FearForTheTeamBrake,
    FollowedUp,
    FollowUpDue,
    HasAutonomy,
    InRoadblock,
    MissingAutonomy,
    NotFreeToChange,
    OnHold,
    OwnExpectationsBrake,
    Silence,
    TooSoonForSilence,
)
from kb.conclusions.paths.relationships import RelationshipStrategy
from kb.conclusions.paths.roadblock import (
    AwaitingAnswer,
    CauseUnderstood,
    CheckWhatIsPrescribed,
    FocusOutward,
    HaveAFollowUp,
    RequestPending,
    RevisitYourWhy,
    Roadblock,
    SolveItTogether,
)
from kb.parameters import WEEKS_OF_SILENCE
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    AND,
    NOT,
    OR,
    AtLeast,
    Between,
    Caution,
    Diagnosis,
    Explanation,
    Finding,
    Includes,
    OneOf,
    Path,
    Rule,
    Situation,
    Stance,
    Step,
    concludes,
)


class RoadblockRules(KnowledgeEngine):
    """What the article on the roadblock decides."""

    # Findings: what kind of roadblock, and what is known of the request

    @Rule(Situation(took_step_to_redefine_job=True, hit_obstacle=True), salience=Finding.stage)
    @concludes(InRoadblock, rows=["RB-01", "RB-02"])
    def a_step_that_was_stopped_is_a_roadblock(self) -> None:
        """You took a step to reshape your job, and then something stopped you."""

    @Rule(Situation(has_autonomy=True), salience=Finding.stage)
    @concludes(HasAutonomy, rows=["RB-63"])
    def freedom_to_change_is_autonomy(self) -> None:
        """You are free to change how you do your job."""

    @Rule(Situation(has_autonomy=False), salience=Finding.stage)
    @concludes(NotFreeToChange, rows=["RB-03"])
    def no_freedom_to_change_is_no_power(self) -> None:
        """You are not free to change how you do your job."""

    @Rule(Situation(has_autonomy=True, own_expectations_hold_back=True), salience=Finding.stage)
    @concludes(OwnExpectationsBrake, rows=["RB-05"])
    def own_expectations_can_be_the_brake(self) -> None:
        """You have the freedom, and your own ideas about your time hold you back."""

    @Rule(Situation(has_autonomy=True, fears_encroaching_on_team=True), salience=Finding.stage)
    @concludes(FearForTheTeamBrake, rows=["RB-06"])
    def care_for_the_team_can_be_the_brake(self) -> None:
        """You have the freedom, and are afraid of stepping on your team's toes."""

    @Rule(Situation(already_asked=True, answer_to_ask="on_hold"), salience=Finding.stage)
    @concludes(OnHold, rows=["RB-04"])
    def a_parked_request_is_on_hold(self) -> None:
        """Your request was put on hold."""

    @Rule(
        Situation(
            already_asked=True,
            answer_to_ask="none_yet",
            weeks_since_ask=AtLeast(WEEKS_OF_SILENCE),
        ),
        salience=Finding.stage,
    )
    @concludes(Silence, rows=["RB-07", "RB-36"])
    def weeks_without_an_answer_are_silence(self) -> None:
        """You asked, weeks have passed, and nothing came back."""

    @Rule(
        Situation(
            already_asked=True,
            answer_to_ask="none_yet",
            weeks_since_ask=Between(0, WEEKS_OF_SILENCE - 1),
        ),
        salience=Finding.stage,
    )
    @concludes(TooSoonForSilence, rows=["RB-36"])
    def a_few_days_without_an_answer_mean_nothing(self) -> None:
        """You asked only recently."""

    @Rule(Situation(already_asked=True, followed_up=True), salience=Finding.stage)
    @concludes(FollowedUp, rows=["RB-44"])
    def a_second_talk_is_a_follow_up(self) -> None:
        """You have talked to your manager about it again."""

    @Rule(Situation(cause_of_inaction_known=True), salience=Finding.stage)
    @concludes(CauseKnown, rows=["RB-56"])
    def only_the_manager_can_name_the_cause(self) -> None:
        """Your manager told you why nothing has happened."""

    @Rule(
        OR(NotFreeToChange(), Situation(duties_prescribed=True)),
        NOT(HasAutonomy()),
        salience=Diagnosis.stage,
    )
    @concludes(MissingAutonomy, rows=["RB-03", "RB-21"])
    def prescribed_duties_leave_no_power_to_shape_them(self) -> None:
        """Your duties are laid down, or you are not free to change how you do them."""

    @Rule(OR(Silence(), OnHold()), NOT(CauseKnown()), salience=Diagnosis.stage)
    @concludes(CauseUnknown, rows=["RB-41", "RB-42", "RB-64"])
    def silence_and_hold_leave_the_cause_unknown(self) -> None:
        """You have no answer, and nobody has told you why."""

    @Rule(
        OR(Silence(), OnHold()),
        NOT(CauseKnown()),
        NOT(FollowedUp()),
        salience=Diagnosis.stage,
    )
    @concludes(FollowUpDue, rows=["RB-36", "RB-44", "RB-64"])
    def an_unexplained_wait_calls_for_a_follow_up(self) -> None:
        """You asked, have no answer, and know no cause."""

    @Rule(
        OR(Silence(), OnHold()),
        Situation(followed_up=True, cause_of_inaction_known=False),
        salience=Diagnosis.stage,
    )
    @concludes(FollowUpDue, rows=["RB-43", "RB-44", "RB-57"])
    def a_follow_up_without_the_cause_is_repeated(self) -> None:
        """You have followed up, and still do not know the cause."""

    # Paths

    @Rule(CauseUnknown(), salience=Path.stage)
    @concludes(AwaitingAnswer, rows=["RB-36", "RB-43", "RB-58", "RB-64"])
    def an_unanswered_request_is_cleared_up_first(self) -> None:
        """To get what you asked for, you first have to know why nothing happens."""

    @Rule(
        CauseKnown(),
        Situation(already_asked=True, answer_to_ask=OneOf("none_yet", "on_hold")),
        salience=Path.stage,
    )
    @concludes(CauseUnderstood, rows=["RB-56"])
    def a_known_cause_can_be_solved(self) -> None:
        """Your request is open, and you know what is in its way."""

    @Rule(TooSoonForSilence(), NOT(CauseKnown()), salience=Path.stage)
    @concludes(RequestPending, rows=["RU-59", "RB-36"])
    def a_fresh_request_is_given_time(self) -> None:
        """You asked only recently; a follow-up is for a wait of weeks."""

    @Rule(InRoadblock(), salience=Path.stage)
    @concludes(Roadblock, rows=["RB-02", "RB-10", "RB-58"])
    def a_roadblock_is_met_with_three_moves(self) -> None:
        """You were stopped after a first step."""

    # Steps

    @Rule(
        OR(Roadblock(), AwaitingAnswer(), CauseUnderstood()),
        Situation(remembers_why=False),
        salience=Step.stage,
    )
    @concludes(RevisitYourWhy, rows=["RB-12", "RB-13", "RB-14"])
    def the_why_comes_before_tactics(self) -> None:
        """Why you wanted the change is no longer clear to you."""

    @Rule(
        Roadblock(),
        OR(OwnExpectationsBrake(), FearForTheTeamBrake()),
        salience=Step.stage,
    )
    @concludes(RevisitYourWhy, rows=["RB-05", "RB-06", "RB-63"])
    def an_inner_brake_is_met_by_the_motive(self) -> None:
        """You have the freedom; the brake is on your own side."""

    @Rule(
        Roadblock(),
        Situation(duties_prescribed=True),
        OR(HasAutonomy(), AND(RelationshipStrategy(), NOT(NotFreeToChange()))),
        salience=Step.stage,
    )
    @concludes(CheckWhatIsPrescribed, rows=["RB-21", "RS-14"])
    def what_is_prescribed_is_checked_where_there_may_be_freedom(self) -> None:
        """Your duties are prescribed, and there may be more freedom than that suggests."""

    @Rule(Roadblock(), MissingAutonomy(), salience=Step.stage)
    @concludes(FocusOutward, rows=["RB-21", "RB-23", "RB-24"])
    def missing_power_turns_efforts_outwards(self) -> None:
        """You cannot change the tasks, so work on what is around them."""

    @Rule(AwaitingAnswer(), FollowUpDue(), salience=Step.stage)
    @concludes(HaveAFollowUp, rows=["RB-36", "RB-44"])
    def the_cause_is_learnt_in_a_follow_up(self) -> None:
        """The cause is unknown, and only your manager can tell you."""

    @Rule(CauseUnderstood(), salience=Step.stage)
    @concludes(SolveItTogether, rows=["RB-43", "RB-56"])
    def a_known_cause_is_solved_together(self) -> None:
        """The cause is known, and that was the condition."""

    # Stances and cautions

    @Rule(Roadblock(), FearForTheTeamBrake(), salience=Stance.stage)
    @concludes(AskHowColleaguesWouldGain, rows=["RB-06", "RB-63"])
    def worry_about_colleagues_is_met_by_asking_what_they_gain(self) -> None:
        """You are afraid of stepping on your team's toes."""

    @Rule(Roadblock(), Situation(has_unused_strength=True), salience=Stance.stage)
    @concludes(UseAnIdleStrength, rows=["RB-25", "RB-29", "RB-30"])
    def an_idle_strength_opens_chances(self) -> None:
        """You have a strength that you do not use at work."""

    @Rule(Roadblock(), Situation(knows_someone_who_does_it=True), salience=Stance.stage)
    @concludes(AskThePersonWhoDoesIt, rows=["RB-26", "RB-32"])
    def who_does_it_already_can_help(self) -> None:
        """You know somebody who already does what you want to do."""

    @Rule(Roadblock(), Situation(seen_in_old_light=True), salience=Stance.stage)
    @concludes(ChangeTheOldPicture, rows=["RB-24", "RB-31"])
    def an_old_picture_is_changed_by_serving(self) -> None:
        """Your co-workers see you in an outdated way."""

    @Rule(Roadblock(), Situation(capability_not_yet_visible=True), salience=Stance.stage)
    @concludes(ShowYouCanDoIt, rows=["RB-35"])
    def unseen_capability_is_shown(self) -> None:
        """Nobody has seen so far that you can do the work you want."""

    @Rule(Roadblock(), Situation(knows_who_must_be_won_over=False), salience=Explanation.stage)
    @concludes(FindWhoMustBeWonOver, rows=["RB-28", "RB-33", "RB-34"])
    def an_unknown_gatekeeper_is_found(self) -> None:
        """You do not know whose trust or agreement you need."""

    @Rule(Roadblock(), Situation(tempted_to_give_up=True), salience=Stance.stage)
    @concludes(Persist, rows=["RB-59"])
    def who_is_about_to_give_up_is_encouraged(self) -> None:
        """You are about to give up on it."""

    @Rule(Roadblock(), Situation(tempted_to_give_up=True), salience=Caution.stage)
    @concludes(DoNotStopActing, rows=["RB-11"])
    def inaction_costs_the_drive(self) -> None:
        """You are tempted to stop."""

    @Rule(Roadblock(), Situation(tempted_to_give_up=True), salience=Explanation.stage)
    @concludes(YouDefineTheDream, rows=["RB-60"])
    def the_dream_is_yours_to_define(self) -> None:
        """You may be thinking that this job can never be what you dream of."""

    @Rule(AwaitingAnswer(), Situation(feelings=Includes("upset")), salience=Caution.stage)
    @concludes(InventingAStory, rows=["RB-37"])
    def hurt_feelings_invent_stories(self) -> None:
        """You are upset about it, and do not know the cause."""

    @Rule(Roadblock(), Situation(already_asked=False), salience=Caution.stage)
    @concludes(NothingToFollowUp, rows=["RB-61"])
    def without_a_first_request_there_is_nothing_to_follow_up(self) -> None:
        """You have not asked anybody so far."""

    @Rule(
        Roadblock(),
        OR(
            Situation(feelings=Includes("frustrated")),
            Situation(feelings=Includes("disappointed")),
            Situation(feelings=Includes("angry")),
        ),
        salience=Explanation.stage,
    )
    @concludes(NormalFeelings, rows=["RB-08"])
    def such_feelings_are_normal(self) -> None:
        """You named such a feeling."""

    @Rule(
        Roadblock(),
        NOT(ActiveIssue()),
        Situation(feelings=Includes("nervous")),
        salience=Explanation.stage,
    )
    @concludes(AFearNotAFinding, rows=["RB-09"])
    def nervousness_is_a_fear(self) -> None:
        """You are nervous about it."""

    @Rule(AwaitingAnswer(), Silence(), salience=Caution.stage)
    @concludes(SilenceIsNoAnswer, rows=["RB-62"])
    def silence_is_neither_a_no_nor_proof(self) -> None:
        """You have heard nothing, and nothing more is known."""

    @Rule(AwaitingAnswer(), Silence(), salience=Explanation.stage)
    @concludes(PossibleCausesOfSilence, rows=["RB-38", "RB-39", "RB-40", "RB-41"])
    def silence_may_have_several_causes(self) -> None:
        """You have heard nothing, which can have harmless causes and others."""

    @Rule(AwaitingAnswer(), OnHold(), salience=Explanation.stage)
    @concludes(AskWhyItIsOnHold, rows=["RB-04", "RB-64"])
    def a_hold_without_a_reason_is_asked_about(self) -> None:
        """Your request was parked, and you were not told why."""
