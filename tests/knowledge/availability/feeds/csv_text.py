"""Feeds in one line a row: what is not said has an ordinary value."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

from knowledge.availability.feeds.site_rows import SITE_COLUMNS
from knowledge.availability.feeds.stock_rows import STOCK_COLUMNS
from tests.knowledge.availability.conftest import NOW

SITE = {
    "site_id": "a",
    "name": "Harbor Pharmacy",
    "kind": "pharmacy",
    "zip": "33602",
    "latitude": "27.95",
    "longitude": "-82.46",
    "hours": "24/7",
    "operating_status": "open",
    "source": "feed",
}
STOCK = {
    "site_id": "a",
    "medicine": "insulin glargine",
    "status": "in_stock",
    "quantity": "5",
    "as_of": (NOW - timedelta(hours=1)).isoformat(),
    "source": "feed",
}


def hours_ago(hours: float) -> str:
    """A time of so many hours before the tests' now."""
    return (NOW - timedelta(hours=hours)).isoformat()


def write_sites(path: Path, *rows: dict[str, Any]) -> Path:
    """sites.csv with these rows."""
    return _write(path, SITE_COLUMNS, SITE, rows)


def write_stock(path: Path, *rows: dict[str, Any]) -> Path:
    """stock.csv with these rows."""
    return _write(path, STOCK_COLUMNS, STOCK, rows)


def _write(
    path: Path, columns: tuple[str, ...], usual: dict[str, str], rows: tuple[dict[str, Any], ...]
) -> Path:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(usual | row)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path
