"""One system in a process of its own: `python -m tests.benchmarks.systems.worker JOB.json`.

Runs in the peers' environment as well as in ours, so it knows only the standard library and psutil.
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.systems.system import Asked, System, Text
from tests.benchmarks.timing import quantiles

# Enough pieces to fold into ten documents.
RANKED = 50
# What a chat would be given.
SHOWN = 8
CONCURRENT = 16


def main() -> None:
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    refuse_network()
    system: System = import_module(f"tests.benchmarks.systems.{job['system']}").System(
        job["mode"], Path(job["model"])
    )
    folder = Path(job["folder"])
    questions = [Asked(**each) for each in job["questions"]]
    result = STEPS[job["step"]](system, folder, questions, job)
    Path(job["result"]).write_text(json.dumps(result), encoding="utf-8")


def build(system: System, folder: Path, questions: list[Asked], job: dict[str, Any]) -> Any:
    documents = [Text(**each) for each in json.loads(Path(job["corpus"]).read_text(encoding="utf-8"))]
    begun = time.perf_counter()
    system.build(documents, folder)
    return {"build_seconds": time.perf_counter() - begun}


def answer_first(system: System, folder: Path, questions: list[Asked], job: dict[str, Any]) -> Any:
    """The parent measures from the start of the process to this line."""
    system.open(folder)
    found = system.search(questions[0], SHOWN)
    print("answered", len(found), flush=True)
    return {}


def rank(system: System, folder: Path, questions: list[Asked], job: dict[str, Any]) -> Any:
    system.open(folder)
    return {"rankings": [[asdict(each) for each in system.search(asked, RANKED)] for asked in questions]}


def ask(system: System, folder: Path, questions: list[Asked], job: dict[str, Any]) -> Any:
    """One question after another, then sixteen at a time; every question differs from those before."""
    system.open(folder)
    warm, rest = questions[: job["warm"]], questions[job["warm"] :]
    timed, together = rest[: job["timed"]], rest[job["timed"] :]
    for asked in warm:
        system.search(asked, SHOWN)
    latencies = [_seconds(system, asked) for asked in timed]
    begun = time.perf_counter()
    with ThreadPoolExecutor(CONCURRENT) as pool:
        concurrent = list(pool.map(lambda asked: _seconds(system, asked), together))
    elapsed = time.perf_counter() - begun
    memory = psutil.Process().memory_info().rss
    return {
        "latency_ms": quantiles(latencies),
        "latency_at_16_ms": quantiles(concurrent),
        "answers_per_second_at_16": round(len(together) / elapsed, 1),
        "memory_mb": round(memory / 1e6),
    }


def _seconds(system: System, asked: Asked) -> float:
    begun = time.perf_counter()
    system.search(asked, SHOWN)
    return time.perf_counter() - begun


def refuse_network() -> None:
    """Nothing may be fetched: a system that tries gets an error instead of a download."""
    os.environ.update(
        HF_HUB_OFFLINE="1",
        TRANSFORMERS_OFFLINE="1",
        HAYSTACK_TELEMETRY_ENABLED="False",
        ANONYMIZED_TELEMETRY="False",
        TOKENIZERS_PARALLELISM="false",
        # Their bars would be the last thing said before an error.
        HF_HUB_DISABLE_PROGRESS_BARS="1",
    )

    def no_network(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "socket.connect" and isinstance(arguments[1], tuple):
            raise OSError(f"The benchmark runs without network; refused: {arguments[1][0]}")

    sys.addaudithook(no_network)


STEPS = {"build": build, "first": answer_first, "rank": rank, "ask": ask}

if __name__ == "__main__":
    main()
