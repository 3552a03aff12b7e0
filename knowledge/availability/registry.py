"""Numbers for the names that rows share: sources, medicines, items. Once given, a number stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Table, bindparam, select, text

from knowledge.availability.catalog import changed
from knowledge.availability.freshness import AGEING_HOURS, FRESH_HOURS
from knowledge.availability.tables import ITEMS, MEDICINES, SOURCES


Key = TypeVar("Key")


class Item(NamedTuple):
    """One product as a source describes it; `medicine` is the medicine's number."""

    medicine: int
    rxcui: str
    ndc: str
    strength: str
    form: str
    program: str


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
        new = [
            {"name": name, "fresh_hours": FRESH_HOURS, "ageing_hours": AGEING_HOURS}
            for name in _missing(names, self.sources)
        ]
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


def _insert_new(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    """Insert rows that another process may be inserting at the same moment."""
    names = list(rows[0])
    columns, values = ", ".join(names), ", ".join(f":{name}" for name in names)
    statement = f"INSERT INTO {table.name} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING"  # noqa: S608
    connection.execute(text(statement), rows)
