"""`POST /v1/donations/check`: verdicts with reasons and citations, and field errors."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

Client = TestClient[Any]
ITEM = {
    "medicine": "lisinopril",
    "lot": "A1",
    "expires": "2099-12",
    "sealed": True,
    "original_packaging": True,
    "quantity": 10,
    "unit": "bottle",
}


def body(**changes: Any) -> dict[str, Any]:
    item = {**ITEM, **changes.pop("item", {})}
    return {"items": [item], "donor": "pharmacy", "state": "FL", "program": None, **changes}


def check(client: Client, **changes: Any) -> dict[str, Any]:
    response = client.post("/v1/donations/check", json=body(**changes))
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_every_program_gives_a_verdict_with_reasons_that_can_be_opened(client: Client) -> None:
    found = check(client)
    (item,) = found["items"]
    assert item["medicine"] == "lisinopril"
    assert item["programs"]
    for program in item["programs"]:
        assert {"program", "name", "verdict", "reasons", "paperwork"} <= set(program)
        assert program["verdict"] in ("eligible", "ineligible", "needs_review")
        assert program["reasons"]
    cited = {citation["id"] for citation in found["citations"]}
    named = {reason["citation"] for program in item["programs"] for reason in program["reasons"]}
    assert named <= cited


def test_an_unknown_medicine_is_never_eligible(client: Client) -> None:
    (item,) = check(client, item={"medicine": "qwertyuiopazol"})["items"]
    assert all(program["verdict"] != "eligible" for program in item["programs"])


def test_one_program_is_found_with_either_dash(client: Client) -> None:
    first = check(client)["items"][0]["programs"][0]["program"]
    for name in (first, first.replace("-", "_"), first.replace("_", "-")):
        programs = check(client, program=name)["items"][0]["programs"]
        assert [program["program"] for program in programs] == [first]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"item": {"expires": "2020-01-01"}}, "items.0.expires"),
        ({"item": {"expires": "soon"}}, "items.0.expires"),
        ({"item": {"quantity": 0}}, "items.0.quantity"),
        ({"item": {"medicine": ""}}, "items.0.medicine"),
        ({"item": {"ndc": "12"}}, "items.0.ndc"),
        ({"items": []}, "items"),
        ({"donor": "thief"}, "donor"),
        ({"state": "Atlantis"}, "state"),
        ({"program": "no-such-program"}, "program"),
        ({"as_of": "soon"}, "as_of"),
    ],
)
def test_each_bad_field_is_named(client: Client, changes: dict[str, Any], field: str) -> None:
    response = client.post("/v1/donations/check", json=body(**changes))
    assert response.status_code == 400, response.text
    assert [error["field"] for error in response.json()["errors"]] == [field]
