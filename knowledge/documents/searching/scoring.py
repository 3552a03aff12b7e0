"""How well each passage of a snapshot answers a query: by vector and by words, in one or two languages."""

from __future__ import annotations

import numpy as np

from knowledge.documents.embedding import Embedder
from knowledge.documents.searching.query import Query
from knowledge.documents.searching.ranking import NEAR_WORD_WEIGHT, chances
from knowledge.documents.searching.snapshot import Snapshot
from knowledge.documents.searching.twins import lifted
from knowledge.documents.vector_types import Mask, Vectors


def scored(snapshot: Snapshot, query: Query, embedder: Embedder | None, allowed: Mask) -> Vectors:
    """For each passage the chance (0..1) that it answers; without an embedder, by its words alone."""
    shares = shares_of(snapshot, query)
    return chances(cosines_of(snapshot, query, embedder) if embedder else None, shares, allowed)


def shares_of(snapshot: Snapshot, query: Query) -> Vectors:
    """For each passage its share (0..1) of the question's words, in whichever language it carries more."""
    words = snapshot.lexical
    english = words.shares(query.english_words, query.near_words, NEAR_WORD_WEIGHT)
    if not query.own_words:
        return english
    return np.maximum(lifted(english, snapshot.twins), words.shares(query.own_words))


def cosines_of(snapshot: Snapshot, query: Query, embedder: Embedder) -> Vectors:
    """For each passage its nearness to the question, of a translation that of its original if nearer."""
    nearness = _cosine(snapshot.matrix, embedder.embed_query(query.english))
    return lifted(nearness, snapshot.twins) if query.own_words else nearness


def _cosine(matrix: Vectors, vector: Vectors) -> Vectors:
    """One row after the other on this thread: 0.1 ms, where a product spread over cores waits 8 ms and more
    as soon as one of them has other work.
    """
    return np.asarray(np.einsum("ij,j->i", matrix, vector), dtype=np.float32)
