"""Rules of the article on the roadblock: what kind it is, what is known of a request, and paths."""

from kb.conclusions.findings.roadblock import (
    CauseKnown,
    CauseTold,
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
from kb.conclusions.paths.roadblock import (
    AwaitingAnswer,
    CauseUnderstood,
    RequestPending,
    Roadblock,
)
from kb.parameters import WEEKS_OF_SILENCE
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    ANSWERED,
    NOT,
    OR,
    AtLeast,
    Between,
    Diagnosis,
    Finding,
    OneOf,
    Path,
    Rule,
    Situation,
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

    @Rule(Situation(cause_of_inaction_known=ANSWERED), salience=Finding.stage)
    @concludes(CauseTold, rows=["RB-42"])
    def who_answers_about_the_cause_has_told(self) -> None:
        """You have told whether you know the cause from your manager."""

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
        """You have no answer, and no cause is known."""

    @Rule(
        OR(Silence(), OnHold()),
        NOT(CauseKnown()),
        NOT(FollowedUp()),
        salience=Diagnosis.stage,
    )
    @concludes(FollowUpDue, rows=["RB-36", "RB-44", "RB-64"])
    def an_unexplained_wait_calls_for_a_follow_up(self) -> None:
        """You asked, have no answer, and know no cause."""

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
