"""The built-in table of great recent disasters, for drills and for answers about the past without network.

It holds what could be confirmed and no more, so it never makes the table of declarations count as complete:
outside it the answer stays `unknown`. A real import replaces it declaration by declaration.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import sqlalchemy as sa

from knowledge.emergencies.declaration_store import drafts_of, store
from knowledge.emergencies.openfema_row import OpenFemaRow, read_row
from knowledge.emergencies.records import ImportReport
from knowledge.emergencies.tables import BUILT_IN
from knowledge.evidence import Confidence

RECENT_DISASTERS = Path(__file__).parent / "data" / "recent_disasters.csv"


def built_in_rows(path: Path = RECENT_DISASTERS) -> list[OpenFemaRow]:
    """The table's rows: OpenFEMA's columns, and `source`, `checked`, `confidence`, `note` of our own."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(cells) for cells in csv.DictReader(file)]


def _row(cells: dict[str, str]) -> OpenFemaRow:
    return replace(
        read_row(cells),
        source_url=cells["source"],
        checked=cells["checked"],
        confidence=cast(Confidence, cells["confidence"]),
        note=cells["note"],
    )


def load_built_in(engine: sa.Engine, now: datetime | None = None) -> ImportReport:
    """Load the built-in table; what a real import already holds stays as it is."""
    rows = built_in_rows()
    now = now or datetime.now(UTC)
    newest = max(date.fromisoformat(r.checked) for r in rows)
    as_of = datetime.combine(newest, datetime.min.time(), UTC)
    return store(
        engine,
        drafts_of(rows, BUILT_IN, newest),
        source_name=RECENT_DISASTERS.name,
        as_of=as_of,
        now=now,
        dataset=BUILT_IN,
    )
