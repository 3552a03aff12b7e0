"""The call-center console in a real Chromium: by keyboard alone, without JavaScript, with several callers."""

from __future__ import annotations

import json
import re
import time

import pytest
from playwright.sync_api import Page, expect

from api.services import Services
from tests.browser.conftest import check_accessible
from tests.browser.signed_in import SignedIn, enter, sign_in

__all__ = ["sign_in"]
LANTUS = "Caller left Lantus at home in St. Petersburg, is at a shelter in Tampa 33602"
SCRIPTED = pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])


def ask(page: Page, message: str) -> None:
    page.locator("#message").fill(message)
    page.locator("#ask button").click()
    expect(page.locator("#aloud")).to_be_visible()
    expect(page.locator(".console")).not_to_have_attribute("aria-busy", "true")


def no_reload(page: Page) -> None:
    page.evaluate("window.stillHere = true")


def was_not_reloaded(page: Page) -> bool:
    return bool(page.evaluate("window.stillHere === true"))


@SCRIPTED
def test_a_question_fills_the_three_panes(sign_in: SignedIn, scripted: bool) -> None:
    page = sign_in("agent", "/agent", java_script_enabled=scripted)
    ask(page, LANTUS)
    expect(page.locator("#said .asked")).to_contain_text("Lantus")
    expect(page.locator("#slot-medicine")).to_have_value("insulin glargine")
    expect(page.locator("#slot-current")).to_have_value("Tampa, FL 33602")
    expect(page.locator("#slot-home")).to_have_value("St. Petersburg, FL")
    expect(page.locator("#aloud")).to_contain_text("nearest place")
    expect(page.locator("#aloud")).not_to_contain_text("[")
    assert page.locator(".card").count() >= 3
    for line in page.locator(".card .stock li").all():
        assert "reported" in line.inner_text()
    assert page.locator(".halves .sources li").count() >= 10
    for age in page.locator(".halves .sources .age").all_inner_texts():
        assert (
            "checked" not in age or "ago" in age or "now" in age or re.search(r"checked \d{4}(-\d\d)? ", age)
        )


@SCRIPTED
def test_a_slot_is_mended(sign_in: SignedIn, scripted: bool) -> None:
    page = sign_in("agent", "/agent", java_script_enabled=scripted)
    ask(page, LANTUS)
    page.locator("#slot-medicine").fill("metformin")
    page.locator("#slot-medicine").press("Enter")
    expect(page.locator("#slot-medicine")).to_have_value("metformin")
    expect(page.locator("#slot-current")).to_have_value("Tampa, FL 33602")
    page.locator("#slot-coverage").select_option("medicare")
    page.get_by_role("button", name="Change Coverage").click()
    expect(page.locator("#slot-coverage")).to_have_value("medicare")
    expect(page.locator("#answer")).to_contain_text("1-800-633-4227")


def test_the_console_by_keyboard_alone(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    no_reload(page)
    page.keyboard.press("/")
    page.keyboard.type(LANTUS)
    page.keyboard.press("Enter")
    expect(page.locator("#answer-title")).to_be_focused()
    expect(page.locator("#message")).to_have_value("")
    # Two keystrokes and a choice.
    name = page.locator("[data-place='2'] bdi").first.inner_text()
    page.keyboard.press("r")
    page.keyboard.press("2")
    expect(page.locator("[data-place='2'] .choices button").first).to_be_focused()
    page.keyboard.press("3")
    expect(page.locator("[data-place='2'] .outcome")).to_contain_text("Out of stock")
    page.keyboard.press("c")
    page.keyboard.type(LANTUS)
    page.keyboard.press("Enter")
    expect(page.locator("#aloud")).to_be_visible()
    spoiled = page.locator(".card", has_text=name)
    assert spoiled.count() == 0 or "Out of stock" in spoiled.first.inner_text()
    page.keyboard.press("[")
    withdraw = page.locator(".outcome button")
    expect(withdraw).to_be_visible()
    withdraw.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-place='2'] .outcome")).to_contain_text("Withdrawn")
    page.keyboard.press("s")
    page.keyboard.type("who can use EPAP")
    page.keyboard.press("Enter")
    expect(page.locator("#found li").first).to_be_visible(timeout=60_000)  # loads the embedding model
    expect(page.locator("#aloud")).to_be_visible()
    page.keyboard.press("a")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    check_accessible(page)
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    assert was_not_reloaded(page)


