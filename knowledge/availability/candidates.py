"""Sites on their way into an answer, and the order they stand in. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from knowledge.availability.catalog import Catalog
from knowledge.availability.freshness import SECONDS_PER_HOUR
from knowledge.availability.judging import STATUS_BY_NUMBER, Judged, SiteFacts, tier_for
from knowledge.availability.opening import Opening, opening
from knowledge.availability.presenting import parts
from knowledge.availability.queries import SIGHTING_WIDTH, Rows, Sighting, SiteColumns
from knowledge.availability.question import Question
from knowledge.availability.records import FRESHNESSES, TIERS, Freshness, Tier
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


def miles_to(site: SiteColumns, question: Question) -> float:
    """How far a site is; 0 for mail order, which is as near everywhere."""
    if site.kind == "mail_order" or site.latitude is None or site.longitude is None:
        return 0.0
    return distance_miles(question.latitude, question.longitude, site.latitude, site.longitude)


def spot_of(site: SiteColumns, question: Question) -> Spot:
    """Where a site is and whether it is open, for this question."""
    return Spot(
        number=site.id,
        facts=SiteFacts(site.kind, frozenset(parts(site.services))),
        closed=site.operating_status == "closed",
        opening=opening(site.hours, site.timezone, site.operating_status, question.at),
        miles=miles_to(site, question),
    )


def candidate(spot: Spot, tier: Tier, question: Question, judged: Judged | None = None) -> Candidate | None:
    """The site with its rank; None where the question's own filters leave it out."""
    if question.open_now and not spot.opening.open_now:
        return None
    if question.in_stock and tier not in HAS_STOCK:
        return None
    if tier == "unlisted" and not spot.opening.soon:
        return None
    return Candidate(Rank(_group(spot, tier), TIERS.index(tier), spot.miles, spot.number), spot, judged)


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


class Clock:
    """For each source, which reports are still fresh or ageing at the moment of the question."""

    def __init__(self, question: Question, catalog: Catalog) -> None:
        self._since = {
            number: (
                question.at_epoch - source.cadence.fresh_hours * SECONDS_PER_HOUR,
                question.at_epoch - source.cadence.ageing_hours * SECONDS_PER_HOUR,
            )
            for number, source in catalog.sources.items()
        }

    def tier(self, sighting: Sighting) -> int:
        """The place of the sighting's tier in `TIERS`."""
        fresh_since, ageing_since = self._since[sighting.source]
        if sighting.as_of >= fresh_since:
            return _TIER_OF[sighting.status, "fresh"]
        return _TIER_OF[sighting.status, "ageing" if sighting.as_of >= ageing_since else "stale"]


_TIER_OF: dict[tuple[int, Freshness], int] = {
    (number, freshness): TIERS.index(tier_for(status, freshness))
    for number, status in enumerate(STATUS_BY_NUMBER)
    for freshness in FRESHNESSES
}


def best_sightings(rows: Rows, clock: Clock, catalog: Catalog) -> list[tuple[int, SiteColumns]]:
    """The best tier seen at each site (its place in `TIERS`), with the site."""
    best: dict[int, tuple[int, tuple[Any, ...]]] = {}
    for row in rows:
        sighting = Sighting._make(row[:SIGHTING_WIDTH])
        if catalog.shows(sighting.source, sighting.generation):
            tier, site = clock.tier(sighting), row[SIGHTING_WIDTH]
            if site not in best or tier < best[site][0]:
                best[site] = (tier, row)
    return [(tier, SiteColumns._make(row[SIGHTING_WIDTH:])) for tier, row in best.values()]


def in_ring(
    seen: Iterable[tuple[int, SiteColumns]],
    question: Question,
    inner: float,
    outer: float,
    *,
    closed: bool = False,
) -> Iterator[Candidate]:
    """The sites seen between two distances, each with the best rank it can have.

    With `closed` only the sites that are closed, otherwise only the others.
    """
    for tier, site in seen:
        if (site.operating_status == "closed") == closed:
            spot = spot_of(site, question)
            if inner < spot.miles <= outer and (found := candidate(spot, TIERS[tier], question)):
                yield found
