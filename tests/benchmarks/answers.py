"""The question suites, by the command that everyone has: how many whole answers are right."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.serving import run_command

SUITE_QUICK = "declines"
EVALUATE_SECONDS = 900


def answers(home: Path, *, quick: bool = False) -> dict[str, Any]:
    """Scores by suite, the tuned and the untouched half apart; quick: of one suite."""
    chosen = ("--suite", SUITE_QUICK) if quick else ()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        run_command(home, "evaluate", *chosen, "--report", str(file), seconds=EVALUATE_SECONDS)
        return totals(json.loads(file.read_text(encoding="utf-8")))


def totals(report: Mapping[str, Any]) -> dict[str, Any]:
    """The rows of whole suites, and of all together at the end."""
    whole = [row for row in report["rows"] if not row["category"]]
    return {
        "suites": [
            {"suite": row["suite"] or "all", "tuned": row["tuned"], "untouched": row["untouched"]}
            for row in whole
        ]
    }
