"""Topics 2 to 4: needs, the boss, and a request that is on its way."""

from kb.vocabulary import AtLeast, OneOf, Situation, choice, count, weeks, yes_no

_BOSS = Situation(has_boss=True)
_UNCARING = Situation(boss_is_jerk=True)
_ASKED = Situation(already_asked=True)
_WAITING = Situation(already_asked=True, answer_to_ask=OneOf("none_yet", "on_hold"))
_NO_GOAL = Situation(knows_top_goal=False)
_REFUSED = Situation(already_asked=True, answer_to_ask="no")

NEEDS = (
    count(
        "unmet_needs",
        "How many things must change for you to be able to stay in this job? (0 if none. Examples: "
        "finishing in time to fetch a child; the reason why a promise was not kept.)",
        "your boss",
        rows=("RU-22", "RU-23"),
    ),
    yes_no(
        "job_search_running",
        "Have you already started to look for another job?",
        gate=Situation(unmet_needs=AtLeast(1)),
        lasting=(True,),
    ),
)

BOSS = (
    yes_no("has_boss", "Do you report to a boss or manager?", "nobody"),
    yes_no(
        "boss_is_jerk",
        "Has your boss shown you, in words or deeds, not to care about what you want? "
        "(Not having answered you is not enough for a yes.)",
        "your boss",
        gate=_BOSS,
        rows=("BO-16",),
        called="whether the boss cares",
    ),
    yes_no(
        "boss_promise_overdue_unexplained",
        "Is a promise of your boss overdue, without a word as to why?",
        "your boss",
        gate=_BOSS,
    ),
)

REQUEST = (
    yes_no(
        "already_asked",
        "Have you already made a request to your boss?",
        gate=_BOSS,
        lasting=(True,),
    ),
    choice(
        "answer_to_ask",
        "What was the answer: yes, no, on hold, or none yet?",
        ("yes", "no", "on_hold", "none_yet"),
        "your boss",
        gate=_ASKED,
    ),
    weeks("weeks_since_ask", "How many weeks ago did you ask?", gate=_WAITING),
    yes_no(
        "followed_up",
        "Have you had a follow-up conversation about it?",
        gate=_WAITING,
        lasting=(True,),
    ),
    yes_no(
        "cause_of_inaction_known",
        "Do you know, from your manager, why nothing has happened?",
        gate=_WAITING,
        lasting=(True,),
    ),
    yes_no(
        "backup_options_used_up",
        "Have all your back-up options been turned down, too?",
        gate=_REFUSED,
        lasting=(True,),
    ),
)

GOAL = (
    yes_no("wants_career_to_move_up", "Do you want your career to move up?", rows=("BO-02",)),
    yes_no(
        "move_up_only_from_obligation",
        "Would you move up only because you think you have to?",
        gate=Situation(wants_career_to_move_up=True),
        unwanted=(True,),
    ),
    yes_no(
        "knows_top_goal",
        "Do you know your number one goal at work, the one you dream about, as of today?",
        unless=Situation(wants_career_to_move_up=False),
        rows=("BO-08",),
        lasting=(True,),
    ),
    yes_no(
        "knows_only_what_not_wanted",
        "Do you only know what you do not want?",
        gate=Situation(wants_career_to_move_up=True),
        unless=Situation(knows_top_goal=True),
        lasting=(False,),
    ),
    yes_no(
        "afraid_of_the_what_do_you_want_question",
        'Does the question "what do you want?" frighten you?',
        gate=_NO_GOAL,
        unwanted=(True,),
    ),
    yes_no(
        "boss_knows_top_goal",
        "Does your boss know that goal? (Your targets for the year are not what is meant.)",
        gate=Situation(wants_career_to_move_up=True, has_boss=True, knows_top_goal=True),
        unless=_UNCARING,
        lasting=(True,),
    ),
    yes_no(
        "boss_knows_only_yearly_objectives",
        "Does your boss know only your objectives for the year?",
        gate=Situation(wants_career_to_move_up=True, has_boss=True, knows_top_goal=True),
        unless=_UNCARING,
        unwanted=(True,),
    ),
    yes_no(
        "thinks_goals_not_bosss_business",
        "Do you think that your goals are none of your boss's business, and that your job is to do "
        "as you are told?",
        gate=Situation(wants_career_to_move_up=True, has_boss=True),
        unless=_UNCARING,
        unwanted=(True,),
    ),
    yes_no(
        "knows_what_boss_wants",
        "Do you know what your boss wants to achieve?",
        gate=Situation(wants_career_to_move_up=True, has_boss=True, knows_top_goal=True),
        unless=_UNCARING,
        lasting=(True,),
    ),
    yes_no(
        "goal_was_framed_around_boss",
        "Did you explain your goal in terms of what it does for your boss?",
        gate=Situation(boss_knows_top_goal=True),
        lasting=(True,),
    ),
    yes_no(
        "boss_understands_goal",
        "Does your boss understand the goal?",
        "your boss",
        gate=Situation(boss_knows_top_goal=True),
    ),
    yes_no(
        "boss_made_supportive_move",
        "Has your boss done anything to support your goal?",
        "your boss",
        gate=Situation(boss_knows_top_goal=True),
        lasting=(True,),
    ),
    yes_no(
        "boss_rewarded_with_results",
        "Have you answered that support with results?",
        gate=Situation(boss_made_supportive_move=True),
        lasting=(True,),
    ),
    yes_no(
        "goal_possibly_out_of_reach",
        "Is the goal probably out of reach with this employer?",
        "nobody",
        gate=Situation(wants_career_to_move_up=True, knows_top_goal=True),
    ),
)
