"""From two similarities to one order and one score: plain functions over arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.documents.vector_types import Mask, Vectors

# How much a passage's share of the question's words counts beside its cosine. The share is taken of all the
# question's words by their rarity, so the question decides: a short question with a rare word can be carried
# whole by one passage, a long message by none, and then the cosine decides alone. Any weight from 0.4 to 1
# does about as well on the development questions.
WORDS_WEIGHT = 0.7
# A word of much the same meaning counts this much of the word itself.
NEAR_WORD_WEIGHT = 0.3
# The logistic scale from that sum to a chance, fitted on the ten best passages of each development question,
# answerable or not (tests/knowledge/documents/development_*.csv): of those scored 0.3 to 0.4, 0.39 do answer.
CONSTANT = -4.53
SLOPE = 5.46
# The same where only words are compared.
WORDS_ONLY_CONSTANT = -2.53
WORDS_ONLY_SLOPE = 5.88
# Below this the best passage is not evidence: of the development questions that have no answer here none
# reaches it, of the right passages 97 in 100 do.
EVIDENCE_FROM = 0.2
# Two passages whose vectors are this close say the same; the better placed one stands for both.
SAME_COSINE = 0.97


def chances(cosines: Vectors | None, shares: Vectors) -> Vectors:
    """For each passage the chance (0..1) that it answers the question; without cosines, by words alone."""
    if cosines is None:
        return _logistic(WORDS_ONLY_CONSTANT + WORDS_ONLY_SLOPE * shares)
    return _logistic(CONSTANT + SLOPE * (cosines + WORDS_WEIGHT * shares))


def _logistic(values: NDArray[np.floating]) -> Vectors:
    return np.asarray(1.0 / (1.0 + np.exp(-values)), dtype=np.float32)


def best_rows(scores: Vectors, allowed: Mask, limit: int) -> NDArray[np.int64]:
    """The rows of the `limit` highest scores among those allowed, best first; ties by row."""
    rows = np.flatnonzero(allowed)
    if len(rows) > limit:
        rows = rows[np.argpartition(-scores[rows], limit - 1)[:limit]]
    return np.asarray(rows[np.lexsort((rows, -scores[rows]))], dtype=np.int64)


def without_repeats(rows: Sequence[int] | NDArray[np.int64], matrix: Vectors | None) -> Iterator[int]:
    """The rows in order, leaving out those that say the same as one before."""
    kept: list[int] = []
    for row in map(int, rows):
        if matrix is None or not kept or float((matrix[kept] @ matrix[row]).max()) < SAME_COSINE:
            kept.append(row)
            yield row
