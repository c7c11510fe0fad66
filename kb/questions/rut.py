"""Topic 8: the signs of a rut, the list of what is missing, and the way to the ask."""

from kb.vocabulary import OR, AtLeast, OneOf, Situation, choice, count, yes_no

_WANTS = Situation(unmet_needs=0, unmet_wants=AtLeast(1))
_NEED = Situation(unmet_needs=AtLeast(1))
_WAITING = Situation(answer_to_ask=OneOf("on_hold", "none_yet"))
_UNCARING = Situation(boss_is_jerk=True)
_NOT_ASKING = OR(Situation(answer_to_ask="no"), _WAITING, _UNCARING)
_BACKUPS = OR(_WANTS, Situation(already_asked=True, answer_to_ask="no"))

SIGNS = (
    yes_no(
        "dreads_sunday_evenings",
        "Do you regularly dread the coming week on Sunday evening? (One bad Sunday is not enough.)",
        "nobody",
        unless=_NEED,
        rows=("RU-02",),
    ),
    yes_no("bored_at_work", "Are you bored at work?", "nobody", unless=_NEED, rows=("RU-03",)),
    yes_no(
        "frustrated_more_easily",
        "Do you lose patience more easily than you used to?",
        "nobody",
        unless=_NEED,
        rows=("RU-04",),
    ),
    yes_no(
        "work_quality_slipping",
        "Is the quality of your work going down?",
        unless=_NEED,
        rows=("RU-05",),
        unwanted=(True,),
    ),
    yes_no(
        "same_people_same_projects",
        "Do you deal with the same people and projects day after day?",
        "your boss",
    ),
    yes_no("tasks_monotonous", "Are your tasks monotonous?", "your boss"),
    yes_no(
        "too_little_say_in_outcomes",
        "Do you have too little say in how your projects turn out?",
        "your boss",
    ),
    yes_no(
        "listed_what_is_missing",
        "Have you written down everything that is missing in your job?",
        lasting=(True,),
    ),
    yes_no(
        "sorted_needs_from_wants",
        "Have you sorted that list into needs and wants?",
        gate=Situation(listed_what_is_missing=True),
        lasting=(True,),
    ),
    count(
        "unmet_wants",
        "How many things would you like to change, but could live without? (0 if none. "
        "Examples: more pay; leading a project.)",
        "your boss",
        rows=("RU-21",),
    ),
)

ASK = (
    choice(
        "ask_topic",
        "What do you want to ask for, or what have you asked for?",
        (
            "promotion",
            "raise",
            "flexibility",
            "remote_day",
            "responsibility",
            "lead_project",
            "explanation",
            "other",
        ),
        gate=OR(_WANTS, Situation(already_asked=True)),
        unless=_UNCARING,
    ),
    yes_no(
        "gathered_information",
        "Have you gathered the information you need for the talk?",
        gate=_WANTS,
        unless=_NOT_ASKING,
        lasting=(True,),
    ),
    yes_no(
        "spoke_to_recently_promoted",
        "Have you asked recently promoted colleagues what pay range to expect?",
        gate=OR(
            Situation(unmet_needs=0, unmet_wants=AtLeast(1), ask_topic="promotion"),
            Situation(unmet_needs=0, unmet_wants=AtLeast(1), ask_topic="raise"),
        ),
        unless=_NOT_ASKING,
        lasting=(True,),
    ),
    yes_no(
        "shares_wish_with_colleagues",
        "Are there colleagues who want the same thing?",
        "nobody",
        gate=_WANTS,
        unless=_NOT_ASKING,
    ),
    yes_no(
        "allies_teamed_up",
        "Have you agreed with them to ask together?",
        gate=Situation(shares_wish_with_colleagues=True),
        unless=_NOT_ASKING,
        lasting=(True,),
    ),
    yes_no(
        "endorsements_obtained",
        "Has somebody vouched for you, with a recommendation or a good word?",
        gate=_WANTS,
        unless=_NOT_ASKING,
        lasting=(True,),
    ),
    yes_no(
        "knows_influence_map",
        "Do you know who holds influence at your workplace?",
        gate=_BACKUPS,
        unless=OR(_WAITING, _UNCARING),
        lasting=(True,),
    ),
    yes_no(
        "knows_intent_to_lead_with",
        "Can you say in a sentence why you are asking?",
        gate=_WANTS,
        unless=_NOT_ASKING,
        lasting=(True,),
    ),
    yes_no(
        "request_is_specific",
        "Is your request concrete enough to be granted as it stands?",
        gate=_WANTS,
        unless=_NOT_ASKING,
        lasting=(True,),
    ),
    yes_no(
        "can_name_shared_benefit",
        "Can you name the benefit for you, your team, your manager and the organisation?",
        gate=_WANTS,
        unless=_NOT_ASKING,
        lasting=(True,),
    ),
    yes_no(
        "has_backup_options",
        "Have you prepared back-up options?",
        gate=_BACKUPS,
        unless=_UNCARING,
        lasting=(True,),
    ),
)
