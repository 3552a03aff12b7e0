"""Rings of cells hold every point of the ring, anywhere on earth."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin

import h3.api.basic_int as h3
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.availability.cells import Occupied, cell_of, miles_from, parents, unit_vectors
from knowledge.places.distance import EARTH_RADIUS_MILES, distance_miles

latitudes = st.floats(-89.5, 89.5)
longitudes = st.floats(-180, 180)


def travelled(latitude: float, longitude: float, bearing: float, miles: float) -> tuple[float, float]:
    """The point so many miles away in a direction."""
    phi, lam, theta, delta = (
        radians(latitude),
        radians(longitude),
        radians(bearing),
        miles / EARTH_RADIUS_MILES,
    )
    there = asin(sin(phi) * cos(delta) + cos(phi) * sin(delta) * cos(theta))
    east = lam + atan2(sin(theta) * sin(delta) * cos(phi), cos(delta) - sin(phi) * sin(there))
    return degrees(there), (degrees(east) + 180) % 360 - 180


@settings(max_examples=300, deadline=None)
@given(
    latitudes,
    longitudes,
    st.floats(0, 360),
    st.floats(0, 1),
    st.sampled_from(
        [
            (-1, 1.5),
            (1.5, 6),
            (-1, 6),
            (6, 25),
            (-1, 25),
            (25, 50),
            (25, 100),
            (100, 250),
            (250, 1000),
            (1000, 3000),
        ]
    ),
)
@example(27.95, -82.46, 0.0, 1.0, (3000, 12_500))  # the other side of the globe
def test_a_point_of_the_ring_is_in_the_ranges(
    latitude: float, longitude: float, bearing: float, share: float, ring: tuple[float, float]
) -> None:
    inner, outer = ring
    there = travelled(
        latitude, longitude, bearing, max(0.001, inner) + share * (outer - max(0.001, inner)) * 0.999
    )
    cell = cell_of(*there)
    ranges = Occupied([cell]).ring(latitude, longitude, inner, outer)
    assert any(first <= cell <= first + ranges.span for first in ranges.firsts)


@settings(max_examples=50, deadline=None)
@given(latitudes, longitudes, latitudes, longitudes)
def test_many_distances_are_those_of_one(lat1: float, lon1: float, lat2: float, lon2: float) -> None:
    (many,) = miles_from((lat1, lon1), unit_vectors(np.array([lat2]), np.array([lon2])))
    assert many == pytest.approx(distance_miles(lat1, lon1, lat2, lon2), abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(latitudes, longitudes, st.integers(1, 6))
def test_parents_are_those_of_the_library(latitude: float, longitude: float, resolution: int) -> None:
    cell = cell_of(latitude, longitude)
    (parent,) = parents(np.array([cell]), resolution)
    assert parent == h3.cell_to_parent(cell, resolution)


def test_a_ring_is_a_few_ranges_and_only_where_there_are_sites() -> None:
    cells = sorted({cell_of(26.0 + n / 40, -84.0 + m / 40) for n in range(160) for m in range(160)})
    occupied = Occupied(cells)
    for miles, most in ((1.5, 25), (6, 30), (25, 60), (100, 40)):
        assert 0 < len(occupied.ring(27.95, -82.46, -1.0, miles).firsts) <= most
    assert occupied.ring(60.0, -82.46, -1.0, 100).firsts == []
    assert Occupied([]).ring(27.95, -82.46, -1.0, 25).firsts == []
