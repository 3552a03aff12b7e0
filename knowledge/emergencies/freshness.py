"""How fresh the tables are: for `no`, for `doctor`, for the status page."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from knowledge.emergencies.in_force import TablesAsOf
from knowledge.emergencies.records import Freshness, TableFreshness
from knowledge.emergencies.tables import ACTIVATIONS, DECLARATIONS, IMPORTS, SAMPLE


def tables_as_of(connection: sa.Connection) -> TablesAsOf:
    """The moment up to which each table is complete; the built-in table and the drill do not count."""
    newest = sa.select(IMPORTS.c.dataset, sa.func.max(IMPORTS.c.data_as_of).label("as_of"))
    found = {r.dataset: r.as_of for r in connection.execute(newest.group_by(IMPORTS.c.dataset))}
    return TablesAsOf(_moment(found.get("declarations")), _moment(found.get("activations")))


def last_live_update(engine: sa.Engine, base_url: str) -> datetime | None:
    """When everything was last read from this API, or None: then all of it has to be read."""
    query = sa.select(sa.func.max(IMPORTS.c.data_as_of)).where(IMPORTS.c.source == base_url)
    with engine.connect() as connection:
        return _moment(connection.execute(query).scalar())


def freshness(connection: sa.Connection) -> Freshness:
    """Both tables' facts."""
    return Freshness(_declarations(connection), _activations(connection), _drill_loaded(connection))


def _declarations(connection: sa.Connection) -> TableFreshness:
    low = DECLARATIONS.c.confidence == "low"
    rows, newest, unconfirmed = connection.execute(
        sa.select(sa.func.count(), sa.func.max(DECLARATIONS.c.declared), sa.func.count().filter(low)).where(
            DECLARATIONS.c.source != SAMPLE
        )
    ).one()
    imported_at, source = _last_import(connection, "declarations")
    as_of = tables_as_of(connection).declarations
    return TableFreshness("declarations", rows, as_of, imported_at, source, (newest or "")[:10], unconfirmed)


def _activations(connection: sa.Connection) -> TableFreshness:
    rows, newest = connection.execute(
        sa.select(sa.func.count(), sa.func.max(ACTIVATIONS.c.begins)).where(ACTIVATIONS.c.sample.is_(False))
    ).one()
    imported_at, source = _last_import(connection, "activations")
    as_of = tables_as_of(connection).activations
    return TableFreshness("activations", rows, as_of, imported_at, source, (newest or "")[:10], 0)


def _last_import(connection: sa.Connection, dataset: str) -> tuple[datetime | None, str]:
    last = connection.execute(
        sa.select(IMPORTS).where(IMPORTS.c.dataset == dataset).order_by(IMPORTS.c.number.desc()).limit(1)
    ).first()
    return (_moment(last.imported_at), last.source) if last else (None, "")


def _drill_loaded(connection: sa.Connection) -> bool:
    query = sa.select(sa.func.count()).where(DECLARATIONS.c.source == SAMPLE)
    return bool(connection.execute(query).scalar())


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
