"""300 mixed questions over HTTP, one after another and then 16 at a time: times by kind, answers per second.

A call that looks nothing up, `GET /healthz`, is timed in turns beside the questions, so that the figures
can be read on a machine of another speed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.asking import Asked, ask_all, by_kind
from tests.benchmarks.messages import Kind, Message, messages
from tests.benchmarks.serving import Caller, Served, tideover
from tests.benchmarks.timing import quantiles

# As many documents as structured questions: the slower half must not hide behind the faster one.
SHARES: dict[Kind, float] = {"availability": 0.35, "rules": 0.25, "documents": 0.4}
QUESTIONS, QUESTIONS_QUICK = 300, 60
TOGETHER = 16
SEED = 20
WARM_UP = 20


def mixed_questions(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """Figures of some questions one after another, and of as many others at a time."""
    count = QUESTIONS_QUICK if quick else QUESTIONS
    chosen = mixed(WARM_UP + 2 * count)
    warm_up, alone, together = (
        chosen[:WARM_UP],
        chosen[WARM_UP : WARM_UP + count],
        chosen[WARM_UP + count :],
    )
    with tideover(home) as served:
        served.rest()
        ask_all(served.port, warm_up, connections=1)
        one_by_one = _one_by_one(served, alone)
        begun = time.perf_counter()
        answered = ask_all(served.port, together, connections=TOGETHER)
        seconds = time.perf_counter() - begun
        memory = served.memory_mb()
    whole = [each for each in answered if not each.failed]
    at_once = by_kind(whole) | {"answers_per_second": round(len(whole) / seconds, 1)}
    return {
        "questions": count,
        "failed": len(answered) - len(whole),
        "one after another": one_by_one,
        f"{TOGETHER} at a time": at_once,
        "ready_after_s": round(served.ready_seconds, 1),
        "memory_mb": round(memory),
    }


def mixed(count: int) -> list[Message]:
    """Messages of all kinds in a fixed order; none is repeated."""
    pool = list(dict.fromkeys(messages(count * 20, seed=SEED, repeated=0.0)))
    chosen = [
        message
        for kind, share in SHARES.items()
        for message in [each for each in pool if each.kind == kind][: round(count * share)]
    ]
    random.Random(SEED).shuffle(chosen)
    return chosen


def _one_by_one(served: Served, chosen: Sequence[Message]) -> dict[str, Any]:
    caller, answered, health = Caller(served.port), [], []
    for message in chosen:
        answered.append(Asked(message.kind, caller.chat(message.text)))
        health.append(caller.get("/healthz"))
    caller.close()
    seconds = sum(each.seconds for each in answered)
    return by_kind(answered) | {
        "healthz_ms": quantiles(health),
        "answers_per_second": round(len(answered) / seconds, 1),
    }
