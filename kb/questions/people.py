"""Topics 9 and 10: the people you work with, and whether this is a place to stay."""

from kb.parameters import ROLES_TO_PICK
from kb.vocabulary import OR, AtLeast, Situation, count, several, yes_no

ROLES = (
    "teacher",
    "student",
    "mentor",
    "mentee",
    "leader",
    "adviser",
    "comforter",
    "collaborator",
    "supporter",
)

_WANTED = Situation(wants_better_working_relationships=True)
_UNEASY = OR(_WANTED, Situation(happy_where_they_are=False))
_EXIT_SIGN = OR(
    Situation(few_relationships_to_build_on=True), Situation(devalued_when_using_strengths=True)
)

RELATIONSHIPS = (
    yes_no(
        "wants_better_working_relationships",
        "Would you like to reshape your job through the people you work with?",
    ),
    yes_no(
        "has_relationship_strategy",
        "Is there a relationship strategy in your career plan?",
        gate=_WANTED,
        unwanted=(False,),
    ),
    yes_no(
        "believes_job_fixed_by_description",
        "Do you believe your job is fixed by its description?",
        gate=_WANTED,
        unwanted=(True,),
    ),
    yes_no(
        "owns_job_description",
        "Have you taken ownership of shaping your job?",
        gate=_WANTED,
        lasting=(True,),
    ),
    yes_no(
        "knows_what_to_be_valued_for",
        "Can you say what others should value in you, and how you would like to feel when you "
        "deal with people?",
        gate=_WANTED,
        lasting=(True,),
    ),
    several(
        "preferred_roles",
        f"Which {ROLES_TO_PICK} roles do you enjoy most?",
        ROLES,
        at_most=ROLES_TO_PICK,
        gate=_WANTED,
    ),
    several(
        "main_roles_now", "In which roles do you spend most of your time?", ROLES, gate=_WANTED
    ),
    yes_no("has_clients", "Do you have clients?", "nobody", gate=_WANTED),
    yes_no("has_supporters", "Are there people who support and value you?", "others", gate=_WANTED),
    count(
        "supportive_people",
        "How many people support you?",
        "others",
        gate=_WANTED,
        unless=Situation(has_supporters=False),
    ),
    count(
        "draining_people",
        "How many people drain you, are hostile to you or doubt you?",
        "others",
        gate=_WANTED,
    ),
    yes_no(
        "most_effort_on_difficult_people",
        "Do you put most of your effort into difficult people?",
        gate=OR(_WANTED, Situation(draining_people=AtLeast(1))),
        unwanted=(True,),
    ),
    yes_no(
        "known_for_disliked_skill",
        "Are you known for something you do not enjoy?",
        gate=_WANTED,
        unwanted=(True,),
    ),
    yes_no(
        "asked_to_showcase_disliked_skill",
        "Are you being asked to shine in something you do not enjoy?",
        "others",
        gate=_WANTED,
    ),
    yes_no(
        "fears_saying_no",
        "Does it feel risky to say no to that?",
        gate=Situation(asked_to_showcase_disliked_skill=True),
        unwanted=(True,),
    ),
    yes_no(
        "others_define_brand",
        "Do others decide what you are known for?",
        gate=_WANTED,
        unwanted=(True,),
    ),
)

STAYING = (
    yes_no(
        "happy_where_they_are",
        "Are you happy where you are: the right job, varied days, good people and a company that "
        "looks after you? (Yes only if all four hold.)",
        "nobody",
    ),
    yes_no(
        "few_relationships_to_build_on",
        "Is it hard to find any relationship here to build on?",
        "others",
        gate=_UNEASY,
    ),
    yes_no(
        "devalued_when_using_strengths",
        "Are you put down, or valued less, for using your strengths?",
        "others",
        gate=_UNEASY,
    ),
    yes_no(
        "own_work_exhausted",
        "Have you honestly done all you can to improve your relationships and this job?",
        gate=OR(_WANTED, _EXIT_SIGN),
        lasting=(True,),
    ),
    yes_no(
        "progress_after_own_work",
        "Has that effort brought progress?",
        "others",
        gate=Situation(own_work_exhausted=True),
    ),
)
