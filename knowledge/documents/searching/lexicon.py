"""The field's small dictionary: Spanish in English, and everyday English in the documents' words."""

from __future__ import annotations

import csv
from collections.abc import Container, Mapping, Sequence
from functools import cache
from pathlib import Path

from knowledge.documents.searching.words import DATA, STOP_WORDS, fold, raw_words, stem

# The longest phrase of the dictionary, in words.
MAX_PHRASE = 5


class Lexicon:
    """Spanish into English, word by word: enough to find the passage, never shown to anyone."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._phrases = {tuple(raw_words(spanish)): english for spanish, english in entries.items()}
        # Inflected forms ('recetas', 'surtieron') share a stem; the first entry of a stem counts.
        self._stems: dict[tuple[str, ...], str] = {}
        for words, english in self._phrases.items():
            self._stems.setdefault(tuple(stem(word, "es") for word in words), english)

    def in_english(self, words: Sequence[str], english: Container[str] = ()) -> list[tuple[str, bool]]:
        """Pieces of English, each with whether the dictionary knew it; small Spanish words are left out.

        A word that is also one of `english` ('medicaid') stays as it is unless it is an entry itself.
        """
        pieces: list[tuple[str, bool]] = []
        at = 0
        while at < len(words):
            length, translation = self._longest(words, at, english)
            if length:
                pieces.append((translation, True))
            elif words[at] not in STOP_WORDS["es"]:
                pieces.append((words[at], False))
            at += max(1, length)
        return pieces

    def _longest(self, words: Sequence[str], at: int, english: Container[str]) -> tuple[int, str]:
        """The length and the translation of the longest phrase that begins at `at`; 0 where none does."""
        for length in range(min(MAX_PHRASE, len(words) - at), 0, -1):
            exact = tuple(words[at : at + length])
            if exact in self._phrases:
                return length, self._phrases[exact]
            if length == 1 and (exact[0] in STOP_WORDS["es"] or exact[0] in english):
                continue
            stems = tuple(stem(word, "es") for word in exact)
            if stems in self._stems:
                return length, self._stems[stems]
        return 0, ""


@cache
def spanish_lexicon() -> Lexicon:
    return Lexicon(dict(_rows(DATA / "lexicon_es.csv")))


@cache
def english_synonyms() -> Mapping[str, tuple[str, ...]]:
    """Stems that mean much the same as a stem."""
    return {
        stem(fold(word), "en"): tuple(stem(other, "en") for other in fold(means).split())
        for word, means in _rows(DATA / "synonyms_en.csv")
    }


def _rows(file: Path) -> list[tuple[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream)
        next(lines)
        return [(first, second) for first, second in lines]
