"""Rules of the active bounce back: the six steps, and what is said along them."""

from kb.conclusions.advice.bounce_back import (
    ActiveBeforePassive,
    CompanyTrouble,
    DoNotExplode,
    InfluenceMistake,
    NoFalseConfession,
    NotYourDoing,
    PerformanceMistake,
    PostMortemWaits,
    PowerShifted,
    RelationshipMistake,
    StopLookingForGuilt,
    YourError,
)
from kb.conclusions.findings.bounce_back import (
    ActiveIssue,
    CalmTold,
    CrisisOver,
    DamageAssessed,
    DebriefTold,
    MarksOfDamageKnown,
    RepairTold,
    SlowSymptoms,
)
from kb.conclusions.paths.bounce_back import (
    AssessTheDamage,
    CalmDown,
    CrisisAftermath,
    FinishTheFix,
    FixWhatYouCan,
    HoldAPostMortem,
    HotIssue,
    MinorIssue,
    OwnYourPart,
    PlanPrevention,
    RebuildYourReputation,
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    NOT,
    OR,
    Caution,
    Explanation,
    OneOf,
    Rule,
    Situation,
    Step,
    concludes,
)


class BounceBackStepRules(KnowledgeEngine):
    """What the articles advise after a specific bad event, step by step."""

    # The six steps

    @Rule(
        HotIssue(),
        Situation(damage_assessed=False),
        NOT(MarksOfDamageKnown()),
        salience=Step.stage,
    )
    @concludes(AssessTheDamage, rows=["AC-04", "AC-05"])
    def the_damage_is_assessed_first(self) -> None:
        """You have not worked out so far how serious it is."""

    @Rule(
        HotIssue(),
        NOT(DamageAssessed()),
        NOT(MarksOfDamageKnown()),
        salience=Step.stage,
    )
    @concludes(AssessTheDamage, rows=["AC-05", "AC-09"])
    def while_a_mark_of_damage_is_unknown_it_is_assessed(self) -> None:
        """How serious it is, is not fully known."""

    @Rule(
        OR(HotIssue(), MinorIssue(), CrisisAftermath()),
        OR(Situation(emotions_under_control=False), Situation(might_explode=True)),
        salience=Step.stage,
    )
    @concludes(CalmDown, rows=["AC-11", "AC-12", "AC-13"])
    def calm_comes_before_talking_to_anybody(self) -> None:
        """You are not calm, or might explode."""

    @Rule(HotIssue(), NOT(CalmTold()), salience=Step.stage)
    @concludes(CalmDown, rows=["AC-11", "AC-12"])
    def calm_is_checked_before_anything_is_said(self) -> None:
        """You have not said that you are calm, and calm comes before anything else is said."""

    @Rule(
        OR(HotIssue(), MinorIssue(), CrisisAftermath()),
        Situation(own_mistake=True, admitted_own_part=False),
        salience=Step.stage,
    )
    @concludes(OwnYourPart, rows=["AC-14", "AC-16", "AC-29"])
    def an_own_mistake_is_admitted(self) -> None:
        """Part of it was your mistake, and you have not said so."""

    @Rule(
        OR(HotIssue(), MinorIssue()),
        Situation(issue_fixed="no"),
        salience=Step.stage,
    )
    @concludes(FixWhatYouCan, rows=["AC-18", "AC-29"])
    def what_can_be_fixed_is_fixed(self) -> None:
        """Nothing has been put right so far."""

    @Rule(
        OR(HotIssue(), MinorIssue()),
        NOT(RepairTold()),
        salience=Step.stage,
    )
    @concludes(FixWhatYouCan, rows=["AC-18", "AC-29"])
    def what_is_not_known_to_be_fixed_is_fixed(self) -> None:
        """You have not said whether it is put right, so as far as is known it is not."""

    @Rule(
        OR(HotIssue(), MinorIssue()),
        Situation(issue_fixed="partly"),
        salience=Step.stage,
    )
    @concludes(FinishTheFix, rows=["AC-19"])
    def a_partial_fix_is_finished(self) -> None:
        """It has been put right in part."""

    @Rule(CrisisAftermath(), Situation(post_mortem_done=False), salience=Step.stage)
    @concludes(HoldAPostMortem, rows=["AC-20", "AC-21", "AC-22", "AC-27"])
    def a_corrected_issue_gets_a_post_mortem(self) -> None:
        """It is put right, and nobody has sat down to talk it through."""

    @Rule(CrisisAftermath(), NOT(DebriefTold()), salience=Step.stage)
    @concludes(HoldAPostMortem, rows=["AC-20", "AC-21", "AC-22"])
    def what_is_not_known_to_be_talked_through_gets_a_post_mortem(self) -> None:
        """It is put right, and you have not said whether it has been talked through."""

    @Rule(CrisisAftermath(), Situation(knows_what_happened_and_why=False), salience=Step.stage)
    @concludes(HoldAPostMortem, rows=["AC-21", "AC-23"])
    def an_unknown_cause_goes_back_to_the_post_mortem(self) -> None:
        """It is put right, but what happened and why is not clear."""

    @Rule(
        CrisisAftermath(),
        Situation(knows_what_happened_and_why=True, prevention_plan_made=False),
        salience=Step.stage,
    )
    @concludes(PlanPrevention, rows=["AC-23", "AC-24"])
    def a_known_cause_is_planned_against(self) -> None:
        """You know what happened and why, and there is no plan against it."""

    @Rule(
        CrisisAftermath(),
        CrisisOver(),
        Situation(reputation_damaged=True),
        salience=Step.stage,
    )
    @concludes(RebuildYourReputation, rows=["AC-26"])
    def a_damaged_name_is_rebuilt_after_the_crisis(self) -> None:
        """The crisis is over, and your reputation has suffered."""

    # Cautions

    @Rule(Situation(might_explode=True), salience=Caution.stage)
    @concludes(DoNotExplode, rows=["AC-13"])
    def an_outburst_would_be_a_second_incident(self) -> None:
        """You might explode at somebody."""

    @Rule(Situation(blames_others=True), salience=Caution.stage)
    @concludes(StopLookingForGuilt, rows=["AC-15", "AC-17"])
    def finger_pointing_wastes_energy(self) -> None:
        """You are spending energy on whose fault it is."""

    @Rule(Situation(specific_incident=True, own_mistake=False), salience=Caution.stage)
    @concludes(NoFalseConfession, rows=["AC-28"])
    def nobody_confesses_to_what_he_did_not_do(self) -> None:
        """No part of it was your mistake."""

    @Rule(
        OR(HotIssue(), MinorIssue()),
        Situation(issue_fixed=OneOf("no", "partly")),
        salience=Caution.stage,
    )
    @concludes(PostMortemWaits, rows=["AC-17", "AC-27"])
    def a_post_mortem_waits_for_the_fix(self) -> None:
        """It is not fully put right so far."""

    # What explains it

    @Rule(ActiveIssue(), SlowSymptoms(), salience=Explanation.stage)
    @concludes(ActiveBeforePassive, rows=["BG-10", "BG-22"])
    def an_event_outranks_a_slow_setback(self) -> None:
        """There is an event, and there are slow symptoms as well."""

    @Rule(Situation(setback_cause="beyond_control"), salience=Explanation.stage)
    @concludes(NotYourDoing, rows=["BG-02"])
    def things_done_right_can_still_go_wrong(self) -> None:
        """The cause was beyond your control."""

    @Rule(Situation(setback_cause="own_error"), salience=Explanation.stage)
    @concludes(YourError, rows=["BG-03"])
    def an_error_can_have_consequences(self) -> None:
        """The cause was an error of yours."""

    @Rule(Situation(setback_cause="politics"), salience=Explanation.stage)
    @concludes(PowerShifted, rows=["BG-04"])
    def a_shift_of_power_can_be_lost(self) -> None:
        """The cause was political."""

    @Rule(Situation(setback_cause="company_trouble"), salience=Explanation.stage)
    @concludes(CompanyTrouble, rows=["BG-05"])
    def a_company_in_trouble_hits_everybody(self) -> None:
        """The cause was trouble in the whole company."""

    @Rule(Situation(own_mistake=True, mistake_kind="performance"), salience=Explanation.stage)
    @concludes(PerformanceMistake, rows=["BG-12"])
    def a_job_done_badly_is_a_performance_mistake(self) -> None:
        """Your mistake was in your performance."""

    @Rule(Situation(own_mistake=True, mistake_kind="influence"), salience=Explanation.stage)
    @concludes(InfluenceMistake, rows=["BG-13"])
    def pushing_wrongly_is_an_influence_mistake(self) -> None:
        """Your mistake was in how you tried to influence people."""

    @Rule(Situation(own_mistake=True, mistake_kind="relationship"), salience=Explanation.stage)
    @concludes(RelationshipMistake, rows=["BG-14"])
    def harm_to_a_tie_is_a_relationship_mistake(self) -> None:
        """Your mistake was in a working relationship."""
