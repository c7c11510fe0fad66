"""Drools: the rules in its executable model, which its own compiler makes of rule files, too.

The Java archive in the package `drools_jpy` has the engine and the executable model, and no
compiler for rule files; so the model is written from the cards, in Java, and compiled by `javac`.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.infix import infix
from benchmarks.language import Language
from benchmarks.peers import Conclude
from engine.audit.engines.people import facts_of
from engine.base import Base
from engine.cards import (
    All,
    AnyOf,
    Clause,
    Concluded,
    NotConcluded,
    RuleCard,
    conclusions_in,
)
from engine.complaints import ScenarioError
from engine.extras import required
from kb.vocabulary import Tally
from kb.vocabulary.question import Answer

NAME = "Drools"
PACKAGE = "drools_jpy"
WARM = 20_000

_JAVA = """\
import java.util.*;
import org.drools.model.*;
import org.drools.model.Index.ConstraintType;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import static org.drools.model.DSL.*;
import static org.drools.model.PatternDSL.*;

public class Rules {{
  public static class Answers {{
    public final LinkedHashSet<String> concluded = new LinkedHashSet<>();
{fields}
    void set(String id, String value) {{
      switch (id) {{
{setting}
      }}
    }}
  }}

  public static class Conclusion {{
    public final String id;
    public Conclusion(String id) {{ this.id = id; }}
  }}

  private static final KieBase BASE = base();

  static void conclude(Drools drools, Answers answers, String id) {{
    if (answers.concluded.add(id)) drools.insert(new Conclusion(id));
  }}

  static PatternDef<Conclusion> concluded(String id) {{
    return pattern(declarationOf(Conclusion.class)).expr("id " + id, c -> c.id.equals(id),
      alphaIndexedBy(String.class, ConstraintType.EQUAL, 0, c -> c.id, id));
  }}

{rules}

  static KieBase base() {{
    ModelImpl model = new ModelImpl();
{adding}
    return KieBaseBuilder.createKieBaseFromModel(model);
  }}

