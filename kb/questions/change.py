"""Topic 5: a step towards a different job, and what stopped it."""

from kb.vocabulary import Situation, several, yes_no

_JOURNEY = Situation(took_step_to_redefine_job=True)
_BLOCKED = Situation(took_step_to_redefine_job=True, hit_obstacle=True)
_FREE = Situation(took_step_to_redefine_job=True, hit_obstacle=True, has_autonomy=True)

ROADBLOCK = (
    yes_no(
        "took_step_to_redefine_job", "Have you taken a step to reshape your job?", lasting=(True,)
    ),
    yes_no(
        "hit_obstacle", "Did something then stop you?", "nobody", gate=_JOURNEY, lasting=(True,)
    ),
    yes_no(
        "remembers_why",
        "Is it clear to you why you wanted the change?",
        gate=_BLOCKED,
        lasting=(True,),
    ),
    yes_no(
        "duties_prescribed",
        "Are your duties assigned, and must you do them in a prescribed way?",
        "your boss",
        gate=_BLOCKED,
    ),
    yes_no(
        "has_autonomy", "Are you free to change how you do your job?", "your boss", gate=_BLOCKED
    ),
    yes_no(
        "own_expectations_hold_back",
        "Do your own ideas about how to use your time hold you back?",
        gate=_FREE,
        unwanted=(True,),
    ),
    yes_no(
        "fears_encroaching_on_team",
        "Are you afraid of stepping on your team's toes?",
        gate=_FREE,
        unwanted=(True,),
    ),
    several(
        "feelings",
        "Which of these do you feel about it?",
        ("frustrated", "disappointed", "angry", "nervous", "upset"),
        "nobody",
        gate=_BLOCKED,
    ),
    yes_no(
        "tempted_to_give_up", "Are you about to give up on it?", gate=_BLOCKED, unwanted=(True,)
    ),
    yes_no(
        "has_unused_strength",
        "Do you have a strength you do not use at work?",
        gate=_BLOCKED,
        unwanted=(True,),
    ),
    yes_no(
        "seen_in_old_light", "Do co-workers see you in an outdated way?", "others", gate=_BLOCKED
    ),
    yes_no(
        "knows_someone_who_does_it",
        "Do you know someone who already does what you want to do?",
        gate=_BLOCKED,
        lasting=(True,),
    ),
    yes_no(
        "knows_who_must_be_won_over",
        "Do you know whose trust or agreement you need?",
        gate=_BLOCKED,
        lasting=(True,),
    ),
    yes_no(
        "capability_not_yet_visible",
        "Have you yet to show that you can do the work you want?",
        gate=_BLOCKED,
        lasting=(False,),
    ),
)
