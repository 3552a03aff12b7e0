"""The pharmacist desk in a real Chromium: with and without JavaScript, at three widths, by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.signed_in import SignedIn, sign_in

__all__ = ["sign_in"]
LIST = "\n".join(
    (
        "Drug name\tLot\tExpires\tQuantity\tUnit\tSealed\tOriginal packaging\tCold chain",
        "lisinopril\tL1\t2031-03\t30\ttablets\tyes\tyes\t",
        "insulin glargine\tA77\t03/2031\t12\tpens\tyes\tyes\tno",
        "metformin\tX\t2019-01\t1\t\tyes\tyes\t",
    )
)


def dispense(page: Page, medicine: str) -> None:
    page.get_by_label("Medicine, NDC or RxCUI").fill(medicine)
    page.get_by_label("State of the pharmacy").select_option("FL")
    page.get_by_label("ZIP code of the pharmacy").fill("33602")
    page.get_by_role("button", name="Look it up").click()
    expect(page.locator(".verdict")).to_be_visible()


def donate(page: Page, rows: str) -> None:
    page.get_by_label("State of the giver").select_option("WY")
    page.locator("#rows").fill(rows)
    page.get_by_role("button", name="Check the list").click()
    expect(page.locator(".summary")).to_be_visible()


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_may_i_dispense(sign_in: SignedIn, scripted: bool) -> None:
    page = sign_in("pharmacist", "/pharmacist", java_script_enabled=scripted)
    dispense(page, "Lantus")
    expect(page.locator(".verdict")).to_have_text("Yes, within these limits")
    expect(page.locator("#answer")).to_contain_text("Fla. Stat. 465.0275(2)")
    dispense(page, "oxycodone")
    expect(page.locator(".verdict")).to_have_text("Not under a refill rule")
    page.locator(".rule-facts a, #answer a").first.click()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_may_i_donate(sign_in: SignedIn, scripted: bool) -> None:
    page = sign_in("pharmacist", "/pharmacist", java_script_enabled=scripted)
    donate(page, LIST)
    expect(page.locator("#answer .problem")).to_contain_text("Row 4, expires: expired on 2019-01-31")
    rows = page.locator(".summary tbody")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Wyoming Medication Donation Program")
    # The list is still there, to mend the row.
    expect(page.locator("#rows")).to_have_value(LIST)


def test_a_scanner_fills_the_list_by_keyboard_alone(sign_in: SignedIn) -> None:
    page = sign_in("pharmacist", "/pharmacist")
    for code in ("lisinopril", "metformin"):
        page.locator("#item").focus()
        page.keyboard.type(code)
        for text in ("L1", "2031-03", "5"):
            page.keyboard.press("Tab")
            page.keyboard.type(text)
        # Scanners send Enter: it adds to the list.
        page.keyboard.press("Enter")
        page.wait_for_url("**/pharmacist/donate")
        expect(page.locator("#item")).to_have_value("")
        assert code in page.locator("#rows").input_value()
    assert page.locator("#rows").input_value().count("\n") == 1
    expect(page.locator("#item")).to_be_focused()
