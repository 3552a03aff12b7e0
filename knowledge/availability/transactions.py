"""How this room reads and writes: one consistent moment to read, one whole change to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

# Any number that no other lock of this database uses.
ALONE_LOCK = 7433102


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the tables, whatever is imported meanwhile."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine, *, alone: bool = False) -> Iterator[Connection]:
    """A transaction that is committed whole, or not at all.

    On SQLite it takes the write lock at once: a transaction that reads first and writes later would be
    refused, without waiting, when another writer came between. On PostgreSQL `alone` waits for other
    transactions that ask to be alone: those that move sites and those that publish an import.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif alone:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ALONE_LOCK})")
        yield connection
        connection.commit()
