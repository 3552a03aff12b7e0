"""Places by number, name and point."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import zipcodes
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.places.distance import distance_miles
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.names import place_key
from knowledge.places.place import Place
from knowledge.places.states import JURISDICTIONS

SHARED = Path(__file__).parents[3] / ".." / "shared" / "data"


def test_a_zip_code_has_everything(gazetteer: Gazetteer) -> None:
    place = gazetteer.by_zip("33602")
    assert place is not None
    assert (place.city, place.county, place.county_fips, place.state) == (
        "Tampa",
        "Hillsborough County",
        "12057",
        "FL",
    )
    assert (place.timezone, place.kind, place.label) == ("America/New_York", "zip", "Tampa, FL 33602")
    assert distance_miles(place.latitude, place.longitude, 27.9506, -82.4572) < 3


@pytest.mark.parametrize("code", ["00000", "99999", "3360", "", "abcde", "09905", "56999"])
def test_what_is_no_zip_code_of_a_place_is_none(gazetteer: Gazetteer, code: str) -> None:
    assert gazetteer.by_zip(code) is None


@pytest.mark.parametrize("code", ["33602-1234", " 33602 ", "336021234"])
def test_zip_plus_four_is_the_zip(gazetteer: Gazetteer, code: str) -> None:
    assert gazetteer.by_zip(code) == gazetteer.by_zip("33602")


@pytest.mark.parametrize(
    ("code", "fips", "state"),
    [
        ("00901", "72127", "PR"),
        ("00802", "78030", "VI"),
        ("00820", "78010", "VI"),
        ("00830", "78020", "VI"),
        ("96910", "66010", "GU"),
        ("96799", "60010", "AS"),
        ("96950", "69110", "MP"),
        ("20001", "11001", "DC"),
        ("63101", "29510", "MO"),  # St. Louis city, not the county
        ("21201", "24510", "MD"),  # Baltimore city
        ("23219", "51760", "VA"),  # Richmond city
        ("70112", "22071", "LA"),
        ("99501", "02020", "AK"),
        ("96761", "15009", "HI"),
        ("06103", "09003", "CT"),
    ],
)
def test_counties_of_all_kinds(gazetteer: Gazetteer, code: str, fips: str, state: str) -> None:
    place = gazetteer.by_zip(code)
    assert place is not None
    assert (place.county_fips, place.state) == (fips, state)


@pytest.mark.parametrize(
    ("name", "state", "fips"),
    [
        ("Pinellas County", "FL", "12103"),
        ("Pinellas", "Florida", "12103"),
        ("St. Johns", "FL", "12109"),
        ("Saint Johns County", "FL", "12109"),
        ("Orleans Parish", "LA", "22071"),
        ("LaSalle County", "IL", "17099"),
        ("La Salle County", "IL", "17099"),
        ("Prince George's County", "MD", "24033"),
        ("Anchorage Municipality", "AK", "02020"),
        ("Municipality of Anchorage", "AK", "02020"),
        ("City and Borough of Juneau", "AK", "02110"),
        ("Ponce Municipio", "PR", "72113"),
        ("Mayagüez", "PR", "72097"),
        ("Doña Ana County", "NM", "35013"),
        ("Baltimore County", "MD", "24005"),
        ("Baltimore city", "MD", "24510"),
        ("Capitol Planning Region", "CT", "09110"),
        ("Island County", "WA", "53029"),
        ("Nowhere County", "FL", ""),
        ("Pinellas County", "XX", ""),
    ],
)
def test_county_codes_by_name(gazetteer: Gazetteer, name: str, state: str, fips: str) -> None:
    assert gazetteer.county_fips(name, state) == fips


def test_every_county_is_found_by_its_own_name(gazetteer: Gazetteer) -> None:
    for county in gazetteer.counties():
        assert gazetteer.county_fips(county.county, county.state) == county.county_fips


def test_every_zip_has_a_county_a_zone_and_a_centre(gazetteer: Gazetteer) -> None:
    places = list(gazetteer.zip_places())
    assert len(places) > 41_000
    for place in places:
        assert gazetteer.by_county_fips(place.county_fips) is not None, place
        assert place.state in JURISDICTIONS
        assert -90 < place.latitude < 72 and (place.longitude < -64 or place.longitude > 140), place
        ZoneInfo(place.timezone)


def test_zips_say_what_their_package_says(gazetteer: Gazetteer) -> None:
    for place in random.Random(5).sample(list(gazetteer.zip_places()), 60):
        (record,) = zipcodes.matching(place.zip)
        assert (record["city"], record["state"]) == (place.city, place.state)


def test_counties_agree_with_the_census_gazetteer(gazetteer: Gazetteer) -> None:
    path = SHARED / "zip_gazetteer.csv"
    if not path.exists():
        pytest.skip("../shared/data/zip_gazetteer.csv is not here")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places = [(gazetteer.by_zip(row["zip"]), row["county_fips"].split("|")) for row in rows]
    coded = [place for place, _ in places if place and place.county_fips]
    assert len(coded) >= 0.995 * len(rows)
    both = [(place.county_fips, counties) for place, counties in places if place and counties != [""]]
    assert sum(code in counties for code, counties in both) >= 0.995 * len(both)


@pytest.mark.parametrize(
    ("city", "state", "label"),
    [
        ("st petersburg", "FL", "St. Petersburg, FL"),
        ("Saint Petersburg", "florida", "St. Petersburg, FL"),
        ("FT MYERS", "FL", "Fort Myers, FL"),
        ("New York", "NY", "New York, NY"),
        ("Mayaguez", "PR", "Mayagüez, PR"),
    ],
)
def test_cities_by_name_and_state(gazetteer: Gazetteer, city: str, state: str, label: str) -> None:
    place = gazetteer.by_city(city, state)
    assert place is not None
    assert place.label == label
    assert place.county_fips


def test_a_city_of_another_state_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.by_city("Tampa", "AK") is None
    assert gazetteer.by_city("Tampa", "Neverland") is None


@pytest.mark.parametrize(
    ("lat", "lon", "city"),
    [
        (27.9506, -82.4572, "Tampa"),
        (13.47, 144.75, "Hagatna"),
        (51.88, -176.66, "Adak"),
        (18.34, -64.93, "St Thomas"),
    ],
)
def test_the_nearest_place_of_a_point(gazetteer: Gazetteer, lat: float, lon: float, city: str) -> None:
    place = gazetteer.nearest(lat, lon)
    assert place_key(place.city) == place_key(city)
    assert (place.latitude, place.longitude, place.kind) == (lat, lon, "point")


@pytest.fixture(scope="module")
def some_zips(gazetteer: Gazetteer) -> list[Place]:
    return random.Random(3).sample(list(gazetteer.zip_places()), 500)


@settings(max_examples=40, deadline=None)
@given(lat=st.floats(-14, 65), lon=st.floats(-170, -65))
def test_no_zip_is_nearer_than_the_nearest(
    gazetteer: Gazetteer, some_zips: list[Place], lat: float, lon: float
) -> None:
    found = gazetteer.by_zip(gazetteer.nearest(lat, lon).zip)
    assert found is not None
    nearest = distance_miles(lat, lon, found.latitude, found.longitude)
    # The search takes the earth for flat around the point; far out at sea a few miles do not matter.
    slack = 1.0 + 0.06 * nearest
    assert all(distance_miles(lat, lon, z.latitude, z.longitude) >= nearest - slack for z in some_zips)


def test_every_jurisdiction_is_a_place(gazetteer: Gazetteer) -> None:
    for code, state in JURISDICTIONS.items():
        place = gazetteer.state(code)
        assert place is not None
        assert (place.label, place.kind, place.state) == (state.name, "state", code)
        assert gazetteer.state_timezone(code.lower()) == state.timezone
    assert gazetteer.state("XX") is None
    with pytest.raises(KeyError):
        gazetteer.state_timezone("XX")


def test_connecticut_regions_overlap_its_counties(gazetteer: Gazetteer) -> None:
    assert "09003" in gazetteer.overlapping_counties("09110")
    assert gazetteer.overlapping_counties("12057") == ("12057",)
    assert gazetteer.overlapping_counties("99999") == ()
