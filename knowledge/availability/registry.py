"""Numbers for the names that rows share: sources, medicines, items. Once given, a number stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Table, bindparam, select, text

from knowledge.availability.catalog import changed
from knowledge.availability.freshness import AGEING_HOURS, FRESH_HOURS
from knowledge.availability.records import REPORTS_SOURCE
from knowledge.availability.tables import ITEMS, MEDICINES, SOURCES

Key = TypeVar("Key")
# Of two rows of the same second, the one of a person who called is believed.
TRUST_IN_REPORTS = 1


class Item(NamedTuple):
    """One product as a source describes it; `medicine` is the medicine's number."""

    medicine: int
    rxcui: str
    ndc: str
    strength: str
    form: str
    program: str


def source_number(connection: Connection, name: str, *, tell: bool = True) -> int:
    """The number of a source; a new one gets the contract's default cadence.

    A long transaction does not `tell` readers at once but at its end: others who tell wait for it.
    """
    return _number(connection, SOURCES, {"name": name}, _new_source(name), tell=tell)


def _new_source(name: str) -> dict[str, Any]:
    trust = TRUST_IN_REPORTS if name == REPORTS_SOURCE else 0
    return {"fresh_hours": FRESH_HOURS, "ageing_hours": AGEING_HOURS, "trust": trust}


def medicine_number(connection: Connection, name: str) -> int:
    """The number of a medicine by its generic name."""
    return _number(connection, MEDICINES, {"name": name}, {}, tell=True)


def item_number(connection: Connection, item: Item) -> int:
    """The number of an item."""
    return _number(connection, ITEMS, item._asdict(), {}, tell=False)


def _number(
    connection: Connection, table: Table, key: dict[str, Any], others: dict[str, Any], *, tell: bool
) -> int:
    wanted = select(table.c.id).where(*(table.c[name] == value for name, value in key.items()))
    number = connection.execute(wanted).scalar()
    if number is None:
        _insert_new(connection, table, [key | others])
        if tell:
            changed(connection)
        number = connection.execute(wanted).scalar_one()
    return int(number)


class Registry:
    """The known numbers, kept in memory for one import; `add_…` gives numbers to what is new."""

    def __init__(self, connection: Connection) -> None:
        self.sources: dict[str, int] = _named(connection, SOURCES)
        self.medicines: dict[str, int] = _named(connection, MEDICINES)
        columns = (ITEMS.c.id, *(ITEMS.c[name] for name in Item._fields))
        self.items: dict[Item, int] = {
            Item._make(row[1:]): row[0] for row in connection.execute(select(*columns))
        }

    def add_sources(self, connection: Connection, names: Iterable[str]) -> None:
        """Give a number to every source that has none yet; its cadence is the contract's default."""
        new = [{"name": name} | _new_source(name) for name in _missing(names, self.sources)]
        if new:
            _insert_new(connection, SOURCES, new)
            changed(connection)
            self.sources = _named(connection, SOURCES)

    def add_medicines(self, connection: Connection, names: Iterable[str]) -> None:
        """Give a number to every medicine (by its generic name) that has none yet."""
        new = [{"name": name} for name in _missing(names, self.medicines)]
        if new:
            _insert_new(connection, MEDICINES, new)
            changed(connection)
            self.medicines = _named(connection, MEDICINES)

    def add_items(self, connection: Connection, items: Iterable[Item]) -> None:
        """Give a number to every item that has none yet."""
        new = _missing(items, self.items)
        if not new:
            return
        _insert_new(connection, ITEMS, [item._asdict() for item in new])
        one = select(ITEMS.c.id).where(*(ITEMS.c[name] == bindparam(name) for name in Item._fields))
        for item in new:
            self.items[item] = connection.execute(one, item._asdict()).scalar_one()


def _named(connection: Connection, table: Table) -> dict[str, int]:
    return {row.name: row.id for row in connection.execute(select(table.c.id, table.c.name))}


def _missing(wanted: Iterable[Key], known: dict[Key, int]) -> list[Key]:
    return [key for key in dict.fromkeys(wanted) if key not in known]


def _insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that another process may be inserting at the same moment."""
    names = list(rows[0])
    columns, values = ", ".join(names), ", ".join(f":{name}" for name in names)
    statement = f"INSERT INTO {table.name} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING"  # noqa: S608
    connection.execute(text(statement), [dict(row) for row in rows])
