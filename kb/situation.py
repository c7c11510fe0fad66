"""Every question in the order it is asked, by topic, and the measures that follow from answers."""

from collections.abc import Mapping

from kb.parameters import FAR_OUTWEIGHS
from kb.questions import change, people, rut, setback, work
from kb.vocabulary import Measure, Outweighs, Question, Tally, Topic
from kb.vocabulary.question import Answer

TOPICS: tuple[Topic, ...] = (
    Topic("What has gone wrong, if anything", "Career bounce back", setback.EVENT),
    Topic("Needs", "Career rut", work.NEEDS),
    Topic("Your boss", "Your boss and your goal", work.BOSS),
    Topic("A request to your boss", "Roadblock", work.REQUEST),
    Topic("A step taken, and stopped", "Roadblock", change.ROADBLOCK),
    Topic("A slow setback", "Career bounce back", setback.SLOW),
    Topic("Your goal and your boss", "Your boss and your goal", work.GOAL),
    Topic("Signs of a rut, and wants", "Career rut", rut.SIGNS),
    Topic("Preparing the ask", "Career rut", rut.ASK),
    Topic("The people you work with", "Relationship strategy", people.RELATIONSHIPS),
    Topic("Staying or leaving", "Relationship strategy", people.STAYING),
)

QUESTIONS: dict[str, Question] = {
    question.id: question for topic in TOPICS for question in topic.questions
}

RUT_SIGNS = (
    "dreads_sunday_evenings",
    "bored_at_work",
    "frustrated_more_easily",
    "work_quality_slipping",
)
DAMAGE_CRITERIA = (
    "key_customers_affected",
    "visible_to_key_stakeholders",
    "important_work_derailed",
)

MEASURES: dict[str, Measure] = {
    measure.id: measure
    for measure in (
        Tally("rut_sign_count", RUT_SIGNS),
        Tally("damage_count", DAMAGE_CRITERIA),
        Outweighs("balance", "supportive_people", "draining_people", FAR_OUTWEIGHS),
    )
}


def measures(answers: Mapping[str, Answer]) -> dict[str, bool | int]:
    """Return the measures that follow from the known answers; a measure of unknowns is left out."""
    values = ((measure.id, measure.value(answers)) for measure in MEASURES.values())
    return {id: value for id, value in values if value is not None}
