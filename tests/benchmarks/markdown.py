"""Tables as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# The figures of one part as they stand in its file.
Figures = Mapping[str, Any]
TIMES = ("p50 ms", "p95 ms", "p99 ms")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Numbers stand to the right."""
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    lines += [f"| {' | '.join(_cell(value) for value in row)} |" for row in rows]
    return "\n".join(lines)


def times(found: Figures) -> list[object]:
    """The cells under `TIMES`."""
    return [found[name] for name in ("p50", "p95", "p99")]


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
