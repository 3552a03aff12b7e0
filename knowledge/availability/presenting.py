"""From rows of `sites` to the records that leave this room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, select

from knowledge.availability.freshness import from_epoch
from knowledge.availability.judging import Judged
from knowledge.availability.opening import Opening
from knowledge.availability.queries import site_rows
from knowledge.availability.records import Kind, OperatingStatus, PlaceResult, Site
from knowledge.availability.tables import SITES

# Those of a region struck by a disaster are asked for again and again; a place takes about 1 kB.
PLACES_KEPT = 10_000


class SiteRow(NamedTuple):
    """One site as it is kept; `status_as_of` in epoch seconds, lists joined by '|', `source` its name."""

    id: int
    site_id: str
    name: str
    kind: Kind
    address: str
    city: str
    state: str
    zip: str
    county_fips: str
    latitude: float | None
    longitude: float | None
    phone: str
    hours: str
    operating_status: OperatingStatus
    status_as_of: int | None
    services: str
    languages: str
    npi: str
    ncpdp_id: str
    url: str
    source: str
    timezone: str
    approximate: bool


def rows_by_number(connection: Connection, numbers: Iterable[int]) -> dict[int, SiteRow]:
    """The rows of sites by their number."""
    return {row.id: row for row in map(SiteRow._make, site_rows(connection, numbers))}


def bare_places(
    connection: Connection, numbers: Sequence[int], kept: dict[int, PlaceResult]
) -> dict[int, PlaceResult]:
    """The `bare_place` of each number. `kept` holds some of those made before, and takes those made now."""
    found = {number: place for number in numbers if (place := kept.get(number))}
    if len(found) < len(numbers):
        missing = [number for number in numbers if number not in found]
        made = {number: bare_place(row) for number, row in rows_by_number(connection, missing).items()}
        found.update(made)
        if len(kept) > PLACES_KEPT:
            kept.clear()
        kept.update(made)
    return found


def rows_by_id(connection: Connection, site_ids: Iterable[str]) -> dict[str, SiteRow]:
    """The rows of sites by their site_id; withdrawn ones are left out."""
    wanted = select(SITES.c.id).where(SITES.c.site_id.in_(list(site_ids)), ~SITES.c.withdrawn)
    numbers = connection.execute(wanted).scalars().all()
    return {row.site_id: row for row in rows_by_number(connection, numbers).values()}


def to_site(row: SiteRow) -> Site:
    """A row of `sites` as the record that leaves this room."""
    return Site(
        site_id=row.site_id,
        name=row.name,
        kind=row.kind,
        address=row.address,
        city=row.city,
        state=row.state,
        zip=row.zip,
        county_fips=row.county_fips,
        latitude=row.latitude,
        longitude=row.longitude,
        phone=row.phone,
        hours=row.hours,
        operating_status=row.operating_status,
        status_as_of=None if row.status_as_of is None else from_epoch(row.status_as_of),
        services=parts(row.services),
        languages=parts(row.languages),
        npi=row.npi,
        ncpdp_id=row.ncpdp_id,
        url=row.url,
        source=row.source,
        timezone=row.timezone,
        approximate=bool(row.approximate),
    )


def bare_place(row: SiteRow) -> PlaceResult:
    """A site as a place of any answer: all that does not hang on who asks, when and from where."""
    return PlaceResult(
        site_id=row.site_id,
        name=row.name,
        kind=row.kind,
        address=row.address,
        city=row.city,
        state=row.state,
        zip=row.zip,
        phone=row.phone,
        latitude=row.latitude,
        longitude=row.longitude,
        distance_miles=None,
        operating_status=row.operating_status,
        open_now=None,
        status_as_of=None if row.status_as_of is None else from_epoch(row.status_as_of),
        hours=row.hours,
        timezone=row.timezone,
        county_fips=row.county_fips,
        services=parts(row.services),
        languages=parts(row.languages),
        url=row.url,
        source=row.source,
        approximate=bool(row.approximate),
    )


def to_place(
    bare: PlaceResult, miles: float | None, opened: Opening, judged: Judged | None = None
) -> PlaceResult:
    """A `bare_place` as one place of an answer."""
    return replace(
        bare,
        distance_miles=None if miles is None else round(miles, 1),
        open_now=opened.open_now,
        stock=judged.lines if judged else (),
        tier=judged.tier if judged else None,
        opens_at=opened.opens_at,
        closes_at=opened.closes_at,
    )


def parts(joined: str) -> tuple[str, ...]:
    """The values of a field that joins several by '|'."""
    return tuple(part for part in joined.split("|") if part)