@SCRIPTED
def test_the_search_puts_passages_together_by_document(sign_in: SignedIn, scripted: bool) -> None:
    page = sign_in("agent", "/agent", java_script_enabled=scripted)
    page.locator("#q").fill("who can use EPAP")
    page.locator("#q").press("Enter")
    expect(page.locator("#found li").first).to_be_visible(timeout=60_000)  # loads the embedding model
    titles = page.locator("#found h4").all_inner_texts()
    assert titles
    assert len(titles) == len(set(titles))
    # No passage is shown a second time in Spanish.
    assert page.locator("#found .found").evaluate_all("all => all.every(one => one.lang === 'en')")
    first = page.locator("#found .found").first
    expect(first.locator("h4")).to_contain_text("EPAP")
    expect(first.locator("li").first.locator("a")).to_have_attribute("href", re.compile("/c/document"))


def test_single_keys_can_be_turned_off_and_leave_typing_alone(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    page.locator("#message").press_sequentially("cs?")
    expect(page.locator("#message")).to_have_value("cs?")
    expect(page.locator("#callers li")).to_have_count(1)
    page.get_by_role("button", name="Keys").click()
    page.locator("#keys-on").uncheck()
    page.get_by_role("button", name="Close", exact=True).click()
    page.locator("#answer-title").focus()
    page.keyboard.press("c")
    expect(page.locator("#callers li")).to_have_count(1)


@SCRIPTED
def test_a_report_shows_in_the_next_answer(sign_in: SignedIn, services: Services, scripted: bool) -> None:
    page = sign_in("agent", "/agent", java_script_enabled=scripted)
    ask(page, "Caller needs albuterol, is in Tampa 33602")
    place = page.locator("[data-place='1']")
    name = place.locator("bdi").first.inner_text()
    place.locator("summary").click()
    place.get_by_role("button", name="In stock").click()
    if scripted:
        expect(place.locator(".outcome")).to_contain_text("In stock")
        ask(page, "Caller needs albuterol, is in Tampa 33602")
    else:
        expect(page.locator(".notice")).to_contain_text("kept")
    card = page.locator(".card", has_text=name).first
    expect(card.locator(".stock")).to_contain_text("In stock")
    expect(card.locator(".stock")).to_contain_text("just now")


@SCRIPTED
def test_the_next_call_is_taken_from_the_queue(sign_in: SignedIn, services: Services, scripted: bool) -> None:
    page = sign_in("agent", "/agent", java_script_enabled=scripted)
    ask(page, "Caller needs metformin, is in Orlando 32801")
    until = time.monotonic() + 10  # the queue is written beside the answers
    while not services.knowledge.availability.calls(1) and time.monotonic() < until:
        page.wait_for_timeout(100)
    page.goto("/agent")
    expect(page.locator(".calls li").first).to_contain_text("since")
    page.get_by_role("button", name="Take the next call").click()
    call = page.locator(".call")
    expect(call.locator("a[href^='tel:+1']")).to_be_visible()
    expect(call).to_contain_text("yours for 20 minutes")
    first = call.locator("strong bdi").inner_text()
    page.get_by_role("button", name="Take the next call").click()
    expect(page.locator(".call strong bdi")).not_to_have_text(first)


def test_callers_stay_apart_and_survive_a_reload(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    ask(page, LANTUS)
    page.get_by_role("button", name="New caller").click()
    expect(page.locator("#said .asked")).to_have_count(0)
    page.locator("#message").fill("half a thought")
    page.get_by_role("button", name="Caller 1").click()
    expect(page.locator("#slot-medicine")).to_have_value("insulin glargine")
    page.reload()
    expect(page.locator("#slot-medicine")).to_have_value("insulin glargine")
    page.locator("#slot-current").fill("Orlando 32801")
    page.locator("#slot-current").press("Enter")
    expect(page.locator("#slot-current")).to_have_value("Orlando, FL 32801")
    page.get_by_role("button", name="Caller 2").click()
    expect(page.locator("#message")).to_have_value("half a thought")


def test_signing_out_leaves_nothing_behind(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    ask(page, LANTUS)
    assert "Lantus" in page.evaluate("JSON.stringify(sessionStorage)")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert page.context.cookies() == []


def test_somebody_else_does_not_see_the_callers_before(sign_in: SignedIn, services: Services) -> None:
    page = sign_in("agent", "/agent")
    ask(page, LANTUS)
    page.context.clear_cookies()
    page.reload()
    _, whole = services.keys.create("agent", "next shift")
    enter(page, whole)
    page.wait_for_url("**/agent")
    expect(page.locator("#message")).to_be_visible()
    assert "Lantus" not in page.evaluate("JSON.stringify(sessionStorage)")


@SCRIPTED
def test_an_ended_session_says_so_and_keeps_the_draft(
    sign_in: SignedIn, services: Services, scripted: bool
) -> None:
    page = sign_in("agent", "/agent", java_script_enabled=scripted)
    page.locator("#message").fill(LANTUS)
    if scripted:
        page.wait_for_function("sessionStorage.length > 0")
    key = max(services.keys.all(), key=lambda each: each.created_at)
    services.keys.revoke(key.id)
    page.locator("#ask button").click()
    expect(page.locator(".notice")).to_contain_text("has ended")
    _, whole = services.keys.create("agent", "again")
    enter(page, whole)
    page.wait_for_url("**/agent")
    if not scripted:  # with a script the draft belongs to the key that typed it
        expect(page.locator("#message")).to_have_value(LANTUS)
        expect(page.locator(".notice")).to_contain_text("Nothing is lost")


def test_the_same_person_finds_the_draft_after_signing_in_again(
    sign_in: SignedIn, services: Services
) -> None:
    page = sign_in("agent", "/agent")
    _, whole = services.keys.create("agent", "the same")
    page.context.clear_cookies()
    page.goto("/agent")
    enter(page, whole)
    page.locator("#message").fill(LANTUS)
    page.context.clear_cookies()
    page.locator("#ask button").click()
    page.wait_for_url("**/sign-in**")
    enter(page, whole)
    page.wait_for_url("**/agent")
    expect(page.locator("#message")).to_have_value(LANTUS)


def test_a_lost_connection_keeps_what_was_typed(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    page.route("**/agent", lambda route: route.abort())
    page.locator("#message").fill(LANTUS)
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_contain_text("lost")
    expect(page.locator("#message")).to_have_value(LANTUS)


def test_copying_the_line_to_read_aloud(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent", permissions=["clipboard-read", "clipboard-write"])
    ask(page, LANTUS)
    page.locator("#answer-title").focus()
    page.keyboard.press("k")
    expect(page.locator("#live")).to_contain_text("Copied")
    assert "nearest place" in page.evaluate("navigator.clipboard.readText()")


def test_markup_shows_as_text_also_from_a_kept_caller(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    message = "<img src=x onerror=\"document.title='owned'\"> Lantus in Tampa 33602"
    ask(page, message)
    page.reload()
    expect(page.locator("#said .asked")).to_contain_text(message)
    assert "owned" not in page.title()
    assert page.locator("main img").count() == 0
    assert json.loads(page.evaluate("sessionStorage.getItem('tideover-callers')"))["at"] == 1


@pytest.mark.parametrize("width", [1280, 1920])
def test_the_panes_fill_the_window_and_scroll_by_themselves(sign_in: SignedIn, width: int) -> None:
    page = sign_in("agent", "/agent", viewport={"width": width, "height": 800})
    for message in ("", LANTUS):
        if message:
            ask(page, message)
        for pane in page.locator(".pane").all():
            box = pane.bounding_box()
            assert box is not None
            assert 770 <= box["y"] + box["height"] <= 800
        assert page.evaluate("document.documentElement.scrollHeight") <= 800
    assert page.locator(".pane").last.evaluate("pane => pane.scrollHeight > pane.clientHeight")
