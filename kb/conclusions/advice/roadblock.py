"""Roadblock: stances, cautions, reasons, questions and words to say."""

from kb.conclusions.paths.roadblock import (
    AwaitingAnswer,
    CauseUnderstood,
    FocusOutward,
    HaveAFollowUp,
    RevisitYourWhy,
    Roadblock,
)
from kb.vocabulary import Caution, Explanation, Questions, Script, Stance


class UseAnIdleStrength(Stance):
    """Use a strength of yours that lies idle to open new chances."""

    kind = "action"
    rows = ("RB-25",)
    serves = (FocusOutward,)


class ReachOutToHelpers(Stance):
    """Find and contact people who can help you past the obstacle."""

    kind = "action"
    rows = ("RB-26",)
    why = "Others can open what you have no power to open yourself."
    serves = (FocusOutward,)


class AskThePersonWhoDoesIt(Stance):
    """Start with the person you know who already does what you want to do."""

    kind = "action"
    rows = ("RB-26", "RB-32")
    serves = (FocusOutward,)


class CreateAnOpening(Stance):
    """Create occasions in which you can design your work, and build trust that opens a door."""

    kind = "action"
    rows = ("RB-27", "RB-28")
    why = "Where you have no room to shape your work, it has to be made."
    serves = (FocusOutward,)


class AskHowColleaguesWouldGain(Stance):
    """Ask how your colleagues would gain from your change. It is your concern for them that holds
    you back, and no lack of power."""

    rows = ("RB-63",)
    serves = (Roadblock, AwaitingAnswer, CauseUnderstood)


class Persist(Stance):
    """Keep going: let nobody and nothing block what you dream of."""

    kind = "warning"
    rows = ("RB-59",)
    serves = (Roadblock,)


class DoNotJumpToSolutions(Caution):
    """Do not jump to solutions while the cause is unknown."""

    kind = "stop/exit criterion"
    rows = ("RB-57",)
    why = "A solution comes after the cause, and the cause is not known."
    serves = (AwaitingAnswer,)


class SilenceIsNoAnswer(Caution):
    """Do not read the silence as a no, or as proof that your boss does not care."""

    rows = ("RB-62",)
    serves = (AwaitingAnswer,)


class InventingAStory(Caution):
    """Do not trust the explanation you have in mind: being upset produces stories about your
    boss."""

    rows = ("RB-37",)
    serves = (AwaitingAnswer,)


class NothingToFollowUp(Caution):
    """Do not follow up: nobody has been asked so far. A first request is the missing step."""

    kind = "stop/exit criterion"
    rows = ("RB-61",)
    serves = (Roadblock,)


class DoNotStopActing(Caution):
    """Do not stop acting: doing nothing could cost you momentum, confidence and the dream."""

    rows = ("RB-11",)
    serves = (Roadblock,)


class YouAreNotHelpless(Caution):
    """Do not conclude that you are helpless."""

    rows = ("RB-22",)
    why = "There is still a lever: what other people expect of you."
    serves = (FocusOutward,)


class NormalFeelings(Explanation):
    """Being frustrated, disappointed or angry belongs to this situation."""

    rows = ("RB-08",)
    serves = (Roadblock,)


class AFearNotAFinding(Explanation):
    """Being nervous that you harmed your career is a fear; no damage has been established."""

    rows = ("RB-09",)
    serves = (Roadblock,)


class WhyIsTheSource(Explanation):
    """Your why is the inner source of the change. It can be renewed from there."""

    rows = ("RB-13",)
    serves = (RevisitYourWhy,)


class YouDefineTheDream(Explanation):
    """You decide what the dream is, so any job can become it."""

    kind = "strategy"
    rows = ("RB-60",)
    serves = (Roadblock,)


class PossibleCausesOfSilence(Explanation):
    """Your boss may have been busy and forgotten; may have bad news and avoid the talk; or the
    matter may be politically costly. One, several or all of these may be true: keep them open."""

    rows = ("RB-38", "RB-39", "RB-40", "RB-41")
    serves = (HaveAFollowUp,)


class WhyFactsFirst(Explanation):
    """A fact is something that took place and that you saw or heard. Facts make the topic clear,
    persuade more and provoke less."""

    kind = "conversation script"
    rows = ("RB-47", "RB-48")
    serves = (HaveAFollowUp,)


class AskWhyItIsOnHold(Explanation):
    """On hold without a reason is like silence: learn the reason in the talk."""

    kind = "strategy"
    rows = ("RB-64",)
    serves = (HaveAFollowUp,)


class AskForTheCauseOpenly(Explanation):
    """A talk about it has left the cause open, as far as is known: in the next one, ask for it with
    a question that yes or no cannot answer."""

    kind = "conversation script"
    rows = ("RB-43", "RB-54")
    serves = (HaveAFollowUp,)


class FiveQuestionsOnYourWhy(Questions):
    """Answer these in writing:"""

    rows = ("RB-14", "RB-15", "RB-17", "RB-18", "RB-19", "RB-20")
    serves = (RevisitYourWhy,)
    lines = (
        "What set off your wish to change how and why you work?",
        "What do you lose if nothing changes?",
        "What good would the change do to you, to your career, to your family?",
        "Which feeling made you start?",
        "What do you truly want?",
    )


class WhereATriggerMayHide(Explanation):
    """If the trigger is hard to recall: was it a meeting, a talk with your manager, something with
    a client or vendor, a project?"""

    kind = "reflection question"
    rows = ("RB-16",)
    serves = (RevisitYourWhy,)


class SevenOutwardQuestions(Questions):
    """Ask yourself:"""

    rows = ("RB-29", "RB-30", "RB-31", "RB-32", "RB-33", "RB-34", "RB-35")
    serves = (FocusOutward,)
    lines = (
        "How could a strength of yours that lies idle help your team or division reach a goal?",
        "Which idle strength could you start to use for them?",
        "How can a strength of yours serve co-workers so that they revise their picture of you?",
        "Who in your team, company or industry can already do what you want to do?",
        "Whose trust or agreement do you need?",
        "What does that person gain from your change?",
        "How can you prove that you are able to do the work you want?",
    )


class FollowUpTalk(Script):
    """The talk has three parts, in this order:"""

    rows = ("RB-45", "RB-46", "RB-49", "RB-50", "RB-51", "RB-52", "RB-53", "RB-54", "RB-55")
    serves = (HaveAFollowUp,)
    lines = (
        "The facts: what happened, and when. Only what you saw or heard.",
        "Your story about them: why these facts matter to you and how you lived through them. "
        "Say openly that it is a story you are telling yourself.",
        "Your manager's view: an open question. What am I overlooking? How do you see it?",
    )


class FindWhoMustBeWonOver(Explanation):
    """You do not know yet whose trust or agreement you need. A few questions help to find out who
    it is, and what he or she gains."""

    kind = "reflection question"
    rows = ("RB-33", "RB-34")
    serves = (FocusOutward,)


class ShowYouCanDoIt(Stance):
    """Show that you can do the work you want before it is given to you."""

    kind = "reflection question"
    rows = ("RB-35",)
    serves = (FocusOutward,)


class ChangeTheOldPicture(Stance):
    """Serve your co-workers with a strength of yours, so that they come to see you differently."""

    kind = "reflection question"
    rows = ("RB-24", "RB-31")
    serves = (FocusOutward,)
