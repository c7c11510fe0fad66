"""Rules of the article on your boss and your goal: decide, tell, reward, or leave this boss."""

from kb.conclusions.advice.boss import (
    DoNotClimbFromDuty,
    GoalsConcernYourBoss,
    HoldTheTalkUntilThereIsAGoal,
    KeepRepaying,
    NamingAGoalOutOfReach,
    NotAskingHasAPrice,
    PrepareYourAnswer,
    YouMayMoveOn,
)
from kb.conclusions.contradictions import NoBossYetABoss
from kb.conclusions.findings.boss import (
    BossTrulyKnowsGoal,
    BossUnaware,
    ClimbsFromDutyAlone,
    GoalMissing,
    Happy,
    MayMoveOn,
    MomentumNotWanted,
    NoBoss,
    UncaringBoss,
    YearlyObjectivesOnly,
)
from kb.conclusions.paths.boss import (
    DecideWhatYouWant,
    EnlistYourBoss,
    ExplainItInTheirTerms,
    GoalAndBoss,
    GoalUndecided,
    LearnWhatYourBossWants,
    LeaveThisBoss,
    RewardYourBoss,
    TellYourBoss,
    WorkForSomebodyElse,
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
    Stance,
    Step,
    concludes,
)


class BossRules(KnowledgeEngine):
    """What the article on your boss and your goal decides."""

    # Findings

    @Rule(Situation(has_boss=False), salience=Finding.stage)
    @concludes(NoBoss, rows=["RS-72"])
    def without_a_boss_boss_rules_are_silent(self) -> None:
        """You report to nobody."""

    @Rule(Situation(boss_is_jerk=True), NOT(NoBossYetABoss()), salience=Finding.stage)
    @concludes(UncaringBoss, rows=["BO-16", "BO-17"])
    def a_boss_who_does_not_care_is_a_finding(self) -> None:
        """Your boss has shown not to care what you want."""

    @Rule(Situation(wants_career_to_move_up=False), salience=Finding.stage)
    @concludes(MomentumNotWanted, rows=["BO-02"])
    def who_does_not_want_to_move_up_is_left_in_peace(self) -> None:
        """You said that you do not want to move up."""

    @Rule(
        OR(Situation(knows_top_goal=False), Situation(knows_only_what_not_wanted=True)),
        salience=Finding.stage,
    )
    @concludes(GoalMissing, rows=["BO-23", "BO-25", "BO-30"])
    def knowing_only_what_is_not_wanted_is_no_goal(self) -> None:
        """You cannot name one goal at work today."""

    @Rule(Situation(boss_knows_only_yearly_objectives=True), salience=Finding.stage)
    @concludes(YearlyObjectivesOnly, rows=["BO-07"])
    def yearly_objectives_are_not_the_goal(self) -> None:
        """Targets for the year are all your boss knows of what you want."""

    @Rule(
        OR(
            Situation(boss_knows_top_goal=False),
            Situation(boss_knows_only_yearly_objectives=True),
        ),
        salience=Finding.stage,
    )
    @concludes(BossUnaware, rows=["BO-07", "BO-11"])
    def a_boss_who_knows_only_targets_does_not_know_the_goal(self) -> None:
        """Your boss could not say what you want most."""

    @Rule(Situation(happy_where_they_are=True), salience=Finding.stage)
    @concludes(Happy, rows=["BO-34"])
    def all_four_parts_make_happy(self) -> None:
        """You are happy where you are, in all four respects."""

    @Rule(
        Situation(boss_knows_top_goal=True),
        NOT(YearlyObjectivesOnly()),
        salience=Diagnosis.stage,
    )
    @concludes(BossTrulyKnowsGoal, rows=["BO-01", "BO-07"])
    def a_boss_who_was_told_knows_the_goal(self) -> None:
        """Your boss knows your goal itself, and more than your targets."""

    @Rule(
        Situation(
            boss_knows_top_goal=True,
            goal_was_framed_around_boss=True,
            boss_understands_goal=False,
        ),
        NOT(UncaringBoss()),
        salience=Diagnosis.stage,
    )
    @concludes(MayMoveOn, rows=["BO-29"])
    def told_in_the_right_terms_and_not_understood_permits_a_move(self) -> None:
        """You put your goal in your boss's terms and were still not understood."""

    # Paths

    @Rule(UncaringBoss(), salience=Path.stage)
    @concludes(LeaveThisBoss, rows=["BO-18", "BO-19"])
    def an_uncaring_boss_is_left(self) -> None:
        """Your boss has shown it, in words or deeds."""

    @Rule(
        GoalMissing(),
        NOT(MomentumNotWanted()),
        NOT(ClimbsFromDutyAlone()),
        salience=Path.stage,
    )
    @concludes(GoalUndecided, rows=["BO-25"])
    def a_missing_goal_is_settled_first(self) -> None:
        """You have no goal to work towards, or to tell."""

    @Rule(
        Situation(has_boss=True, wants_career_to_move_up=True),
        NOT(ClimbsFromDutyAlone()),
        salience=Path.stage,
    )
    @concludes(GoalAndBoss, rows=["BO-01", "BO-25", "BO-26", "BO-27"])
    def who_wants_to_move_up_lets_the_boss_know(self) -> None:
        """You want to move up, and you have a boss who can help."""

    # Steps: decide, tell, reward

    @Rule(OR(GoalUndecided(), GoalAndBoss()), GoalMissing(), salience=Step.stage)
    @concludes(DecideWhatYouWant, rows=["BO-08", "BO-23", "BO-25"])
    def deciding_comes_first(self) -> None:
        """You have not settled on one goal so far."""

    @Rule(
        GoalAndBoss(),
        NOT(GoalMissing()),
        NOT(BossTrulyKnowsGoal()),
        Situation(knows_top_goal=True, knows_what_boss_wants=False),
        salience=Step.stage,
    )
    @concludes(LearnWhatYourBossWants, rows=["BO-13"])
    def the_aims_of_the_boss_come_before_the_framing(self) -> None:
        """You cannot put your goal in your boss's terms without knowing them."""

    @Rule(
        GoalAndBoss(),
        BossTrulyKnowsGoal(),
        Situation(
            goal_was_framed_around_boss=False,
            boss_understands_goal=False,
            knows_what_boss_wants=False,
        ),
        salience=Step.stage,
    )
    @concludes(LearnWhatYourBossWants, rows=["BO-12", "BO-13"])
    def the_aims_of_the_boss_come_before_explaining_again(self) -> None:
        """Your boss did not understand, and you cannot say what your goal does for him or her."""

    @Rule(
        GoalAndBoss(),
        BossTrulyKnowsGoal(),
        NOT(MayMoveOn()),
        Situation(boss_made_supportive_move=False, knows_what_boss_wants=False),
        salience=Step.stage,
    )
    @concludes(LearnWhatYourBossWants, rows=["BO-12", "BO-13"])
    def the_aims_of_the_boss_come_before_winning_support(self) -> None:
        """Your boss has done nothing for your goal so far, and you do not know his or her aims."""

    @Rule(
        GoalAndBoss(),
        NOT(GoalMissing()),
        BossUnaware(),
        Situation(knows_top_goal=True),
        salience=Step.stage,
    )
    @concludes(TellYourBoss, rows=["BO-07", "BO-11", "BO-26"])
    def a_known_goal_is_told(self) -> None:
        """You know your goal, and your boss does not."""

    @Rule(
        GoalAndBoss(),
        BossTrulyKnowsGoal(),
        Situation(goal_was_framed_around_boss=False, boss_understands_goal=False),
        salience=Step.stage,
    )
    @concludes(ExplainItInTheirTerms, rows=["BO-12", "BO-29"])
    def a_goal_not_understood_is_put_in_their_terms(self) -> None:
        """Your boss does not understand the goal, and was not told what it does for him or her."""

    @Rule(
        GoalAndBoss(),
        BossTrulyKnowsGoal(),
        NOT(MayMoveOn()),
        Situation(boss_made_supportive_move=False),
        salience=Step.stage,
    )
    @concludes(EnlistYourBoss, rows=["BO-15"])
    def a_boss_who_knows_is_enlisted(self) -> None:
        """Your boss knows your goal and has not done anything for it so far."""

    @Rule(
        GoalAndBoss(),
        Situation(boss_made_supportive_move=True, boss_rewarded_with_results=False),
        salience=Step.stage,
    )
    @concludes(RewardYourBoss, rows=["BO-14", "BO-27"])
    def support_is_repaid_with_results(self) -> None:
        """Your boss has supported you, and you have not answered that with results so far."""

    @Rule(LeaveThisBoss(), salience=Step.stage)
    @concludes(WorkForSomebodyElse, rows=["BO-18", "BO-21"])
    def an_uncaring_boss_means_another_boss_soon(self) -> None:
        """It is the person that has to change, and not necessarily the company."""

    # Stances and cautions

    @Rule(
        Situation(afraid_of_the_what_do_you_want_question=True),
        NOT(MomentumNotWanted()),
        salience=Stance.stage,
    )
    @concludes(PrepareYourAnswer, rows=["BO-31"])
    def fear_of_the_question_shows_that_an_answer_is_missing(self) -> None:
        """The question frightens you, which suggests that you have no answer ready."""

    @Rule(GoalAndBoss(), MayMoveOn(), salience=Stance.stage)
    @concludes(YouMayMoveOn, rows=["BO-29"])
    def not_being_understood_permits_a_move(self) -> None:
        """Your boss was told in the right terms and does not understand your goal."""

    @Rule(
        GoalAndBoss(),
        Situation(boss_made_supportive_move=True, boss_rewarded_with_results=True),
        salience=Stance.stage,
    )
    @concludes(KeepRepaying, rows=["BO-14"])
    def support_is_repaid_every_time(self) -> None:
        """Your boss supports you, and you have answered with results."""

    @Rule(GoalAndBoss(), Situation(thinks_goals_not_bosss_business=True), salience=Caution.stage)
    @concludes(GoalsConcernYourBoss, rows=["BO-09", "BO-10"])
    def pure_obedience_holds_you_back(self) -> None:
        """You think that your goals are none of your boss's business."""

    @Rule(GoalAndBoss(), GoalMissing(), salience=Caution.stage)
    @concludes(HoldTheTalkUntilThereIsAGoal, rows=["BO-28"])
    def without_a_goal_there_is_nothing_to_tell(self) -> None:
        """You have no goal to tell so far."""

    @Rule(
        GoalAndBoss(),
        NOT(BossTrulyKnowsGoal()),
        Situation(goal_possibly_out_of_reach=True),
        salience=Caution.stage,
    )
    @concludes(NamingAGoalOutOfReach, rows=["BO-33"])
    def naming_a_goal_out_of_reach_has_a_price(self) -> None:
        """Your goal is probably out of reach with this employer."""

    @Rule(
        GoalAndBoss(),
        NOT(BossTrulyKnowsGoal()),
        Situation(goal_possibly_out_of_reach=True),
        salience=Explanation.stage,
    )
    @concludes(NotAskingHasAPrice, rows=["BO-32"])
    def not_asking_has_a_price_too(self) -> None:
        """Silence about your goal is no safe choice either."""

    @Rule(Situation(move_up_only_from_obligation=True), salience=Caution.stage)
    @concludes(DoNotClimbFromDuty, rows=["BO-37"])
    def climbing_from_obligation_is_questioned(self) -> None:
        """You would move up only because you think you have to."""
