"""The earth in hexagons: which cells with sites a ring touches, as ranges of integers an index can walk.

H3 ids of one resolution sort so that all descendants of a coarser cell are one contiguous range: a wide
ring is a few ranges, not thousands of cells. Hexagons of different size do not nest exactly and cells
differ in size, so distances here are bounds with a margin: a cell too many is read, never one too few.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, inf, pi, radians, sin
from typing import NamedTuple

import h3.api.basic_int as h3
import numpy as np
import numpy.typing as npt

from knowledge.places.distance import EARTH_RADIUS_MILES

# About 5 km² each, so that even in the densest city a cell holds a few dozen sites. Coarser cells are ranges.
RESOLUTION = 7
# The cell of sites that are nowhere (mail order).
NO_PLACE = 0
# No point that belongs to a cell (through the ids of its descendants) lies farther than this from the
# cell's centre, in miles: the largest found over the whole earth, plus a tenth.
REACH_MILES = {1: 376.0, 2: 141.0, 3: 54.0, 4: 20.3, 5: 7.7, 6: 2.85, 7: 1.1}
# Up to how many miles cells of a resolution are used: few ranges, and little read in vain.
USED_UP_TO_MILES = ((2.0, 7), (8.0, 6), (30.0, 5), (60.0, 4), (300.0, 3), (1200.0, 2))
COARSEST = 1
BITS_PER_DIGIT = 3
RESOLUTION_BIT = 52
FINEST_H3 = 15

Floats = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]
# Latitude and longitude in degrees.
Point = tuple[float, float]


class Ranges(NamedTuple):
    """Ranges of cell ids at `RESOLUTION`: each begins at one of `firsts` and ends `span` later."""

    firsts: list[int]
    span: int


class _Level(NamedTuple):
    """Cells of one resolution by latitude (radians): first descendant ids, and centres as `unit_vectors`."""

    firsts: Ids
    latitudes: Floats
    centres: Floats


def cell_of(latitude: float, longitude: float) -> int:
    """The cell (at `RESOLUTION`) of a point in degrees."""
    return int(h3.latlng_to_cell(latitude, longitude, RESOLUTION))


class Occupied:
    """The cells in which there are sites: only these need be read."""

    def __init__(self, cells: Iterable[int]) -> None:
        """`cells` at `RESOLUTION`, each once."""
        self._cells = np.array([cell for cell in cells if cell != NO_PLACE], dtype=np.int64)
        self._levels: dict[int, _Level] = {}

    def ring(self, latitude: float, longitude: float, inner_miles: float, outer_miles: float) -> Ranges:
        """The ranges that hold every site more than `inner` and at most `outer` miles away from a point."""
        resolution = _resolution_for(outer_miles)
        reach = REACH_MILES[resolution]
        level = self._level(resolution)
        phi, band = radians(latitude), (outer_miles + reach) / EARTH_RADIUS_MILES
        south, north = level.latitudes.searchsorted((phi - band, phi + band)).tolist()
        # The cosine of the angle between here and there falls with the distance, and is quicker to have.
        closeness = level.centres[south:north] @ unit_vector((latitude, longitude))
        touched = closeness >= _closeness(outer_miles + reach)
        if inner_miles > reach:
            touched &= closeness < _closeness(inner_miles - reach)
        return Ranges(level.firsts[south:north][touched].tolist(), _span(resolution))

    def _level(self, resolution: int) -> _Level:
        if resolution not in self._levels:
            self._levels[resolution] = _by_latitude(np.unique(parents(self._cells, resolution)), resolution)
        return self._levels[resolution]


def parents(cells: Ids, resolution: int) -> Ids:
    """The cells of a coarser resolution that cells at `RESOLUTION` belong to: finer digits are all 7."""
    finer = (1 << (BITS_PER_DIGIT * (FINEST_H3 - resolution))) - 1
    coarser = RESOLUTION - resolution
    return (cells - (coarser << RESOLUTION_BIT)) | finer


def _by_latitude(cells: Ids, resolution: int) -> _Level:
    centres = np.array([h3.cell_to_latlng(cell) for cell in cells.tolist()]).reshape(-1, 2)
    order = np.argsort(centres[:, 0])
    # The smallest id that a descendant can have: the digits that it has more are all 0, not 7.
    firsts = cells + ((RESOLUTION - resolution) << RESOLUTION_BIT) - _span(resolution)
    latitudes, longitudes = centres[order].T
    return _Level(firsts[order], np.radians(latitudes), unit_vectors(latitudes, longitudes))


def _resolution_for(miles: float) -> int:
    return next((resolution for limit, resolution in USED_UP_TO_MILES if miles <= limit), COARSEST)


def _closeness(miles: float) -> float:
    """The cosine of the angle of a distance on the globe; of more than half around it, less than any is."""
    angle = miles / EARTH_RADIUS_MILES
    return cos(angle) if angle < pi else -inf


def _span(resolution: int) -> int:
    """The distance from the first to the last id of a cell's descendants: digits 0 to 7 below it."""
    shift = BITS_PER_DIGIT * (FINEST_H3 - RESOLUTION)
    digits = BITS_PER_DIGIT * (RESOLUTION - resolution)
    return int(((1 << digits) - 1) << shift)


def unit_vectors(latitudes: Floats, longitudes: Floats) -> Floats:
    """Points in degrees as rows of (x, y, z) on a globe of radius 1."""
    phi, lam = np.radians(latitudes), np.radians(longitudes)
    return np.column_stack((np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)))


def unit_vector(point: Point) -> Floats:
    """A point in degrees as one of `unit_vectors`."""
    phi, lam = radians(point[0]), radians(point[1])
    return np.array((cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)))


def miles_from(point: Point, vectors: Floats) -> Floats:
    """Great-circle distances from a point (degrees) to many `unit_vectors`, as `distance_miles` has them."""
    across = vectors - unit_vector(point)
    # Half the straight line through the globe; sums of squares keep short distances exact.
    half = np.sqrt(np.vecdot(across, across)) / 2
    return np.asarray(2 * EARTH_RADIUS_MILES * np.arcsin(np.minimum(half, 1.0)))
