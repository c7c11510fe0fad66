"""Explanations of single people, as the rules would have them."""

import json
import re

import pytest

from engine.explain.disagreements import clashes, disagreements
from engine.explain.person import Person, RequestError
from engine.explain.what_if import what_if
from engine.explain.what_would_change import what_would_change
from engine.explain.why import why
from engine.explain.why_not import why_not
from engine.report.explained import render_clashes
from kb.vocabulary import Contradiction, Precedence
from tests.explaining import BY_ID, NEED, STUCK, UNCARING, flat, whens, written


def test_why_in_short_is_the_reason_and_the_answers():
    """One unmet need, and nothing else, starts the search."""
    text = flat(written(NEED, why=("start_job_search",)))
    assert "Start looking for another job. [start_job_search, now]" in text
    assert "- Why: An unmet need starts the search without delay." in text
    question = "How many things must change for you to be able to stay in this job? 1 (needed)"
    assert question in text
    assert "needs_unmet" not in text and "RU-25" not in text


def test_why_in_full_is_every_link_with_its_rows():
    """From the answer to the finding, to the path, to the step: each rule, row and place."""
    text = flat(written(NEED, why=("start_job_search",), long=True))
    links = (
        "an_unmet_need_means_searching_at_once",
        "an_unmet_need_sets_off_the_search",
        "one_unmet_need_is_enough",
    )
    places = [text.index(f"[{rule}]") for rule in links]
    assert places == sorted(places)
    assert "From: RU-25, Career rut, Step 1 · L29.1" in text


def test_what_no_rule_decides_comes_with_something():
    """No rule concludes that a search is no resignation: it comes with the search."""
    found = why(Person(NEED), "searching_is_not_resigning")
    assert found.chain.links == () and found.chain.why == "Looking elsewhere is not quitting."
    assert [each.id for each in found.chain.comes_with] == ["search_outside"]
    assert [fact.question for fact in found.facts if fact.needed] == ["unmet_needs"]


def test_two_signs_of_three_are_enough_so_none_is_needed():
    """A rut takes two signs; with three, any one may be missing."""
    signs = ("dreads_sunday_evenings", "bored_at_work", "frustrated_more_easily")
    three = dict.fromkeys(signs, True)
    found = why(Person(three), "in_rut")
    assert [fact.needed for fact in found.facts] == [False, False, False]
    two = dict.fromkeys(signs[:2], True)
    assert all(fact.needed for fact in why(Person(two), "in_rut").facts)
    text = flat(written(three, why=("in_rut",)))
    assert "No answer is needed alone" in text


def test_an_answer_that_no_rule_cites_is_named_beside():
    """The plan comes afterwards since calm comes first: what is said of that puts it there, too."""
    answers = {
        "had_setback": True,
        "specific_incident": True,
        "issue_fixed": "yes",
        "emotions_under_control": False,
        "post_mortem_done": True,
        "knows_what_happened_and_why": True,
    }
    found = why(Person(answers), "plan_prevention")
    assert found.chain.when == "afterwards"
    assert [fact.question for fact in found.beside] == ["emotions_under_control"]
    needed = {fact.question: fact.needed for fact in found.facts}
    assert needed["specific_incident"]
    text = flat(written(answers, why=("plan_prevention",)))
    assert "Are you calm and thinking clearly? no (needed)" in text


def test_the_other_question_is_answered_where_it_fits():
    """Why of what is not given becomes why not, and the other way round; both say so."""
    text = flat(written(NEED, why=("leave_this_boss",), why_not=("search_outside",)))
    assert "[leave_this_boss] - This is not said to you. - It would be said" in text
    assert "[search_outside, said] - This is said to you, and here is why." in text


def test_what_gave_way_says_to_whom():
    """Under an uncaring boss, the talk about the goal is held back by the rule that says so."""
    answers = {**UNCARING, "wants_career_to_move_up": True, "knows_top_goal": True}
    found = why_not(Person(answers), "goal_and_boss")
    assert found.advice.when == "not_now"
    assert [setter.id for setter in found.set_aside_by] == ["no_negotiating_with_this_boss"]
    (changes,) = found.changes
    assert [(c.question, c.after) for c in changes] == [("boss_is_jerk", False)]
    assert "This is held back for now." in written(answers, why_not=("goal_and_boss",))


def test_a_step_is_named_for_what_it_brings_about():
    """Starting the search is what settles that it should be started."""
    found = what_would_change(Person(NEED), "start_job_search")
    (move,) = found.turns[0].moves
    assert (move.change.question, move.change.after) == ("job_search_running", True)
    assert move.step == "start_job_search"


