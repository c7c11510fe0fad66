"""What follows from the client's own words, what counts, and how a misfit is told."""

import json
import random
from dataclasses import asdict, replace
from operator import attrgetter

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from cli import unstuck
from engine.cases import case_of
from engine.consultation import consult
from engine.derived import answers_from, counting, following, misfits
from engine.interview import Interview
from engine.journal import Journal
from engine.own_words import NO_WORDS, Gains, OwnWords, Request, Wish
from engine.report import render
from engine.scenario_files import dump, load
from engine.scenarios import Scenario
from kb.derived import DERIVED
from kb.situation import QUESTIONS
from kb.vocabulary import Filled
from tests.own_words import WORDS
from tests.people import anybody, draw, interviewed
from tests.test_journal import TODAY, tell

LACKS, HAS, MAY_LACK = Wish("a", False), Wish("b", True), Wish("c")
READY = Request("raise", "More pay", "To stay", Gains("a", "b", "c", "d"), ("a day off",))
FREE = OwnWords(request=READY, needs=(HAS,), wants=(LACKS,))
"""Somebody with all needs met, a want, and a request that is thought through."""


def test_what_follows_is_declared_of_questions_that_exist() -> None:
    """Each is about one question, in their order, and reads places that a file can hold."""
    asked = [derived.question for derived in DERIVED]
    assert asked == [id for id in QUESTIONS if id in asked]
    for derived in DERIVED:
        source = derived.source
        places = source.places if isinstance(source, Filled) else (source.place,)
        assert all(attrgetter(place)(NO_WORDS) in ("", ()) for place in places)
        assert derived.why.endswith(".")


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (NO_WORDS, {}),
        (OwnWords(goal="to lead", people=()), {}),
        (OwnWords(needs=(LACKS, HAS, LACKS)), {"unmet_needs": 2}),
        (OwnWords(wants=(HAS,)), {"unmet_wants": 0}),
        (OwnWords(needs=(HAS, MAY_LACK)), {}),
        (OwnWords(needs=(LACKS, MAY_LACK)), {"unmet_needs": 1}),
        (OwnWords(request=Request(topic="raise")), {"ask_topic": "raise"}),
        (OwnWords(request=Request(wording="More pay")), {}),
        (OwnWords(request=Request(intent=" ")), {}),
        (OwnWords(request=Request(intent="To stay")), {"knows_intent_to_lead_with": True}),
        (OwnWords(request=Request(gains=Gains("a", "b", "c"))), {}),
        (
            OwnWords(request=Request(gains=Gains("a", "b", "c", "d"))),
            {"can_name_shared_benefit": True},
        ),
        (OwnWords(request=Request(back_ups=("a day off",))), {"has_backup_options": True}),
    ],
)
def test_what_follows(words: OwnWords, answers: dict[str, object]) -> None:
    """Counts, a word, and what is there follow; what is absent or half there proves nothing."""
    assert answers_from(words) == answers


@given(WORDS, st.integers(0, 10**6))
@settings(max_examples=60)
def test_a_count_known_from_below_advises_like_every_count_it_may_be(
    words: OwnWords, seed: int
) -> None:
    """Whichever of the wishes that are left open are met, the client is told the same."""
    given_answers = answers_from(words)
    for id, found in following(words).items():
        if id in given_answers and len(found.possible) > 1:
            person = {key: a for key, a in anybody(seed).items() if key != id}
            told = [consult({**person, id: answer}).advice for answer in found.possible]
            assert all(advice == told[0] for advice in told)


def test_what_follows_counts_where_nothing_is_answered_or_known() -> None:
    """It fills in what is left out or unknown, where the question applies; an answer stays."""
    known, unknown = counting(Scenario("A", {}, frozenset({"unmet_wants"}), words=FREE))
    assert known == answers_from(FREE) and unknown == frozenset()
    lacking = replace(FREE, needs=(LACKS,))
    known, unknown = counting(Scenario("A", {}, frozenset({"ask_topic"}), words=lacking))
    assert known == {"unmet_needs": 1, "unmet_wants": 1} and unknown == {"ask_topic"}
    known, _ = counting(Scenario("A", {"unmet_wants": 0, "ask_topic": "other"}, words=FREE))
    assert known == {"unmet_needs": 0, "unmet_wants": 0, "ask_topic": "other"}


