"""The nearest useful places: rings outward from where the person is, until nothing farther can be better.

Two passes. The first wants sites with a row that says 'in stock' or 'low' and is not stale; where these do
not fill the answer, the second wants every site with a row. A ring with few sites is read whole at once, so
that the second pass need not read it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import inf
from typing import NamedTuple

from sqlalchemy import Connection

from knowledge.availability.candidates import (
    HAS_STOCK,
    SOON,
    UNLISTED,
    Candidate,
    Spot,
    candidate,
    may_stand,
    spot_of,
)
from knowledge.availability.catalog import Catalog
from knowledge.availability.cells import NO_PLACE, Ranges
from knowledge.availability.eligibility import may_be_called
from knowledge.availability.freshness import SECONDS_PER_HOUR
from knowledge.availability.judging import STATUS_NUMBERS, judge, lines_to_show
from knowledge.availability.presenting import bare_places, to_place
from knowledge.availability.queries import (
    GENERATION_COLUMN,
    SITE_COLUMN,
    SOURCE_COLUMN,
    Row,
    StockRow,
    stock_in_ranges,
    stock_of_sites,
    with_item,
)
from knowledge.availability.question import Question
from knowledge.availability.records import KINDS, TIERS, Kind, PlaceResult, SearchResult
from knowledge.availability.site_book import NearSite, SiteBook

# The contract: start at 25 miles and widen while fewer than three places have fresh or ageing stock.
WIDENING_MILES = (25.0, 50.0, 100.0, 250.0)
ENOUGH_IN_STOCK = 3
# Where a ring may end that is read at once, in miles; one with fewer sites than `FEW_SITES` reaches farther.
READ_MILES = (25.0, 50.0, 100.0, 250.0, 1000.0, 3000.0)
FEW_SITES = 60
# Where there are more than this, the first ring ends at about so many, and each further one has a few times
# more: a dense city is answered from its nearest blocks. Of several medicines each adds rows, so that fewer
# sites will do.
MANY_SITES = 400
FEWEST_READ = 40
GROWTH = 4
# A ring with no more sites than this, times the medicines to choose from, is read whole.
READ_WHOLE = 600
# Silent pharmacies looked at a time.
BATCH = 12
# The ring that only mail order lies in.
NOWHERE = (-1.0, 0.0)
IN_STOCK, LOW, CALL = TIERS.index("in_stock"), TIERS.index("low"), TIERS.index("call")


def search(connection: Connection, question: Question, catalog: Catalog, book: SiteBook) -> SearchResult:
    """The places of the useful order, from one consistent snapshot: connection, catalog and book."""
    return _Search(connection, question, catalog, book).run()


def rings(radius: float, stops: Sequence[float]) -> Iterator[tuple[float, float]]:
    """(more than, up to) miles of each ring out to `radius`."""
    inner = -1.0
    for outer in [*(miles for miles in stops if miles < radius), radius]:
        yield inner, outer
        inner = outer


class _Seen(NamedTuple):
    """Sites, nearest first, and the rows of each by its number."""

    sites: Sequence[NearSite]
    rows: Mapping[int, list[Row]]


class _Ring(NamedTuple):
    """More than `inner` and up to `outer` miles: the cells with sites, and how many sites they hold."""

    inner: float
    outer: float
    cells: Ranges
    sites: int


@dataclass(slots=True)
class _Search:
    connection: Connection
    question: Question
    catalog: Catalog
    book: SiteBook
    here: tuple[float, float] = field(init=False)
    # The numbers of the medicines that are as good as each other, the smallest group first.
    groups: list[list[int]] = field(init=False)
    # The numbers of the sites judged.
    met: set[int] = field(default_factory=set)
    found: list[Candidate] = field(default_factory=list)
    # How many of those are open or soon open and have fresh stock.
    best: int = 0
    # What was seen in rings read whole, by where they begin; none is ever asked for again farther out.
    whole: dict[float, _Seen] = field(default_factory=dict)
    # The rings of the first pass, which the others keep to, and all whose cells were looked up.
    rings: list[tuple[float, float]] = field(default_factory=list)
    known_rings: dict[tuple[float, float], _Ring] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.here = (self.question.latitude, self.question.longitude)
        self.groups = sorted((list(wanted.members) for wanted in self.question.wanted), key=len)

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
        outer = 0.0
        for start, end in self._rings_outward(WIDENING_MILES[-1] if radius is None else radius):
            self.rings.append((start, end))
            seen = self._may_have_stock(start, end)
            stops = WIDENING_MILES if radius is None else ()
            for inner, outer in rings(end, [miles for miles in stops if miles > start]):
                self._judge(seen, max(inner, start), outer)
                if self._near_is_enough(outer):
                    return outer
        return outer

    def _near_is_enough(self, outer: float) -> bool:
        """Whether nothing farther out can be better, or none need look farther."""
        if self.best >= self.question.limit:
            return True
        widening = self.question.radius_miles is None and outer in WIDENING_MILES
        return widening and self._have_stock() >= ENOUGH_IN_STOCK

    def _every_row(self, reached: float) -> None:
        """Second pass: every row, for the places to call first and those that are out."""
        if self._better_than(SOON, LOW + 1) >= self.question.limit:
            return
        for inner, outer in self._rings(reached):
            self._judge(self._with_any_row(inner, outer), inner, outer)
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
            for spot, rows in self._silent(spots[:missing]):
                self._judge_one(spot, rows)
            spots = spots[missing:]
        return len(self.found) - before

    def _silent(self, spots: Sequence[Spot]) -> list[tuple[Spot, list[StockRow]]]:
        """These sites, which do not have all that is wanted, with what they have."""
        if len(self.question.wanted) == 1:
            return [(spot, []) for spot in spots]
        medicines = [number for group in self.groups for number in group]
        rows = stock_of_sites(self.connection, medicines, [spot.number for spot in spots])
        shows = self.catalog.shows
        return [
            (spot, [row for row in rows[spot.number] if shows(row.source, row.generation)]) for spot in spots
        ]

    def _to_call(self, reached: float) -> Iterator[list[Spot]]:
        """Sites that may be called about what is wanted, nearest first, a few at a time."""
        for inner, outer in self._rings(reached):
            sites = self._callable(inner, outer)
            while few := list(islice(sites, BATCH)):
                spots = (spot_of(site, self.question) for site in few)
                yield [spot for spot in spots if may_stand(spot, "unlisted", self.question)]

    def _callable(self, inner: float, outer: float) -> Iterator[NearSite]:
        """The sites of a ring, nearest first, that were not met yet and may be worth a call."""
        kinds = {kind for kind in KINDS if self._may_be_called(kind)}
        if not kinds:
            return
        for site in self.book.nearest(self.here, self._ring(inner, outer).cells, inner, outer):
            if site.facts.kind in kinds and site.number not in self.met:
                yield site

    def _may_be_called(self, kind: Kind) -> bool:
        oud = self.question.opioid_use_disorder
        return any(may_be_called(w.asked, kind, opioid_use_disorder=oud) for w in self.question.wanted)

    def _closed(self, reached: float) -> None:
        """Closed sites: only where there is nothing else, and marked by their status."""
        for inner, outer in self._rings(reached):
            self._judge(self._with_any_row(inner, outer), inner, outer, closed=True)

    def _mail_order(self) -> list[Candidate]:
        self.found = []
        self._judge(self._seen(_Ring(*NOWHERE, Ranges([NO_PLACE], 0), 0)), *NOWHERE)
        return sorted(self.found, key=lambda c: c.rank)

    # What the passes share.

    def _may_have_stock(self, inner: float, outer: float) -> _Seen:
        """The sites of a ring that may have stock; where there are few, all that have any row."""
        ring = self._ring(inner, outer)
        if ring.sites * len(self.groups[0]) <= READ_WHOLE:
            return self._with_any_row(inner, outer)
        oldest = self.question.at_epoch - self.catalog.longest_ageing_hours * SECONDS_PER_HOUR
        return self._seen(ring, lowest_status=STATUS_NUMBERS["low"], oldest=oldest)

    def _with_any_row(self, inner: float, outer: float) -> _Seen:
        """The sites of a ring, and perhaps some farther out, that have any row of all that is wanted."""
        if inner not in self.whole:
            self.whole[inner] = self._seen(self._ring(inner, outer))
        return self.whole[inner]

    def _seen(self, ring: _Ring, lowest_status: int = 0, oldest: int = 0) -> _Seen:
        """The sites in these cells that have rows of all that is wanted, so good and so new, nearest first.

        Sites that lack rows of some are met again as pharmacies to call.
        """
        if not self.groups[0] or not ring.cells.firsts:
            return _Seen((), {})
        bounds = {"lowest_status": lowest_status, "oldest": oldest}
        of_site: defaultdict[int, list[Row]] = defaultdict(list)
        for row in stock_in_ranges(self.connection, self.groups, ring.cells, self.book.items, **bounds):
            of_site[row[SITE_COLUMN]].append(row)
        return _Seen(self.book.sites(self.here, of_site, ring.inner, ring.outer), of_site)

    def _shown(self, rows: Sequence[Row]) -> list[StockRow]:
        """Those of these rows that may be seen."""
        shows, items = self.catalog.shows, self.book.items
        return [with_item(row, items) for row in rows if shows(row[SOURCE_COLUMN], row[GENERATION_COLUMN])]

    def _judge(self, seen: _Seen, inner: float, outer: float, *, closed: bool = False) -> None:
        """Judge the sites of a ring that were not met yet: with `closed` those that are, else the others."""
        for site in seen.sites:
            # They come nearest first: where the answer is full of the best, no farther one can enter it.
            if site.miles > outer or self.best >= self.question.limit:
                return
            is_closed = site.facts.operating_status == "closed"
            if site.miles > inner and is_closed == closed and site.number not in self.met:
                rows = self._shown(seen.rows[site.number])
                if rows:
                    self._judge_one(spot_of(site, self.question), rows)

    def _judge_one(self, spot: Spot, rows: Sequence[StockRow]) -> None:
        """Keep the site if it helps."""
        self.met.add(spot.number)
        verdict = judge(rows, spot.facts, self.question, self.catalog)
        kept = verdict and candidate(spot, verdict, self.question)
        if kept:
            self.found.append(kept)
            self.best += kept.rank[:2] == (SOON, IN_STOCK)

    def _better_than(self, group: int, tier: int, within: float = inf) -> int:
        """How many sites found so near stand before (group, tier) in the useful order."""
        return sum(1 for each in self.found if each.rank[:2] < (group, tier) and each.rank.miles <= within)

    def _have_stock(self) -> int:
        return sum(1 for each in self.found if each.verdict.tier in HAS_STOCK)

    def _rings_outward(self, radius: float) -> Iterator[tuple[float, float]]:
        """(more than, up to) miles of each ring to read at once, out to `radius`."""
        inner = -1.0
        for outer in [*(miles for miles in READ_MILES if miles < radius), radius]:
            ring = self._ring(inner, outer)
            if ring.sites < FEW_SITES and outer < radius:
                continue
            for near in self._where_many_are(ring) if outer <= READ_MILES[0] else ():
                yield inner, near
                inner = near
            yield inner, outer
            inner = outer

    def _where_many_are(self, ring: _Ring) -> Iterator[float]:
        """How many miles out a ring around the person is to be cut, because there are many sites."""
        many, cut = max(MANY_SITES // max(sum(map(len, self.groups)), 1), FEWEST_READ), ring.inner
        while many < ring.sites:
            miles = self.book.miles_around(self.here, ring.cells, many)
            # Hundreds of sites may share one place, such as the centre of a ZIP code.
            if cut < miles < ring.outer:
                yield miles
                cut = miles
            many *= GROWTH

    def _rings(self, radius: float) -> Iterator[tuple[float, float]]:
        """The rings of the first pass again, out to `radius`."""
        for inner, outer in self.rings:
            if inner < radius:
                yield inner, min(outer, radius)

    def _ring(self, inner: float, outer: float) -> _Ring:
        """A ring with its cells; each pass asks for the same ones."""
        if (inner, outer) not in self.known_rings:
            cells = self.book.occupied.ring(*self.here, inner, outer)
            self.known_rings[inner, outer] = _Ring(inner, outer, cells, self.book.count(cells))
        return self.known_rings[inner, outer]

    def _places(self, chosen: Sequence[Candidate]) -> tuple[PlaceResult, ...]:
        numbers = [each.spot.number for each in chosen]
        bare = bare_places(self.connection, numbers, self.book.places)
        return tuple(self._place(bare[each.spot.number], each) for each in chosen)

    def _place(self, bare: PlaceResult, chosen: Candidate) -> PlaceResult:
        spot = chosen.spot
        miles = None if spot.facts.kind == "mail_order" else spot.miles
        judged = lines_to_show(chosen.verdict, self.question, self.catalog)
        return to_place(bare, miles, spot.opening, judged)
