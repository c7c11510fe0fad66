"""Which part of the rules a picture shows: everything, an article, or what leads to one thing."""

from collections.abc import Iterable

from engine.answers import complaint, nearest
from engine.base import Base, Kind
from engine.cards import RuleCard
from engine.complaints import ScenarioError
from engine.report.graph.model import Graph, families, graph_of
from kb.articles import ARTICLES


def everything(base: Base) -> Graph:
    """Return the graph of the whole base, which is for searching and not for one page."""
    return graph_of("All rules", base, base.conclusions, base.cards)


def of_article(base: Base, family: str) -> Graph:
    """Return an article's part: the rules that cite it, its texts, and all that these belong to.

    `family` is the two letters of its rows. A rule that cites two articles is a part of both.
    """
    cards = [card for card in base.cards if any(row[:2] == family for row in card.rows)]
    texts = [c for c in base.automatic if family in families(c, ())]
    served = [each for text in texts for each in text.serves]
    return graph_of(ARTICLES[family], base, (*texts, *served), cards)


def family_of(article: str) -> str:
    """Return the two letters of an article's rows, by its name in any case.

    Raises ScenarioError for a name that is none.
    """
    families = {name.casefold(): family for family, name in ARTICLES.items()}
    family = families.get(article.strip().casefold())
    if family is None:
        near = nearest(article, families)
        allowed = ", ".join(ARTICLES.values())
        hint = ARTICLES[families[near]] if near else ""
        raise ScenarioError([f"--article: {complaint(article, allowed, hint)}"])
    return family


def leading_to(base: Base, name: str) -> Graph | None:
    """Return all that leads to a rule or to a conclusion, by its name; None where there is none.

    That is its rules, the questions and conclusions which they read, and the rules of these in
    turn. What can set the conclusion aside is shown with its rules, and not followed further.
    """
    cards = [card for card in base.cards if name == card.name]
    if cards:
        return graph_of(_title(name), base, (), _ancestry(base, cards))
    told = [conclusion for conclusion in base.conclusions if conclusion.id() == name]
    if not told:
        return None
    aims = (*told, *_followed(base, told[0]))
    causes = [cause for aim in told for cause in base.causes(aim)]
    cards = [card for aim in aims for card in base.concluding.get(aim, ())]
    settling = [card for cause in causes for card in base.concluding[cause]]
    return graph_of(_title(name), base, (*aims, *causes), (*_ancestry(base, cards), *settling))


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _followed(base: Base, conclusion: Kind) -> tuple[Kind, ...]:
    """Return what advice without a rule comes along with, as far as rules decide that."""
    if conclusion in base.concluding:
        return ()
    owners = (*conclusion.serves, *base.paths_with(conclusion))
    return (*owners, *(each for owner in owners for each in _followed(base, owner)))


def _ancestry(base: Base, cards: Iterable[RuleCard]) -> tuple[RuleCard, ...]:
    """Return these rules, the rules of all that they read, and so on."""
    found = dict.fromkeys(cards)
    waiting = list(found)
    while waiting:
        for conclusion in waiting.pop().reads:
            more = [card for card in base.concluding[conclusion] if card not in found]
            found |= dict.fromkeys(more)
            waiting += more
    return tuple(found)
