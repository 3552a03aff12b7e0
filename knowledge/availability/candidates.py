"""Sites on their way into an answer, and the order they stand in. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from knowledge.availability.catalog import Catalog
from knowledge.availability.cells import distances_miles
from knowledge.availability.freshness import SECONDS_PER_HOUR
from knowledge.availability.judging import STATUS_BY_NUMBER, Judged, SiteFacts, tier_for
from knowledge.availability.opening import Opening, opening
from knowledge.availability.queries import SIGHTING_WIDTH, Rows, SiteColumns
from knowledge.availability.question import Question
from knowledge.availability.records import FRESHNESSES, TIERS, Freshness, Tier
from knowledge.places.distance import distance_miles

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
    """A site that may stand in the answer. Until `judged`, its rank is the best it can have."""

    rank: Rank
    spot: Spot
    judged: Judged | None = None


def miles_to(site: SiteColumns, question: Question) -> float:
    """How far a site is; 0 for mail order, which is as near everywhere."""
    if site.kind == "mail_order" or site.latitude is None or site.longitude is None:
        return 0.0
    return distance_miles(question.latitude, question.longitude, site.latitude, site.longitude)


def nearest_first(
    points: Sequence[tuple[Any, ...]], latitude: float, longitude: float, inner: float, outer: float
) -> list[int]:
    """The numbers of the points (…, number, latitude, longitude) between two distances, nearest first."""
    if not points:
        return []
    numbers, latitudes, longitudes = (np.array(column) for column in list(zip(*points, strict=True))[-3:])
    away = distances_miles(latitude, longitude, latitudes, longitudes)
    inside = (away > inner) & (away <= outer)
    order = np.lexsort((numbers[inside], away[inside]))
    found: list[int] = numbers[inside][order].tolist()
    return found


def in_batches(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """The numbers, so many at a time."""
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


def spot_of(site: SiteColumns, miles: float, question: Question) -> Spot:
    """A site so far away, and whether it is open, for this question."""
    opened = opening(site.hours, site.timezone, site.operating_status, question.at)
    closed = site.operating_status == "closed"
    return Spot(site.id, SiteFacts(site.kind, site.services), closed, opened, miles)


def candidate(spot: Spot, tier: Tier, question: Question, judged: Judged | None = None) -> Candidate | None:
    """The site with its rank; None where the question's own filters leave it out."""
    if question.open_now and not spot.opening.open_now:
        return None
    if question.in_stock and tier not in HAS_STOCK:
        return None
    if tier == "unlisted" and spot.closed:
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
        return UNLISTED if spot.opening.soon else UNLISTED_LATER
    return SOON if spot.opening.soon else LATER


class Clock:
    """For each source, which reports are still fresh or ageing at the moment of the question."""

    def __init__(self, question: Question, catalog: Catalog) -> None:
        self.catalog = catalog
        self._since = {
            number: (
                question.at_epoch - source.cadence.fresh_hours * SECONDS_PER_HOUR,
                question.at_epoch - source.cadence.ageing_hours * SECONDS_PER_HOUR,
            )
            for number, source in catalog.sources.items()
        }

    def tier(self, source: int, status: int, as_of: int) -> int:
        """The place in `TIERS` of what a row of this status and time says."""
        fresh_since, ageing_since = self._since[source]
        if as_of >= fresh_since:
            return _TIER_OF[status, "fresh"]
        return _TIER_OF[status, "ageing" if as_of >= ageing_since else "stale"]


_TIER_OF: dict[tuple[int, Freshness], int] = {
    (number, freshness): TIERS.index(tier_for(status, freshness))
    for number, status in enumerate(STATUS_BY_NUMBER)
    for freshness in FRESHNESSES
}


# Of one site: the best tier seen (its place in `TIERS`), and a row that holds the site's columns.
Best = dict[int, tuple[int, tuple[Any, ...]]]


def best_rows(rows: Rows, clock: Clock) -> Best:
    """The best tier of the rows about each site."""
    best: Best = {}
    for row in rows:
        status, as_of, source, generation, site = row[: SIGHTING_WIDTH + 1]
        if clock.catalog.shows(source, generation):
            tier = clock.tier(source, status, as_of)
            if site not in best or tier < best[site][0]:
                best[site] = (tier, row)
    return best


def spots_between(best: Best, question: Question, inner: float, outer: float) -> list[tuple[int, Spot]]:
    """The sites between two distances, each with its best tier."""
    found = []
    for tier, row in best.values():
        columns = SiteColumns._make(row[SIGHTING_WIDTH:])
        miles = miles_to(columns, question)
        if inner < miles <= outer:
            found.append((tier, spot_of(columns, miles, question)))
    return found


def in_ring(
    seen: Iterable[tuple[int, Spot]],
    question: Question,
    inner: float,
    outer: float,
    *,
    closed: bool = False,
) -> list[Candidate]:
    """The sites seen between two distances, each with the best rank it can have.

    With `closed` only the sites that are closed, otherwise only the others.
    """
    here = [each for each in seen if inner < each[1].miles <= outer and each[1].closed == closed]
    candidates = (candidate(spot, TIERS[tier], question) for tier, spot in here)
    return [each for each in candidates if each is not None]
