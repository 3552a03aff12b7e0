"""Sites on their way into an answer, and the order they stand in. Pure functions."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.availability.judging import Verdict
from knowledge.availability.opening import Opening, opening
from knowledge.availability.question import Question
from knowledge.availability.records import TIERS, Tier
from knowledge.availability.site_book import NearSite, SiteFacts

# The groups of the useful order, best first.
SOON, LATER, UNLISTED, UNLISTED_LATER, OUT, MAIL, CLOSED = range(7)
HAS_STOCK: frozenset[Tier] = frozenset({"in_stock", "ageing", "low"})


class Rank(NamedTuple):
    """A place in the useful order; smaller is better. Sites never tie: the last part is their number."""

    group: int
    tier: int
    miles: float
    site: int


class Spot(NamedTuple):
    """A site as seen from where the person is: how far, and whether it is open."""

    number: int
    facts: SiteFacts
    closed: bool
    opening: Opening
    miles: float


class Candidate(NamedTuple):
    """A site that may stand in the answer."""

    rank: Rank
    spot: Spot
    verdict: Verdict


def spot_of(site: NearSite, question: Question) -> Spot:
    """A site, and whether it is open, for this question."""
    facts = site.facts
    opened = opening(facts.hours, facts.timezone, facts.operating_status, question.at)
    return Spot(site.number, facts, facts.operating_status == "closed", opened, site.miles)


def candidate(spot: Spot, verdict: Verdict, question: Question) -> Candidate | None:
    """The site with its rank; None where the question's own filters leave it out."""
    if not may_stand(spot, verdict.tier, question):
        return None
    rank = Rank(_group(spot, verdict.tier), TIERS.index(verdict.tier), spot.miles, spot.number)
    return Candidate(rank, spot, verdict)


def may_stand(spot: Spot, tier: Tier, question: Question) -> bool:
    """Whether the question's own filters let a site of this tier into the answer."""
    if question.open_now and not spot.opening.open_now:
        return False
    if question.in_stock and tier not in HAS_STOCK:
        return False
    return not (tier == "unlisted" and spot.closed)


def _group(spot: Spot, tier: Tier) -> int:
    if spot.closed:
        return CLOSED
    if spot.facts.kind == "mail_order":
        return MAIL
    if tier == "out":
        return OUT
    if tier == "unlisted":
        return UNLISTED if spot.opening.soon else UNLISTED_LATER
    return SOON if spot.opening.soon else LATER
