"""Counts for the status page: how much of the stock is fresh, and how many reports came in each hour."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import Engine, case, func, select

from knowledge.availability.catalog import CatalogReader
from knowledge.availability.freshness import SECONDS_PER_HOUR, from_epoch, to_epoch
from knowledge.availability.records import FRESHNESSES, Freshness
from knowledge.availability.tables import REPORTS, SOURCES, STOCK
from knowledge.availability.transactions import snapshot


def stock_by_freshness(engine: Engine, now: datetime) -> dict[Freshness, int]:
    """How many stock rows are fresh, ageing and stale at `now`, each by its own source's cadence.

    Reads every stock row: ask for it now and then, not with every answer.
    """
    age = to_epoch(now) - STOCK.c.as_of
    worth = case(
        (age <= SOURCES.c.fresh_hours * SECONDS_PER_HOUR, "fresh"),
        (age <= SOURCES.c.ageing_hours * SECONDS_PER_HOUR, "ageing"),
        else_="stale",
    )
    counted = (
        select(STOCK.c.source, STOCK.c.generation, worth, func.count())
        .join(SOURCES, SOURCES.c.id == STOCK.c.source)
        .group_by(STOCK.c.source, STOCK.c.generation, worth)
    )
    found: Counter[str] = Counter()
    with snapshot(engine) as connection:
        catalog = CatalogReader().read(connection)
        for source, generation, freshness, rows in connection.execute(counted):
            if catalog.shows(source, generation):
                found[freshness] += rows
    return {freshness: found[freshness] for freshness in FRESHNESSES}


def reports_per_hour(engine: Engine, now: datetime, hours: int) -> list[tuple[datetime, int]]:
    """(start of the hour in UTC, reports recorded in it) of the last `hours` hours, the running one last."""
    last = now.replace(minute=0, second=0, microsecond=0)
    first = last - timedelta(hours=hours - 1)
    recorded = select(REPORTS.c.recorded_at).where(
        REPORTS.c.recorded_at >= to_epoch(first), REPORTS.c.withdrawn_at.is_(None)
    )
    with snapshot(engine) as connection:
        found = Counter(
            from_epoch(moment).replace(minute=0, second=0)
            for moment in connection.execute(recorded).scalars()
        )
    return [(hour, found[hour]) for hour in (first + timedelta(hours=step) for step in range(hours))]
