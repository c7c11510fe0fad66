"""Verdicts on an answer that is in doubt, and what hangs on a question that is open."""

from engine.cases import case_of
from engine.own_words import NO_WORDS, OwnWords, Request, Wish
from engine.report.outline import outline
from engine.scenarios import Scenario
from tests.explaining import BY_ID

NEED = OwnWords(needs=(Wish("no night shifts", False),))
MET = {"unmet_needs": 0, "unmet_wants": 2}


def told(answers, words=NO_WORDS):
    """Arrange what a client is told."""
    scenario = Scenario("Fatma", answers, words=words)
    return outline(case_of(scenario, exact=False))


def test_a_verdict_on_an_answer_in_doubt_is_no_statement():
    """Whoever lists an unmet need, and says there is none, is not told that the needs are met."""
    hedged = told({**MET, "wants_better_working_relationships": True}, NEED)
    texts = [entry.text for entry in hedged.verdict]
    assert hedged.contradictions
    assert any(text.startswith("If your answer holds: Your needs are met") for text in texts)
    assert any(text.startswith("You can reshape your job") for text in texts)
    # It is said once, and not again with everything that belongs to the verdict.
    notes = [note for entry in hedged.alongside for note in entry.explanations]
    assert not any("does not fit" in note for note in notes)


def test_a_verdict_on_answers_that_fit_is_stated():
    """Without a doubt, nothing is hedged."""
    firm = told(MET)
    assert not firm.contradictions
    assert any(entry.text.startswith("Your needs are met") for entry in firm.verdict)


def test_a_step_on_an_answer_in_doubt_says_so():
    """The verdict stands on other answers; only the step rests on having no back-ups."""
    words = OwnWords(request=Request(back_ups=("a bonus",)))
    answers = {**MET, "has_boss": True, "has_backup_options": False}
    found = told(answers, words)
    assert not any(entry.text.startswith("If your answer") for entry in found.verdict)
    (step,) = [e for e in found.now if e.text.startswith("Prepare alternatives")]
    assert "This rests on the answer that does not fit, above." in step.explanations
    others = [e for e in found.now if e is not step]
    assert not any("does not fit" in note for e in others for note in e.explanations)


def hanging(*said):
    """Return what is named of advice that hangs on an open question."""
    case = case_of(Scenario("Carla", {"unmet_needs": 1}, frozenset(["job_search_running"])))
    case = case._replace(hanging={"job_search_running": [(BY_ID[id], when) for id, when in said]})
    ((_, named),) = outline(case).left_open
    return named


def test_what_hangs_on_an_open_question_is_no_pair_of_opposites():
    """Put right or not: only the weightier of both verdicts is named, and the rest is counted."""
    named = hanging(
        ("crisis_aftermath", "note"), ("hot_issue", "note"), ("calm_down", "afterwards")
    )
    assert named.startswith(BY_ID["hot_issue"].text()[:-1]) and named.endswith("; and 2 more")
    assert "The issue is put right" not in named


def test_what_there_is_to_do_is_named_before_the_verdict():
    """The steps of that verdict, and not those of another one."""
    named = hanging(
        ("hot_issue", "note"), ("find_pain_points", "now"), ("assess_the_damage", "now")
    )
    assert named == f"{BY_ID['assess_the_damage'].text()[:-1]} (now); and 2 more"
    assert hanging(("find_pain_points", "now")).endswith("(now)")
