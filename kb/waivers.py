"""What an audit finds and is right all the same, each with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that is no fault: its code and subject, as the audit names them, and why."""

    code: str
    subject: str
    reason: str


_TWO_TALKS = (
    "An overdue promise and a request are two matters: either is talked over now, and neither "
    "waits for the other."
)
_ONE_RECIPE = (
    "The recipe for a rut leads to the request: both have the same steps in the same order, and "
    "each step is told once."
)

WAIVERS: tuple[Waiver, ...] = (
    Waiver(
        "A03",
        "the_damage_is_assessed_first",
        "It gives their own reason to those who said that they have not judged the damage; the "
        "wider rule speaks to those who do not know.",
    ),
    Waiver(
        "A09",
        "leave_this_boss + search_outside",
        "Both mean leaving, with the same urgency (P-06); one search may serve both.",
    ),
    Waiver(
        "A09",
        "goal_undecided + goal_and_boss",
        "Both begin with the same step, to decide, and it is told once (K-20).",
    ),
    Waiver("A09", "awaiting_answer + promise_overdue", _TWO_TALKS),
    Waiver("A09", "cause_understood + promise_overdue", _TWO_TALKS),
    Waiver("A09", "pivot_after_refusal + promise_overdue", _TWO_TALKS),
    Waiver("A09", "negotiation_exhausted + promise_overdue", _TWO_TALKS),
    Waiver("A09", "negotiate_inside + possible_rut", _ONE_RECIPE),
    Waiver("A09", "negotiate_inside + rut", _ONE_RECIPE),
)
