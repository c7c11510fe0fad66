"""Which answers follow beyond doubt from what clients put into words, and why.

What is a judgement is not here: that a request is specific, a goal the number one, a list complete.
"""

from kb.vocabulary import Derived, Filled, Unmet, Word

DERIVED = (
    Derived(
        "unmet_needs",
        Unmet("needs"),
        "What you need and do not have is what must change for you to be able to stay.",
        ("RU-22",),
    ),
    Derived(
        "unmet_wants",
        Unmet("wants"),
        "What you want and do not have is what you would like to change, and could live without.",
        ("RU-21",),
    ),
    Derived(
        "ask_topic",
        Word("request.topic"),
        "What your request is about is what you ask for.",
        ("RU-49", "RU-51"),
    ),
    Derived(
        "knows_intent_to_lead_with",
        Filled(("request.intent",)),
        "You have said in your own words why you are asking.",
        ("RU-48",),
    ),
    Derived(
        "can_name_shared_benefit",
        Filled(
            (
                "request.gains.you",
                "request.gains.team",
                "request.gains.manager",
                "request.gains.organisation",
            )
        ),
        "You have named what each of the four would gain.",
        ("RU-52", "RU-53"),
    ),
    Derived(
        "has_backup_options",
        Filled(("request.back_ups",)),
        "You have put down what else would do, so your request is not the only one.",
        ("RU-54",),
    ),
)
"""In the order of the questions."""
