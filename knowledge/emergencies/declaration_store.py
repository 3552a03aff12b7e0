"""Putting declarations into the tables: whole or not at all, and twice the same changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import sqlalchemy as sa

from knowledge.emergencies.days import first_instant, written
from knowledge.emergencies.openfema_row import OpenFemaRow
from knowledge.emergencies.records import Area, ImportReport
from knowledge.emergencies.tables import AREAS, BUILT_IN, DECLARATIONS, IMPORTS, OPENFEMA, SAMPLE

FEMA_PAGE = "https://www.fema.gov/disaster/"
# What a new source may replace. Real data replace the built-in table, which replaces nothing.
_WEAKER = {OPENFEMA: frozenset({BUILT_IN, SAMPLE}), BUILT_IN: frozenset({SAMPLE}), SAMPLE: frozenset[str]()}
# Rows sent to the database at a time; progress is told once for each.
CHUNK = 2_000

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class DeclarationDraft:
    """One declaration put together from its rows, ready to be stored."""

    header: dict[str, object]
    areas: dict[str, Area]

    @property
    def id(self) -> str:
        """FEMA's own string for it."""
        return str(self.header["id"])


@dataclass
class _Tally:
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0


def drafts_of(rows: Iterable[OpenFemaRow], source: str, checked: date) -> list[DeclarationDraft]:
    """The rows grouped by declaration, in the order in which they first appear.

    An incident counts as open while any of its rows has no end; otherwise the latest end holds.
    """
    grouped: dict[str, list[OpenFemaRow]] = {}
    for row in rows:
        grouped.setdefault(row.id, []).append(row)
    return [_draft(group, source, checked) for group in grouped.values()]


def _draft(rows: Sequence[OpenFemaRow], source: str, checked: date) -> DeclarationDraft:
    newest = max(rows, key=lambda r: r.refreshed or datetime.min.replace(tzinfo=UTC))
    ends = [r.ended for r in rows]
    began = [r.began for r in rows if r.began]
    header = {
        "id": newest.id,
        "number": newest.number,
        "kind": newest.kind,
        "title": newest.title,
        "incident": newest.incident,
        "state": newest.state,
        "declared": written(newest.declared),
        "began": written(min(began, default=None)),
        "ended": "" if None in ends else written(max(e for e in ends if e)),
        "closed": written(newest.closed),
        "source": source,
        "source_url": newest.source_url or f"{FEMA_PAGE}{newest.number}",
        "checked": newest.checked or checked.isoformat(),
        "confidence": newest.confidence,
        "note": newest.note,
    }
    return DeclarationDraft(header, {_key(r.area): r.area for r in rows})


def _key(area: Area) -> str:
    return f"{area.county_fips or area.reach}|{area.name}"


def data_as_of(rows: Iterable[OpenFemaRow], now: datetime) -> datetime:
    """The moment up to which a file is complete: its newest `lastRefresh` or declaration, never the future.

    The time of the import says nothing of that: a file may have lain in a drawer for years.
    """
    newest = max(max(r.refreshed or _start(r), _start(r)) for r in rows)
    return min(newest, now)


def _start(row: OpenFemaRow) -> datetime:
    return first_instant(row.declared, row.state)


def store(
    engine: sa.Engine,
    drafts: Sequence[DeclarationDraft],
    *,
    source_name: str,
    as_of: datetime,
    now: datetime,
    dataset: str = "declarations",
    warnings: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> ImportReport:
    """Store the drafts in one transaction and log the import; nothing is visible before all of it is.

    Only the dataset "declarations" makes the table count as loaded; a drill or the built-in table does not.
    """
    tally = _Tally()
    with engine.begin() as connection:
        for start in range(0, len(drafts), CHUNK):
            chunk = drafts[start : start + CHUNK]
            _store_chunk(connection, chunk, tally)
            if progress:
                progress(sum(len(d.areas) for d in chunk))
        rows = tally.added + tally.updated + tally.unchanged
        connection.execute(
            IMPORTS.insert().values(
                dataset=dataset,
                source=source_name,
                imported_at=now.isoformat(),
                data_as_of=as_of.isoformat(),
                row_count=rows,
            )
        )
    if tally.older:
        warnings = (*warnings, f"{tally.older} declarations are held from newer data and were left alone.")
    return ImportReport(rows, tally.added, tally.updated, tally.unchanged, warnings)


def _store_chunk(connection: sa.Connection, drafts: Sequence[DeclarationDraft], tally: _Tally) -> None:
    ids = [d.id for d in drafts]
    held = {
        r.id: dict(r._mapping)
        for r in connection.execute(sa.select(DECLARATIONS).where(DECLARATIONS.c.id.in_(ids)))
    }
    areas: dict[str, set[str]] = {}
    for row in connection.execute(
        sa.select(AREAS.c.declaration_id, AREAS.c.area_key).where(AREAS.c.declaration_id.in_(ids))
    ):
        areas.setdefault(row.declaration_id, set()).add(row.area_key)
    for draft in drafts:
        _store_one(connection, draft, held.get(draft.id), areas.get(draft.id, set()), tally)


def _store_one(
    connection: sa.Connection,
    draft: DeclarationDraft,
    held: dict[str, object] | None,
    held_areas: set[str],
    tally: _Tally,
) -> None:
    if held and held["source"] != draft.header["source"]:
        if held["source"] not in _WEAKER[str(draft.header["source"])]:
            tally.unchanged += len(draft.areas)
            return
        connection.execute(AREAS.delete().where(AREAS.c.declaration_id == draft.id))
        connection.execute(DECLARATIONS.delete().where(DECLARATIONS.c.id == draft.id))
        held, held_areas = None, set()
    changed = _store_header(connection, draft.header, held, tally)
    new = {key: area for key, area in draft.areas.items() if key not in held_areas}
    _insert_areas(connection, draft.id, new)
    tally.added += len(new)
    if changed:
        tally.updated += len(draft.areas) - len(new)
    else:
        tally.unchanged += len(draft.areas) - len(new)


def _store_header(
    connection: sa.Connection, header: dict[str, object], held: dict[str, object] | None, tally: _Tally
) -> bool:
    if held is None:
        connection.execute(DECLARATIONS.insert().values(header))
        return False
    if str(held["checked"]) > str(header["checked"]):
        tally.older += 1
        return False
    if held == header:
        return False
    connection.execute(DECLARATIONS.update().where(DECLARATIONS.c.id == header["id"]).values(header))
    return any(held[k] != header[k] for k in header if k != "checked")


def _insert_areas(connection: sa.Connection, declaration_id: str, areas: dict[str, Area]) -> None:
    if areas:
        connection.execute(
            AREAS.insert(),
            [
                {
                    "declaration_id": declaration_id,
                    "area_key": key,
                    "county_fips": area.county_fips,
                    "name": area.name,
                    "reach": area.reach,
                }
                for key, area in areas.items()
            ],
        )