def test_an_answer_that_follows_leads_to_advice_and_is_a_reason() -> None:
    """One need that is not met starts the search, with the count among the facts of the reason."""
    case = case_of(Scenario("A", {}, words=OwnWords(needs=(LACKS, MAY_LACK))))
    first = case.consultation.at("now")[0]
    assert first.id == "start_job_search" and first.because[0].facts == {"unmet_needs": 1}
    (written,) = json.loads(render([case], "json"))["scenarios"]
    assert written["from_your_words"] == {"unmet_needs": 1} and "does_not_fit" not in written


@pytest.mark.parametrize(
    ("answers", "words", "told"),
    [
        ({"unmet_needs": 3}, OwnWords(needs=(LACKS, LACKS, HAS)), "listed, 2 are not met."),
        ({"unmet_needs": 0}, OwnWords(needs=(LACKS, HAS)), "listed, 1 is not met."),
        ({"unmet_needs": 3}, OwnWords(needs=(LACKS, MAY_LACK)), "listed, 1 to 2 are not met."),
        ({"unmet_needs": 0}, OwnWords(needs=(LACKS, MAY_LACK)), "the needs you have listed, 1 to"),
        (
            {"unmet_wants": 2},
            OwnWords(wants=(MAY_LACK,)),
            "listed, at most 1 is not met.",
        ),
        ({"ask_topic": "promotion"}, FREE, "But the topic of your request is raise."),
        ({"has_backup_options": False}, FREE, "have put down what else would do"),
        ({"knows_intent_to_lead_with": False}, FREE, "have said in your own words why"),
        ({"can_name_shared_benefit": False}, FREE, "have named what each of the four would gain"),
    ],
)
def test_a_misfit_is_told_and_the_answer_counts(
    answers: dict[str, object], words: OwnWords, told: str
) -> None:
    """Every form says in plain words what does not fit, and the advice is that of the answer."""
    scenario = Scenario("A", answers, words=words)
    case = case_of(scenario)
    (id,) = answers
    assert counting(scenario)[0][id] == answers[id]
    page = " ".join(render([case], "markdown").split())
    text = " ".join(render([case], "table", 10_000).split())
    (written,) = json.loads(render([case], "json"))["scenarios"]
    (misfit,) = written["does_not_fit"]
    assert (misfit["question"], misfit["answer"]) == (id, answers[id])
    assert misfit["counts"] == "answer" and misfit["follows"] != misfit["answer"]
    for form in (page, text):
        assert "First, please clear this up" in form and misfit["text"] in form
        assert told in form and QUESTIONS[id].prompt.partition(" (")[0] in form
        assert id not in form and "[[" not in form
        assert "The answer counts until you have changed one of the two." in form


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"unmet_needs": 2}, OwnWords(needs=(LACKS, MAY_LACK))),
        ({"unmet_wants": 1, "ask_topic": "raise", "has_backup_options": True}, FREE),
        ({"has_backup_options": False, "unmet_needs": 3}, NO_WORDS),
    ],
)
def test_what_fits_is_no_misfit(answers: dict[str, object], words: OwnWords) -> None:
    """An answer that the words allow is not reported."""
    assert misfits(answers, words) == ()


