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

# How a list of numbers is read as a table of one column, `value`; the list is the next parameter.
_LIST = {"sqlite": "json_each(?) AS {name}", "postgresql": "unnest(%s::bigint[]) AS {name}(value)"}
_MARK = {"sqlite": "?", "postgresql": "%s"}
_STOCK = (
    "s.site, s.medicine, s.source, s.item, s.generation, s.status, s.as_of, s.quantity, s.unit, s.price,"
    " s.note"
)
_ITEM = "i.rxcui, i.ndc, i.strength, i.form, i.program"


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


Row = tuple[Any, ...]
Rows = Sequence[Row]
SITE_COLUMN, SOURCE_COLUMN, ITEM_COLUMN, GENERATION_COLUMN = map(
    StockRow._fields.index, ("site", "source", "item", "generation")
)
# The columns of items by their numbers.
Items = dict[int, tuple[Any, ...]]


def stock_in_ranges(
    connection: Connection,
    groups: Sequence[Collection[int]],
    ranges: Ranges,
    items: Items,
    *,
    lowest_status: int = 0,
    oldest: int = 0,
) -> Rows:
    """All stock rows of these medicines at the sites, in ranges of cells, that have some of each group.

    They are as `with_item` takes them: most of what is read proves not to be needed.

    A group is a medicine, or several that are as good as each other; the first leads the way. With
    `lowest_status` (its number) and `oldest` (epoch) a site must have a row of each group that is at least
    so good and not older; the others of its rows come along. `items` holds those met before, and takes
    those met now.
    """
    dialect = connection.dialect.name
    leading, *beside = groups
    near = [_as_list(dialect, leading), _as_list(dialect, ranges.firsts), ranges.span]
    if not beside and not lowest_status and not oldest:
        rows = _run(connection, _stock_in_ranges(dialect), tuple(near))
        _meet_items(connection, rows, items)
        return rows
    bounds = (lowest_status, oldest)
    statement = _stock_of_chosen(dialect, tuple(map(len, beside)))
    also = [each for group in beside for each in (*group, *bounds)]
    medicines = _as_list(dialect, [number for group in groups for number in group])
    rows = _run(connection, statement, (*near, *bounds, *also, medicines))
    _meet_items(connection, rows, items)
    return rows


@cache
def _stock_in_ranges(dialect: str) -> str:
    return (
        f"SELECT {_STOCK} FROM {_from(dialect, 'wanted', 'ranges')}"  # noqa: S608 - constants only
        f" CROSS JOIN stock s WHERE {_near(dialect)}"
    )


@lru_cache(maxsize=256)
def _stock_of_chosen(dialect: str, beside: tuple[int, ...]) -> str:
    mark = _MARK[dialect]
    also = "".join(
        f" AND EXISTS (SELECT 1 FROM stock x WHERE x.medicine IN ({', '.join([mark] * size)})"  # noqa: S608
        f" AND x.cell = s.cell AND x.site = s.site AND x.status >= {mark} AND x.as_of >= {mark})"
        for size in beside
    )
    return (
        "WITH chosen AS MATERIALIZED (SELECT DISTINCT s.cell, s.site"  # noqa: S608 - constants only
        f" FROM {_from(dialect, 'wanted', 'ranges')} CROSS JOIN stock s"
        f" WHERE {_near(dialect)} AND s.status >= {mark} AND s.as_of >= {mark}{also})"
        f" SELECT {_STOCK} FROM chosen CROSS JOIN {_from(dialect, 'wanted')} CROSS JOIN stock s"
        " WHERE s.medicine = wanted.value AND s.cell = chosen.cell AND s.site = chosen.site"
    )


def _near(dialect: str) -> str:
    return f"s.medicine = wanted.value AND s.cell BETWEEN ranges.value AND ranges.value + {_MARK[dialect]}"


def with_item(row: Row, items: Items) -> StockRow:
    """A row of stock as `stock_in_ranges` has it, with what its item's number stands for."""
    return StockRow._make(row + items[row[ITEM_COLUMN]])


def _meet_items(connection: Connection, rows: Rows, items: Items) -> None:
    """Let `items` hold those of all these rows."""
    new = {row[ITEM_COLUMN] for row in rows}.difference(items)
    if new:
        dialect = connection.dialect.name
        found = _run(connection, _items(dialect), (_as_list(dialect, new),))
        items.update((row[0], row[1:]) for row in found)


@cache
def _items(dialect: str) -> str:
    return (
        f"SELECT i.id, {_ITEM} FROM {_from(dialect, 'wanted')}"  # noqa: S608 - constants only
        " CROSS JOIN availability_items i WHERE i.id = wanted.value"
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
        f"SELECT {_STOCK}, {_ITEM} FROM {_from(dialect, 'places', 'wanted')}"  # noqa: S608 - constants only
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


def all_sites(connection: Connection) -> Rows:
    """Number, cell, latitude, longitude, kind, operating_status, hours, timezone and services of all sites
    but withdrawn ones."""
    columns = "id, cell, latitude, longitude, kind, operating_status, hours, timezone, services"
    return _run(connection, f"SELECT {columns} FROM sites WHERE NOT withdrawn", ())  # noqa: S608


def statuses_since(connection: Connection, version: int) -> Rows:
    """(number, operating_status) of the sites whose status reports changed after a version of the catalog."""
    mark = _MARK[connection.dialect.name]
    wanted = f"SELECT id, operating_status FROM sites WHERE status_version > {mark}"  # noqa: S608
    return _run(connection, wanted, (version,))


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
