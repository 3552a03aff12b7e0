"""Putting activations into their table: an operator edits the file and imports it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from knowledge.emergencies.days import written
from knowledge.emergencies.records import Activation, ImportReport
from knowledge.emergencies.tables import ACTIVATIONS, IMPORTS

_Key = tuple[str, str, str, str]


def store_activations(
    engine: sa.Engine,
    rows: Sequence[Activation],
    *,
    source_name: str,
    now: datetime,
    warnings: tuple[str, ...] = (),
) -> ImportReport:
    """Store the rows in one transaction and log the import.

    The file decides for every activation it names: areas of it that are no longer in the file are removed.
    Activations that the file does not name stay.
    """
    with engine.begin() as connection:
        held = _held(connection, sorted({r.id for r in rows}))
        wanted = {_key(r): _values(r) for r in rows}
        gone = [k for k in held if k not in wanted]
        changed = [k for k, v in wanted.items() if k in held and held[k] != v]
        added = [k for k in wanted if k not in held]
        for key in (*gone, *changed):
            connection.execute(ACTIVATIONS.delete().where(_is(key)))
        if fresh := [wanted[k] for k in (*changed, *added)]:
            connection.execute(ACTIVATIONS.insert(), fresh)
        connection.execute(IMPORTS.insert().values(_log_entry(source_name, now, len(rows))))
    if gone:
        warnings = (*warnings, f"{len(gone)} areas that the file no longer names were removed.")
    unchanged = len(wanted) - len(changed) - len(added)
    return ImportReport(len(rows), len(added), len(changed), unchanged, warnings)


def _log_entry(source_name: str, now: datetime, rows: int) -> dict[str, object]:
    moment = now.isoformat()
    return {
        "dataset": "activations",
        "source": source_name,
        "imported_at": moment,
        # The operator vouches for the list on the day of the import.
        "data_as_of": moment,
        "row_count": rows,
    }


def _held(connection: sa.Connection, ids: Sequence[str]) -> dict[_Key, dict[str, object]]:
    rows = connection.execute(sa.select(ACTIVATIONS).where(ACTIVATIONS.c.activation_id.in_(ids)))
    return {(r.activation_id, r.state, r.county_fips, r.zip): dict(r._mapping) for r in rows}


def _key(row: Activation) -> _Key:
    return (row.id, row.state, row.county_fips, row.zip)


def _is(key: _Key) -> sa.ColumnElement[bool]:
    columns = (ACTIVATIONS.c.activation_id, ACTIVATIONS.c.state, ACTIVATIONS.c.county_fips, ACTIVATIONS.c.zip)
    return sa.and_(*(column == value for column, value in zip(columns, key, strict=True)))


def _values(row: Activation) -> dict[str, object]:
    return {
        "activation_id": row.id,
        "state": row.state,
        "county_fips": row.county_fips,
        "zip": row.zip,
        "kind": row.kind,
        "title": row.title,
        "begins": written(row.begins),
        "ends": written(row.ends),
        "authority": row.authority,
        "source_url": row.source_url,
        "note": row.note,
        "sample": row.sample,
    }
