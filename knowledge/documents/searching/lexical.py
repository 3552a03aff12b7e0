"""The lexical side: BM25 over the passages, as a share of what the question's words could reach."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.documents.document import Passage
from knowledge.documents.searching.abbreviations import explained
from knowledge.documents.searching.words import stem, tokens
from knowledge.documents.vector_types import Vectors

# BM25's usual saturation and length weight; passages are of similar length, so less length weight than usual.
K1 = 1.2
B = 0.6


class LexicalIndex:
    """BM25 over passages; a title or heading counts as part of each of its passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        import bm25s  # noqa: PLC0415  0.2 s that a structured question need not pay

        names = _names(passages)
        corpus = [_with_names(tokens(searched_text(each), each.language), names) for each in passages]
        self._size = len(passages)
        self._index = bm25s.BM25(k1=K1, b=B, method="lucene") if passages else None
        if self._index is not None:
            self._index.index(corpus, show_progress=False)
        frequency: dict[str, int] = {}
        for words in corpus:
            for word in set(words):
                frequency[word] = frequency.get(word, 0) + 1
        self.frequency = frequency

    def rarity(self, word: str) -> float:
        """Inverse document frequency as BM25 counts it; a word that stands nowhere is the rarest."""
        held = self.frequency.get(word, 0)
        return float(np.log1p((self._size - held + 0.5) / (held + 0.5)))

    def shares(self, words: Sequence[str], near: Sequence[str] = (), near_weight: float = 0.0) -> Vectors:
        """For each passage the part (0..1) of the words' weight that it carries.

        `near` are words of much the same meaning: what they carry counts `near_weight` of it.
        """
        whole = sum(self.rarity(word) for word in words)
        if not whole:
            return np.zeros(self._size, dtype=np.float32)
        carried = self._scores(words) + near_weight * self._scores(near)
        return np.minimum(carried / whole, 1.0, dtype=np.float32)

    def _scores(self, words: Sequence[str]) -> Vectors:
        known = [word for word in words if word in self.frequency]
        if self._index is None or not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)


def _names(passages: Sequence[Passage]) -> dict[str, str]:
    """Each abbreviation that the English passages explain, with the stems of its words."""
    found = explained(searched_text(passage) for passage in passages if passage.language == "en")
    return {stem(short, "en"): " ".join(tokens(" ".join(words))) for short, words in found.items()}


def _with_names(words: list[str], names: dict[str, str]) -> list[str]:
    """The words of a passage; whichever of an abbreviation and its name it lacks counts as there."""
    text = f" {' '.join(words)} "
    beside: list[str] = []
    for short, name in names.items():
        if f" {name} " in text:
            beside += [] if f" {short} " in text else [short]
        elif f" {short} " in text:
            beside += [word for word in name.split() if f" {word} " not in text]
    return words + beside


def searched_text(passage: Passage) -> str:
    """The words by which a passage is found."""
    return f"{passage.title}\n{passage.heading}\n{passage.text}"
