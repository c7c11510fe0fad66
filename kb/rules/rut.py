"""Rules of the article on the rut: sort needs from wants, grow your power, make your move."""

from kb.conclusions.boss import NoBoss
from kb.conclusions.contradictions import HappyYetSigns
from kb.conclusions.leaving import LeaveTrack
from kb.conclusions.rut import (
    ActOnTheRut,
    AdvocateOutside,
    AlliesLookedFor,
    AlliesSought,
    AlreadyAsked,
    AskForTheExplanation,
    AskGranted,
    AskRecentlyPromoted,
    BackUpsUsedUp,
    CountableFlexibility,
    CravesControlOrResponsibility,
    DrawPowerMap,
    ExplanationMayBeTheNeed,
    FindAllies,
    FindPainPoints,
    FindYourIntent,
    GatherInformation,
    GetEndorsements,
    HoldTheAsk,
    InRut,
    ListWhatIsMissing,
    MakeRequestSpecific,
    MakeTheAsk,
    NameSharedBenefit,
    NeedsUnmet,
    NegotiateInside,
    NegotiationExhausted,
    NothingListed,
    PayRangeOpen,
    PivotAfterRefusal,
    PivotDue,
    PivotToBackUps,
    PrepareBackUps,
    PromiseOverdue,
    PromotionOpening,
    ReadyToAsk,
    Refused,
    RepetitionMakesStale,
    Rut,
    RutIsCommon,
    RutIsNoReasonToLeave,
    SearchOutside,
    SearchRunning,
    SortAgainAfterRefusal,
    SortNeedsFromWants,
    StartJobSearch,
    TeamUp,
    TentativeRut,
    WantsHeavy,
)
from kb.parameters import SIGNS_OF_A_RUT, UNMET_NEED, WANTS_THAT_DOMINATE
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    AND,
    ANSWERED,
    NOT,
    OR,
    AtLeast,
    Between,
    Caution,
    Diagnosis,
    Explanation,
    Finding,
    OneOf,
    Path,
    Rule,
    Script,
    Situation,
    Stance,
    Step,
    concludes,
)


