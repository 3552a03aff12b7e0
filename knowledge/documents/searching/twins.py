"""Which passages of a translation say what passages of its original say.

The model reads English. A translated passage is therefore found through the English passage that it
translates: it stands in the same section, at the same place in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

import numpy as np
from numpy.typing import NDArray

from knowledge.documents.document import Passage
from knowledge.documents.vector_types import Vectors

# Pairs (row of the translation, row of the original), shape (n, 2).
Pairs = NDArray[np.int64]


def twin_pairs(passages: Sequence[Passage]) -> Pairs:
    """The pairs of rows for every translation whose original is among `passages`."""
    rows: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        rows.setdefault(passage.document_id, []).append(row)
    pairs: list[tuple[int, int]] = []
    for own in rows.values():
        original = rows.get(passages[own[0]].translation_of)
        if original:
            pairs.extend(_aligned(_sections(passages, own), _sections(passages, original)))
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def lifted(values: Vectors, pairs: Pairs) -> Vectors:
    """`values` where each translated passage has at least the value of what it translates."""
    raised = values.copy()
    np.maximum.at(raised, pairs[:, 0], values[pairs[:, 1]])
    return raised


def _sections(passages: Sequence[Passage], rows: Iterable[int]) -> list[list[int]]:
    ordered = sorted(rows, key=lambda row: passages[row].ordinal)
    return [list(group) for _, group in groupby(ordered, key=lambda row: passages[row].heading)]


def _aligned(own: list[list[int]], original: list[list[int]]) -> Iterator[tuple[int, int]]:
    """Section by section; where a translation has other sections, the whole documents side by side."""
    if len(own) != len(original):
        own, original = [list(chain(*own))], [list(chain(*original))]
    for ours, theirs in zip(own, original, strict=True):
        for position, row in enumerate(ours):
            first = position * len(theirs) // len(ours)
            last = max(first + 1, -(-(position + 1) * len(theirs) // len(ours)))
            yield from ((row, other) for other in theirs[first:last])
