"""Finding the word of the documents that a person meant: 'medicair', 'farmacy', 'metadona'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Shorter words have too many neighbours ('pain', 'pair', 'paid').
MIN_LETTERS = 5
# One mistake in seven letters or more, after sounds that are spelled in two ways are made one: with more,
# words that the documents merely do not use ('sister', 'patches') would become others ('system', 'catches').
MIN_LIKENESS = 0.85
REMEMBERED = 20_000
SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("z", "s"), ("y", "i"), ("h", ""))
SOFT_C = re.compile(r"c(?=[eiy])")
DOUBLED = re.compile(r"(.)\1+")


class Speller:
    """Guesses among the words that the documents use."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._by_sound: dict[str, str] = {}
        for word in sorted(self.words):
            if len(word) >= MIN_LETTERS and word.isalpha():
                self._by_sound.setdefault(sound(word), word)
        self._sounds = list(self._by_sound)
        self.meant = lru_cache(maxsize=REMEMBERED)(self._meant)

    def _meant(self, word: str) -> str:
        """The word itself where the documents use it or nothing is near enough; else its neighbour."""
        if word in self.words or len(word) < MIN_LETTERS or not word.isalpha():
            return word
        near = process.extractOne(
            sound(word), self._sounds, scorer=OSA.normalized_similarity, score_cutoff=MIN_LIKENESS
        )
        return self._by_sound[near[0]] if near else word


def sound(word: str) -> str:
    """A key that spellings of the same sound share: 'pharmacy' and 'farmacy'."""
    word = SOFT_C.sub("s", word)
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return DOUBLED.sub(r"\1", word.replace("c", "k"))
