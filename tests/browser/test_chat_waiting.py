"""The evacuee's chat while an answer is on its way: nothing typed is lost, nothing is asked twice."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.held import Held

TAMPA = "I need Lantus in Tampa 33602"
MEDICARE = "I have Medicare"


def send(page: Page, message: str) -> None:
    page.get_by_role("textbox").fill(message)
    page.locator("button.primary").click()


def test_two_questions_are_answered_one_after_the_other(open_page: Open) -> None:
    page = open_page()
    held = Held(page, "**/chat")
    send(page, TAMPA)
    held.wait_for(1)
    send(page, MEDICARE)
    expect(page.locator(".asked")).to_have_count(2)
    page.wait_for_timeout(200)
    assert len(held.routes) == 1
    held.let_through()
    held.wait_for(1)
    conversation = page.locator("#ask input[name=conversation_id]").input_value()
    assert conversation
    assert held.sent()["message"] == [MEDICARE]
    assert held.sent()["conversation_id"] == [conversation]
    held.let_through()
    expect(page.locator("article.answer")).to_have_count(2)
    expect(page.locator("#status")).to_be_empty()
    # Each answer stands under its question.
    kinds = page.locator("#thread > *").evaluate_all("all => all.map(each => each.classList[0])")
    assert kinds == ["asked", "answer", "asked", "answer"]
    expect(page.locator("article.answer").last).to_contain_text("Medicare")


def test_sending_the_same_twice_asks_once(open_page: Open) -> None:
    page = open_page()
    held = Held(page, "**/chat")
    page.get_by_role("textbox").fill(TAMPA)
    for _ in range(2):
        page.get_by_role("textbox").press("Enter")
    held.let_through()
    expect(page.locator("article.answer")).to_have_count(1)
    page.wait_for_timeout(200)
    assert held.routes == []
    expect(page.locator(".asked")).to_have_count(1)


def test_a_draft_typed_meanwhile_stays(open_page: Open) -> None:
    page = open_page()
    held = Held(page, "**/chat")
    send(page, TAMPA)
    page.get_by_role("textbox").fill("half a thought")
    held.let_through()
    expect(page.locator("article.answer")).to_be_visible()
    expect(page.locator("#status")).to_be_empty()
    expect(page.get_by_role("textbox")).to_have_value("half a thought")
    expect(page.get_by_role("textbox")).to_be_focused()


def test_a_lost_question_stays_in_sight_beside_a_draft(open_page: Open) -> None:
    page = open_page()
    held = Held(page, "**/chat")
    send(page, TAMPA)
    page.get_by_role("textbox").fill("half a thought")
    held.wait_for(1)
    held.routes.pop().abort()
    expect(page.locator(".problem")).to_be_visible()
    expect(page.locator(".asked")).to_contain_text(TAMPA)
    expect(page.get_by_role("textbox")).to_have_value("half a thought")
    page.locator(".problem button").click()
    held.let_through()
    expect(page.locator("article.answer")).to_be_visible()
    expect(page.locator(".asked")).to_have_count(1)
    expect(page.get_by_role("textbox")).to_have_value("half a thought")


def test_a_line_that_goes_silent_is_given_up(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    held = Held(page, "**/chat")
    send(page, TAMPA)
    held.wait_for(1)
    page.clock.run_for(61_000)
    expect(page.locator(".problem")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value(TAMPA)
    page.locator(".problem button").click()
    held.wait_for(2)


def test_changing_the_language_keeps_a_draft_that_was_never_sent(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("textbox").fill("half a thought")
    page.locator(".languages [lang=es]").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.get_by_role("textbox")).to_have_value("half a thought")
    assert page.evaluate("sessionStorage.length") == 0
