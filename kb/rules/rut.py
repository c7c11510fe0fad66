"""Rules of the article on the rut, step 1: the signs, needs against wants, and the search."""

from kb.conclusions.advice.rut import (
    ActOnTheRut,
    AdvocateOutside,
    RepetitionMakesStale,
    RutIsCommon,
    RutIsNoReasonToLeave,
)
from kb.conclusions.contradictions import HappyYetSigns
from kb.conclusions.findings.boss import NoBoss
from kb.conclusions.findings.rut import (
    CravesControlOrResponsibility,
    ExplanationMayBeTheNeed,
    InRut,
    NeedsUnmet,
    NothingListed,
    SearchRunning,
    TentativeRut,
    WantsHeavy,
)
from kb.conclusions.leaving import LeaveTrack
from kb.conclusions.paths.rut import (
    AskForTheExplanation,
    FindPainPoints,
    ListWhatIsMissing,
    NegotiateInside,
    PossibleRut,
    PromiseOverdue,
    Rut,
    SearchOutside,
    SortNeedsFromWants,
    StartJobSearch,
)
from kb.parameters import SIGNS_OF_A_RUT, UNMET_NEED, WANTS_THAT_DOMINATE
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    NOT,
    OR,
    AtLeast,
    Between,
    Caution,
    Explanation,
    Finding,
    Path,
    Rule,
    Situation,
    Stance,
    Step,
    concludes,
)


