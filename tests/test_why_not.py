"""Why not, as it helps a client: never by going back, and first of all at once."""

from engine.explain.person import Person
from engine.explain.request import Request, explain
from engine.explain.why_not import why_not
from engine.own_words import OwnWords
from engine.own_words import Request as Wording
from engine.report.explained import render
from engine.scenarios import Scenario
from tests.explaining import NEED, flat, written

WANTS = {"unmet_needs": 0, "unmet_wants": 2}
BACK_UPS = OwnWords(request=Wording(topic="raise", intent="I grew", back_ups=("a bonus",)))


def changed(found):
    """Return the answers that are named, set by set."""
    return [{change.question: change.after for change in each} for each in found.changes]


def asked(answers, words, id, unknown=()):
    """Ask why not about a client with their own words; as it is explained, and as it is written."""
    client = Scenario("Gina", answers, frozenset(unknown), words=words)
    explained = explain(client, Request(why_not=(id,)))
    return explained.reasons[0].why_not, flat(render(explained, "table"))


def test_nobody_is_told_to_be_unprepared():
    """To ask is said afterwards while something is not prepared, which is no way to reach it."""
    prepared = {**WANTS, "has_boss": True, "has_backup_options": True}
    found = why_not(Person(prepared), "make_the_ask")
    assert found.then == "now" and found.possible
    for answers in changed(found):
        assert "has_backup_options" not in answers
        assert answers["request_is_specific"] and answers["can_name_shared_benefit"]
    assert "It would be said now, if all of these were so:" in written(
        prepared, why_not=("make_the_ask",)
    )


def test_what_would_only_be_said_afterwards_says_so():
    """To build on what works comes after the first steps, whatever is answered."""
    found = why_not(Person({}), "expand_on_success")
    assert found.then == "afterwards"
    text = flat(written({}, why_not=("expand_on_success",)))
    assert "It would be said afterwards, if" in text
    text = flat(written({}, what_would_change=("expand_on_success",)))
    assert "It would be said afterwards, in this case:" in text


def test_what_is_done_is_never_undone():
    """The search has begun: to begin it is said to others, and stopping is no way to it."""
    found = why_not(Person({**NEED, "job_search_running": True}), "start_job_search")
    assert not found.possible and changed(found) == [{"job_search_running": False}]
    text = flat(written({**NEED, "job_search_running": True}, why_not=("start_job_search",)))
    assert "No change that you could aim for leads to it" in text and "would be said" not in text


def test_what_follows_from_own_words_is_answered():
    """Back-ups that are written down are prepared, also before their question applies."""
    for answers in (WANTS, {"unmet_wants": 2}, NEED):
        found, text = asked(answers, BACK_UPS, "make_the_ask")
        assert found.then == "now"
        assert all("has_backup_options" not in each for each in changed(found))
        assert "Have you prepared back-up options?" not in text
        assert "Can you say in a sentence why you are asking?" not in text


def test_what_a_client_does_not_know_is_not_called_unasked():
    """To answer "don't know" is not the same as not to have been asked."""
    _, text = asked(WANTS, OwnWords(), "make_the_ask", ["request_is_specific"])
    assert "concrete enough to be granted as it stands? yes (now don't know)" in text
    assert "sorted that list into needs and wants? yes (now not answered)" in text


def test_what_follows_counts_after_a_change_too():
    """What was written down is not asked for once a change makes it matter."""
    (found,) = explain(
        Scenario("Gina", {"unmet_needs": 0}, words=BACK_UPS),
        Request(what_would_change=("prepare_back_ups",)),
    ).what_would_change
    assert not found.given and found.turns == ()
