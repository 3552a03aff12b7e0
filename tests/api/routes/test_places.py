"""`GET /v1/places`: useful places as JSON and GeoJSON, and every bad parameter named."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

Client = TestClient[Any]
NEAR = {"near": "33602", "medicine": "Lantus"}


def get(client: Client, **parameters: Any) -> dict[str, Any]:
    response = client.get("/v1/places", params=parameters)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_places_have_the_fields_of_the_contract(client: Client) -> None:
    found = get(client, **NEAR)
    assert set(found) == {"places", "widened_to_miles"}
    place = found["places"][0]
    fields = (
        "site_id name kind address city state zip phone latitude longitude distance_miles operating_status "
        "open_now status_as_of stock"
    )
    assert set(fields.split()) <= set(place)
    line = place["stock"][0]
    assert line["medicine"] == "insulin glargine"
    assert {
        "medicine",
        "rxcui",
        "strength",
        "form",
        "status",
        "as_of",
        "age_hours",
        "freshness",
        "source",
        "program",
    } <= set(line)


def test_limit_radius_and_switches(client: Client) -> None:
    assert len(get(client, **NEAR, limit=2)["places"]) == 2
    assert all(place["distance_miles"] <= 3 for place in get(client, **NEAR, radius_miles=3)["places"])
    in_stock = get(client, **NEAR, in_stock="true", limit=20)["places"]
    assert all(any(line["status"] == "in_stock" for line in place["stock"]) for place in in_stock)
    assert all(place["open_now"] for place in get(client, **NEAR, open_now="true", limit=20)["places"])


def test_several_medicines_mean_all_of_them(client: Client) -> None:
    found = get(client, near="33602", medicine=["Lantus", "albuterol"], limit=20)
    for place in found["places"]:
        listed = {line["medicine"] for line in place["stock"]}
        assert not listed or listed >= {"insulin glargine", "albuterol"}


def test_a_name_a_number_and_a_misspelling_find_the_same(client: Client) -> None:
    by_name = get(client, **NEAR)["places"]
    by_number = get(client, near="33602", medicine="274783")["places"]
    assert [place["site_id"] for place in by_name] == [place["site_id"] for place in by_number]


def test_a_point_is_a_place_too(client: Client) -> None:
    found = get(client, near="27.9506,-82.4572", medicine="Lantus")
    assert found["places"][0]["distance_miles"] < 5


def test_without_a_medicine_the_nearest_places(client: Client) -> None:
    assert get(client, near="33602", limit=5)["places"]


def test_geojson_holds_the_same_places(client: Client) -> None:
    response = client.get("/v1/places", params=NEAR, headers={"Accept": "application/geo+json"})
    assert response.headers["content-type"] == "application/geo+json"
    collection = response.json()
    places = get(client, **NEAR)["places"]
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in collection["features"]] == [place["site_id"] for place in places]
    for feature, place in zip(collection["features"], places, strict=True):
        if place["latitude"] is None:
            assert feature["geometry"] is None
        else:
            assert feature["geometry"]["coordinates"] == [place["longitude"], place["latitude"]]
        assert feature["properties"]["name"] == place["name"]


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({}, "near"),
        ({"near": ""}, "near"),
        ({"near": "00000"}, "near"),
        ({"near": "Tampa"}, "near"),
        ({"near": "91,0"}, "near"),
        ({"near": "nan,nan"}, "near"),
        ({"near": "1,2,3"}, "near"),
        ({"near": "33602", "medicine": "qwertyuiopazol"}, "medicine"),
        ({"near": "33602", "medicine": "x" * 500}, "medicine"),
        ({"near": "33602", "radius_miles": "0"}, "radius_miles"),
        ({"near": "33602", "radius_miles": "-5"}, "radius_miles"),
        ({"near": "33602", "radius_miles": "inf"}, "radius_miles"),
        ({"near": "33602", "limit": "0"}, "limit"),
        ({"near": "33602", "limit": "100000"}, "limit"),
        ({"near": "33602", "limit": "many"}, "limit"),
        ({"near": "33602", "open_now": "maybe"}, "open_now"),
        ({"near": "33602", "as_of": "soon"}, "as_of"),
    ],
)
def test_each_bad_parameter_is_named(client: Client, parameters: dict[str, str], field: str) -> None:
    response = client.get("/v1/places", params=parameters)
    assert response.status_code == 400, response.text
    assert [error["field"] for error in response.json()["errors"]] == [field]
