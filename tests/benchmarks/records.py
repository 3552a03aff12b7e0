"""The file of one part: its figures with date, machine and versions, or why there are none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.machine import machine, versions

HERE = Path(__file__).parent
RESULTS, RESULTS_QUICK = HERE / "results", HERE / "work" / "quick"

Record = dict[str, Any]


def begun(part: str, *, quick: bool) -> Record:
    """What is known before the part runs; the machine's load is that of now."""
    return {
        "part": part,
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "quick": quick,
        "machine": machine(),
        "versions": versions(),
    }


def write(folder: Path, record: Mapping[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(record, indent=1) + "\n"
    (folder / f"{record['part']}.json").write_text(text, encoding="utf-8")


def read(folder: Path, part: str) -> Record | None:
    """None for a part that was not run."""
    file = folder / f"{part}.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
