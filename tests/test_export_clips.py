"""The base for other programs: CLIPS loads what is exported, and concludes the same."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import clips
import pytest

from engine.audit.engines.agree import compare
from engine.audit.engines.people import people
from engine.audit.engines.ways import ways
from engine.base import Base, our_base
from engine.cards import All, AnyOf, Concluded, Given, InRange, Is, Names, NotConcluded, RuleCard
from engine.consultation import consult
from engine.export.clips import answers_fact, as_clips, word
from kb.conclusions.findings.boss import NoBoss
from kb.conclusions.findings.roadblock import OnHold, Silence
from kb.vocabulary import Outweighs, Tally, choice, count, several, yes_no

ROOT = Path(__file__).parent.parent
ANSWERS = {
    "already_asked": True,
    "answer_to_ask": "none_yet",
    "weeks_since_ask": 6,
    "supportive_people": 4,
    "draining_people": 2,
    "feelings": frozenset({"nervous"}),
}


def exported(seed="0"):
    """Return what `unstuck export --to clips` prints, under a hash seed."""
    return subprocess.run(
        [sys.executable, "cli.py", "export", "--to", "clips"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def loaded(text, folder):
    """Load exported text into a fresh CLIPS, as its user would."""
    file = folder / "base.clp"
    file.write_text(text)
    environment = clips.Environment()
    environment.load(str(file))
    environment.reset()
    return environment


def facts(environment, template, slot):
    """Return one slot of all facts of a template."""
    return {str(f[slot]) for f in environment.facts() if f.template.name == template}


def test_stock_clips_runs_what_is_exported(tmp_path):
    """One fact is asserted, the answers; what follows is what a consultation rests on."""
    environment = loaded(exported(), tmp_path)
    environment.assert_string(answers_fact(our_base().questions, ANSWERS))
    environment.run()
    expected = consult(ANSWERS).rules
    assert facts(environment, "fired", "rule") == expected
    assert facts(environment, "conclusion", "id") == {
        conclusion.id()
        for card in our_base().cards
        if card.name in expected
        for conclusion in card.then
    }


def test_the_text_has_the_same_bytes_in_every_run():
    """It depends on the base alone, and not on the order of a hash table."""
    assert exported("1") == exported("2") == as_clips(our_base())


def test_every_rule_goes_by_its_name_and_says_why(tmp_path):
    """The rules are those of the base, and each brings the reason of its card along."""
    environment = loaded(as_clips(our_base()), tmp_path)
    rules = {rule.name: str(rule) for rule in environment.rules()}
    measuring = {f"measure-{id}" for id in our_base().measures}
    assert set(rules) == {card.name for card in our_base().cards} | measuring
    for card in our_base().cards:
        assert f'"{card.why}"' in rules[card.name]
        assert f"(declare (salience {card.stage}))" in rules[card.name]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("none_yet", "none_yet"),
        ("lead-project", "lead-project"),
        ("2 days", '"2 days"'),
        ("7", '"7"'),
        ("?x", '"?x"'),
        ("a;b", '"a;b"'),
        ("unknown", '"unknown"'),
        ('a "b" \\', '"a \\"b\\" \\\\"'),
        ("", '""'),
    ],
)
def test_words_that_clips_would_misread_are_quoted(text, written):
    """A number, a variable, a comment and the mark of no answer are no words; CLIPS reads back."""
    assert word(text) == written
    assert clips.Environment().eval(written) == text


ODD = ("plain", "2 days", "unknown", 'a "b"', "x;y", "?z", "-1")
QUESTIONS = (
    yes_no("sure", "?"),
    yes_no("late", "?"),
    count("friends", "?"),
    count("foes", "?"),
    choice("when", "?", ODD),
    several("which", "?", ODD),
    several("few", "?", ODD, at_most=2),
)


def card(name, when, then, stage=NoBoss.stage):
    """Return a rule with a reason that has to be escaped."""
    return RuleCard(name, f'Some "{name}"\nsay \\so.', when, (then,), (), stage, 0)


def odd_base(*cards):
    """Return a base with odd words and these rules."""
    return Base(
        name="Odd",
        cards=cards,
        conclusions=(NoBoss, OnHold, Silence),
        questions={question.id: question for question in QUESTIONS},
        measures={
            "yeses": Tally("yeses", ("sure", "late")),
            "balance": Outweighs("balance", "friends", "foes", 3),
        },
        gates={question.id: (None, None) for question in QUESTIONS},
        advises=False,
    )


LATER = NoBoss.stage - 1
CLAUSES = {
    **{f"choice_{place}": Is("when", (odd,)) for place, odd in enumerate(ODD)},
    "choices": Is("when", ODD[1:4]),
    **{f"named_{place}": Names("which", odd, True) for place, odd in enumerate(ODD)},
    **{f"lacking_{place}": Names("few", odd, False) for place, odd in enumerate(ODD)},
    "both_of_one_list": All((Names("which", "plain", True), Names("which", "2 days", False))),
    "given": All((Given("few"), Given("when"))),
    "no": Is("sure", (False,)),
    "either": Is("sure", (True, False)),
    "few_friends": InRange("friends", 2, 3),
    "some_foes": InRange("foes", 1, None),
    "one_yes": InRange("yeses", 1, 1),
    "no_yes": InRange("yeses", 0, 0),
    "outweighed": Is("balance", (False,)),
    "outweighing": Is("balance", (True,)),
    "always": All(()),
    "never": AnyOf(()),
    "nested": All(
        (
            AnyOf(
                (Is("sure", (True,)), All((Is("late", (True,)), AnyOf((Given("foes"), All(()))))))
            ),
            AnyOf(
                (InRange("friends", 3, None), InRange("friends", 0, 1), Names("few", "?z", True))
            ),
        )
    ),
}


def test_odd_words_and_every_kind_of_clause_mean_the_same_to_all():
    """Words with blanks and quotes, empty and nested clauses: the engines agree about anybody."""
    early = [card(name, when, OnHold) for name, when in CLAUSES.items()]
    early += [card("finding", Is("sure", (True,)), Silence)]
    later = [
        card("on_it", Concluded(Silence), NoBoss, LATER),
        card("without_it", NotConcluded(Silence), NoBoss, LATER),
        card(
            "mixed", AnyOf((NotConcluded(Silence), Given("late"), Concluded(OnHold))), NoBoss, LATER
        ),
    ]
    base = odd_base(*early, *later)
    found = compare(people(base, 200, seed=1), ways(base))
    assert found.differences == 0
    assert found.fired == {each.name for each in base.cards} - {"never"}


def test_a_rule_with_alternatives_fires_once(tmp_path):
    """Where all alternatives hold, CLIPS fires the rule once, as the other engines do."""
    either = AnyOf((Is("sure", (True,)), Is("late", (True,)), InRange("friends", 0, None)))
    base = replace(odd_base(card("once", All((either, either)), Silence)), measures={})
    environment = loaded(as_clips(base), tmp_path)
    answers = {"sure": True, "late": True, "friends": 3}
    environment.assert_string(answers_fact(base.questions, answers))
    assert environment.run() == 1
