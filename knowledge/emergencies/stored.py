"""Rows of the tables as records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from knowledge.emergencies.days import first_instant, read_day, read_moment
from knowledge.emergencies.records import Activation, Area, Declaration
from knowledge.emergencies.tables import ACTIVATIONS, AREAS, DECLARATIONS, SAMPLE


def declarations_where(
    connection: sa.Connection, *conditions: sa.ColumnElement[bool]
) -> tuple[Declaration, ...]:
    """The declarations that meet the conditions with all their areas, newest first."""
    rows = connection.execute(
        sa.select(DECLARATIONS).where(*conditions).order_by(DECLARATIONS.c.declared.desc(), DECLARATIONS.c.id)
    ).all()
    areas = _areas(connection, [r.id for r in rows])
    return tuple(_declaration(r, areas.get(r.id, ())) for r in rows)


def _areas(connection: sa.Connection, ids: Sequence[str]) -> dict[str, tuple[Area, ...]]:
    found: dict[str, tuple[Area, ...]] = {}
    if not ids:
        return found
    query = sa.select(AREAS).where(AREAS.c.declaration_id.in_(ids)).order_by(AREAS.c.area_key)
    for row in connection.execute(query):
        area = Area(row.county_fips, row.name, row.reach)
        found[row.declaration_id] = (*found.get(row.declaration_id, ()), area)
    return found


def _declaration(row: Any, areas: tuple[Area, ...]) -> Declaration:
    return Declaration(
        id=row.id,
        number=row.number,
        kind=row.kind,
        title=row.title,
        incident=row.incident,
        state=row.state,
        areas=areas,
        declared=first_instant(read_moment(row.declared), row.state),
        declared_on=read_day(row.declared, row.state),
        began=date.fromisoformat(row.began) if row.began else None,
        ended=date.fromisoformat(row.ended) if row.ended else None,
        source_url=row.source_url,
        checked=row.checked,
        confidence=row.confidence,
        note=row.note,
        sample=row.source == SAMPLE,
    )


def activations_where(
    connection: sa.Connection, *conditions: sa.ColumnElement[bool]
) -> tuple[Activation, ...]:
    """The activation rows that meet the conditions, in the order of their keys."""
    query = (
        sa.select(ACTIVATIONS)
        .where(*conditions)
        .order_by(
            ACTIVATIONS.c.activation_id, ACTIVATIONS.c.state, ACTIVATIONS.c.county_fips, ACTIVATIONS.c.zip
        )
    )
    return tuple(_activation(r) for r in connection.execute(query))


def _activation(row: Any) -> Activation:
    return Activation(
        id=row.activation_id,
        kind=row.kind,
        title=row.title,
        state=row.state,
        county_fips=row.county_fips,
        zip=row.zip,
        begins=read_moment(row.begins),
        ends=read_moment(row.ends) if row.ends else None,
        authority=row.authority,
        source_url=row.source_url,
        note=row.note,
        sample=row.sample,
    )