class RutRules(KnowledgeEngine):
    """What the article on the rut decides about needs and wants."""

    # Findings: the signs, the needs and the wants

    @Rule(
        Situation(rut_sign_count=AtLeast(SIGNS_OF_A_RUT)),
        NOT(HappyYetSigns()),
        salience=Finding.stage,
    )
    @concludes(InRut, rows=["RU-02", "RU-03", "RU-04", "RU-05", "RU-06"])
    def several_signs_make_a_probable_rut(self) -> None:
        """Several of the four telltale signs hold for you."""

    @Rule(Situation(rut_sign_count=Between(1, SIGNS_OF_A_RUT - 1)), salience=Finding.stage)
    @concludes(TentativeRut, rows=["RU-06"])
    def a_single_sign_makes_a_tentative_rut(self) -> None:
        """Too few of the four telltale signs hold to be sure; how many are enough is not said."""

    @Rule(
        Situation(rut_sign_count=AtLeast(SIGNS_OF_A_RUT)),
        HappyYetSigns(),
        salience=Finding.stage,
    )
    @concludes(TentativeRut, rows=["BO-34", "RU-06"])
    def signs_beside_happiness_make_a_tentative_rut(self) -> None:
        """You name several signs, and say that all is well: which is it?"""

    @Rule(
        Situation(bored_at_work=True, tasks_monotonous=True, too_little_say_in_outcomes=True),
        salience=Finding.stage,
    )
    @concludes(CravesControlOrResponsibility, rows=["RU-18"])
    def boredom_monotony_and_no_say_suggest_a_craving_for_control(self) -> None:
        """You are bored, your tasks are monotonous, and you have too little say: all three."""

    @Rule(Situation(unmet_needs=AtLeast(UNMET_NEED)), salience=Finding.stage)
    @concludes(NeedsUnmet, rows=["RU-22", "RU-23", "RU-32"])
    def one_unmet_need_is_enough(self) -> None:
        """One unmet need decides, however many wants stand beside it."""

    @Rule(
        Situation(unmet_needs=0, unmet_wants=AtLeast(WANTS_THAT_DOMINATE)),
        salience=Finding.stage,
    )
    @concludes(WantsHeavy, rows=["RU-27", "RU-32"])
    def wants_without_needs_are_chances_inside(self) -> None:
        """You name wants and no unmet need: that may point to chances where you are."""

    @Rule(
        Situation(unmet_needs=0, unmet_wants=0, rut_sign_count=AtLeast(1)),
        salience=Finding.stage,
    )
    @concludes(NothingListed, rows=["RU-15"])
    def signs_with_an_empty_list_have_no_name_yet(self) -> None:
        """Something is wrong, and nothing is on your list so far."""

    @Rule(Situation(boss_promise_overdue_unexplained=True), salience=Finding.stage)
    @concludes(ExplanationMayBeTheNeed, rows=["RU-24"])
    def an_unexplained_promise_may_be_a_need_for_an_answer(self) -> None:
        """A promise was not kept, and nobody told you why."""

    @Rule(Situation(job_search_running=True), salience=Finding.stage)
    @concludes(SearchRunning, rows=["RU-25"])
    def a_search_once_started_is_running(self) -> None:
        """You have started to look for another job."""

    # Paths

    @Rule(NeedsUnmet(), salience=Path.stage)
    @concludes(SearchOutside, rows=["RU-25", "RU-26", "RU-32"])
    def an_unmet_need_sets_off_the_search(self) -> None:
        """A need that stays unmet is a good reason to look elsewhere."""

    @Rule(WantsHeavy(), NOT(NoBoss()), salience=Path.stage)
    @concludes(NegotiateInside, rows=["RU-27", "RU-28"])
    def met_needs_and_open_wants_are_negotiated_inside(self) -> None:
        """Your needs are met and wants are open: that may be had where you are."""

    @Rule(InRut(), NOT(NeedsUnmet()), salience=Path.stage)
    @concludes(Rut, rows=["RU-01", "RU-06", "RU-13"])
    def a_rut_has_a_recipe(self) -> None:
        """The signs point to a rut, and no unmet need decides otherwise."""

    @Rule(TentativeRut(), NOT(NeedsUnmet()), salience=Path.stage)
    @concludes(PossibleRut, rows=["RU-06", "RU-13"])
    def a_tentative_rut_is_looked_into(self) -> None:
        """What you name points to a rut, and is not enough to be sure."""

    @Rule(ExplanationMayBeTheNeed(), salience=Path.stage)
    @concludes(PromiseOverdue, rows=["RU-24"])
    def a_broken_promise_is_owed_an_explanation(self) -> None:
        """The answer itself may be what you need, and a talk can give it."""

    # Step 1: wants and needs

    @Rule(SearchOutside(), NOT(SearchRunning()), salience=Step.stage)
    @concludes(StartJobSearch, rows=["RU-25"])
    def an_unmet_need_means_searching_at_once(self) -> None:
        """An unmet need starts the search without delay."""

    @Rule(SearchOutside(), salience=Stance.stage)
    @concludes(AdvocateOutside, rows=["RU-26"])
    def an_unmet_need_turns_your_advocacy_outwards(self) -> None:
        """Your need is not met here so far, so let people elsewhere know of you, too."""

    @Rule(OR(Rut(), PossibleRut()), NothingListed(), salience=Step.stage)
    @concludes(FindPainPoints, rows=["RU-15", "RU-16"])
    def an_empty_list_goes_back_to_the_pain_points(self) -> None:
        """There are signs, but no entry on your list."""

    @Rule(
        OR(Rut(), PossibleRut(), NegotiateInside()),
        Situation(listed_what_is_missing=False),
        salience=Step.stage,
    )
    @concludes(ListWhatIsMissing, rows=["RU-17", "RU-19", "RU-20"])
    def the_list_comes_first(self) -> None:
        """You have not written the list so far, and it comes before any sorting or asking."""

    @Rule(
        OR(Rut(), PossibleRut(), NegotiateInside()),
        Situation(sorted_needs_from_wants=False),
        salience=Step.stage,
    )
    @concludes(SortNeedsFromWants, rows=["RU-14", "RU-20"])
    def a_list_is_sorted_into_needs_and_wants(self) -> None:
        """Telling needs from wants decides what to do next, and it is still to be done."""

    @Rule(Rut(), salience=Stance.stage)
    @concludes(ActOnTheRut, rows=["RU-09", "RU-10"])
    def a_rut_is_named_and_acted_on(self) -> None:
        """This is probably a rut, and waiting does not end it."""

    @Rule(
        OR(Rut(), PossibleRut()),
        NOT(LeaveTrack()),
        salience=Caution.stage,
    )
    @concludes(RutIsNoReasonToLeave, rows=["RU-12"])
    def a_rut_alone_is_no_reason_to_leave(self) -> None:
        """Nothing you said means that you have to leave."""

    @Rule(PromiseOverdue(), salience=Step.stage)
    @concludes(AskForTheExplanation, rows=["RU-24"])
    def an_explanation_is_asked_for(self) -> None:
        """A single talk may settle it."""

    # What goes with the steps

    @Rule(OR(InRut(), TentativeRut()), salience=Explanation.stage)
    @concludes(RutIsCommon, rows=["RU-08"])
    def a_rut_is_no_failing(self) -> None:
        """You name signs of a rut."""

    @Rule(
        OR(Rut(), PossibleRut()),
        Situation(same_people_same_projects=True),
        salience=Explanation.stage,
    )
    @concludes(RepetitionMakesStale, rows=["RU-07"])
    def sameness_explains_the_staleness(self) -> None:
        """You deal with the same people and projects day after day."""
