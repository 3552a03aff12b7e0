"""Is an emergency in force here, now? A pure function over what the tables hold for the place.

The words and windows are those of the public contract: `yes` by a governor's or board's row, `likely` by a
federal declaration alone, `no` only from fresh tables, otherwise `unknown`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from knowledge.emergencies import wording
from knowledge.emergencies.asked_place import AskedPlace, area_covers
from knowledge.emergencies.records import STATE_EMERGENCY_KINDS, Activation, Declaration, InForce

# The contract's windows for a federal declaration without a word from the state.
DAYS_AFTER_INCIDENT_END = 90
DAYS_AFTER_DECLARATION = 180
# A table older than this cannot say that there is nothing.
DAYS_A_TABLE_COUNTS = 30


@dataclass(frozen=True, slots=True)
class TablesAsOf:
    """The moment up to which each table is complete; None where it was never loaded."""

    declarations: datetime | None
    activations: datetime | None


def last_day(declaration: Declaration) -> date:
    """The last day on which a declaration still makes an emergency likely."""
    if declaration.ended:
        return declaration.ended + timedelta(days=DAYS_AFTER_INCIDENT_END)
    return declaration.declared_on + timedelta(days=DAYS_AFTER_DECLARATION)


def in_force(
    place: AskedPlace,
    at: datetime,
    declarations: Sequence[Declaration],
    activations: Sequence[Activation],
    *,
    tables: TablesAsOf,
    county_name: wording.CountyName,
    county_rows: bool = False,
) -> InForce:
    """The answer for `place` at `at`.

    `declarations` are the state's that count at `at`, `activations` the running rows that cover the place.
    `county_rows` says that running rows for single counties of the state exist: a ZIP whose county is not
    known cannot rule those out.
    """
    covering = tuple(d for d in declarations if d.for_people and any(area_covers(a, place) for a in d.areas))
    state_rows = [a for a in activations if a.kind in STATE_EMERGENCY_KINDS]
    asides = (*_program_asides(activations), *_other_declarations(place, declarations))
    if state_rows:
        reasons = [wording.activation_covers(group, place, county_name) for group in _by_id(state_rows)]
        reasons += [wording.declaration_covers(d, place, last_day(d)) for d in covering]
        parts = place.whole_state and all(a.county_fips or a.zip for a in state_rows)
        return InForce("yes", (*reasons, *asides), covering, tuple(activations), parts)
    if covering:
        reasons = [wording.declaration_covers(d, place, last_day(d)) for d in covering]
        reached = [a.reach for d in covering for a in d.areas if area_covers(a, place)]
        parts = place.whole_state and "statewide" not in reached
        return InForce(
            "likely", (*reasons, wording.NO_STATE_ROW, *asides), covering, tuple(activations), parts
        )
    doubts = _doubts(place, at, declarations, tables, county_rows)
    nothing = wording.nothing_covers(place, at)
    if doubts:
        return InForce("unknown", (nothing, *doubts, *asides), (), tuple(activations))
    assert tables.declarations and tables.activations  # noqa: S101  (else there would be a doubt)
    fresh = wording.tables_are_fresh(tables.declarations, tables.activations)
    return InForce("no", (nothing, fresh, *asides), (), tuple(activations))


def _by_id(rows: Sequence[Activation]) -> list[list[Activation]]:
    groups: dict[str, list[Activation]] = {}
    for row in rows:
        groups.setdefault(row.id, []).append(row)
    return list(groups.values())


def _doubts(
    place: AskedPlace,
    at: datetime,
    declarations: Sequence[Declaration],
    tables: TablesAsOf,
    county_rows: bool,
) -> list[str]:
    """Why 'no' cannot be said; empty where it can."""
    doubts = []
    for name, as_of in (
        (wording.DECLARATION_TABLE, tables.declarations),
        (wording.ACTIVATION_TABLE, tables.activations),
    ):
        if as_of is None:
            doubts.append(wording.never_loaded(name))
        elif at - as_of > timedelta(days=DAYS_A_TABLE_COUNTS):
            doubts.append(wording.too_old(name, as_of, DAYS_A_TABLE_COUNTS))
    by_county = any(d.for_people and any(a.reach == "county" for a in d.areas) for d in declarations)
    if not place.county_known and (by_county or county_rows):
        doubts.append(wording.county_not_known(place))
    doubts += [wording.incomplete(d) for d in declarations if d.for_people and d.confidence == "low"]
    return doubts


def _program_asides(activations: Sequence[Activation]) -> list[str]:
    programs = [a for a in activations if a.kind not in STATE_EMERGENCY_KINDS]
    return [wording.program_runs(group[0]) for group in _by_id(programs)]


def _other_declarations(place: AskedPlace, declarations: Sequence[Declaration]) -> list[str]:
    """Fire grants that cover the place, and tribal areas that no code can match."""
    asides = [
        wording.fire_grant(d)
        for d in declarations
        if not d.for_people and any(area_covers(a, place) for a in d.areas)
    ]
    asides += [
        wording.named_areas(d)
        for d in declarations
        if d.for_people and any(a.reach == "named" for a in d.areas)
    ]
    return asides
