"""Cases as data: one line each, for anyone to extend. An empty `read` means that it is refused."""

from __future__ import annotations

import csv
from pathlib import Path


def cases(name: str) -> list[dict[str, str]]:
    """The lines of a file in this folder."""
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
