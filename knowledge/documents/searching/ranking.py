"""From two similarities to one order and one score: plain functions over arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.documents.vector_types import Mask, Vectors

# How much a passage's share of the question's words counts beside its cosine. The share is taken of all the
# question's words by their rarity, and then by the root of the best share that any passage has: of a long
# message no passage carries much, and yet its words tell the passages apart. Any weight from 0.4 to 0.7 does
# about as well on the development questions.
WORDS_WEIGHT = 0.5
# A share below this is chance, not the best that the documents have to say.
LEAST_BEST_SHARE = 0.05
# A word of much the same meaning counts this much of the word itself.
NEAR_WORD_WEIGHT = 0.3
# The logistic scale from that sum to a chance, fitted on the ten best passages of each development question,
# answerable or not (tests/knowledge/documents/development_*.csv).
CONSTANT = -5.44
SLOPE = 6.36
# The same where only words are compared.
WORDS_ONLY_CONSTANT = -2.53
WORDS_ONLY_SLOPE = 5.88
# Below this the best passage is not evidence: of the development questions that have no answer here none
# reaches it, of the right passages 96 in 100 do.
EVIDENCE_FROM = 0.15
# Two passages whose vectors are this close say the same; the better placed one stands for both.
SAME_COSINE = 0.97


def chances(cosines: Vectors | None, shares: Vectors, allowed: Mask) -> Vectors:
    """For each passage the chance (0..1) that it answers the question; without cosines, by words alone.

    The best share of words is that of the passages `allowed` to be shown.
    """
    if cosines is None:
        return _logistic(WORDS_ONLY_CONSTANT + WORDS_ONLY_SLOPE * shares)
    best = max(float(shares[allowed].max(initial=0.0)), LEAST_BEST_SHARE)
    return _logistic(CONSTANT + SLOPE * (cosines + WORDS_WEIGHT * shares / best**0.5))


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
