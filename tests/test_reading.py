"""What `engine.reading` reads, and what it refuses because it could not be read exactly."""

import re

import pytest

from engine.cards import AnyOf, Concluded, InRange, Is, Names, NotConcluded
from engine.reading import cards_of
from engine.unreadable import UnreadableRuleError
from kb.conclusions.findings.boss import NoBoss
from kb.conclusions.findings.roadblock import FollowUpDue, OnHold, Silence
from kb.conclusions.findings.rut import NeedsUnmet
from kb.conclusions.leaving import LeaveTrack
from kb.conclusions.paths.rut import SearchOutside, StartJobSearch, TeamUp
from kb.shell import AND, NOT, OR, KnowledgeEngine, P, Rule, experta
from kb.vocabulary import AtLeast, Includes, OneOf, Situation, concludes


def base_of(*condition, then=Silence, salience=None, name="a_rule"):
    """Make an engine class with a single rule on `condition`."""

    def body(self):
        """Because."""

    body.__name__ = name
    stage = then.stage if salience is None else salience
    rule = Rule(*condition, salience=stage)(concludes(then, rows=["RB-07"])(body))
    return type("Base", (KnowledgeEngine,), {name: rule})


def read(*condition, **more):
    """Return the card of a single rule on `condition`."""
    (card,) = cards_of(base_of(*condition, **more))
    return card


def test_each_kind_of_condition_is_read_as_data():
    """Values, ranges, choices, alternatives and denials become clauses."""
    card = read(
        Situation(already_asked=True, weeks_since_ask=AtLeast(2), feelings=Includes("upset")),
        OR(OnHold(), Situation(answer_to_ask=OneOf("no", "none_yet"))),
        NOT(NoBoss()),
        then=FollowUpDue,
    )
    assert card.when.parts == (
        Is("already_asked", (True,)),
        InRange("weeks_since_ask", 2, None),
        Names("feelings", "upset", True),
        AnyOf((Concluded(OnHold), Is("answer_to_ask", ("no", "none_yet")))),
        NotConcluded(NoBoss),
    )
    assert (card.name, card.why, card.then, card.rows) == (
        "a_rule",
        "Because.",
        (FollowUpDue,),
        ("RB-07",),
    )


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Situation(alredy_asked=True), "did you mean already_asked"),
        (Situation(already_asked=1), "no answer to already_asked"),
        (Situation(unmet_needs=True), "no answer to unmet_needs"),
        (
            Situation(answer_to_ask="maybe"),
            "no answer to answer_to_ask, a choice; allowed: yes, no",
        ),
        (Situation(answer_to_ask=OneOf("no", "noneyet")), "did you mean none_yet"),
        (Situation(feelings=Includes("angri")), "no answer to feelings, .* did you mean angry"),
        (Situation(weeks_since_ask=P(lambda n: n > 2)), "no answer to weeks_since_ask"),
        (Situation(), "asks for nothing"),
        (NOT(Situation(already_asked=True)), "NOT is for one conclusion"),
        (NOT(OnHold(), NoBoss()), "NOT is for one conclusion"),
        (NOT(AND(OnHold(), NoBoss())), "NOT is for one conclusion"),
        (experta.TEST(lambda: True), "cannot be read exactly"),
        (experta.EXISTS(OnHold()), "cannot be read exactly"),
        (NeedsUnmet(unmet=1), "has no fields"),
    ],
)
def test_what_cannot_be_read_exactly_is_refused(condition, words):
    """A misspelt field, a wrong value, a lambda or an unsafe element names itself and its rule."""
    with pytest.raises(UnreadableRuleError, match=words) as caught:
        read(condition, then=FollowUpDue)
    assert re.match(r"tests/\S+\.py:\d+: a_rule: ", str(caught.value))


def test_a_rule_may_not_read_its_own_or_a_later_stage():
    """Within a stage, order would matter; so it is refused."""
    for later in (FollowUpDue, LeaveTrack, SearchOutside, StartJobSearch):
        with pytest.raises(UnreadableRuleError, match="not of an earlier stage"):
            read(later(), then=FollowUpDue)


def test_the_salience_is_the_stage_of_what_is_concluded():
    """No salience as fine tuning."""
    with pytest.raises(UnreadableRuleError, match="not the stage of team_up"):
        read(SearchOutside(), then=TeamUp, salience=199)


def test_a_name_may_not_be_taken():
    """A rule named like another, or like an attribute of the engine, would silently replace it."""
    first, second = base_of(OnHold(), then=FollowUpDue), base_of(Silence(), then=FollowUpDue)
    with pytest.raises(UnreadableRuleError, match="the name is taken"):
        cards_of(type("Both", (first, second), {}))
    with pytest.raises(UnreadableRuleError, match="the name is taken"):
        read(OnHold(), then=FollowUpDue, name="retract")


def test_a_right_side_of_its_own_is_refused():
    """A rule whose body is code cannot be read."""

    class Base(KnowledgeEngine):
        @Rule(OnHold(), salience=FollowUpDue.stage)
        def by_hand(self):
            self.declare(FollowUpDue())

    with pytest.raises(UnreadableRuleError, match="not made by `concludes`"):
        cards_of(Base)


def test_rows_must_exist_and_a_reason_must_be_given():
    """Citing nothing, or a row that does not exist, fails where the rule is written."""

    def reasoned(self):
        """Because."""

    def silent(self):
        pass

    for rows in ([], ["RB-99"]):
        with pytest.raises(ValueError, match="cites rows"):
            concludes(Silence, rows=rows)(reasoned)
    with pytest.raises(ValueError, match="gives no reason"):
        concludes(Silence, rows=["RB-07"])(silent)
