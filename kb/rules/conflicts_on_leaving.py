"""Rules for the conflicts over staying or leaving: which side prevails here, and why."""

from kb.conclusions.conflicts_on_leaving import (
    AnUncaringBossIsNotWaitedOut,
    AuditBeforePersistence,
    DamageControlThenSearch,
    LeaveTheBossWithoutWaiting,
    LookingBeforeNegotiating,
    NoNegotiatingWithThisBoss,
    OwnWorkBeforeTheCulture,
    SearchAndHoldTheTalk,
    SearchBeforePersistence,
    SearchBesideOwnWork,
    StayingWasOnlyTheDefault,
    SupportDoesNotMeetTheNeed,
    ThreeKindsOfDeafBoss,
)
from kb.conclusions.findings.boss import UncaringBoss
from kb.conclusions.findings.relationships import ExitSign, OwnWorkDone
from kb.conclusions.findings.rut import (
    InRut,
    NeedsUnmet,
    TentativeRut,
)
from kb.conclusions.leaving import LeaveTrack
from kb.conclusions.paths.boss import GoalAndBoss, LeaveThisBoss
from kb.conclusions.paths.bounce_back import HotIssue
from kb.conclusions.paths.relationships import (
    FindABetterEnvironment,
    RelationshipStrategy,
    WorthStaying,
)
from kb.conclusions.paths.roadblock import AwaitingAnswer, CauseUnderstood, Roadblock
from kb.conclusions.paths.rut import (
    NegotiateInside,
    PivotAfterRefusal,
    PromiseOverdue,
    Rut,
    SearchOutside,
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import NOT, OR, Precedence, Rule, Situation, concludes


class LeavingConflictRules(KnowledgeEngine):
    """Where staying and leaving clash for this client, and what is done about it."""

    @Rule(
        HotIssue(),
        OR(SearchOutside(), LeaveThisBoss(), FindABetterEnvironment()),
        salience=Precedence.stage,
    )
    @concludes(DamageControlThenSearch, rows=["AC-03", "BG-15", "RU-25"])
    def damage_control_goes_before_the_search(self) -> None:
        """Damage grows by the hour, and references depend on the repair."""

    @Rule(SearchOutside(), Roadblock(), salience=Precedence.stage)
    @concludes(SearchBeforePersistence, rows=["RU-25", "RB-59", "RB-60"])
    def a_need_outranks_persistence(self) -> None:
        """A need is what makes staying justifiable; the specific goes before the general."""

    @Rule(
        LeaveThisBoss(),
        OR(
            Rut(),
            PromiseOverdue(),
            GoalAndBoss(),
            NegotiateInside(),
            PivotAfterRefusal(),
            CauseUnderstood(),
            AwaitingAnswer(),
        ),
        salience=Precedence.stage,
    )
    @concludes(NoNegotiatingWithThisBoss, rows=["BO-18", "BO-20", "RU-28", "RU-57"])
    def an_uncaring_boss_is_no_partner(self) -> None:
        """Negotiating presupposes a partner who cares at least a little."""

    @Rule(LeaveThisBoss(), OR(RelationshipStrategy(), WorthStaying()), salience=Precedence.stage)
    @concludes(LeaveTheBossWithoutWaiting, rows=["BO-18", "RS-65"])
    def a_boss_is_left_before_own_work_is_done(self) -> None:
        """One rule is about a person and speaks of speed; the other is about job and culture."""

    @Rule(SearchOutside(), OR(RelationshipStrategy(), WorthStaying()), salience=Precedence.stage)
    @concludes(SearchBesideOwnWork, rows=["RU-25", "RS-65", "RS-66"])
    def a_search_does_not_wait_for_own_work(self) -> None:
        """The search can be undone, leaving cannot, so it need not wait."""

    @Rule(
        ExitSign(),
        NOT(OwnWorkDone()),
        NOT(NeedsUnmet()),
        NOT(UncaringBoss()),
        salience=Precedence.stage,
    )
    @concludes(OwnWorkBeforeTheCulture, rows=["RS-63", "RS-64", "RS-65", "RS-66", "RU-27"])
    def an_exit_sign_alone_stays_pending(self) -> None:
        """Nothing you said calls for leaving at once, so your own work comes first."""

    @Rule(FindABetterEnvironment(), Roadblock(), salience=Precedence.stage)
    @concludes(AuditBeforePersistence, rows=["RS-70", "RU-56", "RB-59"])
    def an_honest_audit_limits_persistence(self) -> None:
        """An honest audit limits pressing on."""

    @Rule(SearchOutside(), PromiseOverdue(), salience=Precedence.stage)
    @concludes(SearchAndHoldTheTalk, rows=["RU-24", "RU-25"])
    def an_explanation_is_asked_for_while_searching(self) -> None:
        """The need is cheap to test, and the search can be undone."""

    @Rule(GoalAndBoss(), Situation(boss_understands_goal=False), salience=Precedence.stage)
    @concludes(ThreeKindsOfDeafBoss, rows=["BO-29", "BO-18", "RB-59"])
    def not_understanding_is_not_the_same_as_not_caring(self) -> None:
        """These are different facts of different strength."""

    @Rule(LeaveThisBoss(), Roadblock(), salience=Precedence.stage)
    @concludes(AnUncaringBossIsNotWaitedOut, rows=["BO-18", "RB-59"])
    def not_caring_outranks_persistence(self) -> None:
        """Persistence is a general encouragement; the boss who does not care is a fact."""

    @Rule(
        SearchOutside(),
        NOT(UncaringBoss()),
        Situation(boss_made_supportive_move=True),
        salience=Precedence.stage,
    )
    @concludes(SupportDoesNotMeetTheNeed, rows=["BO-14", "BO-27", "RU-25"])
    def a_supportive_boss_does_not_meet_the_need(self) -> None:
        """Support is welcome and does not meet the need."""

    @Rule(LeaveTrack(), OR(InRut(), TentativeRut(), NegotiateInside()), salience=Precedence.stage)
    @concludes(StayingWasOnlyTheDefault, rows=["RU-12", "RU-30", "RU-25", "BO-18", "RS-70"])
    def the_default_of_staying_yields(self) -> None:
        """Staying is the default; a need, an uncaring boss or spent own work are exceptions."""

    @Rule(FindABetterEnvironment(), NegotiateInside(), salience=Precedence.stage)
    @concludes(LookingBeforeNegotiating, rows=["RU-27", "RU-28", "RS-70"])
    def looking_elsewhere_goes_before_negotiating(self) -> None:
        """Your own work here brought no progress, and wants alone do not change that."""
