"""What a start takes: `--help`, `ask` with and without a document in the answer, restart until ready."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.serving import run_command, tideover

RUNS, RUNS_QUICK = 3, 1
# `-X importtime` names every imported module; these are the embedding model's.
MODEL_MODULES = ("torch", "sentence_transformers")
COMMANDS = {
    "--help": ("--help",),
    "ask, structured": ("ask", "Where can I get metformin near 33602?"),
    "ask, documents": ("ask", "How do I keep insulin cool without power?"),
}
ASK_SECONDS = 120


def starting(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """Median seconds of a process from start to end, whether it imported the model; restart to ready."""
    runs = RUNS_QUICK if quick else RUNS
    figures: dict[str, Any] = {
        name: {
            "seconds": round(median(_seconds(home, arguments) for _ in range(runs)), 2),
            "imports_model": _imports_model(home, arguments),
        }
        for name, arguments in COMMANDS.items()
    }
    figures["restart to ready"] = {"seconds": round(median(_restart(home) for _ in range(runs)), 2)}
    return figures


def _seconds(home: Path, arguments: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    run_command(home, *arguments, seconds=ASK_SECONDS)
    return time.perf_counter() - begun


def _imports_model(home: Path, arguments: tuple[str, ...]) -> bool:
    ran = run_command(home, *arguments, seconds=ASK_SECONDS, options=("-X", "importtime"))
    return imports_model(ran.stderr)


def imports_model(import_times: str) -> bool:
    """Whether the output of `-X importtime` names a module of the embedding model."""
    names = {line.rpartition("|")[2].strip() for line in import_times.splitlines()}
    return any(module in names for module in MODEL_MODULES)


def _restart(home: Path) -> float:
    with tideover(home) as served:
        return served.ready_seconds
