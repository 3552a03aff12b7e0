"""The chat in each language: the page, its direction, the list of languages, and an answer on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from babel.dates import format_skeleton

from api.web.texts import LANGUAGES, LOCALES, MORE_LANGUAGES, texts
from assistant.writing.words import Words

ARABIC = "أحتاج إلى دواء Lantus. أنا في 33602."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_in_the_language_chosen_and_says_so(client: Any, language: str) -> None:
    html = client.get("/", params={"lang": language}).text
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert texts(language)("your-question") in html
    assert f'name="lang" value="{language}"' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offline_page_is_there_in_it(client: Any, language: str) -> None:
    html = client.get("/offline", params={"lang": language}).text
    assert f'<html lang="{language}"' in html
    assert texts(language)("offline-what") in html


def test_every_language_can_be_chosen_by_its_own_name(client: Any) -> None:
    html = client.get("/").text
    for tag, name in MORE_LANGUAGES:
        assert f'<a href="?lang={tag}" lang="{tag}" hreflang="{tag}">{name}</a>' in html


def test_the_browser_s_language_is_taken_where_none_was_chosen(client: Any) -> None:
    assert '<html lang="ht"' in client.get("/", headers={"Accept-Language": "ht,fr;q=0.5"}).text


def test_an_arabic_question_is_answered_on_an_arabic_page(client: Any) -> None:
    html = client.post("/chat", data={"message": ARABIC}).text
    assert '<html lang="ar" dir="rtl">' in html
    assert '<article class="answer urgent" lang="ar" dir="rtl"' in html
    assert "إلى أين تذهب" in html
    # The question can be asked again in another language, with its words.
    assert '<button name="lang" value="ru" lang="ru">Русский</button>' in html


def test_numbers_keep_their_order_among_arabic_letters() -> None:
    # Without a left-to-right mark a browser shows '1-813-555-0100' from its end.
    assert "\u200e1-813-555-0100" in texts("ar")("call", phone="1-813-555-0100")
    assert "\u200e1-813-555-0100" in Words("ar").say("next-call-place", name="A", phone="1-813-555-0100")


def test_when_a_place_opens_is_said_in_every_language() -> None:
    opens = datetime(2024, 10, 10, 8, 30, tzinfo=UTC)
    said = {
        tag: format_skeleton("Ehm", opens, locale=locale.replace("-", "_")) for tag, locale in LOCALES.items()
    }
    assert all("30" in text for text in said.values()), said
    assert said["ru"].startswith("чт")
