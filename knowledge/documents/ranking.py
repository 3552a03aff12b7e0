"""From two similarities to one order and one score: plain functions over arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.documents.vector_types import Mask, Vectors


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic scale: the chance that a passage answers, from its cosine and its share of the words."""

    constant: float
    cosine: float
    share: float


# See the note beside the development questions in the tests: fitted there, on questions written from the
# documents.
WEIGHTS = Weights(constant=-6.0, cosine=8.0, share=5.0)


def chances(cosines: Vectors, shares: Vectors, weights: Weights = WEIGHTS) -> Vectors:
    """For each passage the chance (0..1) that it answers the question."""
    raised = weights.constant + weights.cosine * cosines + weights.share * shares
    return np.asarray(1.0 / (1.0 + np.exp(-raised)), dtype=np.float32)


def best_rows(scores: Vectors, allowed: Mask, limit: int) -> NDArray[np.int64]:
    """The rows of the `limit` highest scores among those allowed, best first; ties by row."""
    rows = np.flatnonzero(allowed)
    if len(rows) > limit:
        rows = rows[np.argpartition(-scores[rows], limit - 1)[:limit]]
    return np.asarray(rows[np.lexsort((rows, -scores[rows]))], dtype=np.int64)
