"""The words of the danger lines: short, plain, with the right number, in every language."""

from __future__ import annotations

import re

import pytest

from assistant.triage.messages import FOLDER, languages, phrase
from knowledge.hotlines import Hotlines
from tests.evaluation.reading import grade

IDS = re.compile(r"^([a-z0-9-]+) =", re.MULTILINE)
PHONE = re.compile(r"1-\d{3}-\d{3}-\d{4}|\b(?:911|988)\b")
DIGITS = re.compile(r"\d{3,}")
MOST_WORDS = 12
COMPLETE = ("en", "es")
OTHERS = ("ht", "vi", "zh-Hans", "zh-Hant", "fr", "pt-BR", "tl", "ko", "ar", "ru")


def ids(language: str) -> list[str]:
    return IDS.findall((FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))


def test_all_languages_are_there() -> None:
    assert set(languages()) == {*COMPLETE, *OTHERS}


@pytest.mark.parametrize("message", ids("en"))
def test_lines_are_short_and_plain(message: str) -> None:
    for sentence in re.split(r"(?<=[.!?])\s+", phrase(message)):
        assert len(sentence.split()) <= MOST_WORDS
    assert len(phrase(message).split()) <= MOST_WORDS
    assert "!" not in phrase(message)


def test_the_lines_read_at_sixth_grade_or_below() -> None:
    assert grade("\n".join(phrase(message) for message in ids("en"))) <= 6


@pytest.mark.parametrize("message", ids("en"))
def test_spanish_is_complete_short_and_has_the_same_numbers(message: str) -> None:
    spanish = phrase(message, "es")
    assert message in ids("es")
    assert spanish != phrase(message)
    assert len(spanish.split()) <= MOST_WORDS
    assert PHONE.findall(spanish) == PHONE.findall(phrase(message))


@pytest.mark.parametrize("language", OTHERS)
def test_safety_lines_exist_in_every_language_with_the_same_numbers(language: str) -> None:
    text = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    assert "(needs native review)" in text
    needed = [message for message in ids("en") if not message.startswith("do-")]
    assert ids(language) == needed
    for message in needed:
        assert set(DIGITS.findall(phrase(message, language))) == set(DIGITS.findall(phrase(message)))


def test_every_number_that_is_said_is_a_hotlines_number() -> None:
    numbers = {hotline.number for hotline in Hotlines.load()}
    for message in ids("en"):
        assert set(PHONE.findall(phrase(message))) <= numbers, message


def test_languages_as_browsers_send_them() -> None:
    assert phrase("danger-911", "es-MX") == "Llame al 911 ahora."
    assert phrase("danger-911", "zh-TW") == "請立即撥打911。"
    assert phrase("danger-911", "pt") == "Ligue para o 911 agora."
    assert phrase("danger-911", "de") == "Call 911 now."
    assert phrase("do-naloxone", "vi") == phrase("do-naloxone", "en")


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("danger-nothing")
