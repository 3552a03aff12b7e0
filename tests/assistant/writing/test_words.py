"""Every language says everything, with the same values, its own plurals and its own dates."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.understanding.language import KNOWN
from assistant.writing.words import MESSAGES, Words


def messages(language: str) -> dict[str, set[str]]:
    """Each message id with the values that it takes."""
    text = (MESSAGES / f"{language}.ftl").read_text(encoding="utf-8")
    blocks = re.findall(r"^([a-z][\w-]*) = (.*?)(?=^[a-z#\n]|\Z)", text, re.MULTILINE | re.DOTALL)
    return {name: set(re.findall(r"\$(\w+)", body)) for name, body in blocks}


OTHERS = [language for language in KNOWN if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_message_with_the_same_values(language: str) -> None:
    assert messages(language) == messages("en")


@pytest.mark.parametrize("language", OTHERS)
def test_every_translation_asks_for_a_native_reader_at_its_head(language: str) -> None:
    head = (MESSAGES / f"{language}.ftl").read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("#")
    assert "needs native review" in head.lower()


@pytest.mark.parametrize(
    ("hours", "english", "spanish"),
    [
        (0.01, "1 minute", "1 minuto"),
        (0.7, "42 minutes", "42 minutos"),
        (1.2, "1 hour", "1 hora"),
        (30, "30 hours", "30 horas"),
        (80, "3 days", "3 días"),
    ],
)
def test_ages_are_as_coarse_as_people_need(hours: float, english: str, spanish: str) -> None:
    assert Words("en").age(hours) == english
    assert Words("es").age(hours) == spanish


@pytest.mark.parametrize(
    ("language", "hours", "age"),
    [
        ("ru", 1, "1 час"),
        ("ru", 2, "2 часа"),
        ("ru", 21, "21 час"),
        ("ru", 25, "25 часов"),
        ("ru", 0.35, "21 минуту"),
        ("ar", 1, "ساعة واحدة"),
        ("ar", 2, "ساعتين"),
        ("ar", 3, "3 ساعات"),
        ("ar", 11, "11 ساعة"),
        ("fr", 1, "1 heure"),
        ("pt", 72, "3 dias"),
        ("zh", 1, "1 小时"),
        ("ko", 5, "5시간"),
        ("vi", 72, "3 ngày"),
        ("ht", 2, "2 èdtan"),
        ("tl", 2, "2 oras"),
    ],
)
def test_ages_take_the_plural_of_their_language(language: str, hours: float, age: str) -> None:
    assert Words(language).age(hours) == age


@pytest.mark.parametrize(
    ("language", "day", "weekday"),
    [
        ("en", "October 9, 2024", "Wed"),
        ("es", "9 de octubre de 2024", "mié"),
        ("fr", "9 octobre 2024", "mer."),
        ("pt", "9 de outubro de 2024", "qua."),
        ("tl", "Oktubre 9, 2024", "Miy"),
        ("zh", "2024年10月9日", "周三"),
        ("ko", "2024년 10월 9일", "수"),
        ("ru", "9 октября 2024 г.", "ср"),
        ("ar", "9 أكتوبر 2024", "الأربعاء"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, day: str, weekday: str) -> None:
    wednesday = date(2024, 10, 9)
    # CLDR's spaces are narrow in some releases.
    assert " ".join(Words(language).day(wednesday).split()) == day
    assert Words(language).weekday(wednesday) == weekday


def test_a_language_without_messages_is_written_in_english() -> None:
    assert Words("de").language == "en"


def test_a_missing_value_is_a_fault_not_a_gap_in_the_answer() -> None:
    with pytest.raises(KeyError):
        Words("en").say("next-call-place", name="A")
