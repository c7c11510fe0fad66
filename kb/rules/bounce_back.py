"""Rules of the active bounce back: what is found about a bad event, and the paths."""

from kb.conclusions.findings.bounce_back import (
    ActiveIssue,
    CalmTold,
    CrisisOver,
    DamageAssessed,
    DebriefDone,
    DebriefTold,
    EarlierStepOpen,
    HighUrgency,
    IssueFixed,
    MarksOfDamageKnown,
    MinorDamage,
    RaisedUrgency,
    RepairTold,
)
from kb.conclusions.paths.bounce_back import (
    CrisisAftermath,
    HotIssue,
    MinorIssue,
)
from kb.parameters import HIGH_URGENCY
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    ANSWERED,
    NOT,
    OR,
    AtLeast,
    Between,
    Diagnosis,
    Finding,
    Path,
    Rule,
    Situation,
    concludes,
)


class BounceBackRules(KnowledgeEngine):
    """What the articles decide about a specific bad event."""

    # Findings: active or passive, and how bad

    @Rule(Situation(specific_incident=True), salience=Finding.stage)
    @concludes(ActiveIssue, rows=["BG-10", "BG-11", "AC-01"])
    def a_specific_event_makes_it_active(self) -> None:
        """There was one specific bad event."""

    @Rule(
        Situation(
            key_customers_affected=False,
            visible_to_key_stakeholders=False,
            important_work_derailed=False,
        ),
        salience=Finding.stage,
    )
    @concludes(MinorDamage, rows=["AC-06", "AC-07", "AC-08", "AC-10"])
    def three_times_no_is_minor(self) -> None:
        """None of the three marks of damage holds."""

    @Rule(
        ActiveIssue(),
        NOT(IssueFixed()),
        Situation(damage_count=Between(1, HIGH_URGENCY - 1)),
        salience=Diagnosis.stage,
    )
    @concludes(RaisedUrgency, rows=["AC-06", "AC-07", "AC-08", "AC-09"])
    def one_mark_of_damage_raises_the_urgency(self) -> None:
        """There is a mark of damage, and it is not put right."""

    @Rule(
        ActiveIssue(),
        NOT(IssueFixed()),
        Situation(damage_count=AtLeast(HIGH_URGENCY)),
        salience=Diagnosis.stage,
    )
    @concludes(HighUrgency, rows=["AC-06", "AC-07", "AC-08", "AC-09"])
    def several_marks_of_damage_make_it_very_urgent(self) -> None:
        """More than one of the three marks of damage holds, and it is not put right."""

    @Rule(
        Situation(
            key_customers_affected=ANSWERED,
            visible_to_key_stakeholders=ANSWERED,
            important_work_derailed=ANSWERED,
        ),
        salience=Finding.stage,
    )
    @concludes(MarksOfDamageKnown, rows=["AC-06", "AC-07", "AC-08"])
    def three_answers_tell_how_serious_it_is(self) -> None:
        """You know of customers, stakeholders and important work whether they are affected."""

    @Rule(Situation(damage_assessed=True), salience=Finding.stage)
    @concludes(DamageAssessed, rows=["AC-05"])
    def damage_once_judged_is_assessed(self) -> None:
        """You have judged how serious it is."""

    @Rule(
        OR(Situation(emotions_under_control=ANSWERED), Situation(might_explode=True)),
        salience=Finding.stage,
    )
    @concludes(CalmTold, rows=["AC-12"])
    def who_tells_how_calm_they_are_has_checked(self) -> None:
        """You have told whether you are calm."""

    @Rule(Situation(issue_fixed=ANSWERED), salience=Finding.stage)
    @concludes(RepairTold, rows=["AC-18", "AC-19", "AC-20"])
    def who_answers_about_the_repair_has_told(self) -> None:
        """You have told whether it is put right."""

    @Rule(Situation(issue_fixed="yes"), salience=Finding.stage)
    @concludes(IssueFixed, rows=["AC-20"])
    def what_is_put_right_is_fixed(self) -> None:
        """The issue has been put right."""

    @Rule(Situation(post_mortem_done=ANSWERED), salience=Finding.stage)
    @concludes(DebriefTold, rows=["AC-20"])
    def who_answers_about_the_debrief_has_told(self) -> None:
        """You have told whether those involved have talked it through."""

    @Rule(Situation(issue_fixed="yes", post_mortem_done=True), salience=Finding.stage)
    @concludes(DebriefDone, rows=["AC-20", "AC-27"])
    def a_debrief_follows_the_fix(self) -> None:
        """It was put right, and those involved have talked it through."""

    @Rule(
        OR(
            Situation(emotions_under_control=False),
            Situation(might_explode=True),
            Situation(own_mistake=True, admitted_own_part=False),
            Situation(knows_what_happened_and_why=False),
        ),
        salience=Finding.stage,
    )
    @concludes(EarlierStepOpen, rows=["AC-11", "AC-14", "AC-25"])
    def calm_and_owning_up_stay_open_until_done(self) -> None:
        """You are not calm, have not admitted your part, or do not know the cause."""

    @Rule(
        Situation(issue_fixed="yes", post_mortem_done=True, prevention_plan_made=True),
        NOT(EarlierStepOpen()),
        salience=Diagnosis.stage,
    )
    @concludes(CrisisOver, rows=["AC-25"])
    def after_fix_debrief_and_plan_the_crisis_is_over(self) -> None:
        """Fix, post-mortem and prevention plan are done."""

    # Paths

    @Rule(ActiveIssue(), NOT(IssueFixed()), NOT(MinorDamage()), salience=Path.stage)
    @concludes(HotIssue, rows=["BG-11", "BG-15", "AC-01", "AC-03", "AC-04"])
    def an_open_issue_is_hot(self) -> None:
        """Nothing you said shows it to be put right, or to be minor."""

    @Rule(ActiveIssue(), NOT(IssueFixed()), MinorDamage(), salience=Path.stage)
    @concludes(MinorIssue, rows=["AC-04", "AC-10", "AC-29"])
    def an_open_issue_without_damage_is_minor(self) -> None:
        """Nothing you said shows it to be put right, and nothing important is affected."""

    @Rule(ActiveIssue(), IssueFixed(), salience=Path.stage)
    @concludes(CrisisAftermath, rows=["AC-04", "AC-20", "AC-23"])
    def a_fixed_issue_has_an_aftermath(self) -> None:
        """The event has been put right."""
