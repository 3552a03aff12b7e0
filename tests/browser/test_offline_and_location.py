"""The chat without a network, on a device that has been there before; and the device's location."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, check_accessible

ASKED = "I need Lantus in Tampa 33602"
TAMPA = {"latitude": 27.94871, "longitude": -82.45832}


def ask(page: Page, message: str) -> None:
    page.get_by_role("textbox").fill(message)
    page.locator("button.primary").click()
    expect(page.locator("article.answer").last).to_be_visible()


def until_worker_runs(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_without_a_network_the_last_answer_the_lines_and_what_to_do_are_there(open_page: Open) -> None:
    page = open_page(service_workers="allow")
    until_worker_runs(page)
    ask(page, ASKED)
    place = page.locator(".card bdi").first.inner_text()
    page.context.set_offline(True)
    page.goto("/")
    expect(page.locator("h1")).to_have_text("You are offline")
    expect(page.locator("[data-answer-here] article.answer")).to_contain_text(place)
    # A reply would go to a conversation that is over.
    expect(page.locator("[data-answer-here] .follow-up")).to_have_count(0)
    expect(page.locator("[data-last-answer] time")).not_to_be_empty()
    expect(page.locator("a[href='tel:+18002221222']")).to_be_visible()
    page.locator("summary", has_text="Danger signs").click()
    expect(page.get_by_text("trouble breathing, chest pain, a seizure")).to_be_visible()
    check_accessible(page)
    page.get_by_role("button", name="Forget it").click()
    expect(page.locator("[data-last-answer]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator("h1")).to_have_text("You are offline")
    expect(page.locator("[data-last-answer]")).to_be_hidden()
    page.context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("textbox")).to_be_visible()


def test_the_offline_page_speaks_spanish(open_page: Open) -> None:
    page = open_page("/?lang=es", service_workers="allow", locale="es-US")
    until_worker_runs(page)
    page.context.set_offline(True)
    page.goto("/")
    expect(page.locator("h1")).to_have_text("No tiene conexión")
    check_accessible(page)
    page.context.set_offline(False)


def test_the_message_is_not_kept_and_the_answer_can_be_forgotten_from_the_chat(open_page: Open) -> None:
    page = open_page()
    notice = page.locator("footer [data-last-answer]")
    expect(notice).to_be_hidden()
    ask(page, "zebra umbrella, and I need Lantus in Tampa 33602")
    expect(notice).to_be_visible()
    held = page.evaluate("JSON.stringify(localStorage)")
    assert "Tampa" in held
    assert "zebra" not in held
    check_accessible(page)
    notice.get_by_role("button").click()
    expect(notice).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_the_worker_keeps_no_answer(open_page: Open) -> None:
    page = open_page(service_workers="allow")
    until_worker_runs(page)
    ask(page, ASKED)
    kept = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) =>
            (await (await caches.open(name)).keys()).map((each) => new URL(each.url).pathname)))).flat()"""
    )
    assert kept
    assert all(path.startswith(("/static/", "/offline")) for path in kept)


def sent_with(page: Page) -> dict[str, list[str]]:
    with page.expect_request("**/chat") as request:
        ask(page, "Which pharmacy is open?")
    return parse_qs(request.value.post_data or "")


def test_the_location_is_asked_for_rounded_and_goes_along(open_page: Open) -> None:
    page = open_page(geolocation=TAMPA, permissions=["geolocation"])
    assert "latitude" not in sent_with(page)
    page.reload()
    page.get_by_role("button", name="Use my location").click()
    expect(page.get_by_text("not stored.", exact=False).first).to_be_visible()
    check_accessible(page)
    page.get_by_role("button", name="Yes, use it").click()
    expect(page.locator(".where [role=status]")).to_contain_text("goes along")
    sent = sent_with(page)
    assert (sent["latitude"], sent["longitude"]) == (["27.95"], ["-82.46"])
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator(".map svg")).to_be_visible()
    held = page.evaluate("JSON.stringify(localStorage) + location.href")
    assert "27.94871" not in held
    page.get_by_role("button", name="Stop using my location").click()
    assert "latitude" not in sent_with(page)


def test_no_means_no_and_a_refusal_is_told(open_page: Open) -> None:
    page = open_page(geolocation=TAMPA, permissions=[])
    page.get_by_role("button", name="Use my location").click()
    page.get_by_role("button", name="No", exact=True).click()
    assert "latitude" not in sent_with(page)
    page.get_by_role("button", name="Use my location").click()
    page.get_by_role("button", name="Yes, use it").click()
    expect(page.locator(".where [role=status]")).to_contain_text("could not be read")
    assert "latitude" not in sent_with(page)


def test_without_script_there_is_no_button_that_does_nothing(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    expect(page.get_by_role("button", name="Use my location")).to_be_hidden()
    expect(page.locator("[data-last-answer]")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_card_has_no_barrier_prints_on_one_page_and_sets_nothing(open_page: Open, width: int) -> None:
    page = open_page("/?lang=es", viewport={"width": width, "height": 800})
    ask(page, "Necesito Lantus en Tampa 33602")
    page.locator("a", has_text="Hoja para mostrar al farmacéutico").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_contain_text("insulin glargine")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    check_accessible(page)
    sheets = page.pdf(format="Letter").count(b"/Type /Page\n")
    assert sheets == 1
