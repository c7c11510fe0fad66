"""The eleven points the articles leave open, each with the reading that was chosen."""

from dataclasses import dataclass

from kb.vocabulary.parameter import Parameter

SIGNS_OF_A_RUT = Parameter(
    "P-01",
    2,
    low=2,
    high=4,
    why="Four signs are named and no number: one is tentative.",
    begins="rut_sign_count",
)
WEEKS_OF_SILENCE = Parameter(
    "P-02",
    2,
    low=1,
    high=6,
    why="The text says weeks, in the plural; its example is six.",
    begins="weeks_since_ask",
)
WANTS_THAT_DOMINATE = Parameter(
    "P-03",
    1,
    low=1,
    high=1,
    why="With no unmet need, one want is what the list is made of.",
    begins="unmet_wants",
)
HIGH_URGENCY = Parameter(
    "P-04",
    2,
    low=2,
    high=3,
    why="Three questions without weights: two of three are high.",
    begins="damage_count",
)
FAR_OUTWEIGHS = Parameter(
    "P-05", 2, low=2, high=10, why="No ratio is given; an even split is not enough."
)
ROLES_TO_PICK = Parameter("P-08", 2, low=2, high=2, why="The text says two.")
UNMET_NEED = 1
"""One unmet need is enough (RU-25, RU-32): stated by the text, so not an open point."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A point of reading that no number can settle, and how it is settled here."""

    id: str
    question: str
    reading: str


READINGS = (
    OpenPoint(
        "P-04",
        "When is an issue minor?",
        "Only when customers, stakeholders and important work are all known not to be affected.",
    ),
    OpenPoint(
        "P-06",
        "How urgent are the ways out?",
        "An unmet need and an uncaring boss share one level of the ladder: now, and neither "
        "means resigning today.",
    ),
    OpenPoint(
        "P-07",
        "When is your own work done?",
        "When you honestly say so; two questions help you to, and no number of months is invented.",
    ),
    OpenPoint("P-09", "What becomes of hedges?", "They are kept in the words of the advice."),
    OpenPoint(
        "P-10",
        "How much does a reader's comment weigh?",
        "Less than the author, and the advice says that it is a comment; only being content may "
        "switch advice off, because the article itself opens with an if.",
    ),
    OpenPoint(
        "P-11",
        "Which step of a procedure is next?",
        "The first one known to be open; later ones that are not settled come afterwards.",
    ),
)

PARAMETERS = (
    SIGNS_OF_A_RUT,
    WEEKS_OF_SILENCE,
    WANTS_THAT_DOMINATE,
    HIGH_URGENCY,
    FAR_OUTWEIGHS,
    ROLES_TO_PICK,
)
