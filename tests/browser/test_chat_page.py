"""The evacuee's chat in a real Chromium: with and without JavaScript, by touch and by keyboard alone."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, check_accessible

LANTUS = (
    "I left my Lantus at home when we evacuated St. Petersburg. "
    "I'm at a shelter in Tampa 33602, where can I get more?"
)
SPANISH = "Dejé mi insulina Lantus en casa. Estoy en un refugio en Tampa 33602. ¿Dónde consigo más?"


def ask(page: Page, message: str) -> None:
    page.get_by_role("textbox").fill(message)
    page.locator("button.primary").click()
    expect(page.locator("article.answer").last).to_be_visible()


def shown(page: Page) -> dict[str, Any]:
    """What the last answer on the page says, as data."""
    answer = page.locator("article.answer").last
    return {
        "titles": answer.locator(".part h3").all_inner_texts(),
        "places": answer.locator(".card h4 bdi").all_inner_texts(),
        "sources": answer.locator(".sources li strong").all_text_contents(),
        "quotes": answer.locator(".sources blockquote").all_text_contents(),
    }


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_the_page_says_what_the_api_says(open_page: Open, server: str, scripted: bool) -> None:
    answer = httpx.post(f"{server}/v1/chat", json={"message": LANTUS}).json()
    page = open_page(java_script_enabled=scripted)
    ask(page, LANTUS)
    found = shown(page)
    follow_up = answer["follow_up"] is not None
    titles = [part["title"] for part in answer["sections"] if not (follow_up and part["kind"] == "clarify")]
    assert found["titles"] == titles
    assert found["places"] == [place["name"] for place in answer["places"]]
    assert found["sources"] == [citation["title"] for citation in answer["citations"]]
    body = page.locator("article.answer").inner_text()
    for part in answer["sections"]:
        if part["kind"] in ("places", "clarify"):
            continue
        for line in part["text"].splitlines():
            words = re.sub(r"\[\d+\]|\*\*|^[-\d.]+ ", "", line).strip()
            assert words in re.sub(r"\s*\n\s*", " ", body), words


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_a_quick_reply_goes_on_with_the_conversation(open_page: Open, scripted: bool) -> None:
    page = open_page(java_script_enabled=scripted)
    ask(page, "Where can I get Lantus? I am in Tampa 33602.")
    replies = page.locator(".replies button")
    expect(replies.first).to_be_visible()
    conversation = page.locator("#ask input[name=conversation_id]").input_value()
    assert conversation
    first = replies.first.inner_text()
    replies.first.click()
    expect(page.locator(".asked").last).to_contain_text(first)
    expect(page.locator("article.answer").last).to_be_visible()
    assert page.locator("#ask input[name=conversation_id]").input_value() == conversation
    # It still knows the medicine and the place.
    expect(page.locator("article.answer").last).to_contain_text("glargine")


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_the_language_switch_keeps_question_conversation_and_draft(open_page: Open, scripted: bool) -> None:
    page = open_page(java_script_enabled=scripted)
    ask(page, LANTUS)
    conversation = page.locator("#ask input[name=conversation_id]").input_value()
    if scripted:
        page.get_by_role("textbox").fill("half a thought")
    page.locator(".languages [lang=es]").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator(".asked")).to_contain_text("Lantus")
    expect(page.locator("article.answer")).to_contain_text("insulina")
    assert page.locator("#ask input[name=conversation_id]").input_value() == conversation
    if scripted:
        expect(page.get_by_role("textbox")).to_have_value("half a thought")


def test_spanish_is_answered_in_spanish(open_page: Open) -> None:
    page = open_page("/?lang=es", locale="es-US")
    expect(page.locator("h1")).to_contain_text("medicina")
    ask(page, SPANISH)
    assert page.locator("article.answer h2").inner_text() in ("Pida ayuda ahora", "Actúe hoy", "Respuesta")
    expect(page.locator(".card .button").first).to_contain_text("Llamar")


def test_the_chat_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("I need Lantus in Tampa 33602")
    expect(page.get_by_role("textbox")).to_have_value("I need Lantus in Tampa 33602")
    page.keyboard.press("Enter")
    answer = page.locator("article.answer")
    expect(answer).to_be_visible()
    expect(answer.locator("h2")).to_be_focused()
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.replies') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("article.answer")).to_have_count(2)


def test_a_number_opens_its_source_with_the_quote(open_page: Open) -> None:
    page = open_page()
    ask(page, LANTUS)
    quote = page.locator(".sources blockquote").first
    expect(quote).to_be_hidden()
    page.locator(".part a.marker").first.click()
    expect(quote).to_be_visible()


def test_phones_dial_and_places_navigate(open_page: Open) -> None:
    page = open_page()
    expect(page.locator(".help-now a").first).to_have_attribute("href", "tel:911")
    ask(page, LANTUS)
    card = page.locator(".card").first
    expect(card.locator("a[href^='tel:+1813']")).to_be_visible()
    assert "destination=" in (card.locator("a", has_text="Directions").get_attribute("href") or "")
    expect(page.locator(".banner")).to_contain_text("PRACTICE DATA")


@pytest.mark.parametrize("ending", ["refused", "cut off", "broken"])
def test_a_lost_connection_keeps_the_text_and_offers_to_try_again(open_page: Open, ending: str) -> None:
    page = open_page()
    lost = {"yes": True}

    def fail(route: Route) -> None:
        if not lost["yes"]:
            route.continue_()
        elif ending == "refused":
            route.abort()
        elif ending == "cut off":
            body = 'event: section\ndata: {"html":"<section class=\\"part\\"><p>half</p></section>"}\n\n'
            route.fulfill(status=200, content_type="text/event-stream", body=body)
        else:
            route.fulfill(status=200, content_type="text/event-stream", body="event: answer\ndata: {")

    page.route("**/chat", fail)
    page.get_by_role("textbox").fill(LANTUS)
    page.locator("button.primary").click()
    notice = page.locator(".problem")
    expect(notice).to_contain_text("still here")
    expect(page.get_by_role("textbox")).to_have_value(LANTUS)
    expect(page.locator("#thread")).not_to_contain_text("half")
    lost["yes"] = False
    notice.get_by_role("button").click()
    expect(page.locator("article.answer")).to_be_visible()
    expect(notice).to_have_count(0)


@pytest.mark.parametrize(
    "message",
    [
        "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> insulin",
        "💊" * 400,
        "x" * 4000,
        "אני צריך אינסולין בטמפה 33602 \u202e abc",
    ],
    ids=["markup", "emoji", "long word", "right to left"],
)
@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_any_message_shows_as_text_and_fits(open_page: Open, message: str, scripted: bool) -> None:
    page = open_page(java_script_enabled=scripted)
    ask(page, message)
    assert "owned" not in page.title()
    expect(page.locator(".asked")).to_contain_text(message)
    assert page.locator("main img").count() == 0
    if scripted:
        check_accessible(page)


def test_an_empty_message_without_script_is_told_and_nothing_is_lost(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.get_by_role("textbox").fill("   ")
    page.locator("button.primary").click()
    expect(page.locator(".problem")).to_contain_text("empty")
    expect(page.get_by_role("textbox")).to_be_visible()


def test_a_refused_message_stays_and_is_not_offered_to_be_sent_unchanged(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("textbox").evaluate("box => box.removeAttribute('maxlength')")
    page.get_by_role("textbox").fill("x" * 4001)
    page.locator("button.primary").click()
    expect(page.locator(".problem")).to_contain_text("4000")
    expect(page.locator(".problem button")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_have_value("x" * 4001)


def test_the_question_far_below_is_found_from_the_first_step(open_page: Open) -> None:
    page = open_page()
    ask(page, LANTUS)
    expect(page.locator(".replies button").first).not_to_be_in_viewport()
    page.locator(".jump a").click()
    expect(page.locator(".replies button").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 768])
def test_the_open_list_of_languages_does_not_lie_over_the_danger_line(open_page: Open, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.locator(".more summary").click()
    expect(page.locator(".more a").last).to_be_visible()
    languages = page.locator(".more a").last.bounding_box()
    danger = page.locator(".help-now").bounding_box()
    assert languages is not None
    assert danger is not None
    assert languages["y"] + languages["height"] <= danger["y"]
