"""What a client takes home beside the advice: sheets, the pace of a plan, and what is drawn."""

from kb.conclusions.advice.boss import AlreadyThere, TellingYourBoss
from kb.conclusions.advice.bounce_back import ActFast, NoRace, NoticeToCoWorkers
from kb.conclusions.advice.roadblock import FollowUpTalk
from kb.conclusions.advice.rut import TheAsk
from kb.conclusions.paths.boss import ExplainItInTheirTerms, TellYourBoss, WorkForSomebodyElse
from kb.conclusions.paths.bounce_back import HoldAPostMortem, MinorIssue, PlanPrevention
from kb.conclusions.paths.relationships import ChooseTwoRoles, ShiftTowardsYourRoles
from kb.conclusions.paths.roadblock import HaveAFollowUp, SolveItTogether
from kb.conclusions.paths.rut import (
    AskForTheExplanation,
    MakeTheAsk,
    PivotToBackUps,
    StartJobSearch,
)
from kb.vocabulary.handout import Balance, Blank, Hurry, Overlap, Pace, Part, Sheet, script_sheet

_DAY = Blank("Day")

SHEETS = (
    script_sheet(
        "The follow-up talk",
        FollowUpTalk,
        (
            Blank("What you asked for", "request.wording", room=2),
            Blank("Weeks you had waited when you answered", "weeks_since_ask"),
            Blank("What has happened since, and when", room=3),
        ),
        (
            Blank("Why these facts matter to you", room=3),
            Blank("How you lived through them", room=2),
        ),
        (
            Blank("Your open question", room=2),
            Blank("What you hear", room=3),
        ),
        first=(Blank("With", "boss"), _DAY),
    ),
    script_sheet(
        "Your request",
        TheAsk,
        (Blank("Why you are asking, in one sentence", "request.intent", room=2),),
        (Blank("What you are asking for, exactly", "request.wording", room=2),),
        (
            Blank("What a yes brings to you", "request.gains.you"),
            Blank("What a yes brings to your team", "request.gains.team"),
            Blank("What a yes brings to your manager", "request.gains.manager"),
            Blank("What a yes brings to the organisation", "request.gains.organisation"),
        ),
        (Blank("Your alternatives, the best one first", "request.back_ups", room=3),),
        first=(Blank("With", "boss"), _DAY),
    ),
    script_sheet(
        "Your words for your boss",
        TellingYourBoss,
        (Blank("What your boss wants to achieve", room=2),),
        (
            Blank("What you want most", "goal"),
            Blank("How it helps your boss", "request.gains.manager", room=2),
        ),
        (Blank("Results that your boss would see", room=2),),
        first=(Blank("With", "boss"), _DAY),
    ),
    script_sheet("If you are asked what you want", AlreadyThere, (Blank("In your words", room=2),)),
    script_sheet(
        "A notice to your co-workers",
        NoticeToCoWorkers,
        (Blank("What you are changing", room=2),),
        (Blank("Whom you tell", room=2),),
    ),
    Sheet(
        "The post-mortem",
        (HoldAPostMortem,),
        (
            Part("What happened", (Blank("As all of you see it", room=3),)),
            Part("Why it happened", (Blank("As all of you see it", room=3),)),
            Part("How it was handled", (Blank("What went well, and what did not", room=3),)),
            Part("The repair", (Blank("What was put right, and what is still open", room=3),)),
        ),
        first=(Blank("Who was involved"), _DAY),
    ),
    Sheet(
        "A plan against a repetition",
        (PlanPrevention,),
        (
            Part("A checking routine", (Blank("What, who, and from when", room=2),)),
            Part("Training", (Blank("What, who, and from when", room=2),)),
            Part("Something else", (Blank("What, who, and from when", room=2),)),
        ),
    ),
    Sheet(
        "Your two roles",
        (ChooseTwoRoles, ShiftTowardsYourRoles),
        (
            Part(
                "What fits, and what does not",
                (
                    Blank("The two roles you enjoy most", "preferred_roles"),
                    Blank("The roles that take most of your time now", "main_roles_now"),
                    Blank(
                        "What you enjoy, and where your time does not go yet",
                        "preferred_roles",
                        without="main_roles_now",
                    ),
                ),
            ),
            Part(
                "A small experiment that can be undone",
                (
                    Blank("With whom, and in which role", room=2),
                    Blank("What it brought", room=2),
                ),
            ),
        ),
        opens=ShiftTowardsYourRoles.gate,
    ),
)
"""The scripts filled in, and the pages that belong to steps."""

BOSS = frozenset(
    {
        *("boss", "my boss", "the boss", "manager", "my manager", "the manager"),
        *("line manager", "my line manager", "supervisor", "my supervisor"),
    }
)
"""The roles by which clients name the one they report to."""

TALKS = (
    HaveAFollowUp,
    AskForTheExplanation,
    MakeTheAsk,
    PivotToBackUps,
    TellYourBoss,
    ExplainItInTheirTerms,
    SolveItTogether,
    HoldAPostMortem,
)
"""The steps that are a conversation, so they need a day with somebody else."""

PACES = (
    Hurry(
        ActFast,
        "The article asks you to act fast on what went wrong and names no day, so the first step "
        "stands on the day on which this plan begins, and the next ones follow it.",
    ),
    Hurry(
        MinorIssue,
        "The article asks for a repair as fast as you can, in proportion, and names no day, so the "
        "steps after the first one follow it without a day of their own.",
        days=6,
    ),
    Pace(
        WorkForSomebodyElse,
        "On another boss the article says as quickly as you can, and names no day.",
    ),
    Pace(StartJobSearch, "On the search the article says without delay, and names no day."),
    Pace(NoRace, "The article says that this takes time: there is no race."),
)

ROLES = Overlap(
    "Roles you live, and roles you prefer",
    now="main_roles_now",
    wanted="preferred_roles",
    now_words="most of your time now",
    wanted_words="what you enjoy most",
)

SUPPORT = Balance(
    "What supports you, and what drains you",
    gain="supportive_people",
    loss="draining_people",
    gain_words="people who support you",
    loss_words="people who drain you, are hostile or doubt you",
)
