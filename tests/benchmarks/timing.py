"""Quantiles of times. Standard library only."""

from __future__ import annotations

from collections.abc import Sequence


def quantiles(seconds: Sequence[float]) -> dict[str, float]:
    """Median, p95 and p99 in milliseconds, by nearest rank."""
    ordered = sorted(seconds)
    return {
        name: round(1000 * ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))], 2)
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    }
