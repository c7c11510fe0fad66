"""About whom the five articles say nothing, and rightly so."""

from kb.vocabulary import AND, OR, Situation

UNTOUCHED = AND(
    Situation(
        had_setback=False,
        unmet_needs=0,
        dreads_sunday_evenings=False,
        bored_at_work=False,
        frustrated_more_easily=False,
        work_quality_slipping=False,
        wants_better_working_relationships=False,
        few_relationships_to_build_on=False,
        devalued_when_using_strengths=False,
        happy_where_they_are=False,
    ),
    OR(Situation(took_step_to_redefine_job=False), Situation(hit_obstacle=False)),
    OR(
        Situation(has_boss=False),
        Situation(
            boss_is_jerk=False,
            boss_promise_overdue_unexplained=False,
            already_asked=False,
            unmet_wants=0,
            wants_career_to_move_up=False,
        ),
    ),
    OR(
        Situation(wants_career_to_move_up=False),
        Situation(move_up_only_from_obligation=False, knows_top_goal=True),
    ),
)
"""Whoever answered everything and is told nothing: no article speaks of such a working life.

Nothing has gone wrong, nothing needed is missing, no boss has failed them, and what is wished for,
if anything, is clear and for a boss to give who is not there.
"""