class RutRules(KnowledgeEngine):
    """What the article on the rut decides."""

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
        """One of the four telltale signs holds for you; how many are enough is not said."""

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

    @Rule(Situation(already_asked=True), salience=Finding.stage)
    @concludes(AlreadyAsked, rows=["RU-59"])
    def a_request_once_made_is_out(self) -> None:
        """You have made your request."""

    @Rule(Situation(already_asked=True, answer_to_ask="yes"), salience=Finding.stage)
    @concludes(AskGranted, rows=["RU-59", "RU-60"])
    def a_yes_is_the_start_of_more(self) -> None:
        """The answer was yes."""

    @Rule(Situation(already_asked=True, answer_to_ask="no"), salience=Finding.stage)
    @concludes(Refused, rows=["RU-55"])
    def a_no_is_a_refusal_whatever_the_weeks(self) -> None:
        """The answer was no; the answer decides, not the time that has passed."""

    @Rule(Situation(backup_options_used_up=True), salience=Finding.stage)
    @concludes(BackUpsUsedUp, rows=["RU-56"])
    def refused_alternatives_are_used_up(self) -> None:
        """All your alternatives have been turned down."""

    @Rule(Situation(shares_wish_with_colleagues=ANSWERED), salience=Finding.stage)
    @concludes(AlliesSought, rows=["RU-38", "RU-39"])
    def who_knows_whether_others_want_it_has_looked(self) -> None:
        """You know whether colleagues want the same."""

    @Rule(
        OR(
            Situation(shares_wish_with_colleagues=False),
            Situation(shares_wish_with_colleagues=True, allies_teamed_up=True),
        ),
        salience=Finding.stage,
    )
    @concludes(AlliesLookedFor, rows=["RU-38", "RU-40"])
    def allies_are_looked_for_when_joined_or_known_to_be_none(self) -> None:
        """You have agreed to ask together, or you know that nobody else wants it."""

    @Rule(
        Situation(ask_topic=OneOf("promotion", "raise"), spoke_to_recently_promoted=False),
        salience=Finding.stage,
    )
    @concludes(PayRangeOpen, rows=["RU-36", "RU-37"])
    def a_raise_without_a_range_is_not_prepared(self) -> None:
        """You are after a promotion or a raise, and have not asked those promoted lately."""

    @Rule(
        AlliesLookedFor(),
        NOT(PayRangeOpen()),
        Situation(
            sorted_needs_from_wants=True,
            gathered_information=True,
            endorsements_obtained=True,
            knows_intent_to_lead_with=True,
            request_is_specific=True,
            can_name_shared_benefit=True,
            has_backup_options=True,
        ),
        salience=Diagnosis.stage,
    )
    @concludes(ReadyToAsk, rows=["RU-46", "RU-47", "RU-54"])
    def sorted_and_prepared_is_ready_to_ask(self) -> None:
        """Your list is sorted, and every part of the preparation is done."""

    @Rule(Refused(), NOT(BackUpsUsedUp()), salience=Diagnosis.stage)
    @concludes(PivotDue, rows=["RU-55", "RU-56"])
    def a_no_with_alternatives_left_calls_for_a_pivot(self) -> None:
        """One refusal is not the end while alternatives are left."""

    # Paths

    @Rule(NeedsUnmet(), salience=Path.stage)
    @concludes(SearchOutside, rows=["RU-25", "RU-26", "RU-32"])
    def an_unmet_need_sets_off_the_search(self) -> None:
        """Without what you need there is no good reason to remain."""

    @Rule(WantsHeavy(), NOT(NoBoss()), salience=Path.stage)
    @concludes(NegotiateInside, rows=["RU-27", "RU-28"])
    def met_needs_and_open_wants_are_negotiated_inside(self) -> None:
        """Your needs are met and wants are open: that may be had where you are."""

    @Rule(OR(InRut(), TentativeRut()), NOT(NeedsUnmet()), salience=Path.stage)
    @concludes(Rut, rows=["RU-01", "RU-06", "RU-13"])
    def a_rut_has_a_recipe(self) -> None:
        """The signs point to a rut, and no unmet need decides otherwise."""

    @Rule(PivotDue(), salience=Path.stage)
    @concludes(PivotAfterRefusal, rows=["RU-55"])
    def a_refusal_leads_to_the_alternatives(self) -> None:
        """You asked and were told no."""

    @Rule(Refused(), BackUpsUsedUp(), salience=Path.stage)
    @concludes(NegotiationExhausted, rows=["RU-56"])
    def a_negotiation_ends_when_no_option_is_left(self) -> None:
        """You were told no, to your alternatives as well."""

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
        """With a need unmet here, the market outside is where to speak up for yourself."""

    @Rule(Rut(), NothingListed(), salience=Step.stage)
    @concludes(FindPainPoints, rows=["RU-15", "RU-16"])
    def an_empty_list_goes_back_to_the_pain_points(self) -> None:
        """There are signs, but no entry on your list."""

    @Rule(
        OR(Rut(), NegotiateInside()),
        Situation(listed_what_is_missing=False),
        salience=Step.stage,
    )
    @concludes(ListWhatIsMissing, rows=["RU-17", "RU-19", "RU-20"])
    def the_list_comes_first(self) -> None:
        """You have not written the list so far, and it comes before any sorting or asking."""

    @Rule(
        OR(Rut(), NegotiateInside()),
        Situation(sorted_needs_from_wants=False),
        salience=Step.stage,
    )
    @concludes(SortNeedsFromWants, rows=["RU-14", "RU-20"])
    def a_list_is_sorted_into_needs_and_wants(self) -> None:
        """Telling needs from wants decides what to do next, and it is still to be done."""

    @Rule(Rut(), InRut(), salience=Stance.stage)
    @concludes(ActOnTheRut, rows=["RU-09", "RU-10"])
    def a_rut_is_named_and_acted_on(self) -> None:
        """This is probably a rut, and waiting does not end it."""

    @Rule(
        OR(Rut(), NegotiateInside()),
        NOT(LeaveTrack()),
        salience=Caution.stage,
    )
    @concludes(RutIsNoReasonToLeave, rows=["RU-12"])
    def a_rut_alone_is_no_reason_to_leave(self) -> None:
        """Nothing you said means that you have to leave."""

    # Step 2: grow your power (information, allies, endorsements)

    @Rule(NegotiateInside(), Situation(gathered_information=False), salience=Step.stage)
    @concludes(GatherInformation, rows=["RU-35", "RU-45"])
    def information_comes_before_allies(self) -> None:
        """Information is the first of the three moves, and you do not have it so far."""

    @Rule(
        NegotiateInside(),
        PayRangeOpen(),
        salience=Step.stage,
    )
    @concludes(AskRecentlyPromoted, rows=["RU-36"])
    def a_promotion_is_asked_for_with_the_pay_range_in_mind(self) -> None:
        """You are after a promotion or a raise, and do not know the going range."""

    @Rule(
        NegotiateInside(),
        Situation(gathered_information=True),
        NOT(AlliesSought()),
        salience=Step.stage,
    )
    @concludes(FindAllies, rows=["RU-38", "RU-45"])
    def allies_follow_information(self) -> None:
        """You have the information; allies are the second of the three moves."""

    @Rule(
        NegotiateInside(),
        Situation(shares_wish_with_colleagues=True, allies_teamed_up=False),
        salience=Step.stage,
    )
    @concludes(TeamUp, rows=["RU-40"])
    def colleagues_with_the_same_wish_ask_together(self) -> None:
        """There are colleagues who want the same, and you have not joined forces."""

    @Rule(NegotiateInside(), Situation(endorsements_obtained=False), salience=Step.stage)
    @concludes(GetEndorsements, rows=["RU-41", "RU-43", "RU-45"])
    def endorsements_are_the_third_move(self) -> None:
        """Nobody has vouched for you so far."""

    @Rule(
        OR(NegotiateInside(), PivotAfterRefusal()),
        Situation(knows_influence_map=False),
        salience=Stance.stage,
    )
    @concludes(DrawPowerMap, rows=["RU-61"])
    def unknown_influence_is_drawn_as_a_map(self) -> None:
        """You do not know who holds influence around you."""

    # Step 3: make your move

    @Rule(NegotiateInside(), Situation(knows_intent_to_lead_with=False), salience=Step.stage)
    @concludes(FindYourIntent, rows=["RU-48"])
    def an_ask_opens_with_its_intent(self) -> None:
        """You cannot say so far, in a sentence, why you are asking."""

    @Rule(NegotiateInside(), Situation(request_is_specific=False), salience=Step.stage)
    @concludes(MakeRequestSpecific, rows=["RU-50"])
    def an_ask_is_specific(self) -> None:
        """Nobody can say yes to a request that is not exact."""

    @Rule(NegotiateInside(), Situation(can_name_shared_benefit=False), salience=Step.stage)
    @concludes(NameSharedBenefit, rows=["RU-52", "RU-53"])
    def an_ask_shows_what_everybody_gains(self) -> None:
        """A yes is likelier when all four parties can see what they gain."""

    @Rule(
        OR(NegotiateInside(), PivotAfterRefusal()),
        Situation(has_backup_options=False),
        salience=Step.stage,
    )
    @concludes(PrepareBackUps, rows=["RU-54"])
    def an_ask_has_back_ups(self) -> None:
        """You have no alternatives ready for the case of a no."""

    @Rule(
        NegotiateInside(),
        ReadyToAsk(),
        OR(NOT(AlreadyAsked()), AskGranted()),
        salience=Step.stage,
    )
    @concludes(MakeTheAsk, rows=["RU-46"])
    def who_is_prepared_asks(self) -> None:
        """Everything that comes before the request is done."""

    @Rule(
        OR(Rut(), NegotiateInside()),
        OR(
            Situation(listed_what_is_missing=False),
            Situation(sorted_needs_from_wants=False),
            Situation(gathered_information=False),
            Situation(shares_wish_with_colleagues=True, allies_teamed_up=False),
            Situation(endorsements_obtained=False),
            Situation(knows_intent_to_lead_with=False),
            Situation(request_is_specific=False),
            Situation(can_name_shared_benefit=False),
            Situation(has_backup_options=False),
            PayRangeOpen(),
        ),
        OR(NOT(AlreadyAsked()), AskGranted()),
        salience=Caution.stage,
    )
    @concludes(HoldTheAsk, rows=["RU-46", "RU-47"])
    def an_unprepared_ask_waits(self) -> None:
        """Part of the sorting or of the preparation is not done."""

    @Rule(PivotAfterRefusal(), salience=Step.stage)
    @concludes(PivotToBackUps, rows=["RU-55"])
    def a_refusal_is_answered_with_alternatives(self) -> None:
        """The first request met a no; there are other ways to what you want."""

    @Rule(NegotiationExhausted(), salience=Step.stage)
    @concludes(SortAgainAfterRefusal, rows=["RU-22", "RU-56"])
    def a_final_no_is_weighed_as_need_or_want(self) -> None:
        """What you do about a final no depends on whether you can stay without it."""

    @Rule(PromiseOverdue(), salience=Step.stage)
    @concludes(AskForTheExplanation, rows=["RU-24"])
    def an_explanation_is_asked_for(self) -> None:
        """A single talk may settle it."""

    # What goes with the steps

    @Rule(OR(InRut(), TentativeRut()), salience=Explanation.stage)
    @concludes(RutIsCommon, rows=["RU-08"])
    def a_rut_is_no_failing(self) -> None:
        """You name signs of a rut."""

    @Rule(Rut(), Situation(same_people_same_projects=True), salience=Explanation.stage)
    @concludes(RepetitionMakesStale, rows=["RU-07"])
    def sameness_explains_the_staleness(self) -> None:
        """You deal with the same people and projects day after day."""

    @Rule(NegotiateInside(), Situation(ask_topic="promotion"), salience=Script.stage)
    @concludes(PromotionOpening, rows=["RU-49"])
    def a_promotion_has_an_opening_of_its_own(self) -> None:
        """You want to ask for a promotion."""

    @Rule(
        AND(
            NegotiateInside(),
            OR(Situation(ask_topic="flexibility"), Situation(ask_topic="remote_day")),
        ),
        salience=Script.stage,
    )
    @concludes(CountableFlexibility, rows=["RU-51"])
    def flexibility_is_asked_for_in_numbers(self) -> None:
        """You want to ask for more flexibility, which is easier to grant as a number and a day."""