def test_what_only_others_can_change_is_said_plainly():
    """A need is the employer's to meet: nothing of one's own ends the search for a better job."""
    assert what_would_change(Person(NEED), "search_outside").turns == ()
    text = flat(written(NEED, what_would_change=("search_outside",)))
    assert "Nothing that you alone can change would take this away" in text


def test_what_if_shows_before_and_after():
    """Without the need there is no search; a client who gives no answer loses it as well."""
    for change in ("unmet_needs=0", "unmet_needs=unknown"):
        rows = {row.id: (row.before, row.after) for row in what_if(Person(NEED), [change]).rows}
        assert rows["search_outside"] == ("note", None)
        assert rows["start_job_search"] == ("now", None)
    text = written(NEED, what_if=("unmet_needs=0",))
    assert "advice" in text and "before" in text and "after" in text
    assert "| advice" in written(NEED, "markdown", what_if=("unmet_needs=0",))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (["unmet_neds=1"], "did you mean unmet_needs?"),
        (["unmet_needs"], "write unmet_needs=ANSWER"),
        (["boss_is_jerk=maybe"], "found 'maybe'"),
        (["has_boss=y", "has_boss=n"], "answered twice"),
    ],
)
def test_a_change_that_cannot_be_read_is_refused(changes, message):
    """With the nearest spelling, or what may be answered."""
    with pytest.raises(RequestError, match=re.escape(message)):
        what_if(Person({}), changes)


def test_advice_of_no_such_name_is_refused_with_the_nearest():
    """For each of the questions that take one."""
    for ask in (why, why_not, what_would_change):
        with pytest.raises(RequestError, match=r"did you mean start_job_search\?"):
            ask(Person({}), "start_job_serch")


def test_both_voices_are_heard_with_their_rows():
    """A need beside a roadblock: the search prevails over pressing on, which gives way."""
    answers = {**NEED, **STUCK, "tempted_to_give_up": True}
    (found,) = [d for d in disagreements(Person(answers)) if d.conflict == "K-01"]
    assert [[q.row for q in voice] for voice in found.voices] == [["RU-25"], ["RB-59", "RB-60"]]
    assert found.prevails == "first"
    assert found.why == (
        "A need is what makes staying justifiable; the specific goes before the general.",
    )
    assert "persist" in {each.id for each in found.set_aside}
    text = flat(written(answers))
    assert "One voice: -" in text and "The first voice prevails here. A need is" in text


def test_without_a_part_in_it_the_admission_does_not_prevail():
    """Whoever made no mistake is not told that the voice for owning it prevails."""
    answers = {"had_setback": True, "specific_incident": True, "own_mistake": False}
    (found,) = [d for d in disagreements(Person(answers)) if d.conflict == "K-22"]
    assert [q.row for q in found.voices[0]] == ["AC-14"] and found.prevails == "second"


def test_every_clash_is_listed_with_answers_that_lead_to_it():
    """Each precedence and contradiction once, with its conditions; its example makes it so."""
    found = clashes()
    clashing = {i for i, c in BY_ID.items() if issubclass(c, Precedence | Contradiction)}
    assert sorted(clash.disagreement.id for clash in found) == sorted(clashing)
    for clash in found:
        assert clash.conditions and clash.disagreement.why
        example = {fact.question: fact.answer for fact in clash.example}
        assert clash.disagreement.id in whens(example), clash.disagreement.id
    text = flat(render_clashes(found, "table"))
    assert "K-32" in text and text.index("K-01") < text.index("K-02") < text.index("K-32")
    assert len(json.loads(render_clashes(found, "json"))["conflicts"]) == len(found)
    assert render_clashes(found, "markdown").startswith("# Where the articles")


def test_what_sets_something_aside_keeps_not_both_voices():
    """Where both voices are kept, nothing gives way."""
    for conclusion in BY_ID.values():
        if issubclass(conclusion, Precedence) and conclusion.prevails == "both":
            assert not conclusion.sets_aside, conclusion.id()


def test_text_and_markdown_say_the_same():
    """Every word of the text stands in the Markdown."""
    answers = {**NEED, **UNCARING, **STUCK}
    marks = str.maketrans(dict.fromkeys("#*-", " "))
    text, markdown = (flat(written(answers, f).translate(marks)) for f in ("table", "markdown"))
    assert text == markdown
