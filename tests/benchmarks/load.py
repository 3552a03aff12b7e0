"""The served API under the everyday mix, and its memory over 100,000 requests.

The mix is that of `messages.py`: 70 % availability, 20 % rules, 10 % documents; 30 % repeated word by word.
The client runs on the same machine and takes its share of the processor.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.asking import ask_all, by_kind
from tests.benchmarks.messages import messages
from tests.benchmarks.serving import Served, tideover

CONNECTIONS = 16
WORKERS = (1, 2)
# A load ends at whichever comes first.
REQUESTS, REQUESTS_QUICK = 20_000, 1_500
MOST_SECONDS, MOST_SECONDS_QUICK = 60.0, 20.0
MEMORY_REQUESTS, MEMORY_REQUESTS_QUICK = 100_000, 3_000
MEMORY_SECONDS, MEMORY_SECONDS_QUICK = 600.0, 30.0
MEMORY_WORKERS = 2
# Rounds of messages over new connections, until no answer of two rounds running kept anybody waiting for a
# worker that still loads its model.
WARM_UP, WARM_ROUNDS, WARM_SECONDS = 200, 20, 1.5
MEMORY_SAMPLES = 100
# Caches and the allocator fill first; growth is counted from here on.
WARM_SHARE = 0.1
EDGE_SHARE = 0.05

Sample = tuple[int, float]


def load(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """Figures with one and with two workers."""
    count, seconds = (REQUESTS_QUICK, MOST_SECONDS_QUICK) if quick else (REQUESTS, MOST_SECONDS)
    return {f"workers {workers}": loaded(home, workers, count, seconds) for workers in WORKERS}


def memory(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """All processes over many requests; fewer than asked for when the time ends first."""
    count, seconds = (
        (MEMORY_REQUESTS_QUICK, MEMORY_SECONDS_QUICK) if quick else (MEMORY_REQUESTS, MEMORY_SECONDS)
    )
    return {"workers": MEMORY_WORKERS, **loaded(home, MEMORY_WORKERS, count, seconds)}


def loaded(
    home: Path,
    workers: int,
    count: int,
    most_seconds: float,
    *,
    during: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> dict[str, Any]:
    """At most `count` messages within the time; memory of all the server's processes beside them.

    `during` is opened once the server has warmed up, and closed after the last answer.
    """
    with tideover(home, workers=workers) as served:
        served.rest()
        warm_up(served.port)
        samples: list[Sample] = [(0, served.memory_mb())]
        with during():
            begun = time.perf_counter()
            answered = ask_all(
                served.port,
                messages(count),
                connections=CONNECTIONS,
                most_seconds=most_seconds,
                each=lambda number: _sample(served, samples, number, count),
            )
            seconds = time.perf_counter() - begun
    whole = [each for each in answered if not each.failed]
    return {
        "asked": len(answered),
        "of": count,
        "failed": len(answered) - len(whole),
        "seconds": round(seconds, 1),
        "answers_per_second": round(len(whole) / seconds, 1),
        **by_kind(whole),
        "memory_mb": [(number, round(megabytes, 1)) for number, megabytes in samples],
        "memory_growth_percent": growth_percent(samples),
    }


def warm_up(port: int) -> None:
    """Until every worker answers at once; a slow machine is measured all the same after some rounds."""
    settled = 0
    for number in range(WARM_ROUNDS):
        answered = ask_all(port, messages(WARM_UP, seed=100 + number), connections=CONNECTIONS)
        slow = any(each.failed or each.seconds > WARM_SECONDS for each in answered)
        settled = 0 if slow else settled + 1
        if settled == 2:
            return


def growth_percent(samples: Sequence[Sample]) -> float:
    """Growth of memory from the end of the warm-up to the end, each as the median of some samples."""
    last = samples[-1][0]
    warm = [megabytes for number, megabytes in samples if number >= WARM_SHARE * last]
    edge = max(1, round(EDGE_SHARE * len(warm)))
    return round(100 * (median(warm[-edge:]) / median(warm[:edge]) - 1), 1)


def _sample(served: Served, samples: list[Sample], number: int, count: int) -> None:
    if number % max(1, count // MEMORY_SAMPLES) == 0:
        samples.append((number, served.memory_mb()))
