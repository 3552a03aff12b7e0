"""Writing sites.csv and stock.csv back out: what is imported again changes nothing."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select, text

from knowledge.availability.catalog import Catalog
from knowledge.availability.feeds.site_rows import SITE_COLUMNS
from knowledge.availability.feeds.stock_rows import STOCK_COLUMNS
from knowledge.availability.freshness import from_epoch
from knowledge.availability.judging import STATUS_BY_NUMBER
from knowledge.availability.tables import SITES, SOURCES

# Rows fetched at a time; the export runs in constant memory.
FETCH_ROWS = 5_000
_STOCK = text(
    "SELECT s.medicine, s.site, s.source, s.item, s.generation, t.site_id, m.name AS medicine_name, i.rxcui,"
    " i.ndc, i.strength, i.form, s.status, s.quantity, s.unit, s.price, i.program, s.as_of, s.note"
    " FROM stock s JOIN sites t ON t.id = s.site JOIN availability_items i ON i.id = s.item"
    " JOIN availability_medicines m ON m.id = s.medicine WHERE NOT t.withdrawn"
    " ORDER BY s.medicine, s.cell, s.site, s.source, s.item, s.generation"
)


def export_sites(connection: Connection, path: Path) -> int:
    """Write all sites that are listed; returns how many."""
    wanted = (
        select(SITES, SOURCES.c.name.label("source_name"))
        .join(SOURCES, SOURCES.c.id == SITES.c.source)
        .where(~SITES.c.withdrawn)
        .order_by(SITES.c.site_id)
    )
    return _write(path, SITE_COLUMNS, map(_site, _stream(connection, wanted)))


def export_stock(connection: Connection, path: Path, catalog: Catalog) -> int:
    """Write the newest row of each source, site and product, phone reports included; returns how many."""
    shown = (row for row in _stream(connection, _STOCK) if catalog.shows(row.source, row.generation))
    same = groupby(shown, key=lambda row: (row.medicine, row.site, row.source, row.item))
    newest = (max(rows, key=lambda row: (row.as_of, row.generation)) for _, rows in same)
    return _write(path, STOCK_COLUMNS, (_stock(row, catalog) for row in newest))


def _stream(connection: Connection, statement: Any) -> Iterator[Row[Any]]:
    yield from connection.execution_options(yield_per=FETCH_ROWS).execute(statement)


def _write(path: Path, header: Iterable[str], rows: Iterable[list[Any]]) -> int:
    """Write beside the file first, so that an export cut short leaves no half file."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    count = 0
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow(row)
            count += 1
    unfinished.replace(path)
    return count


def _site(row: Row[Any]) -> list[Any]:
    values = row._asdict() | {
        "status_as_of": _moment(row.status_as_of),
        "source": row.source_name,
        "latitude": "" if row.approximate else row.latitude,
        "longitude": "" if row.approximate else row.longitude,
    }
    return [values[name] for name in SITE_COLUMNS]


def _stock(row: Row[Any], catalog: Catalog) -> list[Any]:
    values = row._asdict() | {
        "medicine": row.medicine_name,
        "status": STATUS_BY_NUMBER[row.status],
        "quantity": "" if row.quantity is None else f"{row.quantity:g}",
        "as_of": _moment(row.as_of),
        "source": catalog.sources[row.source].name,
    }
    return ["" if values[name] is None else values[name] for name in STOCK_COLUMNS]


def _moment(seconds: int | None) -> str:
    return "" if seconds is None else f"{from_epoch(seconds):%Y-%m-%dT%H:%M:%SZ}"
