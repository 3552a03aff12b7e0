"""The nearest useful places: rings outward from where the person is, until nothing farther can be better.

Two passes. The first looks only at rows that say 'in stock' or 'low' and are not stale; where these do
not fill the answer, the second looks at every row. A site met in passing can at best have the rank of its
best row; before it enters the answer everything about it is read and judged, and it may sink.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from sqlalchemy import Connection

from knowledge.availability.candidates import (
    HAS_STOCK,
    SOON,
    UNLISTED,
    Candidate,
    Clock,
    Rank,
    Spot,
    best_rows,
    candidate,
    in_batches,
    in_ring,
    miles_to,
    nearest_first,
    spot_of,
    spots_between,
)
from knowledge.availability.catalog import Catalog
from knowledge.availability.cells import NO_PLACE, Ranges
from knowledge.availability.eligibility import may_be_called
from knowledge.availability.freshness import SECONDS_PER_HOUR
from knowledge.availability.judging import STATUS_NUMBERS, judge
from knowledge.availability.presenting import rows_by_number, to_place
from knowledge.availability.queries import sightings, site_columns, site_points, stock_of_sites
from knowledge.availability.question import Question
from knowledge.availability.records import KINDS, TIERS, Kind, PlaceResult, SearchResult

# The contract: start at 25 miles and widen while fewer than three places have fresh or ageing stock.
WIDENING_MILES = (25.0, 50.0, 100.0, 250.0)
ENOUGH_IN_STOCK = 3
# What is read at once, in miles from where the person is: a dense city is answered from its nearest blocks,
# and where there is little, few reads reach far.
READ_MILES = (25.0, 100.0, 250.0, 1000.0, 3000.0)
READ_MILES_WHERE_CROWDED = (1.5, 6.0, *READ_MILES)
# Sites judged at a time; most answers need one batch.
BATCH = 12
EVERY_ROW = (0, 0)
# The ring that only mail order lies in.
NOWHERE = (-1.0, 0.0)
IN_STOCK, LOW, CALL = TIERS.index("in_stock"), TIERS.index("low"), TIERS.index("call")


def search(connection: Connection, question: Question, catalog: Catalog) -> SearchResult:
    """The places of the useful order, from one consistent snapshot."""
    return _Search(connection, question, catalog, Clock(question, catalog)).run()


def rings(radius: float, stops: Sequence[float]) -> Iterator[tuple[float, float]]:
    """(more than, up to) miles of each ring out to `radius`."""
    inner = -1.0
    for outer in [*(miles for miles in stops if miles < radius), radius]:
        yield inner, outer
        inner = outer


@dataclass(slots=True)
class _Search:
    connection: Connection
    question: Question
    catalog: Catalog
    clock: Clock
    # Every site met; those not judged yet wait in a heap, the best possible rank first.
    met: set[int] = field(default_factory=set)
    waiting: list[tuple[Rank, Candidate]] = field(default_factory=list)
    found: list[Candidate] = field(default_factory=list)
    ranges: dict[tuple[float, float], Ranges] = field(default_factory=dict)

    def run(self) -> SearchResult:
        reached = self._with_stock()
        if not self.question.in_stock:
            self._every_row(reached)
            self._unlisted(reached)
        if not self.found:
            self._closed(reached)
        self.found.sort(key=lambda c: c.rank)
        chosen = self.found[: self.question.limit]
        if len(chosen) < self.question.limit:
            chosen += self._mail_order()[: self.question.limit - len(chosen)]
        widened = self.question.radius_miles is None and reached > WIDENING_MILES[0]
        return SearchResult(self._places(chosen), int(reached) if widened else None)

    def _with_stock(self) -> float:
        """First pass: sites that may have stock. Returns how many miles out it had to look."""
        oldest = self.question.at_epoch - self.catalog.longest_ageing_hours * SECONDS_PER_HOUR
        radius = self.question.radius_miles
        outer = 0.0
        for start, end in self._rings(WIDENING_MILES[-1] if radius is None else radius):
            seen = self._seen(start, end, STATUS_NUMBERS["low"], oldest)
            stops = WIDENING_MILES if radius is None else ()
            for inner, outer in rings(end, [miles for miles in stops if miles > start]):
                self._meet(seen, max(inner, start), outer)
                if self._near_is_enough(outer):
                    return outer
        return outer

    def _near_is_enough(self, outer: float) -> bool:
        """Whether nothing farther out can be better, or none need look farther."""
        if self._better_than(SOON, IN_STOCK + 1) >= self.question.limit:
            return True
        widening = self.question.radius_miles is None and outer in WIDENING_MILES
        return widening and self._have_stock() >= ENOUGH_IN_STOCK

    def _every_row(self, reached: float) -> None:
        """Second pass: every row, for the places to call first and those that are out."""
        if self._better_than(SOON, LOW + 1) >= self.question.limit:
            return
        for inner, outer in self._rings(reached):
            self._meet(self._seen(inner, outer, *EVERY_ROW), inner, outer)
            # The first pass may have found, farther out, what proved to be one to call.
            if self._better_than(SOON, CALL + 1, within=outer) >= self.question.limit:
                return

    def _unlisted(self, reached: float) -> None:
        """Pharmacies that nobody reported on, so that there is always someone to call: open ones first."""
        # Those met before count as well, but may lie farther out than these.
        missing = self.question.limit - self._better_than(UNLISTED, 0)
        later: list[Spot] = []
        for spots in self._to_call(reached) if missing > 0 else ():
            later += [spot for spot in spots if not spot.opening.soon]
            missing -= self._judge_until([spot for spot in spots if spot.opening.soon], missing)
            if missing <= 0:
                return
        self._judge_until(later, missing)

    def _judge_until(self, spots: Sequence[Spot], wanted: int) -> int:
        """Judge these in turn until so many proved to help; returns how many did."""
        before = len(self.found)
        while spots and (missing := wanted - (len(self.found) - before)) > 0:
            self._judge(spots[:missing])
            spots = spots[missing:]
        return len(self.found) - before

    def _to_call(self, reached: float) -> Iterator[list[Spot]]:
        """Sites that may be called about what is wanted, nearest first, a few at a time."""
        for inner, outer in self._rings(reached):
            for few in in_batches(self._callable(inner, outer), BATCH):
                sites = site_columns(self.connection, few)
                spots = (spot_of(site, miles_to(site, self.question), self.question) for site in sites)
                yield [spot for spot in spots if candidate(spot, "unlisted", self.question)]

    def _closed(self, reached: float) -> None:
        """Closed sites: only where there is nothing else, and marked by their status."""
        for inner, outer in self._rings(reached):
            seen = self._seen(inner, outer, *EVERY_ROW)
            self._judge([c.spot for c in in_ring(seen, self.question, inner, outer, closed=True)])

    def _mail_order(self) -> list[Candidate]:
        self.ranges[NOWHERE] = Ranges([NO_PLACE], 0)
        seen = self._seen(*NOWHERE, *EVERY_ROW)
        self.found = []
        self._judge([c.spot for c in in_ring(seen, self.question, *NOWHERE)])
        return sorted(self.found, key=lambda c: c.rank)

    # What the passes share.

    def _seen(self, inner: float, outer: float, status: int, oldest: int) -> list[tuple[int, Spot]]:
        """The sites of a ring with such rows of all that is wanted, each with the best tier it can have.

        The rows of one medicine lead to the sites; what they have of the others is read on judging. Places
        that lack rows of some are met again as pharmacies to call.
        """
        leading, *beside = sorted((wanted.members for wanted in self.question.wanted), key=len)
        if not leading:
            return []
        ranges = self._ranges(inner, outer)
        if not ranges.firsts:
            return []
        rows = sightings(self.connection, leading, ranges, beside=beside, lowest_status=status, oldest=oldest)
        return spots_between(best_rows(rows, self.clock), self.question, inner, outer)

    def _meet(self, seen: Iterable[tuple[int, Spot]], inner: float, outer: float) -> None:
        """Put the sites of a ring into the heap, then judge until the best of all are known."""
        new = [each for each in seen if each[1].number not in self.met]
        for each in in_ring(new, self.question, inner, outer):
            self.met.add(each.spot.number)
            heapq.heappush(self.waiting, (each.rank, each))
        while self.waiting and not self._best_are_known():
            batch = [heapq.heappop(self.waiting)[1] for _ in range(min(BATCH, len(self.waiting)))]
            self._judge([each.spot for each in batch])

    def _best_are_known(self) -> bool:
        """Whether no waiting site could enter the answer, nor end the widening."""
        next_best = self.waiting[0][0]
        better = sum(1 for each in self.found if each.rank < next_best)
        return better >= self.question.limit and self._have_stock() >= ENOUGH_IN_STOCK

    def _judge(self, spots: Sequence[Spot]) -> None:
        """Read all about these sites and keep those that help."""
        self.met.update(spot.number for spot in spots)
        rows = stock_of_sites(self.connection, self._medicines(), [spot.number for spot in spots])
        for spot in spots:
            judged = judge(rows[spot.number], spot.facts, self.question, self.catalog)
            kept = judged and candidate(spot, judged.tier, self.question, judged)
            if kept:
                self.found.append(kept)

    def _medicines(self) -> list[int]:
        return [number for wanted in self.question.wanted for number in wanted.members]

    def _better_than(self, group: int, tier: int, within: float = inf) -> int:
        """How many sites found so near stand before (group, tier) in the useful order."""
        return sum(1 for each in self.found if each.rank[:2] < (group, tier) and each.rank.miles <= within)

    def _have_stock(self) -> int:
        return sum(1 for each in self.found if each.judged and each.judged.tier in HAS_STOCK)

    def _callable(self, inner: float, outer: float) -> list[int]:
        """The sites of a ring, nearest first, that were not met yet and may be worth a call."""
        kinds = {kind for kind in KINDS if self._may_be_called(kind)}
        if not kinds:
            return []
        points = site_points(self.connection, self._ranges(inner, outer))
        open_ones = [p for p in points if p[0] in kinds and p[1] != "closed" and p[2] not in self.met]
        return nearest_first(open_ones, self.question.latitude, self.question.longitude, inner, outer)

    def _rings(self, radius: float) -> Iterator[tuple[float, float]]:
        crowded = self.catalog.occupied.crowded(self.question.latitude, self.question.longitude)
        return rings(radius, READ_MILES_WHERE_CROWDED if crowded else READ_MILES)

    def _ranges(self, inner: float, outer: float) -> Ranges:
        """The cells of a ring with sites; each pass asks for the same rings."""
        if (inner, outer) not in self.ranges:
            here = (self.question.latitude, self.question.longitude)
            self.ranges[inner, outer] = self.catalog.occupied.ring(*here, inner, outer)
        return self.ranges[inner, outer]

    def _may_be_called(self, kind: Kind) -> bool:
        oud = self.question.opioid_use_disorder
        return any(may_be_called(w.asked, kind, opioid_use_disorder=oud) for w in self.question.wanted)

    def _places(self, chosen: Sequence[Candidate]) -> tuple[PlaceResult, ...]:
        rows = rows_by_number(self.connection, [each.spot.number for each in chosen])
        return tuple(to_place(rows[c.spot.number], _miles(c), c.spot.opening, c.judged) for c in chosen)


def _miles(chosen: Candidate) -> float | None:
    return None if chosen.spot.facts.kind == "mail_order" else chosen.spot.miles
