"""Recall@5, nDCG@10 and MRR over rankings whose places may each hold several right units."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

RECALL_AT = 5
NDCG_AT = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over questions, each 0..1."""

    recall: float
    ndcg: float
    mrr: float


def figures(rankings: Iterable[tuple[Sequence[frozenset[Hashable]], frozenset[Hashable]]]) -> Figures:
    """The means over (ranking, right units); a ranking is a list of places, a place a set of units."""
    rows = [(recall(*pair), ndcg(*pair), reciprocal_rank(*pair)) for pair in rankings]
    return Figures(*(round(fmean(column), 4) for column in zip(*rows, strict=True)))


def recall(places: Sequence[frozenset[Hashable]], right: frozenset[Hashable]) -> float:
    """The part of the right units in the first five places; of more than five right ones, five are all."""
    found = right & frozenset().union(*places[:RECALL_AT])
    return min(len(found) / min(len(right), RECALL_AT), 1.0)


def ndcg(places: Sequence[frozenset[Hashable]], right: frozenset[Hashable]) -> float:
    """Discounted gain over the best possible; a place gains where it holds a right unit not seen before."""
    gained, seen = 0.0, set[Hashable]()
    for position, place in enumerate(places[:NDCG_AT]):
        fresh = (place & right) - seen
        seen |= fresh
        gained += bool(fresh) / log2(position + 2)
    best = sum(1 / log2(position + 2) for position in range(min(len(right), NDCG_AT)))
    return min(gained / best, 1.0)


def reciprocal_rank(places: Sequence[frozenset[Hashable]], right: frozenset[Hashable]) -> float:
    return next((1 / (position + 1) for position, place in enumerate(places) if place & right), 0.0)
