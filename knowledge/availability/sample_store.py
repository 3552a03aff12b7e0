"""Loading and clearing the sample scenario; it never stands beside real data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, and_, delete, func, insert, or_, select, text, update

from knowledge.availability.catalog import DONE, PUBLISHED, RUNNING, sites_changed
from knowledge.availability.freshness import from_epoch, to_epoch
from knowledge.availability.judging import STATUS_NUMBERS
from knowledge.availability.records import SAMPLE_SOURCE, StockEntry
from knowledge.availability.registry import Item, Registry
from knowledge.availability.sample import sample_sites, sample_stock
from knowledge.availability.site_store import site_values, store_sites
from knowledge.availability.tables import CALLS, IMPORTS, REPORTS, SITES, SOURCES, STOCK
from knowledge.availability.transactions import writing
from knowledge.errors import Conflict
from knowledge.medicines.vocabulary import Vocabulary

# A drill that was loaded longer ago than this is loaded anew when the server starts.
SAMPLE_IS_OLD_AFTER = timedelta(hours=12)


def load_sample(engine: Engine, vocabulary: Vocabulary, now: datetime) -> int:
    """Put the sample scenario, as of `now`, in place of an older one; returns its stock rows.

    Raises Conflict where real data was ever imported.
    """
    sites = sample_sites(now)
    entries = list(sample_stock(sites, vocabulary.medicines, now))
    with writing(engine) as connection:
        if real_data_was_imported(connection):
            raise Conflict(
                "Real sites or stock were imported here; the sample scenario is not mixed with them."
            )
        remove_sample(connection)
        registry = Registry(connection)
        registry.add_sources(connection, [SAMPLE_SOURCE])
        store_sites(connection, [site_values(site) for site in sites], registry.sources)
        generation = _sample_generation(connection, now, len(entries))
        insert_stock(connection, entries, registry, generation)
        _note_freshness(connection, entries, now)
        sites_changed(connection)
    return len(entries)


def refresh_sample(engine: Engine, vocabulary: Vocabulary, now: datetime) -> bool:
    """Load the sample scenario where nothing was ever imported, or anew where it has grown old.

    Returns whether it was loaded. Called when a server starts, unless sample data are switched off.
    """
    with engine.connect() as connection:
        if real_data_was_imported(connection):
            return False
        loaded = sample_loaded_at(connection)
    if loaded is not None and now - loaded <= SAMPLE_IS_OLD_AFTER:
        return False
    load_sample(engine, vocabulary, now)
    return True


def clear_sample(engine: Engine) -> bool:
    """Remove the sample scenario with its reports and calls; returns whether there was one."""
    with writing(engine) as connection:
        return remove_sample(connection)


def sample_loaded_at(connection: Connection) -> datetime | None:
    """When the sample scenario that is in place was loaded; None if there is none."""
    newest = select(func.max(IMPORTS.c.finished_at)).where(IMPORTS.c.sample, IMPORTS.c.state == DONE)
    seconds = connection.execute(newest).scalar()
    return None if seconds is None else from_epoch(seconds)


def real_data_was_imported(connection: Connection) -> bool:
    """Whether any feed but the sample was ever imported, or is being imported."""
    rows = IMPORTS.c.accepted + IMPORTS.c.updated + IMPORTS.c.unchanged
    came_in = and_(IMPORTS.c.state.in_((PUBLISHED, DONE)), rows > 0)
    real = select(IMPORTS.c.id).where(~IMPORTS.c.sample, or_(came_in, IMPORTS.c.state == RUNNING)).limit(1)
    return connection.execute(real).first() is not None


def remove_sample(connection: Connection) -> bool:
    """Remove the sample scenario inside the caller's transaction."""
    source = connection.execute(select(SOURCES.c.id).where(SOURCES.c.name == SAMPLE_SOURCE)).scalar()
    if source is None:
        return False
    sites = select(SITES.c.id).where(SITES.c.source == source)
    connection.execute(text(_REMOVE_STOCK), {"source": source})
    connection.execute(delete(CALLS).where(CALLS.c.site.in_(sites)))
    connection.execute(delete(REPORTS).where(REPORTS.c.site.in_(sites)))
    removed = connection.execute(delete(SITES).where(SITES.c.source == source)).rowcount
    connection.execute(delete(IMPORTS).where(IMPORTS.c.sample))
    nothing = {"stock_rows": 0, "newest_as_of": None, "imported_at": None}
    connection.execute(update(SOURCES).where(SOURCES.c.id == source).values(nothing))
    sites_changed(connection)
    return removed > 0


# By medicine, cell and site: that is how the tree is keyed.
_REMOVE_STOCK = (
    "DELETE FROM stock WHERE (medicine, cell, site) IN (SELECT m.id, t.cell, t.id"
    " FROM availability_medicines m CROSS JOIN sites t WHERE t.source = :source)"
)


def insert_stock(
    connection: Connection, entries: Sequence[StockEntry], registry: Registry, generation: int
) -> None:
    """Add stock entries of known sites, all at once."""
    registry.add_sources(connection, (entry.source for entry in entries))
    registry.add_medicines(connection, (entry.medicine for entry in entries))
    registry.add_items(connection, (_item(entry, registry) for entry in entries))
    places = {
        row.site_id: row for row in connection.execute(select(SITES.c.site_id, SITES.c.id, SITES.c.cell))
    }
    rows = [_row(entry, registry, places[entry.site_id], generation) for entry in entries]
    connection.execute(insert(STOCK), _without_doubles(rows))


def _sample_generation(connection: Connection, now: datetime, rows: int) -> int:
    moment = to_epoch(now)
    values = {
        "kind": "stock",
        "state": DONE,
        "started_at": moment,
        "heartbeat_at": moment,
        "finished_at": moment,
        "accepted": rows,
        "sample": True,
    }
    return int(connection.execute(insert(IMPORTS).values(values).returning(IMPORTS.c.id)).scalar_one())


def _note_freshness(connection: Connection, entries: Sequence[StockEntry], now: datetime) -> None:
    values = {
        "stock_rows": len(entries),
        "newest_as_of": max(to_epoch(entry.as_of) for entry in entries),
        "imported_at": to_epoch(now),
    }
    connection.execute(update(SOURCES).where(SOURCES.c.name == SAMPLE_SOURCE).values(values))


def _item(entry: StockEntry, registry: Registry) -> Item:
    medicine = registry.medicines[entry.medicine]
    return Item(medicine, entry.rxcui, entry.ndc, entry.strength, entry.form, entry.program)


def _row(entry: StockEntry, registry: Registry, place: Any, generation: int) -> dict[str, Any]:
    return {
        "medicine": registry.medicines[entry.medicine],
        "cell": place.cell,
        "site": place.id,
        "source": registry.sources[entry.source],
        "item": registry.items[_item(entry, registry)],
        "generation": generation,
        "status": STATUS_NUMBERS[entry.status],
        "as_of": to_epoch(entry.as_of),
        "quantity": entry.quantity,
        "unit": entry.unit or None,
        "price": entry.price or None,
        "note": entry.note or None,
    }


def _without_doubles(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    unique = {(row["medicine"], row["site"], row["source"], row["item"]): row for row in rows}
    return list(unique.values())
