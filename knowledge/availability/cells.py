"""The earth in hexagons: which H3 cells a ring touches, as ranges of integers an index can walk.

H3 ids of one resolution sort so that all descendants of a coarser cell are one contiguous range: a wide
ring is a few ranges, not thousands of cells. Hexagons of different size do not nest exactly and cells
differ in size, so distances here are bounds with a margin: a cell too many is read, never one too few.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple

import h3.api.basic_int as h3
import numpy as np
import numpy.typing as npt

from knowledge.places.distance import EARTH_RADIUS_MILES

# About 5 km² each, so that even in the densest city a cell holds a few dozen sites. Coarser cells are ranges.
RESOLUTION = 7
# About 12,000 km² each.
REGION = 3
# The cell of sites that are nowhere (mail order).
NO_PLACE = 0
# No point that belongs to a cell (through the ids of its descendants) lies farther than this from the
# cell's centre, in miles: the largest found over the whole earth, plus a tenth.
REACH_MILES = {1: 376.0, 2: 141.0, 3: 54.0, 4: 20.3, 5: 7.7, 6: 2.85, 7: 1.1}
# Centres of neighbours are never nearer than this, in miles: the smallest found, less a tenth.
SPACING_MILES = {1: 357.0, 2: 126.0, 3: 48.2, 4: 17.6, 5: 6.8, 6: 2.5, 7: 0.97}
# A ring of hexagons is at least this share of (number × spacing) away: half the square root of three.
RING_SHARE = 0.866
# Two points may each lie at the rim of their hexagon: in rings, twice its radius.
WITHIN_CELLS = 1.34
# Up to how many miles cells of a resolution are used: few ranges, and little read in vain.
USED_UP_TO_MILES = ((2.0, 7), (8.0, 6), (30.0, 5), (60.0, 4), (300.0, 3), (1200.0, 2))
COARSEST = 1
# Origins whose surroundings are remembered, at some 3 KB each; a stricken region has some hundred.
ORIGINS_KEPT = 4096
BITS_PER_DIGIT = 3
RESOLUTION_BIT = 52
FINEST_H3 = 15

Floats = npt.NDArray[np.float64]


class Ranges(NamedTuple):
    """Ranges of cell ids at `RESOLUTION`: each begins at one of `firsts` and ends `span` later."""

    firsts: list[int]
    span: int


class _Cells(NamedTuple):
    """Cells around an origin: first descendant ids, and centres in radians."""

    firsts: npt.NDArray[np.int64]
    latitudes: Floats
    longitudes: Floats
    cosines: Floats


def cell_of(latitude: float, longitude: float) -> int:
    """The cell (at `RESOLUTION`) of a point in degrees."""
    return int(h3.latlng_to_cell(latitude, longitude, RESOLUTION))


def region_of(latitude: float, longitude: float) -> int:
    """The region (a cell at `REGION`) of a point in degrees."""
    return int(h3.latlng_to_cell(latitude, longitude, REGION))


def region_of_cell(cell: int) -> int:
    """The region that a cell at `RESOLUTION` belongs to."""
    return int(h3.cell_to_parent(cell, REGION))


def ring_ranges(latitude: float, longitude: float, inner_miles: float, outer_miles: float) -> Ranges:
    """The ranges that hold every point more than `inner` and at most `outer` miles away from a point."""
    resolution = _resolution_for(outer_miles)
    reach = REACH_MILES[resolution]
    rings = ceil(outer_miles / (SPACING_MILES[resolution] * RING_SHARE) + WITHIN_CELLS)
    cells = _surroundings(h3.latlng_to_cell(latitude, longitude, resolution), rings)
    away = _miles(latitude, longitude, cells)
    touched = (away <= outer_miles + reach) & (away > inner_miles - reach)
    return Ranges(cells.firsts[touched].tolist(), _span(resolution))


def _resolution_for(miles: float) -> int:
    return next((resolution for limit, resolution in USED_UP_TO_MILES if miles <= limit), COARSEST)


def distances_miles(latitude: float, longitude: float, latitudes: Floats, longitudes: Floats) -> Floats:
    """Great-circle distances from a point to many (degrees), as `distance_miles` has them."""
    phi = np.radians(latitudes)
    return _miles(latitude, longitude, _Cells(_NO_IDS, phi, np.radians(longitudes), np.cos(phi)))


def _miles(latitude: float, longitude: float, cells: _Cells) -> Floats:
    """Great-circle distances to the centres (haversine)."""
    phi, lam = np.radians(latitude), np.radians(longitude)
    half = np.sin((cells.latitudes - phi) / 2) ** 2
    half += np.cos(phi) * cells.cosines * np.sin((cells.longitudes - lam) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_MILES * np.arcsin(np.sqrt(np.minimum(half, 1.0))))


_NO_IDS = np.array([], dtype=np.int64)


@lru_cache(maxsize=ORIGINS_KEPT)
def _surroundings(origin: int, rings: int) -> _Cells:
    """The cells within `rings` rings around an origin."""
    cells = h3.grid_disk(origin, rings)
    centres = np.radians(np.array([h3.cell_to_latlng(cell) for cell in cells]))
    resolution: int = h3.get_resolution(origin)
    # The smallest id that a descendant can have: the digits that it has more are all 0, not 7.
    to_first = ((RESOLUTION - resolution) << RESOLUTION_BIT) - _span(resolution)
    firsts = np.array(cells, dtype=np.int64) + to_first
    return _Cells(firsts, centres[:, 0], centres[:, 1], np.cos(centres[:, 0]))


def _span(resolution: int) -> int:
    """The distance from the first to the last id of a cell's descendants: digits 0 to 7 below it."""
    shift = BITS_PER_DIGIT * (FINEST_H3 - RESOLUTION)
    digits = BITS_PER_DIGIT * (RESOLUTION - resolution)
    return int(((1 << digits) - 1) << shift)
