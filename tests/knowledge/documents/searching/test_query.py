"""Questions in English: misspellings mended, Spanish put into English, nothing invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from knowledge.documents.searching.query import understood
from knowledge.documents.searching.spelling import Speller

WORDS = "medicare medicaid methadone insulin refrigerator pharmacy transfer register hurricane system catches"
SPELLER = Speller(WORDS.split())


def english(text: str, language: str = "en") -> str:
    return understood(text, language, (), SPELLER).english


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tranfer to anothr farmacy", "transfer to anothr pharmacy"),
        ("regester after the hurrican", "register after the hurricane"),
        ("my sister wears patches", "my sister wears patches"),
        ("pain", "pain"),
    ],
)
def test_misspelled_words_are_mended_and_others_left_alone(typed: str, meant: str) -> None:
    assert english(typed) == meant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("no hay luz en el albergue", {"electricity", "shelter"}),
        ("se me acabó la insulina", {"ran", "out", "insulin"}),
        ("tengo medicaid y perdí mis recetas", {"medicaid", "lost", "prescriptions"}),
        ("mi clínica de metadona cerró", {"clinic", "methadone", "closed"}),
    ],
)
def test_spanish_is_put_into_english(typed: str, words: set[str]) -> None:
    assert words <= set(english(typed, "es").lower().split())


def test_terms_known_to_be_meant_count_as_words() -> None:
    query = understood("my pens", "en", ["insulin glargine"], SPELLER)
    assert query.english == "my pens"
    assert {"pen", "insulin"} <= set(query.english_words)


def test_the_words_of_the_question_itself_are_asked_beside_its_translation() -> None:
    assert "insulin" in understood("perdí mi insulina", "es", (), SPELLER).own_words
    assert understood("I lost my insulin", "es", (), SPELLER).own_words == ()


def test_the_dictionary_has_each_entry_once() -> None:
    folder = Path(__file__).parents[4] / "knowledge" / "documents" / "data"
    for name in ("lexicon_es.csv", "synonyms_en.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))[1:]
        assert all(len(row) == 2 and all(row) for row in rows)
        first = [row[0] for row in rows]
        assert len(first) == len(set(first))
