"""The pharmacist card: the rule as the look-up gives it, in English, without a trace of the conversation."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from litestar.testing import TestClient

from api.web.card import card_links
from assistant.answer import Understood, UnderstoodMedicine, UnderstoodPlace

Client = TestClient[Any]
TAMPA = UnderstoodPlace(zip="33602", city="Tampa", county_fips="12057", state="FL")
ATLANTA = UnderstoodPlace(zip="", city="Atlanta", county_fips="13121", state="GA")


def understood(current: UnderstoodPlace | None, home: UnderstoodPlace | None, *names: str) -> Understood:
    medicines = tuple(UnderstoodMedicine(name, "1", name, "", "no", False, "high") for name in names)
    return Understood((), medicines, current, home, "unknown", ())


def words(page: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def test_the_card_says_what_the_look_up_says(client: Client) -> None:
    asked = {"state": "FL", "medicine": "insulin glargine"}
    rule = client.get("/v1/refill-rules", params={**asked, "county_fips": "12057"}).json()
    response = client.get("/card", params={**asked, "county": "12057"}, headers={"accept-language": "es"})
    assert response.status_code == 200
    said = words(response.text)
    assert 'lang="en"' in response.text
    applies = rule["applies"]
    for text in (applies["citation"], applies["trigger"], applies["max_supply_text"], *applies["conditions"]):
        assert text in said
    for text in (*rule["reasons"], *rule["to_confirm"]):
        assert text in said
    assert rule["board"]["phone"][2:5] in said
    assert "insulin glargine" in said
    # What the rule rests on is marked as a drill, and so is the page.
    assert "drill, not a real emergency" in said
    assert "PRACTICE DATA" in said
    assert 'href="/c/rule.FL.declared_emergency.1"' in response.text


def test_a_medicine_that_no_rule_reaches_is_not_asked_for(client: Client) -> None:
    said = words(client.get("/card", params={"state": "FL", "medicine": "oxycodone"}).text)
    assert "No refill rule that we hold lets a pharmacist supply oxycodone" in said
    assert "1306.12(a)" in said


def test_what_has_to_be_confirmed_stands_on_the_card(client: Client) -> None:
    asked = {"state": "LA", "medicine": "diazepam"}
    found = client.get("/v1/refill-rules", params=asked).json()
    said = words(client.get("/card", params=asked).text)
    assert found["to_confirm"]
    assert "Please confirm first" in said
    for text in found["to_confirm"]:
        assert text in said


def test_the_emergency_at_home_is_shown(client: Client) -> None:
    asked = {"state": "GA", "medicine": "lisinopril", "home_state": "FL", "home_county": "12057"}
    said = words(client.get("/card", params=asked).text)
    assert "The patient's home is in Hillsborough County, FL" in said
    assert "EM-0000-FL-SAMPLE" in said
    assert "at the patient's home" in said


@pytest.mark.parametrize(
    "asked",
    [
        {"state": "nowhere"},
        {"state": "FL", "medicine": "<b>no such thing</b>"},
        {"state": "FL", "county": "13121"},
        {},
    ],
)
def test_what_cannot_be_read_is_refused_without_repeating_it(client: Client, asked: dict[str, str]) -> None:
    response = client.get("/card", params=asked, headers={"accept": "text/html"})
    assert response.status_code == 400
    assert "no such thing" not in response.text
    assert 'role="alert"' in response.text


def test_an_answer_links_a_card_for_each_medicine_with_places_only() -> None:
    links = card_links(understood(TAMPA, ATLANTA, "insulin glargine", "lisinopril"))
    assert [name for name, _ in links] == ["insulin glargine", "lisinopril"]
    assert links[0][1] == (
        "/card?state=FL&county=12057&home_state=GA&home_county=13121&medicine=insulin+glargine"
    )
    assert card_links(understood(TAMPA, None)) == (("", "/card?state=FL&county=12057"),)
    # The rule follows the place of the pharmacy.
    assert card_links(understood(None, ATLANTA, "lisinopril")) == ()


def test_the_link_in_a_chat_opens_the_card(client: Client) -> None:
    page = client.post("/chat", data={"message": "Necesito Lantus en Tampa 33602", "lang": "es"}).text
    link = re.search(r'href="(/card[^"]+)"', page)
    assert link
    assert "insulin glargine" in words(client.get(html.unescape(link[1])).text)
