"""The sources of sites and stock: how fresh each is, how often it reports, how far it is trusted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select, update

from knowledge.availability.catalog import changed
from knowledge.availability.freshness import Cadence, from_epoch, to_epoch
from knowledge.availability.records import SAMPLE_SOURCE, SourceFreshness
from knowledge.availability.tables import SITES, SOURCES
from knowledge.errors import BadInput, FieldError, NotFound


def source_freshness(connection: Connection, now: datetime) -> tuple[SourceFreshness, ...]:
    """How fresh every source is, by name; sources that hold nothing (any more) are left out."""
    counted = select(SITES.c.source, func.count()).where(~SITES.c.withdrawn).group_by(SITES.c.source)
    sites: dict[int, int] = {row[0]: row[1] for row in connection.execute(counted)}
    found = []
    for row in connection.execute(select(SOURCES).order_by(SOURCES.c.name)):
        if row.stock_rows or sites.get(row.id):
            cadence = Cadence(row.fresh_hours, row.ageing_hours)
            age = None if row.newest_as_of is None else to_epoch(now) - row.newest_as_of
            found.append(
                SourceFreshness(
                    name=row.name,
                    sites=sites.get(row.id, 0),
                    stock_rows=row.stock_rows,
                    newest_as_of=None if row.newest_as_of is None else from_epoch(row.newest_as_of),
                    last_import=None if row.imported_at is None else from_epoch(row.imported_at),
                    freshness=None if age is None else cadence.freshness(age),
                    fresh_hours=row.fresh_hours,
                    ageing_hours=row.ageing_hours,
                    sample=row.name == SAMPLE_SOURCE,
                )
            )
    return tuple(found)


def set_cadence(
    connection: Connection, name: str, fresh_hours: int, ageing_hours: int, trust: int | None = None
) -> None:
    """Say for how many hours a source's word is fresh and ageing, and how far it is trusted (0 is normal)."""
    if not 0 < fresh_hours <= ageing_hours:
        problem = "fresh_hours must be above 0 and not above ageing_hours"
        raise BadInput(
            f"The cadence of {name} is not possible: {problem}.", [FieldError("fresh_hours", problem)]
        )
    values = {"fresh_hours": fresh_hours, "ageing_hours": ageing_hours}
    if trust is not None:
        values["trust"] = trust
    if not connection.execute(update(SOURCES).where(SOURCES.c.name == name).values(values)).rowcount:
        raise NotFound(f"There is no source named {name}; it appears with its first import.")
    changed(connection)
