"""Topics 1 and 6: a specific bad event, and a setback that crept up."""

from kb.vocabulary import OR, Situation, choice, yes_no

_INCIDENT = Situation(specific_incident=True)
_FIXED = Situation(issue_fixed="yes")
_PASSIVE = OR(
    Situation(had_setback=True, specific_incident=False),
    Situation(barely_visible=True),
    Situation(underestimated=True),
    Situation(others_get_credit=True),
)

EVENT = (
    yes_no(
        "had_setback",
        "Have you had a career setback: a bad event, or a slow one that crept up on you?",
        "nobody",
        rows=("BG-21",),
        lasting=(True,),
    ),
    yes_no(
        "specific_incident",
        "Was there one specific bad event behind it, something you could put a date on?",
        "nobody",
        gate=Situation(had_setback=True),
        rows=("BG-11",),
        lasting=(True,),
    ),
    choice(
        "issue_fixed",
        "Is what went wrong put right: no, partly or yes?",
        ("no", "partly", "yes"),
        gate=_INCIDENT,
        lasting=("partly", "yes"),
    ),
    yes_no(
        "emotions_under_control",
        "Are you calm and thinking clearly?",
        gate=_INCIDENT,
        unwanted=(False,),
    ),
    yes_no(
        "might_explode",
        "Might you explode at a co-worker or at your boss?",
        gate=_INCIDENT,
        unwanted=(True,),
    ),
    yes_no(
        "damage_assessed",
        "Have you worked out how serious it is?",
        gate=_INCIDENT,
        unless=_FIXED,
        lasting=(True,),
    ),
    yes_no(
        "key_customers_affected",
        "Does it affect key customers?",
        "nobody",
        gate=_INCIDENT,
        unless=_FIXED,
    ),
    yes_no(
        "visible_to_key_stakeholders",
        "Can important stakeholders see it?",
        "nobody",
        gate=_INCIDENT,
        unless=_FIXED,
    ),
    yes_no(
        "important_work_derailed",
        "Does it throw important work off course?",
        "nobody",
        gate=_INCIDENT,
        unless=_FIXED,
    ),
    yes_no(
        "own_mistake", "Was part of it your own mistake?", "nobody", gate=_INCIDENT, lasting=(True,)
    ),
    choice(
        "mistake_kind",
        "What kind of mistake: in your performance, in how you tried to influence people, "
        "or in a working relationship?",
        ("performance", "influence", "relationship"),
        "nobody",
        gate=Situation(own_mistake=True),
    ),
    yes_no(
        "admitted_own_part",
        "Have you admitted your part?",
        gate=Situation(specific_incident=True, own_mistake=True),
        lasting=(True,),
    ),
    choice(
        "setback_cause",
        "What caused the setback: an error of yours, something beyond your control, politics, "
        "or trouble in the whole company?",
        ("own_error", "beyond_control", "politics", "company_trouble"),
        "nobody",
        gate=Situation(had_setback=True),
        unless=Situation(own_mistake=True),
    ),
    yes_no(
        "blames_others",
        "Are you spending energy on whose fault it is?",
        gate=_INCIDENT,
        unwanted=(True,),
    ),
    yes_no(
        "post_mortem_done",
        "Have those involved talked through what happened, the reaction and the fix?",
        gate=_FIXED,
        lasting=(True,),
    ),
    yes_no(
        "knows_what_happened_and_why",
        "Do you know what happened and why?",
        gate=_FIXED,
        lasting=(True,),
    ),
    yes_no(
        "prevention_plan_made",
        "Is there a plan to keep it from happening again?",
        gate=Situation(issue_fixed="yes", knows_what_happened_and_why=True),
        lasting=(True,),
    ),
    yes_no("reputation_damaged", "Has your reputation suffered?", "others", gate=_INCIDENT),
)

SLOW = (
    yes_no(
        "barely_visible",
        "Are you hardly visible to the people who matter for your career?",
        gate=Situation(had_setback=True),
        unwanted=(True,),
    ),
    yes_no("underestimated", "Are you underestimated?", "others", gate=Situation(had_setback=True)),
    yes_no(
        "others_get_credit",
        "Do others get the credit for your work?",
        "others",
        gate=Situation(had_setback=True),
    ),
    yes_no(
        "avoids_office_politics",
        "Do you stay out of office politics altogether?",
        gate=_PASSIVE,
        unwanted=(True,),
    ),
    yes_no(
        "accepted_situation",
        "Have you accepted where you stand now?",
        gate=_PASSIVE,
        unwanted=(False,),
    ),
    yes_no(
        "dwells_on_past",
        "Do you spend much time mourning what happened?",
        gate=_PASSIVE,
        unwanted=(True,),
    ),
    yes_no(
        "behaviours_diagnosed",
        "Do you know which of your own behaviours, done or left undone, led here?",
        gate=_PASSIVE,
        lasting=(True,),
    ),
    yes_no(
        "feedback_requested",
        "Have you asked co-workers and key stakeholders for feedback?",
        gate=_PASSIVE,
        lasting=(True,),
    ),
    yes_no(
        "defensive_about_feedback",
        "Do you defend yourself when they answer?",
        gate=Situation(feedback_requested=True),
        unwanted=(True,),
    ),
    yes_no(
        "recovery_plan_made",
        "Do you have a plan built on behaviours you control?",
        gate=_PASSIVE,
        lasting=(True,),
    ),
    yes_no(
        "coworkers_told",
        "Have you told your co-workers that you are changing your style?",
        gate=Situation(recovery_plan_made=True),
        lasting=(True,),
    ),
    yes_no(
        "expects_quick_cure",
        "Do you expect this to be put right quickly?",
        gate=_PASSIVE,
        unwanted=(True,),
    ),
)
