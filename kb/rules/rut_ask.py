"""Rules of the article on the rut, steps 2 and 3: grow your power, then make your move."""

from kb.conclusions.advice.rut import (
    CountableFlexibility,
    DrawPowerMap,
    HoldTheAsk,
    PromotionOpening,
)
from kb.conclusions.findings.boss import NoBoss, UncaringBoss
from kb.conclusions.findings.rut import (
    AlliesLookedFor,
    AlliesSought,
    AlreadyAsked,
    AskGranted,
    BackUpsUsedUp,
    PayRangeNeeded,
    PayRangeOpen,
    PivotDue,
    ReadyToAsk,
    Refused,
)
from kb.conclusions.leaving import LeaveTrack
from kb.conclusions.paths.rut import (
    AskRecentlyPromoted,
    FindAllies,
    FindYourIntent,
    GatherInformation,
    GetEndorsements,
    MakeRequestSpecific,
    MakeTheAsk,
    NameSharedBenefit,
    NegotiateInside,
    NegotiationExhausted,
    PivotAfterRefusal,
    PivotToBackUps,
    PrepareBackUps,
    Rut,
    SortAgainAfterRefusal,
    TeamUp,
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    AND,
    ANSWERED,
    NOT,
    OR,
    Caution,
    Diagnosis,
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


class AskRules(KnowledgeEngine):
    """What the article on the rut decides about preparing and making a request."""

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

    @Rule(Situation(ask_topic=OneOf("promotion", "raise")), salience=Finding.stage)
    @concludes(PayRangeNeeded, rows=["RU-36", "RU-37"])
    def more_pay_is_asked_for_with_a_range(self) -> None:
        """You are after a promotion or a raise."""

    @Rule(
        Situation(ask_topic=OneOf("promotion", "raise"), spoke_to_recently_promoted=False),
        salience=Finding.stage,
    )
    @concludes(PayRangeOpen, rows=["RU-36", "RU-37"])
    def a_raise_without_a_range_is_not_prepared(self) -> None:
        """You are after a promotion or a raise, and have not asked those promoted lately."""

    @Rule(
        AlliesLookedFor(),
        OR(NOT(PayRangeNeeded()), Situation(spoke_to_recently_promoted=True)),
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

    @Rule(PivotDue(), salience=Path.stage)
    @concludes(PivotAfterRefusal, rows=["RU-55"])
    def a_refusal_leads_to_the_alternatives(self) -> None:
        """You asked and were told no."""

    @Rule(Refused(), BackUpsUsedUp(), salience=Path.stage)
    @concludes(NegotiationExhausted, rows=["RU-56"])
    def a_negotiation_ends_when_no_option_is_left(self) -> None:
        """You were told no, to your alternatives as well."""

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
        NOT(NoBoss()),
        NOT(UncaringBoss()),
        salience=Caution.stage,
    )
    @concludes(HoldTheAsk, rows=["RU-46", "RU-47"])
    def an_unprepared_ask_waits(self) -> None:
        """A request comes after the sorting and the preparation."""

    @Rule(PivotAfterRefusal(), salience=Step.stage)
    @concludes(PivotToBackUps, rows=["RU-55"])
    def a_refusal_is_answered_with_alternatives(self) -> None:
        """The first request met a no; there are other ways to what you want."""

    @Rule(NegotiationExhausted(), salience=Step.stage)
    @concludes(SortAgainAfterRefusal, rows=["RU-22", "RU-56"])
    def a_final_no_is_weighed_as_need_or_want(self) -> None:
        """What you do about a final no depends on whether you can stay without it."""

    @Rule(
        NegotiateInside(),
        NOT(LeaveTrack()),
        Situation(ask_topic="promotion"),
        salience=Script.stage,
    )
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
