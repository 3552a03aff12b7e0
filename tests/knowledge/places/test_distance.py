"""Distances on the ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.places.distance import distance_miles

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)


def test_tampa_to_orlando_and_across_the_date_line() -> None:
    assert distance_miles(27.9506, -82.4572, 28.5384, -81.3789) == pytest.approx(77.4, abs=0.5)
    assert distance_miles(52.0, 179.9, 52.0, -179.9) < 10


@given(latitudes, longitudes, latitudes, longitudes)
def test_a_distance_is_the_same_both_ways_and_never_longer_than_half_the_earth(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    there = distance_miles(lat1, lon1, lat2, lon2)
    assert there == pytest.approx(distance_miles(lat2, lon2, lat1, lon1), abs=1e-6)
    assert 0 <= there <= 12_450
    assert distance_miles(lat1, lon1, lat1, lon1) == pytest.approx(0, abs=1e-6)
