"""Rules for conflicts over what comes first, and in which tone: which side prevails, and why."""

from kb.conclusions.conflicts import (
    ActiveThenPassive,
    AskAfterTheDebrief,
    CalmBeforeAnyTalk,
    CheckWhatIsFixed,
    CriticsMayBeAsked,
    DecideAndSortFirst,
    DecideBeforeAsking,
    FeedbackInformsBehaviour,
    GatekeepersAreAnInvestment,
    JointButFriendly,
    LookBackBriefly,
    LowerExpectations,
    NoWarningsForTheContent,
    OpenWithCare,
    OwnOnlyTheRealPart,
    RepairBeforeRequests,
    ReputationBeforeABigAsk,
    ReputationComesLast,
    ShortStepsFirst,
    SilenceIsNotIndifference,
    TheAnswerDecides,
    TheRequestIsAlreadyOut,
    VisibleForTheRightThing,
    WhyThisWeekFollowUpToo,
)
from kb.conclusions.findings.boss import BossUnaware, GoalMissing, MomentumNotWanted, UncaringBoss
from kb.conclusions.findings.bounce_back import ActiveIssue, CalmTold, DebriefDone
from kb.conclusions.findings.roadblock import Silence
from kb.conclusions.findings.rut import (
    AlreadyAsked,
    AskGranted,
    ReadyToAsk,
)
from kb.conclusions.paths.boss import Content, GoalAndBoss
from kb.conclusions.paths.bounce_back import CrisisAftermath, HotIssue, MinorIssue, PassiveSetback
from kb.conclusions.paths.relationships import RelationshipStrategy
from kb.conclusions.paths.roadblock import AwaitingAnswer, CauseUnderstood, Roadblock
from kb.conclusions.paths.rut import (
    NegotiateInside,
    PivotAfterRefusal,
    PossibleRut,
    PromiseOverdue,
    Rut,
    SearchOutside,
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import AND, NOT, OR, AtLeast, Precedence, Rule, Situation, concludes


class ConflictRules(KnowledgeEngine):
    """Where two sentences clash for this client, and what is done about it."""

    @Rule(
        OR(HotIssue(), AND(CrisisAftermath(), NOT(DebriefDone()))),
        OR(GoalAndBoss(), NegotiateInside(), PivotAfterRefusal()),
        salience=Precedence.stage,
    )
    @concludes(AskAfterTheDebrief, rows=["BG-15", "BO-11", "RU-46"])
    def a_hot_issue_holds_the_ask(self) -> None:
        """A request needs credit, and credit needs the repair."""

    @Rule(
        HotIssue(),
        OR(
            NegotiateInside(),
            Rut(),
            PossibleRut(),
            AwaitingAnswer(),
            CauseUnderstood(),
            PromiseOverdue(),
        ),
        salience=Precedence.stage,
    )
    @concludes(RepairBeforeRequests, rows=["BG-15", "AC-03", "RU-46"])
    def an_open_issue_comes_before_any_request(self) -> None:
        """What went wrong needs you first, and a request goes better after the repair."""

    @Rule(
        DebriefDone(),
        Situation(reputation_damaged=True),
        OR(NegotiateInside(), PivotAfterRefusal()),
        salience=Precedence.stage,
    )
    @concludes(ReputationBeforeABigAsk, rows=["AC-26", "RU-46"])
    def a_damaged_name_is_rebuilt_before_a_big_request(self) -> None:
        """A request needs credit, and your name has lost some."""

    @Rule(OR(HotIssue(), MinorIssue()), PassiveSetback(), salience=Precedence.stage)
    @concludes(ActiveThenPassive, rows=["BG-15", "PA-03"])
    def the_event_goes_before_the_slow_setback(self) -> None:
        """One is hot and one is slow; having had an event does not rule out a slow build-up."""

    @Rule(Silence(), NOT(UncaringBoss()), salience=Precedence.stage)
    @concludes(SilenceIsNotIndifference, rows=["RB-42", "RB-62", "BO-16"])
    def silence_never_makes_an_uncaring_boss(self) -> None:
        """Such an explanation would be one you made up."""

    @Rule(PivotAfterRefusal(), salience=Precedence.stage)
    @concludes(TheAnswerDecides, rows=["RU-55", "RB-36"])
    def the_answer_decides_and_not_the_weeks(self) -> None:
        """The cause is unknown only if nobody gave an answer."""

    @Rule(
        PassiveSetback(),
        OR(
            Situation(known_for_disliked_skill=True),
            Situation(asked_to_showcase_disliked_skill=True),
        ),
        salience=Precedence.stage,
    )
    @concludes(VisibleForTheRightThing, rows=["PA-02", "RS-50", "RS-51"])
    def visibility_is_sought_in_wanted_roles(self) -> None:
        """Both want you to be seen; the second says for what."""

    @Rule(PassiveSetback(), Situation(draining_people=AtLeast(1)), salience=Precedence.stage)
    @concludes(CriticsMayBeAsked, rows=["PA-14", "PA-16", "RS-60"])
    def feedback_is_sought_even_from_critics(self) -> None:
        """Criticism of behaviour is not a doubt about you in general."""

    @Rule(
        Roadblock(),
        OR(Situation(most_effort_on_difficult_people=True), Situation(draining_people=AtLeast(1))),
        salience=Precedence.stage,
    )
    @concludes(GatekeepersAreAnInvestment, rows=["RB-28", "RB-33", "RS-45"])
    def gatekeepers_are_worth_the_effort(self) -> None:
        """Reaching them is part of your aim."""

    @Rule(
        GoalAndBoss(),
        BossUnaware(),
        Situation(goal_possibly_out_of_reach=True),
        salience=Precedence.stage,
    )
    @concludes(OpenWithCare, rows=["BO-11", "BO-32", "BO-33"])
    def openness_is_framed_when_the_goal_is_out_of_reach(self) -> None:
        """The author outweighs a reader's comment, and the framing answers the risk."""

    @Rule(NegotiateInside(), Situation(shares_wish_with_colleagues=True), salience=Precedence.stage)
    @concludes(JointButFriendly, rows=["RU-40", "RU-29", "RU-57", "RU-58", "RB-47"])
    def a_group_asks_in_the_tone_of_a_shared_solution(self) -> None:
        """Strength lies in the shared benefit, not in threats."""

    @Rule(
        Roadblock(),
        Situation(duties_prescribed=True),
        OR(Situation(has_autonomy=True), RelationshipStrategy()),
        salience=Precedence.stage,
    )
    @concludes(CheckWhatIsFixed, rows=["RB-21", "RS-14"])
    def fixed_tasks_leave_relationships_free(self) -> None:
        """The hope for more freedom is about method and relationships, and it is hedged."""

    @Rule(
        OR(
            AND(GoalAndBoss(), GoalMissing()),
            AND(NegotiateInside(), Situation(sorted_needs_from_wants=False)),
        ),
        salience=Precedence.stage,
    )
    @concludes(DecideAndSortFirst, rows=["BO-28", "BO-26", "RU-46"])
    def deciding_and_sorting_go_before_telling_and_asking(self) -> None:
        """Both texts number their steps in this order."""

    @Rule(GoalAndBoss(), GoalMissing(), NegotiateInside(), ReadyToAsk(), salience=Precedence.stage)
    @concludes(DecideBeforeAsking, rows=["BO-25", "BO-28", "RU-46"])
    def deciding_goes_before_a_request_that_is_ready(self) -> None:
        """You want to move up, and what you ask for now may lead elsewhere."""

    @Rule(Content(), MomentumNotWanted(), salience=Precedence.stage)
    @concludes(NoWarningsForTheContent, rows=["BO-34", "BO-10", "BO-24"])
    def the_content_are_not_warned(self) -> None:
        """The article opens with an if, and you answered it with no."""

    @Rule(ActiveIssue(), Situation(own_mistake=False), salience=Precedence.stage)
    @concludes(OwnOnlyTheRealPart, rows=["AC-14", "BG-02", "BG-05", "AC-28"])
    def without_a_part_there_is_no_admission(self) -> None:
        """The step speaks of your mistakes and your role."""

    @Rule(PassiveSetback(), Situation(others_define_brand=True), salience=Precedence.stage)
    @concludes(FeedbackInformsBehaviour, rows=["PA-12", "RS-48"])
    def feedback_is_about_behaviour_and_not_identity(self) -> None:
        """One is about what you do, the other about who you want to be."""

    @Rule(PassiveSetback(), Situation(dwells_on_past=True), salience=Precedence.stage)
    @concludes(LookBackBriefly, rows=["PA-04", "PA-05", "PA-07"])
    def the_past_is_examined_and_not_mourned(self) -> None:
        """The text wants both: to let go, and to find the behaviour."""

    @Rule(
        HotIssue(),
        OR(
            Situation(damage_assessed=False),
            Situation(emotions_under_control=False),
            Situation(might_explode=True),
        ),
        salience=Precedence.stage,
    )
    @concludes(ShortStepsFirst, rows=["AC-03", "AC-05", "AC-11"])
    def speed_does_not_skip_the_first_two_steps(self) -> None:
        """They are numbered one and two, and they prevent a second incident."""

    @Rule(
        OR(HotIssue(), MinorIssue(), CrisisAftermath()),
        OR(Situation(emotions_under_control=False), Situation(might_explode=True)),
        OR(
            AwaitingAnswer(),
            CauseUnderstood(),
            PromiseOverdue(),
            PivotAfterRefusal(),
            PassiveSetback(),
            GoalAndBoss(),
            NegotiateInside(),
            SearchOutside(),
            Roadblock(),
        ),
        salience=Precedence.stage,
    )
    @concludes(CalmBeforeAnyTalk, rows=["AC-11", "AC-12", "RB-36", "BO-11"])
    def no_talk_is_held_before_you_are_calm(self) -> None:
        """You are not calm, and an outburst would make a second incident."""

    @Rule(
        HotIssue(),
        NOT(CalmTold()),
        OR(
            AwaitingAnswer(),
            CauseUnderstood(),
            PromiseOverdue(),
            PivotAfterRefusal(),
            PassiveSetback(),
            GoalAndBoss(),
            SearchOutside(),
            Roadblock(),
        ),
        salience=Precedence.stage,
    )
    @concludes(CalmBeforeAnyTalk, rows=["AC-11", "AC-12", "RB-36", "BO-11"])
    def calm_is_checked_before_any_talk(self) -> None:
        """You have not said that you are calm, and an outburst would make a second incident."""

    @Rule(
        OR(HotIssue(), MinorIssue(), CrisisAftermath()),
        Situation(reputation_damaged=True),
        salience=Precedence.stage,
    )
    @concludes(ReputationComesLast, rows=["AC-17", "AC-20", "AC-26"])
    def reputation_follows_the_repair(self) -> None:
        """The text orders these by its own words."""

    @Rule(
        OR(NegotiateInside(), PivotAfterRefusal()),
        Situation(setback_cause="company_trouble"),
        salience=Precedence.stage,
    )
    @concludes(LowerExpectations, rows=["RU-31", "BG-05"])
    def hardship_weakens_leverage(self) -> None:
        """Your employer would only probably rather bargain, and hardship makes it less likely."""

    @Rule(AwaitingAnswer(), Situation(remembers_why=False), salience=Precedence.stage)
    @concludes(WhyThisWeekFollowUpToo, rows=["RB-12", "RB-36"])
    def the_why_goes_just_before_the_follow_up(self) -> None:
        """The text calls the why the first step and repeats the order."""

    @Rule(
        OR(NegotiateInside(), Rut(), PossibleRut()),
        AlreadyAsked(),
        NOT(AskGranted()),
        salience=Precedence.stage,
    )
    @concludes(TheRequestIsAlreadyOut, rows=["RU-13", "RB-36", "RB-56", "RU-55"])
    def an_open_request_is_not_asked_afresh(self) -> None:
        """Asking the same thing cold would ignore what has happened."""
