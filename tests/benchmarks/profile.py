"""Where the time of an answer goes: the pipeline in this process under cProfile, by our own functions.

Counts processor time of the answering thread, so that a busy machine does not blur it.
"""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.messages import KINDS, different

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

ROOT = Path(__file__).parents[2]
SHOWN = 30
ASKED, ASKED_QUICK = 200, 40


@dataclass(frozen=True, slots=True)
class Cost:
    """One function: calls and milliseconds per answer, with and without what it calls."""

    where: str
    calls: float
    own_ms: float
    whole_ms: float


def profile(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """The costliest functions for each kind of question."""
    from api.services import opened
    from api.settings import Settings

    settings = Settings(home=str(home), drill="on", log_level="error")
    with opened(settings) as services:
        return {
            kind: _costs(services.assistant, different(kind, ASKED_QUICK if quick else ASKED))
            for kind in KINDS
        }


def _costs(assistant: Assistant, texts: list[str]) -> dict[str, Any]:
    from assistant.conversation.conversation import Conversation
    from assistant.question import Question

    def answer_all() -> None:
        for text in texts:
            assistant.answer(Question(message=text, at=datetime.now(UTC)), Conversation())

    answer_all()
    begun = time.thread_time()
    answer_all()
    plain = (time.thread_time() - begun) / len(texts)
    profiler = cProfile.Profile(time.thread_time)
    profiler.runcall(answer_all)
    costs = sorted(_per_answer(profiler, len(texts)), key=lambda cost: -cost.whole_ms)
    own = sorted(costs, key=lambda cost: -cost.own_ms)
    return {
        "answers": len(texts),
        "processor_ms_per_answer": round(1000 * plain, 2),
        "most_with_callees": [_row(cost) for cost in costs if _is_ours(cost)][:SHOWN],
        "most_by_themselves": [_row(cost) for cost in own][:SHOWN],
    }


def _per_answer(profiler: cProfile.Profile, answers: int) -> Iterable[Cost]:
    for (file, line, name), (_, calls, own, whole, _) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        where = f"{_short(file)}:{line} {name}"
        yield Cost(where, calls / answers, 1000 * own / answers, 1000 * whole / answers)


def _short(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(ROOT) and ".venv" not in path.parts:
        return str(path.relative_to(ROOT))
    return "/".join(path.parts[-3:])


def _is_ours(cost: Cost) -> bool:
    return cost.where.startswith(("api/", "assistant/", "knowledge/"))


def _row(cost: Cost) -> dict[str, Any]:
    return {
        "where": cost.where,
        "calls": round(cost.calls, 1),
        "own_ms": round(cost.own_ms, 3),
        "whole_ms": round(cost.whole_ms, 3),
    }
