"""Words as the lexical index counts them."""

from __future__ import annotations

import pytest

from knowledge.documents.searching.words import looks_spanish, raw_words, tokens


@pytest.mark.parametrize(
    ("text", "language", "stems"),
    [
        ("Where are the pharmacies?", "en", ["pharmaci"]),
        ("the pharmacist's refills", "en", ["pharmacist", "refil"]),
        ("¿Dónde están las recetas?", "es", ["recet"]),
        ("Call 1-855-793-7470", "en", ["call", "18557937470"]),
        ("41,000 medicines, 30-day", "en", ["41000", "medicin", "30", "day"]),
    ],
)
def test_stems_without_stop_words(text: str, language: str, stems: list[str]) -> None:
    assert tokens(text, language) == stems


def test_accents_and_case_make_no_difference() -> None:
    assert raw_words("TRANSFERÍ") == raw_words("transferi")


@pytest.mark.parametrize(
    ("text", "spanish"),
    [
        ("necesito mi insulina y no tengo seguro", True),
        ("I need my insulin", False),
        ("insulina", False),
        ("medicare part d", False),
    ],
)
def test_the_language_of_a_question(text: str, spanish: bool) -> None:
    assert looks_spanish(text) is spanish


def test_a_word_alone_is_read_in_the_language_asked_for() -> None:
    assert looks_spanish("insulina", likely=True)
    assert not looks_spanish("where is the insulin", likely=True)
