"""Rules of the article on the roadblock: the three moves, and what is said along them."""

from kb.conclusions.advice.roadblock import (
    AFearNotAFinding,
    AskForTheCauseOpenly,
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
from kb.conclusions.findings.boss import UncaringBoss
from kb.conclusions.findings.bounce_back import ActiveIssue
from kb.conclusions.findings.roadblock import (
    CauseTold,
    FearForTheTeamBrake,
    FollowedUp,
    FollowUpDue,
    HasAutonomy,
    MissingAutonomy,
    NotFreeToChange,
    OnHold,
    OwnExpectationsBrake,
    Silence,
)
from kb.conclusions.paths.bounce_back import PassiveSetback
from kb.conclusions.paths.relationships import RelationshipStrategy
from kb.conclusions.paths.roadblock import (
    AwaitingAnswer,
    CauseUnderstood,
    CheckWhatIsPrescribed,
    FocusOutward,
    HaveAFollowUp,
    RevisitYourWhy,
    Roadblock,
    SolveItTogether,
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    AND,
    NOT,
    OR,
    Caution,
    Explanation,
    Includes,
    Rule,
    Situation,
    Stance,
    Step,
    concludes,
)


class RoadblockStepRules(KnowledgeEngine):
    """What the article on the roadblock advises, step by step."""

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
        """You have the freedom; a concern or an expectation of your own holds you back."""

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

    @Rule(FollowUpDue(), salience=Step.stage)
    @concludes(HaveAFollowUp, rows=["RB-36", "RB-44"])
    def the_cause_is_learnt_in_a_follow_up(self) -> None:
        """The cause is unknown, and only your manager can tell you."""

    @Rule(
        AwaitingAnswer(),
        FollowedUp(),
        Situation(cause_of_inaction_known=False),
        salience=Step.stage,
    )
    @concludes(HaveAFollowUp, rows=["RB-43", "RB-44", "RB-54"])
    def a_cause_left_open_is_asked_for_again(self) -> None:
        """You have followed up, and the cause is still open: ask for it openly."""

    @Rule(AwaitingAnswer(), FollowedUp(), NOT(CauseTold()), salience=Step.stage)
    @concludes(HaveAFollowUp, rows=["RB-43", "RB-44", "RB-54"])
    def a_cause_not_known_is_asked_for_again(self) -> None:
        """You have followed up, and as far as is known the cause is open: ask for it openly."""

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
        """You are upset about it, and no cause is known."""

    @Rule(
        Roadblock(),
        Situation(already_asked=False),
        NOT(HasAutonomy()),
        NOT(UncaringBoss()),
        salience=Caution.stage,
    )
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
        NOT(PassiveSetback()),
        Situation(feelings=Includes("nervous")),
        salience=Explanation.stage,
    )
    @concludes(AFearNotAFinding, rows=["RB-09"])
    def nervousness_is_a_fear(self) -> None:
        """You are nervous about it."""

    @Rule(AwaitingAnswer(), Silence(), NOT(UncaringBoss()), salience=Caution.stage)
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
        """Your request was parked, and no reason is known."""

    @Rule(AwaitingAnswer(), FollowedUp(), salience=Explanation.stage)
    @concludes(AskForTheCauseOpenly, rows=["RB-43", "RB-54"])
    def a_talk_without_a_cause_is_followed_by_an_open_question(self) -> None:
        """You have followed up, and no cause is known."""
