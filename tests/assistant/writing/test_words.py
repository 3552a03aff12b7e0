"""Both languages say everything, with the same values."""

from __future__ import annotations

import re

import pytest

from assistant.writing.words import MESSAGES, Words


def messages(language: str) -> dict[str, set[str]]:
    """Each message id with the values that it takes."""
    text = (MESSAGES / f"{language}.ftl").read_text(encoding="utf-8")
    blocks = re.findall(r"^([a-z][\w-]*) = (.*?)(?=^[a-z#\n]|\Z)", text, re.MULTILINE | re.DOTALL)
    return {name: set(re.findall(r"\$(\w+)", body)) for name, body in blocks}


def test_spanish_has_every_message_with_the_same_values() -> None:
    assert messages("es") == messages("en")


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


def test_a_language_without_messages_is_written_in_english() -> None:
    assert Words("ko").language == "en"


def test_a_missing_value_is_a_fault_not_a_gap_in_the_answer() -> None:
    with pytest.raises(KeyError):
        Words("en").say("next-call-place", name="A")
