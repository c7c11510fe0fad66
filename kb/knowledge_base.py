"""The knowledge base: one Experta engine made of the rules of all articles."""

from kb.rules.boss import BossRules
from kb.rules.bounce_back import BounceBackRules
from kb.rules.bounce_back_passive import PassiveBounceBackRules
from kb.rules.bounce_back_steps import BounceBackStepRules
from kb.rules.conflicts import ConflictRules
from kb.rules.conflicts_on_leaving import LeavingConflictRules
from kb.rules.content import ContentRules
from kb.rules.contradictions import ContradictionRules
from kb.rules.leaving import LeavingRules
from kb.rules.relationships import RelationshipRules
from kb.rules.relationships_steps import RelationshipStepRules
from kb.rules.roadblock import RoadblockRules
from kb.rules.roadblock_steps import RoadblockStepRules
from kb.rules.rut import RutRules
from kb.rules.rut_ask import AskRules


class KnowledgeBase(
    ContradictionRules,
    BounceBackRules,
    BounceBackStepRules,
    PassiveBounceBackRules,
    RutRules,
    AskRules,
    BossRules,
    ContentRules,
    RoadblockRules,
    RoadblockStepRules,
    RelationshipRules,
    RelationshipStepRules,
    LeavingRules,
    LeavingConflictRules,
    ConflictRules,
):
    """Every rule there is; plain Experta can run it: reset, declare a `Situation`, run."""
