"""The nearest useful places: rings outward from where the person is, until nothing farther can be better.

Two passes. The first looks only at rows that say 'in stock' or 'low' and are not stale; where these do
not fill the answer, the second looks at every row. A site met in passing can at best have the rank of its
best row; before it enters the answer everything about it is read and judged, and it may sink.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from knowledge.availability.candidates import (
    HAS_STOCK,
    LATER,
    SOON,
    Candidate,
    Rank,
    Spot,
    best_seen,
    candidate,
    spot_of,
)
from knowledge.availability.catalog import Catalog
from knowledge.availability.cells import NO_PLACE, ring_ranges
from knowledge.availability.eligibility import may_be_called
from knowledge.availability.freshness import SECONDS_PER_HOUR
from knowledge.availability.judging import STATUS_NUMBERS, judge
from knowledge.availability.presenting import site_rows, to_place
from knowledge.availability.queries import sightings, sites_in_cells, stock_of_sites
from knowledge.availability.question import Question
from knowledge.availability.records import TIERS, Kind, PlaceResult, SearchResult

# The contract: start at 25 miles and widen while fewer than three places have fresh or ageing stock.
WIDENING_MILES = (25.0, 50.0, 100.0, 250.0)
ENOUGH_IN_STOCK = 3
# Circles read one after another, so that a dense city is answered from its nearest blocks.
RINGS_MILES = (6.0, *WIDENING_MILES, 1000.0, 3000.0)
# Sites judged at a time; most answers need one batch.
BATCH = 12
EVERY_ROW = (0, 0)
IN_STOCK, LOW, CALL = TIERS.index("in_stock"), TIERS.index("low"), TIERS.index("call")


def search(connection: Connection, question: Question, catalog: Catalog) -> SearchResult:
    """The places of the useful order, from one consistent snapshot."""
    return _Search(connection, question, catalog).run()


def rings(radius: float) -> Iterator[tuple[float, float]]:
    """(more than, up to) miles of each circle out to `radius`."""
    inner = -1.0
    for outer in [*(miles for miles in RINGS_MILES if miles < radius), radius]:
        yield inner, outer
        inner = outer


@dataclass(slots=True)
class _Search:
    connection: Connection
    question: Question
    catalog: Catalog
    # Every site met; those not judged yet wait in a heap, the best possible rank first.
    met: set[int] = field(default_factory=set)
    waiting: list[tuple[Rank, Candidate]] = field(default_factory=list)
    found: list[Candidate] = field(default_factory=list)

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
        radius = self.question.radius_miles
        oldest = self.question.at_epoch - self.catalog.longest_ageing_hours * SECONDS_PER_HOUR
        outer = 0.0
        for inner, outer in rings(radius if radius is not None else WIDENING_MILES[-1]):
            self._meet(inner, outer, STATUS_NUMBERS["low"], oldest)
            if self._better_than(SOON, IN_STOCK + 1) >= self.question.limit:
                break
            if radius is None and outer in WIDENING_MILES and self._have_stock() >= ENOUGH_IN_STOCK:
                break
        return outer

    def _every_row(self, reached: float) -> None:
        """Second pass: every row, for the places to call first and those that are out."""
        if self._better_than(SOON, LOW + 1) >= self.question.limit:
            return
        for inner, outer in rings(reached):
            self._meet(inner, outer, *EVERY_ROW)
            if self._better_than(SOON, CALL + 1) >= self.question.limit:
                return

    def _unlisted(self, reached: float) -> None:
        """Open pharmacies that nobody reported on, so that there is always someone to call."""
        missing = self.question.limit - self._better_than(LATER + 1, 0)
        for inner, outer in rings(reached):
            if missing <= 0:
                return
            ready = (s for s in self._spots(inner, outer, self._may_be_called) if s.opening.soon)
            before = len(self.found)
            self._judge(heapq.nsmallest(missing, ready, key=lambda s: (s.miles, s.number)))
            missing -= len(self.found) - before

    def _closed(self, reached: float) -> None:
        """Closed sites with stock or none: only where there is nothing else, and marked by their status."""
        for inner, outer in rings(reached):
            rows = self._rows(inner, outer, *EVERY_ROW)
            self._judge(
                [c.spot for c in best_seen(rows, self.question, self.catalog, inner, outer, closed=True)]
            )

    def _mail_order(self) -> list[Candidate]:
        rows = sightings(self.connection, self._driving(), [NO_PLACE], 0)
        spots = [c.spot for c in best_seen(rows, self.question, self.catalog, -1.0, 0.0)]
        self.found = []
        self._judge(spots)
        return sorted(self.found, key=lambda c: c.rank)

    # What the passes share.

    def _driving(self) -> Iterable[int]:
        """The numbers of the medicine whose rows lead to the sites; the others are read on judging."""
        return self.question.wanted[0].members

    def _rows(self, inner: float, outer: float, status: int, oldest: int) -> Sequence[Sequence[object]]:
        if not self._driving():
            return ()
        firsts, span = ring_ranges(self.question.latitude, self.question.longitude, inner, outer)
        return sightings(self.connection, self._driving(), firsts, span, lowest_status=status, oldest=oldest)

    def _meet(self, inner: float, outer: float, status: int, oldest: int) -> None:
        """Put the sites of a ring into the heap, then judge until the best of all are known."""
        rows = self._rows(inner, outer, status, oldest)
        for each in best_seen(rows, self.question, self.catalog, inner, outer):
            if each.spot.number not in self.met:
                self.met.add(each.spot.number)
                heapq.heappush(self.waiting, (each.rank, each))
        while self.waiting and not self._best_are_known():
            self._judge([heapq.heappop(self.waiting)[1].spot for _ in range(min(BATCH, len(self.waiting)))])

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

    def _better_than(self, group: int, tier: int) -> int:
        """How many sites found stand before (group, tier) in the useful order."""
        return sum(1 for each in self.found if each.rank[:2] < (group, tier))

    def _have_stock(self) -> int:
        return sum(1 for each in self.found if each.judged and each.judged.tier in HAS_STOCK)

    def _may_be_called(self, kind: Kind) -> bool:
        oud = self.question.opioid_use_disorder
        return all(may_be_called(w.asked, kind, opioid_use_disorder=oud) for w in self.question.wanted)

    def _spots(self, inner: float, outer: float, kind_serves: Callable[[Kind], bool]) -> Iterator[Spot]:
        """The sites of a ring that were not met yet and are not closed."""
        firsts, span = ring_ranges(self.question.latitude, self.question.longitude, inner, outer)
        for site in sites_in_cells(self.connection, firsts, span):
            if site.id not in self.met and site.operating_status != "closed" and kind_serves(site.kind):
                spot = spot_of(site, self.question)
                if inner < spot.miles <= outer:
                    yield spot

    def _places(self, chosen: Sequence[Candidate]) -> tuple[PlaceResult, ...]:
        rows = site_rows(self.connection, [each.spot.number for each in chosen])
        return tuple(to_place(rows[c.spot.number], _miles(c), c.spot.opening, c.judged) for c in chosen)


def _miles(chosen: Candidate) -> float | None:
    return None if chosen.spot.facts.kind == "mail_order" else chosen.spot.miles
