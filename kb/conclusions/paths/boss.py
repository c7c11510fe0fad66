"""Your boss and your goal: the paths that open, and their steps in order."""

from kb.vocabulary import OR, Path, Situation, Step


class DecideWhatYouWant(Step):
    """Decide what you want: one goal at work, the one that keeps you dreaming, true for now."""

    rows = ("BO-08", "BO-23", "BO-25")
    settled_by = Situation(knows_top_goal=True)


class LearnWhatYourBossWants(Step):
    """Find out what your boss wants to achieve. You need it to explain your goal."""

    kind = "step order"
    rows = ("BO-13",)
    settled_by = OR(
        Situation(knows_what_boss_wants=True),
        Situation(boss_understands_goal=True),
        Situation(goal_was_framed_around_boss=True),
    )


class TellYourBoss(Step):
    """Tell your boss openly what you want."""

    rows = ("BO-11", "BO-26")
    gate = "once you know your goal"
    settled_by = Situation(boss_knows_top_goal=True)


class ExplainItInTheirTerms(Step):
    """Explain your goal again, this time in terms of what it does for your boss."""

    rows = ("BO-12", "BO-29")


class EnlistYourBoss(Step):
    """Win your boss as a partner in your goal."""

    kind = "strategy"
    rows = ("BO-15",)
    gate = "once your boss knows your goal"
    settled_by = Situation(boss_made_supportive_move=True)


class RewardYourBoss(Step):
    """Answer every supportive move of your boss with results."""

    rows = ("BO-14", "BO-27")
    gate = "once your boss supports you"
    settled_by = Situation(boss_rewarded_with_results=True)


class WorkForSomebodyElse(Step):
    """Look for another boss to work for, and change as quickly as you can. A transfer in the same
    company will do."""

    rows = ("BO-18", "BO-21")


class TellThemYouHaveWhatYouWant(Step):
    """When you are next asked what you want, say honestly that you already have it (as a reader
    does)."""

    rows = ("BO-38",)


GOAL_STEPS = (
    DecideWhatYouWant,
    LearnWhatYourBossWants,
    TellYourBoss,
    ExplainItInTheirTerms,
    EnlistYourBoss,
    RewardYourBoss,
)


class LeaveThisBoss(Path):
    """Your boss does not care what you want. That is no verdict on you; it means finding another
    boss."""

    level = 2
    rows = ("BO-16", "BO-17", "BO-18")
    steps = (WorkForSomebodyElse,)


class GoalUndecided(Path):
    """Before anybody can help you towards your goal, you have to settle on one."""

    level = 8
    rows = ("BO-25",)
    steps = (DecideWhatYouWant,)


class GoalAndBoss(Path):
    """To move up, make sure your boss knows what you want: decide, tell, and repay the support."""

    level = 8
    rows = ("BO-01", "BO-25", "BO-26", "BO-27")
    steps = GOAL_STEPS


class Content(Path):
    """You are fine where you are, as a reader of the article was: you do not have to climb."""

    level = 11
    kind = "stop/exit criterion"
    rows = ("BO-34",)
    steps = (TellThemYouHaveWhatYouWant,)
