"""The migration makes the tables that the code knows, on both engines."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from knowledge.availability import tables
from knowledge.availability.table import AvailabilityTable

OURS = {
    table.name
    for table in vars(tables).values()
    if getattr(table, "metadata", None) is tables.METADATA and hasattr(table, "name")
}


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        return list(compare_metadata(context, tables.METADATA))


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or name in OURS


def test_the_migration_makes_these_tables(either_table: AvailabilityTable) -> None:
    assert {"stock", "sites", "availability_reports"} <= OURS
    ours = [each for each in differences(either_table.engine) if any(name in str(each) for name in OURS)]
    assert ours == []


def test_on_sqlite_stock_is_one_clustered_tree(engine: Engine) -> None:
    with engine.connect() as connection:
        made = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = 'stock'")).scalar_one()
    assert "WITHOUT ROWID" in made
    assert "PRIMARY KEY (medicine, cell, site, source, item, generation)" in made
