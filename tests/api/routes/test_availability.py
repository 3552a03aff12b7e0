"""Reports, calls and imports: who may, what shows afterwards, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from api.application import create_app
from api.services import opened
from api.settings import Settings

Client = TestClient[Any]
Keys = Callable[[str], dict[str, str]]
SITE = "sample-001"
SITES = (
    "site_id,name,kind,address,city,state,zip,county_fips,latitude,longitude,phone,hours,operating_status,"
    "status_as_of,services,languages,npi,ncpdp_id,url,source\n"
    "real-1,Real Pharmacy,pharmacy,1 Main St,Tampa,FL,33602,12057,27.95,-82.45,+18135550199,24/7,open,"
    "2026-11-25T12:00:00Z,,en,,,,county\n"
    "real-2,Nowhere,castle,1 Main St,Tampa,FL,33602,12057,27.95,-82.45,,24/7,open,,,,,,,county\n"
)
CSV = {"Content-Type": "text/csv"}


def status_at(client: Client, medicine: str) -> list[str]:
    places = client.get("/v1/places", params={"near": "33602", "medicine": medicine, "limit": 50}).json()[
        "places"
    ]
    return [line["status"] for place in places if place["site_id"] == SITE for line in place["stock"]]


def test_a_report_shows_in_the_next_answer_and_leaves_with_its_withdrawal(
    client: Client, key_of: Keys
) -> None:
    agent = key_of("agent")
    before = status_at(client, "epinephrine")
    body = {"site_id": SITE, "medicine": "epinephrine", "status": "low", "quantity": 2, "note": "two left"}
    made = client.post("/v1/availability/reports", json=body, headers=agent)
    assert made.status_code == 201, made.text
    report = made.json()
    assert (report["site_id"], report["medicine"], report["status"]) == (SITE, "epinephrine", "low")
    assert status_at(client, "epinephrine")[0] == "low"
    address = f"/v1/availability/reports/{report['id']}"
    assert client.delete(address, headers=key_of("agent")).status_code == 404  # not theirs
    assert client.delete(address, headers=agent).status_code == 204
    assert client.delete(address, headers=agent).status_code == 409
    assert status_at(client, "epinephrine") == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"site_id": "no-such-site"}, "site_id"),
        ({"medicine": "qwertyuiopazol"}, "medicine"),
        ({"status": "plenty"}, "status"),
        ({"quantity": -1}, "quantity"),
        ({"quantity": "many"}, "quantity"),
        ({"operating_status": "burned"}, "operating_status"),
        ({"note": "x" * 5000}, "note"),
    ],
)
def test_each_bad_field_of_a_report_is_named(
    client: Client, key_of: Keys, changes: dict[str, Any], field: str
) -> None:
    body = {"site_id": SITE, "medicine": "epinephrine", "status": "low", **changes}
    response = client.post("/v1/availability/reports", json=body, headers=key_of("partner"))
    assert response.status_code == 400, response.text
    assert [error["field"] for error in response.json()["errors"]] == [field]


def test_stale_stock_in_an_answer_becomes_a_call_that_one_agent_takes(
    client: Client, services: Any, key_of: Keys
) -> None:
    agent = key_of("agent")
    calls: list[dict[str, Any]] = []
    for medicine in services.knowledge.medicines.medicines:
        client.post("/v1/chat", json={"message": f"Where can I get {medicine.name} near Tampa 33602?"})
        services.aftermath.calls.settle()
        calls = client.get("/v1/availability/calls", headers=agent).json()["calls"]
        if calls:
            break
    assert {"id", "site_id", "site_name", "phone", "medicine", "asked", "claimed"} <= set(calls[0])
    address = f"/v1/availability/calls/{calls[0]['id']}/claim"
    assert client.post(address, headers=agent).status_code == 200
    assert client.post(address, headers=key_of("agent")).status_code == 409
    assert client.post("/v1/availability/calls/999999/claim", headers=agent).status_code == 404


def test_an_import_takes_the_place_of_the_sample(untouched_home: Path, tmp_path: Path) -> None:
    import shutil

    home = tmp_path / "home"
    shutil.copytree(untouched_home, home)
    settings = Settings(home=str(home), log_level="error")
    with opened(settings) as services, TestClient(create_app(settings, services)) as client:
        _, key = services.keys.create("partner", "county")
        headers = {"Authorization": f"Bearer {key}", **CSV}
        assert "PRACTICE DATA" in client.get("/").text
        first = client.post("/v1/availability/imports/sites", content=SITES, headers=headers)
        assert first.status_code == 200, first.text
        report = first.json()
        assert (report["accepted"], report["rejected"]) == (1, 1)
        assert [(error["row"], error["field"]) for error in report["errors"]] == [(3, "kind")]
        again = client.post("/v1/availability/imports/sites", content=SITES, headers=headers).json()
        assert (again["accepted"], again["updated"], again["unchanged"]) == (0, 0, 1)
        places = client.get("/v1/places", params={"near": "33602"}).json()["places"]
        assert [place["site_id"] for place in places] == ["real-1"]
        assert client.get("/v1/declarations", params={"zip": "33602"}).json()["in_force"] == "unknown"
        assert "PRACTICE DATA" not in client.get("/").text


@pytest.mark.parametrize(
    ("kind", "content", "headers", "status"),
    [
        ("sites", b"", CSV, 400),
        ("sites", b"\x00\x01\x02", CSV, 400),
        ("stock", b"not,the,columns\n1,2,3\n", CSV, 400),
        ("sites", b"{}", {"Content-Type": "application/json"}, 415),
        ("castles", b"a,b\n", CSV, 404),
    ],
)
def test_what_is_no_feed_is_refused(
    client: Client, key_of: Keys, kind: str, content: bytes, headers: dict[str, str], status: int
) -> None:
    response = client.post(
        f"/v1/availability/imports/{kind}", content=content, headers={**key_of("admin"), **headers}
    )
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
