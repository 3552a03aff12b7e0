"""The map: places stand at their distance and direction, numbers do not cover one another."""

from __future__ import annotations

import itertools
import math
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from litestar.testing import TestClient
from msgspec.structs import replace

from api.services import Services
from api.web.map_view import DIRECTIONS, MARK, bearing, centre_of, map_view
from api.web.texts import texts
from assistant.answer import UnderstoodPlace
from assistant.question import Location
from knowledge.availability.records import PlaceResult

TAMPA = (27.95, -82.46)


@pytest.fixture(scope="module")
def place(services: Services) -> PlaceResult:
    found = services.knowledge.availability.sites_near(*TAMPA, datetime.now(UTC))
    return found.places[0]


def at(place: PlaceResult, latitude: float, longitude: float, miles: float | None) -> PlaceResult:
    return replace(place, latitude=latitude, longitude=longitude, distance_miles=miles)


@pytest.mark.parametrize(
    ("end", "degrees"),
    [((28.95, -82.46), 0), ((27.95, -81.46), 90), ((26.95, -82.46), 180), ((27.95, -83.46), 270)],
)
def test_bearings(end: tuple[float, float], degrees: float) -> None:
    assert abs((bearing(TAMPA, end) - degrees + 180) % 360 - 180) < 0.5


def test_a_place_stands_at_its_distance_and_direction(place: PlaceResult) -> None:
    north, east = at(place, 28.3, -82.46, 24.0), at(place, 27.95, -82.38, 4.9)
    drawn = map_view([north, east], ["good", "bad"], TAMPA, texts("en"))
    assert drawn
    assert [ring.miles for ring in drawn.rings] == [5, 10, 25]
    first, second = drawn.marks
    assert (first.number, first.direction, first.tone) == (1, "N", "good")
    assert (second.number, second.direction, second.tone) == (2, "E", "bad")
    # North is up, and each lies just inside the ring of its distance.
    assert abs(first.spot_x) < 1
    assert drawn.rings[1].radius < -first.spot_y < drawn.rings[2].radius
    assert 0 < second.spot_x < drawn.rings[0].radius


def test_numbers_that_would_cover_one_another_are_put_aside(place: PlaceResult) -> None:
    same = [at(place, 27.951, -82.46, 0.1)] * 8
    drawn = map_view(same, ["good"] * 8, TAMPA, texts("en"))
    assert drawn
    for one, other in itertools.combinations(drawn.marks, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= 2 * MARK - 0.2
    assert len({(mark.spot_x, mark.spot_y) for mark in drawn.marks}) == 1


def test_far_places_get_a_farther_ring_and_mail_order_none(place: PlaceResult) -> None:
    drawn = map_view([at(place, 29, -82, 90.0), at(place, 0, 0, None)], ["good"] * 2, TAMPA, texts("en"))
    assert drawn
    assert [mark.number for mark in drawn.marks] == [1]
    assert drawn.rings[-1].miles == 100
    far = map_view([at(place, 40, -82, 800.0)], ["good"], TAMPA, texts("en"))
    assert far
    assert math.isclose(math.hypot(far.marks[0].spot_x, far.marks[0].spot_y), 140, abs_tol=1)


def test_without_a_middle_or_a_distance_there_is_no_map(place: PlaceResult) -> None:
    assert map_view([at(place, 28, -82, 3.0)], ["good"], None, texts("en")) is None
    assert map_view([at(place, 28, -82, None)], ["good"], TAMPA, texts("en")) is None
    assert map_view([], [], TAMPA, texts("en")) is None


def test_the_middle_is_the_device_else_the_named_place(services: Services) -> None:
    known = services.knowledge.places
    tampa = UnderstoodPlace(zip="33602", city="Tampa", county_fips="12057", state="FL")
    assert centre_of(Location(latitude=1.0, longitude=2.0), tampa, known) == (1.0, 2.0)
    assert centre_of(Location(zip="33602"), tampa, known) == pytest.approx(TAMPA, abs=0.05)
    assert centre_of(None, replace_zip(tampa, ""), known) == pytest.approx(TAMPA, abs=0.2)
    assert centre_of(None, UnderstoodPlace("", "", "12057", "FL"), known) == pytest.approx(TAMPA, abs=0.5)
    assert centre_of(None, UnderstoodPlace("", "", "", "FL"), known) is None
    assert centre_of(None, None, known) is None


def replace_zip(place: UnderstoodPlace, code: str) -> UnderstoodPlace:
    return UnderstoodPlace(code, place.city, place.county_fips, place.state)


def test_every_direction_has_a_word() -> None:
    assert len({texts("es")(name) for name in DIRECTIONS}) == 8


def test_the_page_draws_the_map_and_says_it_in_a_table(client: TestClient[Any]) -> None:
    page = client.post("/chat", data={"message": "I need Lantus in Tampa 33602", "lang": "en"}).text
    drawn = re.search(r"<svg viewBox.*?</svg>", page, re.DOTALL)
    assert drawn
    table = re.search(r"<caption>Where the places are from you.*?</table>", page, re.DOTALL)
    assert table
    numbers = re.findall(r'<span class="number" aria-hidden="true">(\d+)</span>', page)
    assert re.findall(r"<tr><td>(\d+)</td>", table[0]) == numbers
    assert drawn[0].count('<g class="mark') == len(numbers)
    assert "style=" not in page
    assert "http" not in drawn[0]
