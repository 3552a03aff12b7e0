"""Small worlds: a few sites and rows, said in one line each, stored as a feed would store them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select

from knowledge.availability.catalog import DONE, sites_changed
from knowledge.availability.feeds.lifecycle import new_import
from knowledge.availability.records import Site, StockEntry
from knowledge.availability.registry import Registry
from knowledge.availability.sample_store import insert_stock
from knowledge.availability.site_store import site_values, store_sites
from knowledge.availability.table import AvailabilityTable
from knowledge.availability.tables import CALLS, IMPORTS, ITEMS, MEDICINES, REPORTS, SITES, SOURCES, STOCK
from knowledge.availability.transactions import writing
from tests.knowledge.availability.conftest import NOW

TAMPA = (27.95, -82.457)
# Degrees of latitude that make a mile.
MILE = 1 / 69.09


def site(site_id: str, miles_north: float = 1.0, **fields: Any) -> Site:
    """A pharmacy so many miles north of Tampa, open around the clock, unless said otherwise."""
    base = Site(
        site_id=site_id,
        name=f"Site {site_id}",
        kind="pharmacy",
        state="FL",
        zip="33602",
        latitude=TAMPA[0] + miles_north * MILE,
        longitude=TAMPA[1],
        hours="24/7",
        operating_status="open",
        phone="+18135550100",
        source="feed",
        timezone="America/New_York",
    )
    return replace(base, **fields)


def entry(
    site_id: str,
    medicine: str = "insulin glargine",
    status: str = "in_stock",
    hours: float = 1.0,
    **fields: Any,
) -> StockEntry:
    """A row of the feed so many hours old."""
    base = StockEntry(
        site_id=site_id,
        medicine=medicine,
        status=status,  # type: ignore[arg-type]
        as_of=NOW - timedelta(hours=hours),
        source="feed",
    )
    return replace(base, **fields)


def store(table: AvailabilityTable, sites: Iterable[Site], entries: Iterable[StockEntry] = ()) -> None:
    """Put sites and stock into the tables, as one published import."""
    sites, entries = list(sites), list(entries)
    with writing(table.engine) as connection:
        registry = Registry(connection)
        registry.add_sources(connection, [s.source for s in sites])
        store_sites(connection, [site_values(s) for s in sites], registry.sources)
        row = new_import("stock", NOW) | {"state": DONE, "accepted": len(entries)}
        generation = connection.execute(insert(IMPORTS).values(row).returning(IMPORTS.c.id)).scalar_one()
        if entries:
            insert_stock(connection, entries, registry, generation)
        sites_changed(connection)


def shown(table: AvailabilityTable, *medicines: str, at: datetime = NOW, **options: Any) -> list[str]:
    """The site ids that a search from Tampa shows, in order."""
    found = [table.vocabulary.by_name(name) for name in medicines or ("insulin glargine",)]
    assert all(found), medicines
    result = table.search([m for m in found if m], *options.pop("near", TAMPA), at, **options)
    return [place.site_id for place in result.places]


def wipe(table: AvailabilityTable) -> None:
    """Empty every table of this room."""
    with writing(table.engine) as connection:
        for each in (CALLS, REPORTS, STOCK, ITEMS, IMPORTS, SITES, MEDICINES, SOURCES):
            connection.execute(delete(each))
        sites_changed(connection)


def source_numbers(table: AvailabilityTable) -> dict[str, int]:
    """The number of each source."""
    with table.engine.connect() as connection:
        return {row.name: row.id for row in connection.execute(select(SOURCES))}
