"""What an audit might pass over: faults beside other faults, and declarations that hide some."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main, unstuck
from engine.audit.anomalies import LEVELS
from engine.audit.anomalies.findings import audit, witnesses_of
from engine.audit.clients import Client, write_clients
from engine.base import our_base
from engine.cards import InRange, Is, leaves
from engine.complaints import ScenarioError
from engine.consultation import consult_on
from engine.evaluation import evaluate
from engine.inference import inferred
from engine.reading import unreached_of
from engine.unreadable import UnreadableRuleError
from kb.conclusions.findings.roadblock import Silence
from kb.shell import KnowledgeEngine, Rule
from kb.situation import measures
from kb.vocabulary import Finding, Precedence, Situation, concludes
from tests.seeded import added, and_also, changed, copied, rule

OURS = our_base()
SILENCE = "weeks_without_an_answer_are_silence"


class Reached(Finding):
    """Somebody is told this."""


class Forgotten(Finding):
    """This was written for nobody."""


class OneSided(Precedence):
    """A conflict of which the sides were forgotten."""

    conflict = "C-99"
    rows = ("RB-63",)


class OneRule(KnowledgeEngine):
    """It concludes one of the findings above."""

    @Rule(Situation(has_boss=True), salience=Finding.stage)
    @concludes(Reached, rows=["RU-01"])
    def a_boss_is_reached(self):
        """There is a boss."""


def found(base, level="warning"):
    """Return what is found and not waived, by code and subject."""
    return {
        (each.anomaly.code, each.fault.subject): each.fault for each in audit(base, level).standing
    }


def moved(name, question, low):
    """Move the lower bound on a question in a rule."""
    (card,) = (card for card in OURS.cards if card.name == name)
    (old,) = (part for part in leaves(card.when) if getattr(part, "question", "") == question)

    def with_bound(when):
        if when == old:
            return replace(old, low=low)
        parts = getattr(when, "parts", None)
        return when if parts is None else replace(when, parts=tuple(map(with_bound, parts)))

    return changed(name, when=with_bound)(OURS)


def test_a_bound_beside_a_narrower_one_is_idle():
    """One week or more, beside two or more, lies one off and decides nothing."""
    base = changed(SILENCE, when=and_also(InRange("weeks_since_ask", 1, None)))(OURS)
    assert set(found(base)) == {("A04", SILENCE)}


def test_a_condition_that_stands_alone_may_hold_for_everybody():
    """A tally of nothing or more is one, with answers and without."""
    base = changed("doubters_are_avoided", when=InRange("rut_sign_count", 0, None))(OURS)
    assert ("A04", "doubters_are_avoided") in found(base)


def test_from_nothing_on_is_one_off_some():
    """Where some are needed, none or more is found, with somebody who has none."""
    name = "doubters_are_avoided"
    base = moved(name, "draining_people", 0)
    ((key, fault),) = found(base).items()
    assert key == ("A06", name)
    assert fault.witness["draining_people"] == 0
    assert name in {card.name for card in evaluate(base.cards, fault.witness)}
    assert name not in {card.name for card in evaluate(OURS.cards, fault.witness)}


def test_a_redundant_rule_that_stands_there_twice_is_redundant():
    """Both copies say what a wider rule says already, and each copy repeats the other."""
    narrower = and_also(Is("has_boss", (True,)))
    base = OURS
    for name in ("silence_of_a_boss", "a_boss_who_is_silent"):
        base = copied(SILENCE, name, when=narrower)(base)
    base = base.with_cards(replace(card, place=place) for place, card in enumerate(base.cards))
    assert set(found(base)) == {
        ("A02", "a_boss_who_is_silent"),
        ("A03", "a_boss_who_is_silent"),
        ("A03", "silence_of_a_boss"),
    }


def test_a_text_that_no_rule_knows_is_never_said():
    """It is found beside the conclusions that rules reach, though nothing names it."""
    assert OURS.unreached == ()
    left = unreached_of(OneRule)
    assert Forgotten in left and Reached not in left
    base = replace(OURS, unreached=(Forgotten,))
    assert set(found(base)) == {("A07", "forgotten")}


def test_a_question_that_nobody_is_asked_is_without_effect():
    """A file may answer it; an interview never comes to it, nor to what rests on it."""
    id = "preferred_roles"
    nobody = (Is("has_boss", (True,)), Is("has_boss", (False,)))
    gate = and_also(*nobody)(OURS.gates[id][0])
    base = replace(OURS, gates={**OURS.gates, id: (gate, OURS.gates[id][1])})
    faults = found(base)
    assert faults["A12", id].sentence == "no advice depends on its answer in an interview"


def test_whoever_is_declared_untouched_is_told_nothing():
    """A declaration that covers everybody would hide that somebody's advice is lost."""
    base = replace(OURS, untouched=Is("had_setback", (False,)))
    ((key, fault),) = found(base).items()
    assert key == ("A10", "untouched") and fault.witness["had_setback"] is False
    assert consult_on(inferred(base, {**fault.witness, **measures(fault.witness)})).advice


