"""The look-ups on rules, declarations, medicines, documents and citations."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

Client = TestClient[Any]


def get(client: Client, path: str, **parameters: Any) -> dict[str, Any]:
    response = client.get(path, params=parameters)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_the_rule_that_applies_under_the_drill(client: Client) -> None:
    found = get(client, "/v1/refill-rules", state="FL", medicine="lisinopril", county_fips="12057")
    fields = "state as_of emergency applies others reasons to_confirm board citations"
    assert set(fields.split()) == set(found)
    assert found["emergency"]["in_force"] == "yes"
    assert found["applies"]["kind"] == "declared_emergency"
    assert found["applies"]["state"] if "state" in found["applies"] else found["state"] == "FL"
    cited = [citation["id"] for citation in found["citations"]]
    assert f"rule.{found['applies']['id']}" in cited
    for citation in found["citations"]:
        assert get(client, f"/c/{citation['id']}")["id"] == citation["id"]


def test_a_year_earlier_the_drill_was_not_there(client: Client) -> None:
    found = get(
        client, "/v1/refill-rules", state="Florida", medicine="lisinopril", as_of="2020-01-05T12:00:00Z"
    )
    assert found["state"] == "FL"
    assert found["emergency"]["in_force"] in ("no", "unknown")
    assert found["applies"] is None or found["applies"]["kind"] != "declared_emergency"


@pytest.mark.parametrize("state", ["TX", "CA", "NY", "PR", "DC", "GU"])
def test_every_state_has_an_answer(client: Client, state: str) -> None:
    assert get(client, "/v1/refill-rules", state=state)["state"] == state


def test_the_home_of_the_patient_is_read(client: Client) -> None:
    found = get(client, "/v1/refill-rules", state="GA", patient_county_fips="12057", medicine="lisinopril")
    assert found["state"] == "GA"


def test_declarations_by_state_zip_and_county_agree(client: Client) -> None:
    by_zip = get(client, "/v1/declarations", zip="33602")
    by_county = get(client, "/v1/declarations", county_fips="12057")
    by_state = get(client, "/v1/declarations", state="FL")
    assert by_zip["in_force"] == by_county["in_force"] == by_state["in_force"] == "yes"
    assert set(by_zip) == {"place", "as_of", "in_force", "declarations", "activations", "reasons"}
    assert by_zip["place"]["county_fips"] == "12057"
    declaration = by_zip["declarations"][0]
    assert {"id", "title", "kind", "incident", "state", "areas", "declared", "began", "ended"} <= set(
        declaration
    )
    assert by_zip["reasons"]


def test_a_medicine_by_any_of_its_names(client: Client) -> None:
    for text in ("Lantus", "insulin glargine", "lantis"):
        found = get(client, "/v1/medicines", q=text)
        assert found["medicines"][0]["name"] == "insulin glargine", text
    fields = (
        "name rxcui brands matched drug_class schedule refrigerated specialty interruption_risk note "
        "certainty"
    )
    assert set(fields.split()) == set(found["medicines"][0])
    assert get(client, "/v1/medicines", q="xqzvw")["medicines"] == []


def test_passages_and_their_document(client: Client) -> None:
    found = get(client, "/v1/documents", q="Who can use EPAP?", limit=3)
    assert 1 <= len(found["passages"]) <= 3
    passage = found["passages"][0]
    fields = "document_id title program jurisdiction language heading page text score url checked confidence"
    assert set(fields.split()) <= set(passage)
    whole = get(client, f"/v1/documents/{passage['document_id']}")
    assert whole["title"] == passage["title"]
    assert get(client, f"/c/{passage['id']}")["quote"] == passage["text"]


def test_another_state_s_passages_are_no_candidates(client: Client) -> None:
    found = get(client, "/v1/documents", q="refill rule", jurisdiction="TX", limit=50)
    assert all({"US", "TX"} & set(passage["jurisdiction"]) for passage in found["passages"])


def test_a_citation_is_a_page_for_people_and_json_for_programs(client: Client) -> None:
    page = client.get("/c/rule.FL.declared_emergency.1", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "465.0275" in page.text
    spanish = client.get("/c/rule.FL.declared_emergency.1?lang=es", headers={"Accept": "text/html"})
    assert "Lo que dice" in spanish.text


@pytest.mark.parametrize(
    ("path", "parameters", "field"),
    [
        ("/v1/refill-rules", {}, "state"),
        ("/v1/refill-rules", {"state": "Atlantis"}, "state"),
        ("/v1/refill-rules", {"state": "FL", "medicine": "qwertyuiopazol"}, "medicine"),
        ("/v1/refill-rules", {"state": "FL", "county_fips": "48201"}, "county_fips"),
        ("/v1/refill-rules", {"state": "FL", "county_fips": "1205"}, "county_fips"),
        ("/v1/refill-rules", {"state": "FL", "patient_state": "XX"}, "patient_state"),
        ("/v1/declarations", {}, "state"),
        ("/v1/declarations", {"zip": "00000"}, "zip"),
        ("/v1/declarations", {"zip": "33602", "state": "TX"}, "zip"),
        ("/v1/declarations", {"county_fips": "99999"}, "county_fips"),
        ("/v1/medicines", {}, "q"),
        ("/v1/medicines", {"q": ""}, "q"),
        ("/v1/medicines", {"q": "x" * 1000}, "q"),
        ("/v1/documents", {}, "q"),
        ("/v1/documents", {"q": "x", "audience": "boss"}, "audience"),
        ("/v1/documents", {"q": "x", "jurisdiction": "Atlantis"}, "jurisdiction"),
        ("/v1/documents", {"q": "x", "language": "not a tag"}, "language"),
        ("/v1/documents", {"q": "x", "limit": "0"}, "limit"),
    ],
)
def test_each_bad_parameter_is_named(
    client: Client, path: str, parameters: dict[str, str], field: str
) -> None:
    response = client.get(path, params=parameters)
    assert response.status_code == 400, response.text
    assert [error["field"] for error in response.json()["errors"]] == [field]


@pytest.mark.parametrize(
    "path", ["/v1/documents/no-such-document", "/c/rule.XX.none", "/c/nonsense", "/c/document.x.y"]
)
def test_what_is_not_held_is_404(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
