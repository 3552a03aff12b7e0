"""The SQL of the hot path: what stands in these cells, what these sites have.

Lists travel as one parameter, so that a statement's text never changes and stays prepared. CROSS JOIN
fixes the order of the walk on SQLite; PostgreSQL takes it as an ordinary join and finds the same order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, TextClause, text

from knowledge.availability.judging import StockRow

_LIST = {
    "sqlite": "json_each(:{name}) AS {name}",
    "postgresql": "unnest(CAST(:{name} AS bigint[])) AS {name}(value)",
}
_SITE = "t.id, t.latitude, t.longitude, t.kind, t.operating_status, t.hours, t.timezone, t.services"
_STOCK = (
    "s.site, s.medicine, s.source, s.item, s.generation, s.status, s.as_of, s.quantity, s.unit, s.price,"
    " s.note, i.rxcui, i.ndc, i.strength, i.form, i.program"
)
_IN_CELLS = "s.medicine = medicines.value AND s.cell BETWEEN firsts.value AND firsts.value + :span"


class SiteColumns(NamedTuple):
    """What the search reads of a site."""

    id: int
    latitude: float | None
    longitude: float | None
    kind: Any
    operating_status: Any
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
STOCK_WIDTH = len(StockRow._fields)


def sightings(
    connection: Connection,
    medicines: Iterable[int],
    firsts: Sequence[int],
    span: int,
    *,
    lowest_status: int = 0,
    oldest: int = 0,
) -> Sequence[Sequence[Any]]:
    """Stock rows of at least this status (its number) and not older than `oldest` (epoch) in ranges of cells.

    Each row is a `Sighting` followed by `SiteColumns`.
    """
    dialect = connection.dialect.name
    lists = _lists(dialect, medicines=medicines, firsts=firsts)
    bounds = {"span": span, "status": lowest_status, "oldest": oldest}
    return connection.execute(_sightings(dialect), lists | bounds).all()


@cache
def _sightings(dialect: str) -> TextClause:
    return text(
        f"SELECT s.status, s.as_of, s.source, s.generation, {_SITE}"  # noqa: S608 - constants only
        f" FROM {_from(dialect, 'medicines', 'firsts')} CROSS JOIN stock s CROSS JOIN sites t"
        f" WHERE {_IN_CELLS} AND s.status >= :status AND s.as_of >= :oldest"
        " AND t.id = s.site AND NOT t.withdrawn"
    )


def stock_of_sites(
    connection: Connection, medicines: Iterable[int], sites: Sequence[int]
) -> dict[int, list[StockRow]]:
    """All stock rows of these medicines at these sites, by site."""
    dialect = connection.dialect.name
    found: dict[int, list[StockRow]] = {site: [] for site in sites}
    lists = _lists(dialect, medicines=medicines, site_ids=sites)
    for row in connection.execute(_stock_of_sites(dialect), lists):
        found[row[0]].append(StockRow._make(row))
    return found


@cache
def _stock_of_sites(dialect: str) -> TextClause:
    return text(
        f"SELECT {_STOCK} FROM {_from(dialect, 'site_ids', 'medicines')}"  # noqa: S608 - constants only
        " CROSS JOIN sites t CROSS JOIN stock s CROSS JOIN availability_items i"
        " WHERE t.id = site_ids.value AND s.medicine = medicines.value AND s.cell = t.cell"
        " AND s.site = t.id AND i.id = s.item"
    )


def sites_in_cells(connection: Connection, firsts: Sequence[int], span: int) -> Sequence[SiteColumns]:
    """All sites in ranges of cells."""
    dialect = connection.dialect.name
    rows = connection.execute(_sites_in_cells(dialect), _lists(dialect, firsts=firsts) | {"span": span})
    return cast(Sequence[SiteColumns], rows.all())


@cache
def _sites_in_cells(dialect: str) -> TextClause:
    return text(
        f"SELECT {_SITE} FROM {_from(dialect, 'firsts')} CROSS JOIN sites t"  # noqa: S608 - constants only
        " WHERE t.cell BETWEEN firsts.value AND firsts.value + :span AND NOT t.withdrawn"
    )


def _from(dialect: str, *names: str) -> str:
    return " CROSS JOIN ".join(_LIST[dialect].format(name=name) for name in names)


def _lists(dialect: str, **lists: Iterable[int]) -> dict[str, Any]:
    if dialect == "sqlite":
        return {name: json.dumps(list(numbers)) for name, numbers in lists.items()}
    return {name: list(numbers) for name, numbers in lists.items()}
