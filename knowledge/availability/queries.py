"""The SQL of the hot path: what stands in these cells, what these sites have.

It goes to the driver directly: the whole search takes less time than composing its statements would.
Lists travel as one parameter, so that a statement's text never changes and stays prepared. CROSS JOIN
fixes the order of the walk on SQLite; PostgreSQL takes it as an ordinary join and finds the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from knowledge.availability.cells import Ranges
from knowledge.availability.records import Kind, OperatingStatus

# How a list of numbers is read as a table of one column, `value`; the list is the next parameter.
_LIST = {"sqlite": "json_each(?) AS {name}", "postgresql": "unnest(%s::bigint[]) AS {name}(value)"}
_MARK = {"sqlite": "?", "postgresql": "%s"}
_SITE = "t.id, t.latitude, t.longitude, t.kind, t.operating_status, t.hours, t.timezone, t.services"
_STOCK = (
    "s.site, s.medicine, s.source, s.item, s.generation, s.status, s.as_of, s.quantity, s.unit, s.price,"
    " s.note, i.rxcui, i.ndc, i.strength, i.form, i.program"
)


class StockRow(NamedTuple):
    """One row of `stock` with its item. Times in epoch seconds."""

    site: int
    medicine: int
    source: int
    item: int
    generation: int
    status: int
    as_of: int
    quantity: float | None
    unit: str | None
    price: str | None
    note: str | None
    rxcui: str
    ndc: str
    strength: str
    form: str
    program: str


class SiteColumns(NamedTuple):
    """What the search reads of a site."""

    id: int
    latitude: float | None
    longitude: float | None
    kind: Kind
    operating_status: OperatingStatus
    hours: str
    timezone: str
    services: str


class Sighting(NamedTuple):
    """A stock row seen in passing: enough to tell how good it may be, before all is read about its site."""

    status: int
    as_of: int
    source: int
    generation: int


SIGHTING_WIDTH = len(Sighting._fields)
Rows = Sequence[tuple[Any, ...]]


def sightings(
    connection: Connection,
    medicines: Collection[int],
    ranges: Ranges,
    *,
    beside: Sequence[Collection[int]] = (),
    lowest_status: int = 0,
    oldest: int = 0,
) -> Rows:
    """Stock rows of at least this status (its number) and not older than `oldest` (epoch) in ranges of cells.

    Only of sites that have such a row of each group of medicines `beside` as well. Each row is a
    `Sighting` followed by `SiteColumns`.
    """
    dialect = connection.dialect.name
    statement = _sightings(dialect, tuple(map(len, beside)))
    bounds = (lowest_status, oldest)
    parameters = [_as_list(dialect, medicines), _as_list(dialect, ranges.firsts), ranges.span, *bounds]
    for group in beside:
        parameters += [*group, *bounds]
    return _run(connection, statement, tuple(parameters))


@lru_cache(maxsize=256)
def _sightings(dialect: str, beside: tuple[int, ...]) -> str:
    mark = _MARK[dialect]
    also = "".join(
        f" AND EXISTS (SELECT 1 FROM stock x WHERE x.medicine IN ({', '.join([mark] * size)})"  # noqa: S608
        f" AND x.cell = s.cell AND x.site = s.site AND x.status >= {mark} AND x.as_of >= {mark})"
        for size in beside
    )
    return (
        f"SELECT s.status, s.as_of, s.source, s.generation, {_SITE}"  # noqa: S608 - constants only
        f" FROM {_from(dialect, 'wanted', 'ranges')} CROSS JOIN stock s CROSS JOIN sites t"
        f" WHERE s.medicine = wanted.value AND s.cell BETWEEN ranges.value AND ranges.value + {mark}"
        f" AND s.status >= {mark} AND s.as_of >= {mark}{also} AND t.id = s.site AND NOT t.withdrawn"
    )


def stock_of_sites(
    connection: Connection, medicines: Iterable[int], sites: Sequence[int]
) -> dict[int, list[StockRow]]:
    """All stock rows of these medicines at these sites, by site."""
    dialect = connection.dialect.name
    found: dict[int, list[StockRow]] = {site: [] for site in sites}
    lists = (_as_list(dialect, sites), _as_list(dialect, medicines))
    for row in map(StockRow._make, _run(connection, _stock_of_sites(dialect), lists)):
        found[row.site].append(row)
    return found


@cache
def _stock_of_sites(dialect: str) -> str:
    return (
        f"SELECT {_STOCK} FROM {_from(dialect, 'places', 'wanted')}"  # noqa: S608 - constants only
        " CROSS JOIN sites t CROSS JOIN stock s CROSS JOIN availability_items i"
        " WHERE t.id = places.value AND s.medicine = wanted.value AND s.cell = t.cell"
        " AND s.site = t.id AND i.id = s.item"
    )


def versions(connection: Connection) -> tuple[int, int]:
    """The versions of the catalog and of the sites."""
    ((version, sites_version),) = _run(
        connection, "SELECT version, sites_version FROM availability_state", ()
    )
    return version, sites_version


def site_points(connection: Connection, ranges: Ranges) -> Rows:
    """(kind, operating_status, number, latitude, longitude) of all sites in ranges of cells."""
    dialect = connection.dialect.name
    return _run(connection, _site_points(dialect), (_as_list(dialect, ranges.firsts), ranges.span))


@cache
def _site_points(dialect: str) -> str:
    return (
        "SELECT t.kind, t.operating_status, t.id, t.latitude, t.longitude"  # noqa: S608 - constants only
        f" FROM {_from(dialect, 'ranges')} CROSS JOIN sites t"
        f" WHERE t.cell BETWEEN ranges.value AND ranges.value + {_MARK[dialect]} AND NOT t.withdrawn"
    )


def site_columns(connection: Connection, numbers: Sequence[int]) -> list[SiteColumns]:
    """What the search reads of these sites, in this order."""
    dialect = connection.dialect.name
    rows = _run(connection, _site_columns(dialect), (_as_list(dialect, numbers),))
    found = {row[0]: SiteColumns._make(row) for row in rows}
    return [found[number] for number in numbers]


@cache
def _site_columns(dialect: str) -> str:
    return (
        f"SELECT {_SITE} FROM {_from(dialect, 'places')} CROSS JOIN sites t"  # noqa: S608 - constants only
        " WHERE t.id = places.value"
    )


def site_rows(connection: Connection, numbers: Iterable[int]) -> Rows:
    """Whole rows of sites, as `presenting.SiteRow`."""
    dialect = connection.dialect.name
    return _run(connection, _site_rows(dialect), (_as_list(dialect, numbers),))


@cache
def _site_rows(dialect: str) -> str:
    return (
        f"SELECT {SITE_ROW} FROM {_from(dialect, 'places')} CROSS JOIN sites t"  # noqa: S608 - constants only
        " CROSS JOIN availability_sources c WHERE t.id = places.value AND c.id = t.source"
    )


SITE_ROW = (
    "t.id, t.site_id, t.name, t.kind, t.address, t.city, t.state, t.zip, t.county_fips, t.latitude,"
    " t.longitude, t.phone, t.hours, t.operating_status, t.status_as_of, t.services, t.languages, t.npi,"
    " t.ncpdp_id, t.url, c.name, t.timezone, t.approximate"
)


def _from(dialect: str, *names: str) -> str:
    return " CROSS JOIN ".join(_LIST[dialect].format(name=name) for name in names)


def _as_list(dialect: str, numbers: Iterable[int]) -> str:
    """The numbers as JSON, or as a PostgreSQL array, in text: quicker than a driver writes them."""
    brackets = "[{}]" if dialect == "sqlite" else "{{{}}}"
    return brackets.format(",".join(map(str, numbers)))


def _run(connection: Connection, statement: str, parameters: tuple[Any, ...]) -> Rows:
    """Run a statement on the driver's connection, in the transaction that is open."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
    finally:
        cursor.close()
