"""Rules for whoever is content: what a reader of the article on your boss and your goal says."""

from kb.conclusions.contradictions import HappyYetNeeds, HappyYetSigns
from kb.conclusions.findings.boss import (
    ClimbsFromDutyAlone,
    GoalMissing,
    Happy,
    SomethingStillWanted,
)
from kb.conclusions.findings.rut import (
    AlreadyAsked,
    AskGranted,
    ExplanationMayBeTheNeed,
    TentativeRut,
)
from kb.conclusions.leaving import LeaveTrack
from kb.conclusions.paths.boss import (
    Content,
    GoalAndBoss,
    TellThemYouHaveWhatYouWant,
)
from kb.shell import KnowledgeEngine
from kb.vocabulary import (
    AND,
    NOT,
    OR,
    AtLeast,
    Diagnosis,
    Path,
    Rule,
    Situation,
    Step,
    concludes,
)


class ContentRules(KnowledgeEngine):
    """What is decided about being happy where one is."""

    @Rule(
        Happy(),
        Situation(move_up_only_from_obligation=True),
        NOT(HappyYetSigns()),
        NOT(HappyYetNeeds()),
        salience=Diagnosis.stage,
    )
    @concludes(ClimbsFromDutyAlone, rows=["BO-34", "BO-37"])
    def a_climb_out_of_duty_is_no_wish_of_the_happy(self) -> None:
        """You are happy where you are, and would climb only because you think you have to."""

    @Rule(
        OR(
            Situation(unmet_wants=AtLeast(1)),
            AND(AlreadyAsked(), NOT(AskGranted())),
            ExplanationMayBeTheNeed(),
        ),
        salience=Diagnosis.stage,
    )
    @concludes(SomethingStillWanted, rows=["BO-38", "RU-21", "RU-24", "RU-59"])
    def an_open_wish_request_or_promise_is_still_wanted(self) -> None:
        """There is something that you want, asked for or were promised, and do not have."""

    @Rule(
        Happy(),
        NOT(TentativeRut()),
        NOT(LeaveTrack()),
        salience=Path.stage,
    )
    @concludes(Content, rows=["BO-34"])
    def who_is_happy_may_stay_as_is(self) -> None:
        """You are happy where you are, in all four respects."""

    @Rule(
        Content(),
        Situation(has_boss=True),
        NOT(GoalAndBoss()),
        NOT(GoalMissing()),
        NOT(SomethingStillWanted()),
        salience=Step.stage,
    )
    @concludes(TellThemYouHaveWhatYouWant, rows=["BO-38"])
    def the_content_say_so(self) -> None:
        """Your boss should know what you want, even when you have it."""
