"""What a start takes: `--help`, `ask` with and without a document in the answer, restart until ready."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.serving import ROOT, tideover

RUNS, RUNS_QUICK = 5, 2
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
    environment = {**os.environ, "TIDEOVER_HOME": str(home)}
    figures: dict[str, Any] = {
        name: {
            "seconds": round(median(_seconds(arguments, environment) for _ in range(runs)), 2),
            "imports_model": _imports_model(arguments, environment),
        }
        for name, arguments in COMMANDS.items()
    }
    figures["restart to ready"] = {"seconds": round(median(_restart(home) for _ in range(runs)), 2)}
    return figures


def _seconds(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    _run([sys.executable, "-m", "api", *arguments], environment)
    return time.perf_counter() - begun


def _imports_model(arguments: tuple[str, ...], environment: dict[str, str]) -> bool:
    ran = _run([sys.executable, "-X", "importtime", "-m", "api", *arguments], environment)
    return imports_model(ran.stderr)


def imports_model(import_times: str) -> bool:
    """Whether the output of `-X importtime` names a module of the embedding model."""
    names = {line.rpartition("|")[2].strip() for line in import_times.splitlines()}
    return any(module in names for module in MODEL_MODULES)


def _run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=ASK_SECONDS
    )


def _restart(home: Path) -> float:
    with tideover(home) as served:
        return served.ready_seconds
