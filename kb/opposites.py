"""Advice that contradicts itself when it is given together; an audit proves that it never is."""

from kb.conclusions.advice.boss import (
    DoNotTellOrRewardThisBoss,
    HoldTheTalkUntilThereIsAGoal,
    KeepRepaying,
)
from kb.conclusions.advice.bounce_back import (
    ActFast,
    AnnouncingWaits,
    DoNotOverreact,
    NoFalseConfession,
    PostMortemWaits,
)
from kb.conclusions.advice.relationships import DoNotLeaveYet, KeepYourRoles
from kb.conclusions.advice.roadblock import (
    AskThePersonWhoDoesIt,
    DoNotJumpToSolutions,
    NothingToFollowUp,
    Persist,
    ReachOutToHelpers,
)
from kb.conclusions.advice.rut import AdvocateOutside, BeTeamMates, HoldTheAsk
from kb.conclusions.paths.boss import (
    DecideWhatYouWant,
    EnlistYourBoss,
    ExplainItInTheirTerms,
    RewardYourBoss,
    TellThemYouHaveWhatYouWant,
    TellYourBoss,
    WorkForSomebodyElse,
)
from kb.conclusions.paths.bounce_back import (
    CalmDown,
    HoldAPostMortem,
    OwnYourPart,
    SeekInput,
    TellYourCoWorkers,
)
from kb.conclusions.paths.relationships import (
    LookForABetterFit,
    ShiftTowardsYourRoles,
    WorthStaying,
)
from kb.conclusions.paths.roadblock import HaveAFollowUp, SolveItTogether
from kb.conclusions.paths.rut import (
    AskForTheExplanation,
    AskRecentlyPromoted,
    FindAllies,
    GetEndorsements,
    MakeTheAsk,
    PivotToBackUps,
    SortNeedsFromWants,
    StartJobSearch,
    TeamUp,
)
from kb.vocabulary import Opposites

LEAVING = (StartJobSearch, WorkForSomebodyElse, LookForABetterFit)
TELLING = (TellYourBoss, ExplainItInTheirTerms, EnlistYourBoss)
ASKING = (MakeTheAsk, PivotToBackUps)
FOLLOWING_UP = (HaveAFollowUp, SolveItTogether, AskForTheExplanation)
TALKING = (
    *TELLING,
    *ASKING,
    *FOLLOWING_UP,
    AskRecentlyPromoted,
    FindAllies,
    TeamUp,
    GetEndorsements,
    HoldAPostMortem,
    SeekInput,
    TellYourCoWorkers,
)

OPPOSITES: tuple[Opposites, ...] = (
    Opposites(
        CalmDown,
        (*TALKING, AdvocateOutside, ReachOutToHelpers, AskThePersonWhoDoesIt),
        "Whoever is not calm talks to nobody yet.",
        ("AC-11", "AC-12"),
    ),
    Opposites(
        DoNotTellOrRewardThisBoss,
        (*TELLING, RewardYourBoss, KeepRepaying, BeTeamMates, SolveItTogether, *ASKING),
        "A boss who does not care is neither told, nor asked, nor rewarded.",
        ("BO-18", "BO-20"),
    ),
    Opposites(
        HoldTheTalkUntilThereIsAGoal,
        TELLING,
        "What is not decided cannot be told.",
        ("BO-26", "BO-28"),
    ),
    Opposites(
        DecideWhatYouWant,
        (*TELLING, TellThemYouHaveWhatYouWant),
        "Deciding comes before telling, and whoever is content has nothing to decide.",
        ("BO-28", "BO-26", "BO-34"),
    ),
    Opposites(
        HoldTheAsk,
        ASKING,
        "An ask that waits is not made.",
        ("RU-46", "RU-47"),
    ),
    Opposites(
        SortNeedsFromWants,
        ASKING,
        "Sorting comes before asking.",
        ("RU-13", "RU-46"),
    ),
    Opposites(
        MakeTheAsk,
        (HaveAFollowUp, SolveItTogether, PivotToBackUps),
        "A request that is out is followed up, not made afresh.",
        ("RU-13", "RB-36", "RB-56", "RU-55"),
    ),
    Opposites(
        DoNotJumpToSolutions,
        (SolveItTogether,),
        "A solution comes after the cause.",
        ("RB-56", "RB-57"),
    ),
    Opposites(
        NothingToFollowUp,
        (HaveAFollowUp, SolveItTogether),
        "Where nobody was asked, there is nothing to follow up.",
        ("RB-61",),
    ),
    Opposites(
        Persist,
        LEAVING,
        "The search for another place goes before persistence.",
        ("RU-25", "BO-18", "RS-70", "RB-59"),
    ),
    Opposites(
        DoNotLeaveYet,
        LEAVING,
        "Whoever is to leave is not told to stay for now.",
        ("RU-25", "BO-18", "RS-65", "RS-70"),
    ),
    Opposites(
        WorthStaying,
        LEAVING,
        "A place is worth staying in, or it is to be left.",
        ("RS-69", "RS-70", "RU-25", "BO-18"),
    ),
    Opposites(
        TellThemYouHaveWhatYouWant,
        (*LEAVING, *TELLING, *ASKING, *FOLLOWING_UP),
        "Whoever has what they want neither leaves, nor names a goal, nor asks, nor waits.",
        ("BO-34", "BO-38"),
    ),
    Opposites(
        KeepYourRoles,
        (ShiftTowardsYourRoles,),
        "Roles that fit are kept; roles that do not are shifted.",
        ("RS-34", "RS-29"),
    ),
    Opposites(
        ActFast,
        (DoNotOverreact,),
        "Speed is for what is serious; what is minor needs proportion.",
        ("AC-03", "AC-10"),
    ),
    Opposites(
        NoFalseConfession,
        (OwnYourPart,),
        "Only a real part is admitted.",
        ("AC-14", "BG-05"),
    ),
    Opposites(
        PostMortemWaits,
        (HoldAPostMortem,),
        "The post-mortem comes after the correction.",
        ("AC-20",),
    ),
    Opposites(
        AnnouncingWaits,
        (TellYourCoWorkers,),
        "Only what is planned can be announced.",
        ("PA-28",),
    ),
)
