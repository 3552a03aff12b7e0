"""Where a site is: coordinates against the ZIP code."""

from __future__ import annotations

import pytest

from knowledge.availability.feeds.location import locate
from knowledge.availability.feeds.values import RefusedError
from knowledge.places.gazetteer import Gazetteer
from tests.knowledge.availability.feeds.cases import cases


def number(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize(
    "case", cases("locations"), ids=lambda case: f"{case['latitude']},{case['longitude']},{case['zip']}"
)
def test_locations(case: dict[str, str], gazetteer: Gazetteer) -> None:
    place = gazetteer.by_zip(case["zip"]) if case["zip"] else None
    latitude, longitude = number(case["latitude"]), number(case["longitude"])
    if not case["read_latitude"]:
        with pytest.raises(RefusedError):
            locate(latitude, longitude, place)
        return
    found = locate(latitude, longitude, place)
    if case["read_latitude"] == "zip":
        assert place
        assert (found.latitude, found.longitude) == (place.latitude, place.longitude)
    else:
        assert (found.latitude, found.longitude) == (
            number(case["read_latitude"]),
            number(case["read_longitude"]),
        )
    assert found.approximate == (case["approximate"] == "yes")
    assert case["said"] in found.mended
    assert bool(case["said"]) == bool(found.mended)
