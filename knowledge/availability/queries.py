"""The SQL of the hot path: what stands in these cells. Lists travel as one parameter on each engine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Row, text

# CROSS JOIN fixes the order of the walk on SQLite; PostgreSQL takes it as an ordinary join.
_LIST = {"sqlite": "json_each(:{0})", "postgresql": "unnest(CAST(:{0} AS bigint[]))"}
_SITE = "t.id, t.latitude, t.longitude, t.kind, t.operating_status, t.hours, t.timezone, t.services"
_STOCK = (
    "s.site, s.medicine, s.source, s.item, s.generation, s.status, s.as_of, s.quantity, s.unit, s.price, s.note,"
    " i.rxcui, i.ndc, i.strength, i.form, i.program"
)


def _from_lists(dialect: str, *names: str) -> str:
    """FROM clause over list parameters: `medicines` is available as column m(value) and so on."""
    return " CROSS JOIN ".join(
        f"{_LIST[dialect].format(name)} AS {name}_list" + ("" if dialect == "sqlite" else "(value)")
        for name in names
    )


def _as_list(dialect: str, numbers: Iterable[int]) -> object:
    return json.dumps(list(numbers)) if dialect == "sqlite" else list(numbers)


def stock_in_cells(
    connection: Connection, medicines: Iterable[int], firsts: Sequence[int], span: int
) -> Sequence[Row[tuple[object, ...]]]:
    """All stock rows of these medicines in ranges of cells: `StockRow` columns, then the site's."""
    dialect = connection.dialect.name
    statement = text(
        f"SELECT {_STOCK}, {_SITE} FROM {_from_lists(dialect, 'medicines', 'firsts')}"  # noqa: S608 - constants
        " CROSS JOIN stock s CROSS JOIN availability_items i CROSS JOIN sites t"
        " WHERE s.medicine = medicines_list.value"
        " AND s.cell BETWEEN firsts_list.value AND firsts_list.value + :span"
        " AND i.id = s.item AND t.id = s.site AND NOT t.withdrawn"
    )
    parameters = {
        "medicines": _as_list(dialect, medicines),
        "firsts": _as_list(dialect, firsts),
        "span": span,
    }
    return connection.execute(statement, parameters).all()


def sites_in_cells(
    connection: Connection, kinds: Sequence[str], firsts: Sequence[int], span: int
) -> Sequence[Row[tuple[object, ...]]]:
    """All sites of these kinds (all kinds if none are named) in ranges of cells."""
    dialect = connection.dialect.name
    wanted = "" if not kinds else f" AND t.kind IN ({', '.join(f':kind{i}' for i in range(len(kinds)))})"
    statement = text(
        f"SELECT {_SITE} FROM {_from_lists(dialect, 'firsts')} CROSS JOIN sites t"  # noqa: S608 - constants
        " WHERE t.cell BETWEEN firsts_list.value AND firsts_list.value + :span AND NOT t.withdrawn" + wanted
    )
    parameters: dict[str, object] = {"firsts": _as_list(dialect, firsts), "span": span}
    parameters |= {f"kind{i}": kind for i, kind in enumerate(kinds)}
    return connection.execute(statement, parameters).all()