def test_a_conflict_without_its_sides_is_found():
    """It is named as what has no sides, and is no reason to give up."""
    conflict = rule("one_side_is_missing", Is("has_boss", (True,)), (OneSided,), ["RB-63"])
    assert ("A16", "one_sided") in found(added(conflict, conclusions=(OneSided,))(OURS))


def test_the_gravest_comes_first_and_what_is_waived_last():
    """So a reader meets what is to be done at once; the witnesses are numbered as they are told."""
    audited = audit(changed(SILENCE, why="")(OURS))
    levels = [LEVELS.index(each.anomaly.level) for each in audited.standing]
    assert levels == sorted(levels, reverse=True) and len(set(levels)) > 1
    assert audited.findings == (*audited.standing, *audited.waived)
    numbered = [client.name.split()[1] for client in witnesses_of(audited)]
    assert numbered == [f.anomaly.code for f in audited.findings if f.fault.witness is not None]


def test_a_conclusion_is_found_at_its_line():
    """The place of a finding about advice is where its class begins."""
    (fault,) = (f for f in found(replace(OURS, unreached=(Silence,))).values())
    file, line = fault.source.split(":")
    text = (Path(__file__).parent.parent / file).read_text()
    assert text.splitlines()[int(line) - 1].startswith("class Silence")


def test_an_option_of_the_audit_is_refused_before_a_command():
    """It would do nothing there, as the commands have options of their own."""
    ran = CliRunner().invoke(unstuck, ["audit", "--format", "json", "rows"])
    assert ran.exit_code == 2 and "--format goes without a command" in ran.stderr


def test_witnesses_are_written_together_or_not_at_all(tmp_path):
    """Where one name is taken, no file is added, and no option is advised that is not there."""
    one, two = (Client(name, {}, ("this",)) for name in ("001 one", "002 two"))
    write_clients([two], tmp_path)
    with pytest.raises(ScenarioError, match="found a file of this name") as refused:
        write_clients([one, two], tmp_path)
    assert "--force" not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["002-two.toml"]


def test_a_rule_that_cannot_be_read_is_refused_in_a_line(monkeypatch, capsys):
    """Whoever writes rules sees which one is wrong, and no traceback."""

    def refused(**_):
        raise UnreadableRuleError("my_rule: no question is called has_bos")

    monkeypatch.setattr(unstuck, "main", refused)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == "my_rule: no question is called has_bos\n"


def test_a_number_that_falls_to_neither_of_two_ranges_is_found():
    """Silence from three weeks on, and too soon below two: nobody speaks of two weeks."""
    base = moved("weeks_without_an_answer_are_silence", "weeks_since_ask", 3)
    (gap,) = (fault for (code, _), fault in found(base).items() if code == "A18")
    assert gap.witness["weeks_since_ask"] == 2 and "leave a number between" in gap.sentence
