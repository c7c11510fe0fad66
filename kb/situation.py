"""Every question in the order it is asked, by topic, and the measures that follow from answers."""

from collections.abc import Mapping

from kb.parameters import FAR_OUTWEIGHS
from kb.questions import change, people, rut, setback, work
from kb.vocabulary import Measure, Outweighs, Question, Tally
from kb.vocabulary.question import Answer

TOPICS: dict[str, tuple[Question, ...]] = {
    "A specific bad event": setback.EVENT,
    "Needs": work.NEEDS,
    "Your boss": work.BOSS,
    "A request to your boss": work.REQUEST,
    "A step taken, and stopped": change.ROADBLOCK,
    "A slow setback": setback.SLOW,
    "Your goal and your boss": work.GOAL,
    "Signs of a rut, and wants": rut.SIGNS,
    "Preparing the ask": rut.ASK,
    "The people you work with": people.RELATIONSHIPS,
    "Being content": people.CONTENT,
}

QUESTIONS: dict[str, Question] = {
    question.id: question for questions in TOPICS.values() for question in questions
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