def test_an_interview_asks_for_nothing_that_follows(tmp_path) -> None:
    """It is not asked and not written; the file gives the advice of the interview."""
    for seed in range(5):
        rng, person = random.Random(seed), interviewed(seed)
        path = tmp_path / f"{seed}.toml"
        words = replace(FREE, needs=(rng.choice((LACKS, HAS, MAY_LACK)),))
        path.write_text(dump(Scenario("A", {}, frozenset({"unmet_wants"}), words=words)))
        journal, follows = Journal.resumed(path, TODAY), answers_from(words)
        interview = Interview(journal.heard, follows)
        while question := interview.next_question():
            assert question.id not in follows
            tell(journal, interview, **{question.id: person.get(question.id)})
            if rng.random() < 0.1:
                changed = rng.choice(list(interview.heard))
                tell(journal, interview, **{changed: draw(QUESTIONS[changed], rng)})
        kept = load(path)
        said = {id for id, answer in interview.heard.items() if answer is not None}
        assert journal.trouble == "" and kept.answers.keys() <= said
        assert "unmet_wants" in said | kept.unknown
        assert case_of(kept).consultation.advice == interview.consult().advice, seed


def test_what_if_takes_along_what_follows(tmp_path) -> None:
    """What follows for a question that another answer opens counts from then on."""
    path = tmp_path / "a.toml"
    words = replace(FREE, needs=(LACKS,))
    path.write_text(dump(Scenario("A", {}, words=words)))
    ran = CliRunner().invoke(
        unstuck, ["explain", str(path), "--what-if", "unmet_needs=0", "--format", "json"]
    )
    after = {row["id"]: row["after"] for row in json.loads(ran.output)["what_if"]["rows"]}
    free = consult(counting(Scenario("A", {}, words=FREE))[0]).advice
    assert after and all(free.get(id) == when for id, when in after.items())


HOSTILE = "\x1b[2J \u202eevil\x9b <b>*x*</b> |"


def test_hostile_words_are_shown_and_never_sent() -> None:
    """No field can steer a terminal or a page, in any form; JSON still holds what was said."""
    words = OwnWords(
        HOSTILE,
        Request("raise", HOSTILE, HOSTILE, Gains(*[HOSTILE] * 4), (HOSTILE,)),
        (),
        (Wish(HOSTILE, False),),
        (Wish(HOSTILE),),
    )
    case = case_of(Scenario(HOSTILE, {}, words=words))
    for form in ("table", "markdown", "json"):
        written = render([case], form)
        assert all(c.isprintable() or c == "\n" for c in written)
        assert form != "markdown" or "<b>" not in written
    (said,) = json.loads(written)["scenarios"]
    assert said["in_your_words"]["request_details"] == {
        **asdict(words.request),
        "back_ups": [HOSTILE],
    }
    assert said["in_your_words"]["needs"] == [{"what": HOSTILE, "met": False}]


def test_needs_and_wants_are_shown_with_what_is_met() -> None:
    """Both readable forms list them, and say which are met."""
    words = OwnWords(needs=(HAS,), wants=(LACKS, MAY_LACK))
    for form in ("table", "markdown"):
        shown = render([case_of(Scenario("A", {}, words=words))], form).replace("\\", "")
        assert "You need: b (met)" in shown
        assert "You want: a (not met); c (not known)" in shown


def test_misfits_are_told_by_the_commands_and_are_no_error(tmp_path) -> None:
    """A table of clients lists the places, `ask --resume` tells the misfit; both end with 0."""
    path, fine = tmp_path / "a.toml", tmp_path / "b.toml"
    path.write_text(dump(Scenario("A", {"unmet_needs": 3}, words=FREE)))
    fine.write_text(dump(Scenario("B", {}, words=FREE)))
    both = CliRunner().invoke(unstuck, ["run", str(path), str(fine)])
    assert both.exit_code == 0
    told = f"{path}: answers.unmet_needs does not fit needs; the answer counts\n"
    assert (
        told in both.stderr and told in CliRunner().invoke(unstuck, ["explain", str(path)]).stderr
    )
    ran = CliRunner().invoke(unstuck, ["ask", "--resume", "--save", str(path)], input="n\nn\nq\n")
    assert ran.exit_code == 0 and "of the needs you have listed" in " ".join(ran.stdout.split())
    assert QUESTIONS["ask_topic"].prompt not in ran.stderr
    assert load(path).answers.keys() == {"unmet_needs", "had_setback"}
