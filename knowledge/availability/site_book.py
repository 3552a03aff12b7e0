"""Every site as the searches need it, in memory: where it stands, what it is, when it is open.

Sites are few beside stock and change rarely, so that no search need ask the tables for them. Numbers lie
in arrays, and what thousands of sites share (kind, hours, services) is kept once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.availability.cells import (
    NO_PLACE,
    Floats,
    Occupied,
    Point,
    Ranges,
    miles_from,
    unit_vectors,
)
from knowledge.availability.records import Kind, OperatingStatus, PlaceResult

Places = npt.NDArray[np.signedinteger[Any]]
NOT_HERE = -1
# The nearest sites are handed out so many at a time: most callers need few.
AT_A_TIME = 32
# Of so many sites one tells well enough how densely they stand.
SAMPLED = 4


class SiteFacts(NamedTuple):
    """What a search must know of a site besides where it is."""

    kind: Kind
    operating_status: OperatingStatus
    hours: str
    timezone: str
    services: tuple[str, ...]


class NearSite(NamedTuple):
    """A site by its number in the table, as seen from a point; 0 miles where it is nowhere: mail order."""

    number: int
    facts: SiteFacts
    miles: float


class SiteBook:
    """All sites that are not withdrawn, at one moment. It never changes: threads may share it."""

    def __init__(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """`rows` as `queries.all_sites` has them: number, cell, latitude, longitude, then `SiteFacts` with
        the services joined by '|'."""
        numbers, cells, latitudes, longitudes = list(zip(*(row[:4] for row in rows), strict=True)) or [()] * 4
        order = np.lexsort((numbers, cells))
        self._cells = np.array(cells, dtype=np.int64)[order]
        self._numbers = np.array(numbers, dtype=np.int64)[order]
        points = np.array([latitudes, longitudes], dtype=np.float64)[:, order]
        self._vectors = unit_vectors(*points)
        # Where in the arrays each number stands; many numbers may be of no site (any more).
        self._place_of = np.full(int(self._numbers.max(initial=0)) + 1, NOT_HERE, dtype=np.int32)
        self._place_of[self._numbers] = np.arange(len(rows))
        met: dict[tuple[Any, ...], int] = {}
        self._facts_of = np.array([met.setdefault(row[4:], len(met)) for row in rows], dtype=np.int32)[order]
        self._facts = [
            SiteFacts(kind, status, hours, timezone, tuple(services.split("|")))
            for kind, status, hours, timezone, services in met
        ]
        # Items that searches met, by number: a number keeps its meaning, so that none is read twice.
        self.items: dict[int, tuple[Any, ...]] = {}
        # Places that searches showed, by number, as `presenting.bare_places` keeps them.
        self.places: dict[int, PlaceResult] = {}
        self.occupied = Occupied(np.unique(self._cells).tolist())

    def sites(self, point: Point, numbers: Iterable[int], inner: float, outer: float) -> list[NearSite]:
        """Those of these numbers that are more than `inner` and at most `outer` miles from a point, nearest
        first. Numbers that are not in the book are left out."""
        wanted = np.fromiter(numbers, dtype=np.int64)
        places = self._place_of[wanted[wanted < len(self._place_of)]]
        return self._at(*self._ring(point, places[places != NOT_HERE], inner, outer))

    def nearest(self, point: Point, ranges: Ranges, inner: float, outer: float) -> Iterator[NearSite]:
        """The sites in ranges of cells that are more than `inner` and at most `outer` miles from a point,
        nearest first."""
        places, away = self._ring(point, self._in(ranges), inner, outer)
        for start in range(0, len(places), AT_A_TIME):
            few = slice(start, start + AT_A_TIME)
            yield from self._at(places[few], away[few])

    def miles_around(self, point: Point, ranges: Ranges, sites: int) -> float:
        """About how far from a point so many of the sites in ranges of cells are; there are more of them."""
        some = self._in(ranges)[::SAMPLED]
        nearest = sites // SAMPLED
        return float(np.partition(self._miles(point, some), nearest)[nearest])

    def numbers(self, ranges: Ranges) -> list[int]:
        """The numbers of all sites in ranges of cells."""
        found: list[int] = self._numbers[self._in(ranges)].tolist()
        return found

    def count(self, ranges: Ranges) -> int:
        """How many sites there are in ranges of cells."""
        begins, ends = self._bounds(ranges)
        return int((ends - begins).sum())

    def restated(self, statuses: Iterable[tuple[int, OperatingStatus]]) -> SiteBook:
        """The book with another operating status of some sites, by their numbers."""
        book = copy(self)
        book._facts, book._facts_of = self._facts.copy(), self._facts_of.copy()
        book.places = self.places.copy()
        for number, status in statuses:
            book.places.pop(number, None)
            place = self._place_of[number] if number < len(self._place_of) else NOT_HERE
            if place != NOT_HERE:
                facts = self._facts[self._facts_of[place]]._replace(operating_status=status)
                book._facts_of[place] = len(book._facts)
                book._facts.append(facts)
        return book

    def _at(self, places: Places, miles: Floats) -> list[NearSite]:
        facts = (self._facts[each] for each in self._facts_of[places].tolist())
        rows = zip(self._numbers[places].tolist(), facts, miles.tolist(), strict=True)
        return [NearSite._make(row) for row in rows]

    def _ring(self, point: Point, places: Places, inner: float, outer: float) -> tuple[Places, Floats]:
        """Those of the places between two distances, with their distances, nearest first."""
        away = self._miles(point, places)
        inside = (away > inner) & (away <= outer)
        places, away = places[inside], away[inside]
        order = np.lexsort((self._numbers[places], away))
        return places[order], away[order]

    def _miles(self, point: Point, places: Places) -> Floats:
        away = miles_from(point, self._vectors.take(places, axis=0))
        away[self._cells.take(places) == NO_PLACE] = 0.0
        return away

    def _in(self, ranges: Ranges) -> Places:
        begins, ends = self._bounds(ranges)
        lengths = ends - begins
        # Counting on through all stretches, each shifted to where it begins.
        shifts = begins - (lengths.cumsum() - lengths)
        places: Places = np.arange(lengths.sum()) + shifts.repeat(lengths)
        return places

    def _bounds(self, ranges: Ranges) -> tuple[Places, Places]:
        firsts = np.array(ranges.firsts, dtype=np.int64)
        return self._cells.searchsorted(firsts), self._cells.searchsorted(firsts + ranges.span, side="right")
