"""Rules of the passive bounce back in five steps."""

from kb.conclusions.advice.bounce_back import (
    AnnouncingWaits,
    DoNotDefendThePast,
    DoNotDwell,
    NoOvernightCure,
    NoRace,
)
from kb.conclusions.findings.bounce_back import (
    DefensiveAboutFeedback,
    NoSpecificEvent,
    PassiveStepsDone,
    SlowSymptoms,
    UnderPoliticalSuspected,
)
from kb.conclusions.paths.bounce_back import (
    AcceptWhereYouStand,
    FindTheBehaviour,
    MakeARecoveryPlan,
    PassiveSetback,
    SeekInput,
    TellYourCoWorkers,
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    NOT,
    OR,
    Caution,
    Diagnosis,
    Explanation,
    Finding,
    Path,
    Rule,
    Situation,
    Step,
    concludes,
)


class PassiveBounceBackRules(KnowledgeEngine):
    """What the article decides about a setback that crept up."""

    # Findings

    @Rule(Situation(had_setback=True, specific_incident=False), salience=Finding.stage)
    @concludes(NoSpecificEvent, rows=["BG-10", "BG-16", "BG-21", "PA-01"])
    def a_setback_without_an_event_is_passive(self) -> None:
        """There was a setback, and no specific event behind it."""

    @Rule(
        OR(
            Situation(had_setback=True, barely_visible=True),
            Situation(had_setback=True, underestimated=True),
            Situation(had_setback=True, others_get_credit=True),
        ),
        salience=Finding.stage,
    )
    @concludes(SlowSymptoms, rows=["BG-18", "BG-19", "BG-20", "PA-02"])
    def being_overlooked_adds_up(self) -> None:
        """You are overlooked, underrated or not credited, and it has led to a setback."""

    @Rule(
        Situation(feedback_requested=True, defensive_about_feedback=True),
        salience=Finding.stage,
    )
    @concludes(DefensiveAboutFeedback, rows=["PA-16"])
    def defending_yourself_stops_the_feedback(self) -> None:
        """You asked for feedback and defend yourself when it comes."""

    @Rule(
        OR(NoSpecificEvent(), SlowSymptoms()),
        OR(SlowSymptoms(), Situation(avoids_office_politics=True)),
        salience=Diagnosis.stage,
    )
    @concludes(UnderPoliticalSuspected, rows=["BG-08", "BG-17", "PA-11"])
    def a_slow_setback_points_to_too_little_politics(self) -> None:
        """The setback built up, and a sign of too little organisational savvy is there."""

    @Rule(
        Situation(
            accepted_situation=True,
            behaviours_diagnosed=True,
            feedback_requested=True,
            recovery_plan_made=True,
            coworkers_told=True,
        ),
        NOT(DefensiveAboutFeedback()),
        salience=Diagnosis.stage,
    )
    @concludes(PassiveStepsDone, rows=["PA-24"])
    def five_steps_done_lead_back_on_course(self) -> None:
        """You have accepted, diagnosed, asked, planned and told."""

    # The path

    @Rule(OR(NoSpecificEvent(), SlowSymptoms()), salience=Path.stage)
    @concludes(PassiveSetback, rows=["BG-16", "BG-21", "PA-01", "PA-02", "PA-03"])
    def a_slow_setback_has_a_recovery_of_its_own(self) -> None:
        """You name no single event behind it, or signs of being overlooked that add up."""

    # The five steps

    @Rule(PassiveSetback(), Situation(accepted_situation=False), salience=Step.stage)
    @concludes(AcceptWhereYouStand, rows=["PA-03", "PA-04", "PA-06"])
    def acceptance_is_where_it_starts(self) -> None:
        """You have not accepted so far where you stand."""

    @Rule(PassiveSetback(), Situation(behaviours_diagnosed=False), salience=Step.stage)
    @concludes(FindTheBehaviour, rows=["PA-07", "PA-09", "PA-11"])
    def the_behaviour_behind_it_is_found(self) -> None:
        """You have not worked out so far which of your behaviours may have had a part in it."""

    @Rule(PassiveSetback(), Situation(feedback_requested=False), salience=Step.stage)
    @concludes(SeekInput, rows=["PA-12", "PA-14"])
    def the_view_of_others_is_sought(self) -> None:
        """You have not asked for feedback so far."""

    @Rule(PassiveSetback(), DefensiveAboutFeedback(), salience=Step.stage)
    @concludes(SeekInput, rows=["PA-16", "PA-17"])
    def the_view_of_others_is_heard(self) -> None:
        """You have asked for feedback, and defend yourself when it comes."""

    @Rule(PassiveSetback(), Situation(recovery_plan_made=False), salience=Step.stage)
    @concludes(MakeARecoveryPlan, rows=["PA-18", "PA-19"])
    def feedback_is_turned_into_a_plan(self) -> None:
        """There is no plan built on what you control."""

    @Rule(
        PassiveSetback(),
        Situation(recovery_plan_made=True, coworkers_told=False),
        salience=Step.stage,
    )
    @concludes(TellYourCoWorkers, rows=["PA-21", "PA-28"])
    def a_plan_is_announced(self) -> None:
        """You have a plan, and your co-workers do not know of it."""

    # Cautions, and what explains it

    @Rule(PassiveSetback(), Situation(dwells_on_past=True), salience=Caution.stage)
    @concludes(DoNotDwell, rows=["PA-05"])
    def mourning_is_limited(self) -> None:
        """You spend much time mourning what happened."""

    @Rule(PassiveSetback(), Situation(expects_quick_cure=True), salience=Caution.stage)
    @concludes(NoOvernightCure, rows=["PA-25", "PA-26"])
    def a_slow_setback_mends_slowly(self) -> None:
        """You expect this to be put right quickly."""

    @Rule(DefensiveAboutFeedback(), salience=Caution.stage)
    @concludes(DoNotDefendThePast, rows=["PA-13", "PA-16"])
    def feedback_looks_ahead(self) -> None:
        """You defend yourself when people answer."""

    @Rule(PassiveSetback(), Situation(recovery_plan_made=False), salience=Caution.stage)
    @concludes(AnnouncingWaits, rows=["PA-28"])
    def only_what_is_planned_is_announced(self) -> None:
        """There is nothing to announce without a plan."""

    @Rule(
        NoSpecificEvent(),
        salience=Explanation.stage,
    )
    @concludes(NoRace, rows=["PA-01", "PA-27"])
    def a_slow_setback_alone_is_no_race(self) -> None:
        """There is no event to react to."""
