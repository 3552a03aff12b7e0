"""Sites on their way into an answer, and the order they stand in. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from knowledge.availability.catalog import Catalog
from knowledge.availability.judging import STATUS_BY_NUMBER, Judged, SiteFacts, tier_for
from knowledge.availability.opening import Opening, opening
from knowledge.availability.presenting import parts
from knowledge.availability.queries import SIGHTING_WIDTH, Sighting, SiteColumns
from knowledge.availability.question import Question
from knowledge.availability.records import TIERS, Tier
from knowledge.places.distance import distance_miles

# The groups of the useful order, best first.
SOON, LATER, UNLISTED, OUT, MAIL, CLOSED = range(6)
HAS_STOCK: frozenset[Tier] = frozenset({"in_stock", "ageing", "low"})


class Rank(NamedTuple):
    """A place in the useful order; smaller is better. Sites never tie: the last part is their number."""

    group: int
    tier: int
    miles: float
    site: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A site as seen from where the person is: how far, and whether it is open."""

    number: int
    facts: SiteFacts
    closed: bool
    opening: Opening
    miles: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site that may stand in the answer. Until `judged`, its rank is the best it can have."""

    rank: Rank
    spot: Spot
    judged: Judged | None = None


def spot_of(site: SiteColumns, question: Question) -> Spot:
    """Where a site is and whether it is open, for this question."""
    miles = 0.0
    if site.kind != "mail_order" and site.latitude is not None and site.longitude is not None:
        miles = distance_miles(question.latitude, question.longitude, site.latitude, site.longitude)
    return Spot(
        number=site.id,
        facts=SiteFacts(site.kind, frozenset(parts(site.services))),
        closed=site.operating_status == "closed",
        opening=opening(site.hours, site.timezone, site.operating_status, question.at),
        miles=miles,
    )


def candidate(spot: Spot, tier: Tier, question: Question, judged: Judged | None = None) -> Candidate | None:
    """The site with its rank; None where the question's own filters leave it out."""
    if question.open_now and not spot.opening.open_now:
        return None
    if question.in_stock and tier not in HAS_STOCK:
        return None
    group = _group(spot, tier)
    if group == UNLISTED and not spot.opening.soon:
        return None
    return Candidate(Rank(group, TIERS.index(tier), spot.miles, spot.number), spot, judged)


def _group(spot: Spot, tier: Tier) -> int:
    if spot.closed:
        return CLOSED
    if spot.facts.kind == "mail_order":
        return MAIL
    if tier == "out":
        return OUT
    if tier == "unlisted":
        return UNLISTED
    return SOON if spot.opening.soon else LATER


def best_seen(
    rows: Sequence[Sequence[Any]],
    question: Question,
    catalog: Catalog,
    inner: float,
    outer: float,
    *,
    closed: bool = False,
) -> list[Candidate]:
    """From sightings between two distances, one candidate for each site, ranked by the best sighting.

    With `closed` only the sites that are closed, otherwise only the others.
    """
    best: dict[int, tuple[int, Sequence[Any]]] = {}
    for row in rows:
        sighting = Sighting._make(row[:SIGHTING_WIDTH])
        if catalog.shows(sighting.source, sighting.generation):
            tier = TIERS.index(_tier_seen(sighting, question, catalog))
            site = row[SIGHTING_WIDTH]
            if site not in best or tier < best[site][0]:
                best[site] = (tier, row)
    found = []
    for tier, row in best.values():
        spot = spot_of(SiteColumns._make(row[SIGHTING_WIDTH:]), question)
        if inner < spot.miles <= outer and spot.closed == closed:
            found.append(candidate(spot, TIERS[tier], question))
    return [each for each in found if each is not None]


def _tier_seen(sighting: Sighting, question: Question, catalog: Catalog) -> Tier:
    cadence = catalog.sources[sighting.source].cadence
    freshness = cadence.freshness(question.at_epoch - sighting.as_of)
    return tier_for(STATUS_BY_NUMBER[sighting.status], freshness)
