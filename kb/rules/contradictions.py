"""Rules that notice answers which cannot both hold; guessing which one is meant is not ours."""

from kb.conclusions.contradictions import (
    AlliesYetNobody,
    GoalYetOnlyTheOpposite,
    HappyYetNeeds,
    HappyYetSigns,
    NoBossYetABoss,
    NoEventYetAMistake,
    NoSetbackYetAnEvent,
    NotAskedYetAnswered,
    SupportersYetNobody,
    TargetsYetTheGoal,
)
from kb.parameters import UNMET_NEED
from kb.shell import KnowledgeEngine
from kb.vocabulary import ANSWERED, OR, AtLeast, Contradiction, Rule, Situation, concludes


class ContradictionRules(KnowledgeEngine):
    """What cannot be true at once."""

    @Rule(
        OR(
            Situation(has_boss=False, boss_is_jerk=True),
            Situation(has_boss=False, boss_promise_overdue_unexplained=True),
            Situation(has_boss=False, boss_knows_top_goal=True),
            Situation(has_boss=False, boss_made_supportive_move=True),
            Situation(has_boss=False, already_asked=True),
        ),
        salience=Contradiction.stage,
    )
    @concludes(NoBossYetABoss, rows=["BO-16", "RS-72"])
    def nobody_is_no_boss(self) -> None:
        """What you say of a boss does not fit with having none."""

    @Rule(
        OR(
            Situation(already_asked=False, answer_to_ask=ANSWERED),
            Situation(already_asked=False, weeks_since_ask=ANSWERED),
            Situation(already_asked=False, followed_up=True),
        ),
        salience=Contradiction.stage,
    )
    @concludes(NotAskedYetAnswered, rows=["RB-61"])
    def an_answer_needs_a_request(self) -> None:
        """A request that was not made has no answer, no age and no follow-up."""

    @Rule(
        Situation(happy_where_they_are=True, rut_sign_count=AtLeast(1)),
        salience=Contradiction.stage,
    )
    @concludes(HappyYetSigns, rows=["BO-34", "RU-06"])
    def being_content_needs_every_part(self) -> None:
        """Being content needs every part to be well, and a sign is a concrete observation."""

    @Rule(
        Situation(happy_where_they_are=True, unmet_needs=AtLeast(UNMET_NEED)),
        salience=Contradiction.stage,
    )
    @concludes(HappyYetNeeds, rows=["BO-34", "RU-22"])
    def the_content_miss_nothing_they_need(self) -> None:
        """Whoever misses something needed is not content in every part."""

    @Rule(Situation(had_setback=False, specific_incident=True), salience=Contradiction.stage)
    @concludes(NoSetbackYetAnEvent, rows=["BG-11"])
    def an_event_behind_no_setback_is_unclear(self) -> None:
        """The event is asked about as the cause of a setback."""

    @Rule(
        OR(
            Situation(specific_incident=False, own_mistake=True, damage_count=AtLeast(1)),
            Situation(specific_incident=False, own_mistake=True, reputation_damaged=True),
        ),
        salience=Contradiction.stage,
    )
    @concludes(NoEventYetAMistake, rows=["BG-11", "BG-16"])
    def a_mistake_with_damage_is_an_event(self) -> None:
        """A mistake that did damage is a specific event."""

    @Rule(
        Situation(boss_knows_top_goal=True, boss_knows_only_yearly_objectives=True),
        salience=Contradiction.stage,
    )
    @concludes(TargetsYetTheGoal, rows=["BO-07"])
    def a_boss_knows_the_goal_or_only_targets(self) -> None:
        """Knowing only the targets for the year is not knowing the goal."""

    @Rule(
        Situation(knows_top_goal=True, knows_only_what_not_wanted=True),
        salience=Contradiction.stage,
    )
    @concludes(GoalYetOnlyTheOpposite, rows=["BO-30"])
    def a_goal_is_more_than_what_is_not_wanted(self) -> None:
        """Whoever knows the goal knows more than what is not wanted."""

    @Rule(
        Situation(shares_wish_with_colleagues=False, allies_teamed_up=True),
        salience=Contradiction.stage,
    )
    @concludes(AlliesYetNobody, rows=["RU-38"])
    def asking_together_needs_somebody(self) -> None:
        """Nobody to ask with, and an agreement to ask together, exclude each other."""

    @Rule(
        OR(
            Situation(has_supporters=False, supportive_people=AtLeast(1)),
            Situation(has_supporters=True, supportive_people=0),
        ),
        salience=Contradiction.stage,
    )
    @concludes(SupportersYetNobody, rows=["RS-37"])
    def supporters_can_be_counted(self) -> None:
        """Either there are people who support you or there are none."""