  public static String conclusions(String told) {{
    Answers answers = new Answers();
    for (String line : told.isEmpty() ? new String[0] : told.split("\\n")) {{
      int end = line.indexOf('=');
      answers.set(line.substring(0, end), line.substring(end + 1));
    }}
    KieSession session = BASE.newKieSession();
    session.insert(answers);
    session.fireAllRules();
    session.dispose();
    return String.join("\\n", answers.concluded);
  }}
}}
"""
_TYPES = {
    "yes/no": ("Boolean", "Boolean.valueOf(value)"),
    "choice": ("String", "value"),
    "list": ("Set<String>", 'Set.of(value.isEmpty() ? new String[0] : value.split("\\t"))'),
}
_NUMBER = ("Integer", "Integer.valueOf(value)")


def build(base: Base) -> Conclude:
    """Compile the rules of a base; a process can hold those of one base only.

    Raises ScenarioError where `drools_jpy` or the compiler of a Java development kit is missing.
    """
    drools = required("drools", "drools_jpy", "bench")
    jpyutil = required("jpyutil", "drools_jpy", "bench")
    javac = shutil.which("javac")
    if javac is None:
        raise ScenarioError(["javac is missing; install a Java development kit"])
    (archive,) = (Path(drools.__file__).parent / "jars").glob("*.jar")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "Rules.java")
        source.write_text(java(base), encoding="utf-8")
        words = [javac, "-nowarn", "-cp", str(archive), "-d", folder, str(source)]
        subprocess.run(words, check=True)
        home = str(Path(javac).resolve().parent.parent)
        jpyutil.init_jvm(home, jvm_maxmem="1G", jvm_classpath=[str(archive), folder])
        import jpy

        rules = jpy.get_type("Rules")
        rules.conclusions("")  # every class is loaded while the folder is there

    def conclusions(answers: Mapping[str, Answer]) -> frozenset[str]:
        told = "\n".join(f"{id}={_told(a)}" for id, a in facts_of(base, answers).items())
        return frozenset(rules.conclusions(told).split())

    return conclusions


def java(base: Base) -> str:
    """Return the class that holds a base."""
    types = {
        **{question.id: _TYPES.get(question.kind, _NUMBER) for question in base.questions.values()},
        **{
            measure.id: _NUMBER if isinstance(measure, Tally) else _TYPES["yes/no"]
            for measure in base.measures.values()
        },
    }
    return _JAVA.format(
        fields="\n".join(f"    public {name} {id};" for id, (name, _) in types.items()),
        setting="\n".join(
            f"        case {_text(id)}: {id} = {value}; break;" for id, (_, value) in types.items()
        ),
        rules="\n".join(_rule(card) for card in base.cards),
        adding="\n".join(f"    model.addRule({_class(card)}.made());" for card in base.cards),
    )


def _told(answer: Any) -> str:
    if isinstance(answer, bool):
        return "true" if answer else "false"
    return "\t".join(answer) if isinstance(answer, frozenset) else str(answer)


def _class(card: RuleCard) -> str:
    # A class a rule: Java allows no class with so many conditions.
    return f"Rule_{card.name}"


def _rule(card: RuleCard) -> str:
    parts = card.when.parts if isinstance(card.when, All) else (card.when,)
    asking = "".join(_constraint(part) for part in parts if not conclusions_in(part))
    items = [f"pattern(a){asking}", *(_item(part) for part in parts if conclusions_in(part))]
    then = " ".join(f"conclude(drools, x, {_text(c.id())});" for c in card.then)
    items.append(f"on(a).execute((drools, x) -> {{ {then} }})")
    return (
        f"  static class {_class(card)} {{ static Rule made() {{\n"
        "    Variable<Answers> a = declarationOf(Answers.class);\n"
        f"    return rule({_text(card.name)})"
        f".attribute(Rule.Attribute.SALIENCE, {card.stage}).build(\n      "
        + ",\n      ".join(items)
        + ");\n  }}"
    )


def _constraint(clause: Clause) -> str:
    """Write what a clause asks of the answers; the same condition has the same name everywhere."""
    text = _JAVA_TEXT.write(clause)
    return f".expr({_text(text)}, x -> {text})"


def _item(clause: Clause) -> str:
    """Write a clause that speaks of conclusions as an element of a rule."""
    match clause:
        case Concluded(conclusion):
            return f"concluded({_text(conclusion.id())})"
        case NotConcluded(conclusion):
            return f"not(concluded({_text(conclusion.id())}))"
        case All(parts):
            return f"and({', '.join(map(_item, parts))})"
        case AnyOf(parts):
            return f"or({', '.join(map(_item, parts))})"
        case _:
            return f"pattern(declarationOf(Answers.class)){_constraint(clause)}"


def _in_range(id: str, low: int, high: int | None) -> str:
    limit = "" if high is None else f" && x.{id} <= {high}"
    return f"(x.{id} != null && x.{id} >= {low}{limit})"


def _value(value: bool | int | str) -> str:
    match value:
        case bool():
            return "Boolean.TRUE" if value else "Boolean.FALSE"
        case int():
            return f"Integer.valueOf({value})"
        case str():
            return _text(value)


def _text(text: str) -> str:
    return json.dumps(text)  # what is written so in JSON is written so in Java


_LOGIC = infix("!", "&&", "||", "true", "false")
_JAVA_TEXT = Language(
    _LOGIC,
    one_of=lambda id, values: _LOGIC.some(f"{_value(value)}.equals(x.{id})" for value in values),
    in_range=_in_range,
    names=lambda id, choice, present: (
        f"(x.{id} != null && {'' if present else '!'}x.{id}.contains({_text(choice)}))"
    ),
    given=lambda id: f"x.{id} != null",
    concluded=lambda conclusion: f"x.concluded.contains({_text(conclusion.id())})",
)
