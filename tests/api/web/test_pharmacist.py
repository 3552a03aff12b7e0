"""The pharmacist desk says what the API says; without the role nobody sees it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from litestar.testing import TestClient

from api.web.pharmacist import DonateForm, added

Client = TestClient[Any]
KeyOf = Callable[[str], dict[str, str]]
GOOD = "lisinopril\tL1\t2031-03\t30\ttablets\tyes\tyes\t"


@pytest.fixture(scope="module")
def pharmacist(key_of: KeyOf) -> dict[str, str]:
    return key_of("pharmacist")


def words(page: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def test_may_i_dispense_says_what_the_look_up_says(client: Client, pharmacist: dict[str, str]) -> None:
    asked = {"state": "FL", "medicine": "lisinopril"}
    rule = client.get("/v1/refill-rules", params={**asked, "county_fips": "12057"}).json()
    page = client.get("/pharmacist/dispense", params={**asked, "zip": "33602"}, headers=pharmacist)
    assert page.status_code == 200
    said = words(page.text)
    assert "Yes, within these limits" in said
    for text in (rule["applies"]["citation"], *rule["applies"]["conditions"], *rule["reasons"]):
        assert text in said
    assert "drill, not a real emergency" in said
    # Still in the form, to change and ask again.
    assert 'value="lisinopril"' in page.text


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ({"state": "FL", "medicine": "oxycodone", "zip": "33602"}, "Not under a refill rule"),
        ({"state": "LA", "medicine": "diazepam"}, "Only after the points below are confirmed"),
        ({"state": "FL", "medicine": "lisinopril", "day": "2020-01-05"}, "January 5, 2020, 12:00 PM"),
    ],
)
def test_other_verdicts(
    client: Client, pharmacist: dict[str, str], asked: dict[str, str], verdict: str
) -> None:
    page = client.get("/pharmacist/dispense", params=asked, headers=pharmacist)
    assert page.status_code == 200
    assert verdict in words(page.text)


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"state": "", "medicine": "lisinopril"}, "state"),
        ({"state": "FL", "medicine": "no such thing"}, "This medicine is not known"),
        ({"state": "FL", "medicine": "lisinopril", "zip": "30303"}, "does not lie in the state"),
        ({"state": "FL", "medicine": "lisinopril", "zip": "1"}, "five digits"),
        ({"state": "FL", "medicine": "lisinopril", "day": "soon"}, "Use a date"),
    ],
)
def test_what_has_to_be_corrected_is_told_and_nothing_typed_is_lost(
    client: Client, pharmacist: dict[str, str], asked: dict[str, str], problem: str
) -> None:
    page = client.get("/pharmacist/dispense", params=asked, headers=pharmacist)
    assert page.status_code == 400
    assert problem in words(page.text)
    assert f'value="{asked["medicine"]}"' in page.text


def test_may_i_donate_says_what_the_check_says(client: Client, pharmacist: dict[str, str]) -> None:
    item = {
        "medicine": "lisinopril",
        "lot": "L1",
        "expires": "2031-03",
        "quantity": 30,
        "unit": "tablets",
        "sealed": True,
        "original_packaging": True,
    }
    told = client.post(
        "/v1/donations/check", json={"items": [item], "donor": "pharmacy", "state": "WY"}
    ).json()
    form = {"donor": "pharmacy", "state": "WY", "rows": GOOD}
    page = client.post("/pharmacist/donate", data=form, headers=pharmacist)
    assert page.status_code == 200
    said = words(page.text)
    names = {"eligible": "Eligible", "needs_review": "Needs review", "ineligible": "Not eligible"}
    assert told["items"][0]["programs"]
    for program in told["items"][0]["programs"]:
        assert f"{names[program['verdict']]} : {program['name']}" in said
        for text in (*(reason["text"] for reason in program["reasons"]), *program["paperwork"]):
            assert re.sub(r"\s+", " ", text) in said


def test_rows_that_cannot_be_used_are_told_by_number_and_the_others_are_checked(
    client: Client, pharmacist: dict[str, str]
) -> None:
    rows = [GOOD, GOOD.replace("2031-03", "2019-03"), GOOD.replace("\t30\t", "\tmany\t"), GOOD]
    form = {"donor": "pharmacy", "state": "FL", "rows": "\n".join(rows)}
    page = client.post("/pharmacist/donate", data=form, headers=pharmacist)
    assert page.status_code == 400
    said = words(page.text)
    assert "Row 2, expires: expired on 2019-03-31" in said
    assert "Row 3, quantity" in said
    assert "2 items checked" in said
    assert "1. lisinopril" in said
    assert "4. lisinopril" in said
    assert "many" in page.text


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"rows": ""}, "Add at least one item"),
        ({"state": ""}, "state"),
        ({"program": "none-such"}, "unknown program"),
        ({"donor": "pirate"}, "donor"),
        ({"rows": "\n".join([GOOD] * 501)}, "at most 500"),
    ],
)
def test_a_form_that_cannot_be_checked_is_told(
    client: Client, pharmacist: dict[str, str], changed: dict[str, str], problem: str
) -> None:
    form = {"donor": "pharmacy", "state": "FL", "rows": GOOD, **changed}
    page = client.post("/pharmacist/donate", data=form, headers=pharmacist)
    assert page.status_code == 400
    assert problem in words(page.text)


def test_markup_in_a_list_is_text(client: Client, pharmacist: dict[str, str]) -> None:
    row = "<script>alert(1)</script>\t<b>\t2031-03\t1\t<i>\tyes\tyes\t"
    form = {"donor": "pharmacy", "state": "FL", "rows": row}
    page = client.post("/pharmacist/donate", data=form, headers=pharmacist).text
    assert "<script>alert" not in page
    assert "<i>" not in page
    assert "Eligible :" not in words(page)


def test_adding_an_item_empties_its_fields() -> None:
    form = added(DonateForm(item="lisinopril", lot="L1", quantity="3", rows="first", state="FL", sealed="no"))
    assert form.rows == "first\nlisinopril\tL1\t\t3\t\tno\tyes\t"
    assert (form.item, form.lot, form.quantity, form.sealed, form.state) == ("", "", "", "yes", "FL")
    assert added(DonateForm(rows="first")).rows == "first"


@pytest.mark.parametrize("path", ["/pharmacist", "/pharmacist/dispense?state=FL&medicine=lisinopril"])
@pytest.mark.parametrize(("role", "status"), [("", 401), ("agent", 403), ("partner", 403), ("admin", 200)])
def test_only_pharmacists_see_it(client: Client, key_of: KeyOf, path: str, role: str, status: int) -> None:
    headers = key_of(role) if role else {}
    response = client.get(path, headers=headers, follow_redirects=False)
    assert response.status_code == status
    if status != 200:
        assert "lisinopril" not in response.text


def test_only_pharmacists_may_post(client: Client, key_of: KeyOf) -> None:
    form = {"donor": "pharmacy", "state": "FL", "rows": GOOD}
    assert client.post("/pharmacist/donate", data=form).status_code == 401
    assert client.post("/pharmacist/donate", data=form, headers=key_of("agent")).status_code == 403
