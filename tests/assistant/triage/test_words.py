"""Messages as plain words, with places in the original."""

from __future__ import annotations

import pytest

from assistant.triage.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't BREATHE!!", ["i", "cant", "breathe"]),
        ("I can’t breathe", ["i", "cant", "breathe"]),
        ("he is not breathing", ["he", "isnt", "breathing"]),
        ("helppppp", ["help"]),
        ("después de la convulsión", ["despues", "de", "la", "convulsion"]),
        ("temp 100.4F, bp 220/120", ["temp", "100.4", "f", "bp", "220", "120"]),
        ("胸口痛", ["胸", "口", "痛"]),
        ("숨을 못", ["숨", "을", "못"]),
        ("đau ngực", ["dau", "nguc"]),
        ("не дышит", ["не", "дышит"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


def test_places_are_those_of_the_original() -> None:
    text = "¡Ayuda! Mi mamá NO respira."
    for word in words_of(text):
        assert text[word.start : word.end].lower().startswith(word.text[0]) or word.text[0] in "nma"
    assert text[words_of(text)[2].start : words_of(text)[2].end] == "mamá"


def test_sentences_and_clauses_are_counted() -> None:
    words = words_of("no fever, chest pain. call me")
    assert [word.clause for word in words] == [0, 0, 1, 1, 2, 2]
    assert [word.sentence for word in words] == [0, 0, 0, 0, 1, 1]
