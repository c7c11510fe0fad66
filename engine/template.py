"""The scenario file to fill in: what may be said in own words, and every question, as comments."""

import textwrap

from engine.answers import UNKNOWN, allowed_in_file
from engine.own_words.text import INFLUENCE, STANCE, TOPIC, TRUST
from kb import scope
from kb.situation import TOPICS
from kb.vocabulary import Question

_WIDTH = 80


def _words(question: Question) -> str:
    return ", ".join(f'"{word}"' for word in question.choices)


_HEADING = f"""\
# A client, for unstuck. Take away the "# " in front of a question and write
# the answer behind the "=". "{UNKNOWN}" means that the client does not know;
# what does not apply is left as it is. A few answers are enough to begin with:
# "unstuck run" tells which question would help next.
"""
_ABOUT = """
# name = "..."     # without one, the name of the file
# date = 2026-01-31
# goal = "..."
# notes = "..."  # the coach's own, in no report
"""
_WORDS = f"""
# -- In your own words

# For the report. Take away the "# " of a whole block, that of its first line in
# brackets, too. What follows from it need not be answered below: how many needs
# and wants are not met, what the request is about, and that its intent, its
# gains for all four and its back-ups are known.

# [request]
# topic = "{UNKNOWN}"      # what it is about: one of the choices of {TOPIC.id}
# wording = ""           # what you ask for, word for word
# intent = ""            # why, in one sentence
# back_ups = []          # what else would do, best first: ["...", "..."]

# [request.gains]        # what a yes would bring, and to whom
# you = ""
# team = ""
# manager = ""
# organisation = ""

# [[people]]             # once for each person that matters
# name = ""
# role = ""
# influence = "{UNKNOWN}"  # {INFLUENCE[0]} (little), 2 or {INFLUENCE[-1]} (much)
# stance = "{UNKNOWN}"     # to what you want: {_words(STANCE)}
# trust = "{UNKNOWN}"      # between you: {_words(TRUST)}
# influences = []        # the names of others here whom they sway

# [[needs]]              # once for each thing you cannot stay without
# what = ""
# met = "{UNKNOWN}"        # true or false

# [[wants]]              # once for each thing you would only like
# what = ""
# met = "{UNKNOWN}"        # true or false

[answers]
"""


def template() -> str:
    """Return a scenario file in which every question waits as a comment."""
    articles = dict.fromkeys(topic.article for topic in TOPICS)
    return _HEADING + _scope() + _ABOUT + _WORDS + "".join(map(_article, articles))


def _scope() -> str:
    """Return the question that comes before all others, in the words of the interview."""
    rows = [
        "The five articles behind this cannot help with",
        *(f"  - {beyond.trouble}" for beyond in scope.BEYOND),
        *textwrap.wrap(scope.QUESTION, _WIDTH - len("# ")),
        "Allowed: true (y) or false. With true, the report tells where help is found.",
        "beyond_the_articles = false",
    ]
    return "\n# -- First of all\n\n" + "".join(f"# {row}\n" for row in rows)


def _article(article: str) -> str:
    """Return the part of the template on one article, topic by topic."""
    topics = (
        f"# -- {topic.name}\n\n" + "".join(map(_as_comment, topic.questions))
        for topic in TOPICS
        if topic.article == article
    )
    return f"\n# ---- {article} ----\n\n" + "".join(topics)


def _as_comment(question: Question) -> str:
    """Return a question of the template: its words, the allowed answers, and the line to fill."""
    words = (question.prompt, f"Allowed: {allowed_in_file(question)}")
    rows = [row for text in words for row in textwrap.wrap(text, _WIDTH - len("# "))]
    return "".join(f"# {row}\n" for row in (*rows, f'{question.id} = "{UNKNOWN}"')) + "\n"
