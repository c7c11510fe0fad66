"""The one rule on what the three reasons to look elsewhere have in common."""

from kb.conclusions.findings.boss import UncaringBoss
from kb.conclusions.findings.relationships import LeaveForCulture
from kb.conclusions.findings.rut import NeedsUnmet
from kb.conclusions.leaving import LeaveTrack
from kb.shell import KnowledgeEngine
from kb.vocabulary import OR, Diagnosis, Rule, concludes


class LeavingRules(KnowledgeEngine):
    """When a default of staying gives way."""

    @Rule(OR(NeedsUnmet(), UncaringBoss(), LeaveForCulture()), salience=Diagnosis.stage)
    @concludes(LeaveTrack, rows=["RU-25", "BO-18", "RS-70"])
    def a_need_a_boss_or_a_culture_can_be_a_reason_to_leave(self) -> None:
        """One of the three reasons to look elsewhere holds for you."""
