"""CLIPS through clipspy: what `unstuck export --to clips` prints, and one fact for the answers."""

from collections.abc import Mapping
from typing import Any

from benchmarks.peers import Conclude
from engine.base import Base
from engine.export.clips import constructs
from engine.extras import required
from kb.vocabulary.question import Answer

NAME = "CLIPS"
PACKAGE = "clipspy"
WARM = 100

_LISTING = (
    "(deffunction concluded () (bind ?all (create$))"
    " (do-for-all-facts ((?each conclusion)) TRUE (bind ?all (create$ ?all ?each:id))) ?all)"
)


def build(base: Base) -> Conclude:
    """Load the base.

    The fact is built slot by slot: CLIPS takes longer to read it as text than to run the rules. And
    it is given back, which clipspy means to do and does not: every one would stay for good.
    """
    clips = required("clips", "clipspy", "bench")
    from clips._clips import lib

    environment = clips.Environment()
    for construct in (*constructs(base), _LISTING):
        environment.build(construct)
    template = environment.find_template("answers")
    choices = {id: question.choices for id, question in base.questions.items()}

    def told(id: str, answer: Answer) -> Any:
        match answer:
            case bool():
                return clips.Symbol("yes" if answer else "no")
            case str():
                return clips.Symbol(answer)
            case frozenset():
                return [clips.Symbol(choice) for choice in choices[id] if choice in answer]
            case _:
                return int(answer)

    def conclusions(answers: Mapping[str, Answer]) -> frozenset[str]:
        environment.reset()
        fact = template.assert_fact(**{id: told(id, answer) for id, answer in answers.items()})
        lib.ReleaseFact(fact._fact)
        environment.run()
        return frozenset(map(str, environment.eval("(concluded)")))

    return conclusions
